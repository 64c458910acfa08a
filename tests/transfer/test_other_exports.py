"""The log for other programs: openweight's documents and a database."""

import json
import sqlite3
from contextlib import closing

from builders import done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer.openweight import VERSION, to_openweight
from befit_tui.transfer.sqlite_export import to_sqlite

CATALOG = load_catalog()
LOG = (
    workout(
        entry(
            "bench-press-barbell",
            done(40, 10, kind=Kind.WARMUP),
            done(80, 8, left=2),
            done(80, 7, left=0.5),
            done(80, 6, end=End.VOLITIONAL, note="=1+1"),
            superset=0,
            note="pause",
        ),
        entry("plank", done(None, None, seconds=60.4)),
        name="Push A",
    ),
)


def test_a_workout_log_of_openweight():
    (found,) = json.loads(to_openweight(LOG, CATALOG.get))

    assert found["openweight"] == VERSION
    assert (found["date"], found["durationSeconds"]) == (
        "2026-11-02T18:00:00+01:00",
        3600,
    )
    bench, plank = found["exercises"]
    assert bench["exercise"]["name"] == "Bench Press (Barbell)"
    assert (bench["supersetId"], bench["order"], bench["notes"]) == (1, 1, "pause")
    assert bench["sets"] == [
        {"reps": 10, "type": "warmup", "weight": 40, "unit": "kg"},
        {"reps": 8, "rir": 2, "type": "working", "weight": 80, "unit": "kg"},
        {"reps": 7, "rpe": 9.5, "type": "working", "weight": 80, "unit": "kg"},
        {"reps": 6, "rir": 0, "toFailure": True, "type": "working", "notes": "=1+1",
         "weight": 80, "unit": "kg"},
    ]  # fmt: skip
    assert plank["sets"] == [{"durationSeconds": 60, "type": "working"}]


def test_a_plan_without_sets_is_no_workout_log():
    assert json.loads(to_openweight([workout(entry("plank"))], CATALOG.get)) == []


def test_a_database_answers_questions():
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(to_sqlite(LOG, CATALOG.get))
        assert base.execute(
            "SELECT exercise, load, reps, reps_left FROM log WHERE kind = 'work'"
        ).fetchall() == [
            ("Bench Press (Barbell)", 80, 8, 2),
            ("Bench Press (Barbell)", 80, 7, 0.5),
            ("Bench Press (Barbell)", 80, 6, 0),
            ("Plank", None, None, None),
        ]
        assert base.execute("SELECT count(*) FROM workouts").fetchone() == (1,)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
