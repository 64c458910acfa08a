"""Builders that tests share: a set, an entry, a workout in one line each."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Any

from befit_tui.demo import demo_workouts
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


@cache
def demo_year(today: date) -> tuple[Workout, ...]:
    """The year of ``befit demo`` that ends on a day, told once in a run."""
    return tuple(demo_workouts(today, ZONE))


def filed(store: Any, workout_id: str) -> Workout:
    """The finished workout with that id, as the store has it."""
    months = (store.read_month(month) for month in store.months())
    return next(w for month in months for w in month if w.id == workout_id)


def in_past(logbook: Any, workout_id: str) -> Workout | None:
    """A workout of the past as the logbook has it, or None."""
    return next((one for one in logbook.past() if one.id == workout_id), None)


def correct(store: Any, changed: Workout, label: str) -> Workout:
    """Puts ``changed`` in the stead of the finished workout with its id."""
    store.change([(filed(store, changed.id), changed)], label)
    return filed(store, changed.id)


def delete(store: Any, workout_id: str, label: str = "delete") -> None:
    """Takes a finished workout out of the log."""
    store.change([(filed(store, workout_id), None)], label)


def put_items(store: Any, name: str, items: Mapping[str, Any], label: str) -> None:
    """Keeps items of a list of the library by id; None takes one out."""
    store.change((), label, {(name, key): item for key, item in items.items()})
