"""The status line: the open workout, its time, the rest, alerts, how far is read."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from befit_tui.domain.moments import clock_time, hours_between
from befit_tui.paths import Paths
from befit_tui.store.status import Judged, OpenWorkout, open_workout, read_note

if TYPE_CHECKING:
    from befit_tui.logbook.logbook import Logbook

LONGEST_REST_S = 20 * 60
"""Seconds after which nobody is resting any more; product constant."""


class Status(NamedTuple):
    """What is going on: the open workout, the seconds since its last set, the alerts.

    ``alerts`` is what the log was judged to call for, None where that is not known.
    """

    line: str
    workout: OpenWorkout | None
    rest_s: int | None
    alerts: Mapping[str, Any] | None


def status_of(paths: Paths, now: datetime) -> Status:
    """The status of a log, from the open workout and the note of the alerts.

    ``line`` is ``Push A 0:42 · rest 1:10 · ▲1``, empty when there is nothing to say.
    """
    active = open_workout(paths.data)
    rest_s = _rest(active, now)
    alerts = read_note(Judged(*paths, now.date()), active)
    parts = (
        [] if active is None else [f"{active.name or 'Workout'} {_time(active, now)}"]
    )
    if rest_s is not None:
        parts.append(f"rest {clock_time(rest_s)}")
    if alerts and alerts["count"]:
        parts.append(f"{alerts['sign']}{alerts['count']}")
    return Status(" · ".join(parts), active, rest_s, alerts)


def running(logbook: "Logbook") -> tuple[str, str]:
    """The name of the open workout and its hours and minutes; empty when none is.

    One that is entered later has its day instead: no time is running.
    """
    from befit_tui.domain.wording import day_words, length_words  # noqa: PLC0415

    active = logbook.active
    if active is None:
        return "", ""
    if active.entered_later:
        return active.name or "Workout", day_words(active.started_at)
    return active.name or "Workout", length_words(active, logbook.clock())


def reading(logbook: "Logbook") -> str:
    """How far the past is read, or what of it is missing; empty when it is whole."""
    from befit_tui.domain.wording import reading_words  # noqa: PLC0415

    if logbook.store.missing and not logbook.unread_months:
        return f"missing: {', '.join(sorted(logbook.store.missing))}"
    every = len(logbook.history.months) + len(logbook.unread_months)
    return reading_words(logbook.unread_months, every)


def _time(active: OpenWorkout, now: datetime) -> str:
    if active.entered_later:
        return active.started_at.date().isoformat()
    return hours_between(active.started_at, now)


def _rest(active: OpenWorkout | None, now: datetime) -> int | None:
    if active is None or active.last_set_at is None or active.entered_later:
        return None
    gone = int((now - active.last_set_at).total_seconds())
    return gone if 0 <= gone <= LONGEST_REST_S else None
