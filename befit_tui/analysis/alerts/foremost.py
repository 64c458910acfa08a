"""Which alerts are shown unasked: three at most, by what they would change."""

from collections.abc import Iterable
from typing import NamedTuple

from befit_tui.analysis.alerts.result import Alert

MOST = 3
"""Alerts that are shown before anybody asks (design of the alerts)."""

RANKED = (
    # what ends or changes the set of today
    "failure-high-risk", "failure-in-deload", "joint-pain", "failure-when-run-down",
    "sleep-short", "readiness-low",
    # the weeks to come
    "fatigue-building", "performance-drop", "deload-due", "failure-share-rising",
    # the next load of a lift
    "load-too-heavy", "load-too-light", "form-breaking-often", "stall",
    # a habit
    "failure-every-set", "failure-unplanned", "failure-mostly-compound",
    "failure-budget", "recovery-short", "volume-high", "effort-low",
    "form-broke", "failure-before-last-set",
)  # fmt: skip
"""Every code, what would change the most first."""


class Foremost(NamedTuple):
    """The alerts to show, and how many are left out."""

    shown: tuple[Alert, ...]
    more: int


def ranked(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Alerts by severity, then by what they would change."""
    return tuple(
        sorted(
            alerts,
            key=lambda one: (
                one.severity.rank,
                RANKED.index(one.code),
                one.subject.id,
            ),
        )
    )


def foremost(alerts: Iterable[Alert], most: int = MOST) -> Foremost:
    """The first of ranked alerts; a second of the same code and severity waits.

    Three muscles that are trained far from failure are one piece of news.
    """
    firsts: dict[tuple[str, str], Alert] = {}
    again = [
        one
        for one in alerts
        if firsts.setdefault((one.code, one.severity), one) is not one
    ]
    every = ranked((*firsts.values(),))
    by_severity = sorted((*every, *again), key=lambda one: one.severity.rank)
    return Foremost(tuple(by_severity[:most]), max(0, len(by_severity) - most))
