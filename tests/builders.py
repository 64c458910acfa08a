"""Builders that tests share: a set, an entry, a workout in one line each."""

from datetime import datetime, timedelta, timezone
from typing import Any

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.workout import Entry, LoggedSet, Workout

ZONE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 11, 2, 18, 0, tzinfo=ZONE)


def kg(value: float) -> Load:
    """A load in kilograms."""
    return Load(value, Unit.KG)


def done(load: float | None, reps: int | None, **fields: Any) -> LoggedSet:
    """A logged set of ``load`` kilograms; an id is made from its values if missing."""
    fields.setdefault("id", f"set-{load}-{reps}-{sorted(fields.items())}")
    return LoggedSet(load=None if load is None else kg(load), reps=reps, **fields)


def entry(exercise: str, *sets: LoggedSet, **fields: Any) -> Entry:
    """An entry whose sets get ids that are unique within it."""
    return Entry(exercise=exercise, sets=sets, **fields)


def workout(*entries: Entry, day: int = 0, **fields: Any) -> Workout:
    """A finished workout of one hour, ``day`` days after Monday 2 November 2026."""
    start = MONDAY + timedelta(days=day)
    fields.setdefault("id", f"workout-{day}")
    fields.setdefault("ended_at", start + timedelta(hours=1))
    return Workout(started_at=start, entries=entries, **fields)
