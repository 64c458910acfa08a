"""What an alert says and rests on, and which of them are shown unasked."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from befit_tui.domain.load import number
from befit_tui.domain.value import Value
from befit_tui.domain.wording import day_words

MOST_LINES = 6
"""Lines of evidence that are shown before somebody asks for all."""


MOST = 3
"""Alerts that are shown before anybody asks (design of the alerts)."""


class Severity(StrEnum):
    """How much an alert matters."""

    NOTE = "note"
    """A fact, or a count without consequence."""
    WARN = "warn"
    """A consequence, or a class of lift where failure matters."""
    STOP = "stop"
    """A consequence that repeats or adds to another."""

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts it first."""
        return (Severity.STOP, Severity.WARN, Severity.NOTE).index(self)


class Subject(Value, frozen=True):
    """Whom an alert is about: ``kind`` is set, exercise, muscle, session or week.

    ``id`` stays the same while the alert is open; ``label`` is for people.
    """

    kind: str
    id: str
    label: str


class Evidence(Value, frozen=True):
    """One number behind an alert.

    ``usual`` is what this lifter normally shows and ``threshold`` the limit that was
    passed, both in ``unit`` and None where there is none.
    """

    what: str
    value: float
    unit: str
    when: date
    usual: float | None = None
    threshold: float | None = None

    @property
    def words(self) -> str:
        """All but the day: ``best est. 1RM: 91.2 kg, usual 99.8, limit 94``."""
        usual = "" if self.usual is None else f", usual {number(self.usual)}"
        limit = "" if self.threshold is None else f", limit {number(self.threshold)}"
        one = self.unit.removesuffix("s") or self.unit  # "s" alone is no plural
        unit = one if self.value == 1 else self.unit
        return f"{self.what}: {number(self.value)} {unit}".rstrip() + usual + limit


class Alert(Value, frozen=True, kw_only=True):
    """Something the log shows, with its evidence (never empty) and one advice.

    ``first_raised`` is the day on which it became open.
    """

    code: str
    severity: Severity
    subject: Subject
    title: str
    evidence: tuple[Evidence, ...]
    advice: str
    first_raised: date

    def numbers(self, most: int | None = MOST_LINES) -> tuple[str, ...]:
        """The evidence in words with its day, the last line says what is left out."""
        said = tuple(f"{one.words}, {day_words(one.when)}" for one in self.evidence)
        if most is None or len(said) <= most:
            return said
        return (*said[: most - 1], f"and {len(said) - most + 1} more")


class NotAssessable(Value, frozen=True):
    """A rule that could not be judged for a subject, and the data it lacks."""

    code: str
    subject: Subject
    reason: str


class Assessment(Value, frozen=True):
    """Every open alert, the worst first, and every rule that lacked data."""

    alerts: tuple[Alert, ...] = ()
    not_assessable: tuple[NotAssessable, ...] = ()


CODES = (
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

    def place(one: Alert) -> tuple[int, int, str]:
        return one.severity.rank, CODES.index(one.code), one.subject.id

    return tuple(sorted(alerts, key=place))


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
    every = ranked(firsts.values())
    by_severity = sorted((*every, *again), key=lambda one: one.severity.rank)
    return Foremost(tuple(by_severity[:most]), max(0, len(by_severity) - most))
