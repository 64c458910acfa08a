"""The log as a database of SQLite, with tables that need no explanation."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any

from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Entry, LoggedSet, Workout

_SCHEMA = """
CREATE TABLE exercises (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, equipment TEXT, pattern TEXT,
    primary_muscles TEXT, secondary_muscles TEXT, measured_by TEXT, failure_risk TEXT
);
CREATE TABLE workouts (
    id TEXT PRIMARY KEY, name TEXT, started_at TEXT NOT NULL, ended_at TEXT,
    day TEXT NOT NULL, phase TEXT, session_rpe REAL, bodyweight_kg REAL, note TEXT,
    app TEXT
);
CREATE TABLE sets (
    id TEXT PRIMARY KEY, workout_id TEXT NOT NULL REFERENCES workouts (id),
    exercise_id TEXT NOT NULL REFERENCES exercises (id), written_name TEXT,
    position INTEGER NOT NULL, superset INTEGER, kind TEXT NOT NULL, load REAL,
    unit TEXT, load_kg REAL, reps INTEGER, extra_reps INTEGER, reps_left REAL,
    ended TEXT, form TEXT, rpe REAL, seconds REAL, metres REAL, rest_seconds REAL,
    done_at TEXT, note TEXT, exercise_note TEXT, sides TEXT
);
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
    found = sorted(workouts, key=lambda one: (one.started_at, one.id))
    used = dict.fromkeys(entry.exercise for one in found for entry in one.entries)
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(_SCHEMA)
        _insert(base, "exercises", map(_exercise, map(get, used)))
        _insert(base, "workouts", map(_workout, found))
        _insert(base, "sets", (row for workout in found for row in _sets(workout)))
        base.commit()
        return base.serialize()


def _insert(
    base: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        base.execute(f"INSERT INTO {table} VALUES ({places})", row)


def _exercise(one: Exercise) -> tuple[Any, ...]:
    return (
        one.id,
        one.name,
        one.equipment,
        one.pattern,
        ", ".join(one.primary),
        ", ".join(one.secondary),
        str(one.load),
        str(one.failure_risk),
    )


def _workout(one: Workout) -> tuple[Any, ...]:
    return (
        one.id,
        one.name,
        one.started_at.isoformat(),
        one.ended_at and one.ended_at.isoformat(),
        one.started_at.date().isoformat(),
        one.phase and str(one.phase),
        one.session_rpe,
        one.bodyweight and one.bodyweight.kg,
        one.note,
        one.source and one.source.app,
    )


def _sets(workout: Workout) -> Iterator[tuple[Any, ...]]:
    position = 0
    for entry in workout.entries:
        for done in entry.sets:
            position += 1
            yield _set(workout, entry, done, position)


def _set(
    workout: Workout, entry: Entry, done: LoggedSet, position: int
) -> tuple[Any, ...]:
    return (
        done.id,
        workout.id,
        entry.exercise,
        entry.written,
        position,
        entry.superset,
        str(done.kind),
        done.load and done.load.value,
        done.load and str(done.load.unit),
        done.load and done.load.kg,
        done.reps,
        done.extra_reps,
        known_left(done),
        done.end and str(done.end),
        done.form and str(done.form),
        done.rpe,
        done.seconds,
        done.metres,
        done.rest_s,
        done.at and done.at.isoformat(),
        done.note,
        entry.note,
        done.sides and str(done.sides),
    )
