"""The log as a database of SQLite, with tables that need no explanation."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from types import SimpleNamespace
from typing import Any

from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.workout import Workout

Columns = Mapping[str, str]
"""The columns of a table, each with the place of its value: ``load.kg``."""

_EXERCISES = {
    "id TEXT PRIMARY KEY": "id", "name TEXT NOT NULL": "name",
    "equipment TEXT": "equipment", "pattern TEXT": "pattern",
    "primary_muscles TEXT": "primary", "secondary_muscles TEXT": "secondary",
    "measured_by TEXT": "load", "failure_risk TEXT": "failure_risk",
}  # fmt: skip
_WORKOUTS = {
    "id TEXT PRIMARY KEY": "id", "name TEXT": "name",
    "started_at TEXT NOT NULL": "started_at", "ended_at TEXT": "ended_at",
    "day TEXT NOT NULL": "day", "phase TEXT": "phase",
    "session_rpe REAL": "session_rpe", "bodyweight_kg REAL": "bodyweight.kg",
    "note TEXT": "note", "app TEXT": "source.app",
}  # fmt: skip
_SETS = {
    "id TEXT PRIMARY KEY": "done.id",
    "workout_id TEXT NOT NULL REFERENCES workouts (id)": "workout.id",
    "exercise_id TEXT NOT NULL REFERENCES exercises (id)": "entry.exercise",
    "written_name TEXT": "entry.written", "position INTEGER NOT NULL": "position",
    "superset INTEGER": "entry.superset", "kind TEXT NOT NULL": "done.kind",
    "load REAL": "done.load.value", "unit TEXT": "done.load.unit",
    "load_kg REAL": "done.load.kg", "reps INTEGER": "done.reps",
    "extra_reps INTEGER": "done.extra_reps", "reps_left REAL": "left",
    "ended TEXT": "done.end", "form TEXT": "done.form", "rpe REAL": "done.rpe",
    "seconds REAL": "done.seconds", "metres REAL": "done.metres",
    "rest_seconds REAL": "done.rest_s", "done_at TEXT": "done.at",
    "note TEXT": "done.note", "exercise_note TEXT": "entry.note",
    "sides TEXT": "done.sides",
}  # fmt: skip
_FURTHER = """
CREATE INDEX sets_by_exercise ON sets (exercise_id);
CREATE INDEX sets_by_workout ON sets (workout_id, position);
CREATE VIEW log AS
    SELECT workouts.day, workouts.name AS workout, exercises.name AS exercise,
           sets.kind, sets.load, sets.unit, sets.reps, sets.reps_left, sets.ended,
           sets.seconds, sets.metres, sets.note
    FROM sets
    JOIN workouts ON workouts.id = sets.workout_id
    JOIN exercises ON exercises.id = sets.exercise_id
    ORDER BY workouts.started_at, sets.position;
"""
"""Times are local ISO 8601; ``position`` counts the sets of a workout."""


def to_sqlite(workouts: Iterable[Workout], get: Callable[[str], Exercise]) -> bytes:
    """The log as the bytes of a database: exercises, workouts, sets, and a view."""
    found = in_order(workouts)
    used = dict.fromkeys(entry.exercise for one in found for entry in one.entries)
    with closing(sqlite3.connect(":memory:")) as base:
        _fill(base, "exercises", _EXERCISES, map(get, used))
        _fill(base, "workouts", _WORKOUTS, found)
        _fill(base, "sets", _SETS, (one for workout in found for one in _sets(workout)))
        base.executescript(_FURTHER)
        base.commit()
        return base.serialize()


def _fill(
    base: sqlite3.Connection, table: str, columns: Columns, rows: Iterable[object]
) -> None:
    base.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
    places = [place.split(".") for place in columns.values()]
    base.executemany(
        f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})",
        ([_value(row, place) for place in places] for row in rows),
    )


def _value(found: Any, place: Iterable[str]) -> Any:
    for name in place:
        found = None if found is None else getattr(found, name)
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, tuple):
        return ", ".join(found)
    return found if found is None or isinstance(found, int | float) else str(found)


def _sets(workout: Workout) -> Iterator[object]:
    done = ((entry, done) for entry in workout.entries for done in entry.sets)
    for position, (entry, one) in enumerate(done, 1):
        yield SimpleNamespace(
            workout=workout,
            entry=entry,
            done=one,
            position=position,
            left=known_left(one),
        )
