"""Liftosaur's history as a table: planned sets beside done ones, times of sets."""

from datetime import datetime

import pytest
from builders import ZONE

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Kind

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,"
    "Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Log RPE?,"
    "Required Weight Value,Required Weight Unit,Completed Weight Value,"
    "Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes\n"
)


def a_set(
    *,
    done: str = "8",
    rpe: str = "",
    load: str = "80,kg",
    at: str = "2023-05-01T17:10:30.250Z",
    warmup: str = "0",
    exercise: str = "Bench",
    note: str = "",
) -> str:
    return (
        f"2023-05-01T17:00:00.500Z,5/3/1,Push A,{exercise},{warmup},5,{done},0,8,"
        f'{rpe},1,85,kg,{load},0,{at},Chest,"Triceps,Delts",{note}\n'
    )


def test_a_set_keeps_what_the_row_says(read):
    log = read(HEADER + a_set(rpe="8.5", note="slow"), unit=None)

    (workout,) = log.workouts
    assert (log.app, workout.name) == ("liftosaur", "Push A")
    assert workout.started_at == datetime(2023, 5, 1, 18, 0, 0, 500_000, tzinfo=ZONE)
    (entry,) = workout.entries
    assert (entry.exercise, entry.note) == ("bench-press-barbell", "slow")
    (done,) = entry.sets
    assert (done.load, done.reps) == (Load(80, Unit.KG), 8)
    assert (done.rpe, done.left) == (8.5, 1.5)
    assert done.at == datetime(2023, 5, 1, 18, 10, 30, 250_000, tzinfo=ZONE)


def test_the_workout_ends_with_its_last_set(read):
    log = read(HEADER + a_set() + a_set(at="2023-05-01T17:20:00.000Z") + a_set())

    assert log.workouts[0].ended_at == datetime(2023, 5, 1, 18, 20, tzinfo=ZONE)


def test_sets_that_were_only_planned_are_counted(read):
    log = read(HEADER + a_set(done="", load=",", at="") + a_set() + a_set(done="0"))

    assert log.skipped == {"not done": 1}
    assert [done.reps for done in log.workouts[0].sets] == [8, 0]


def test_warmups_and_pounds(read):
    log = read(HEADER + a_set(warmup="1", load="45,lb", rpe="6"), unit=Unit.KG)

    (done,) = log.workouts[0].sets
    assert (done.kind, done.load, done.left) == (Kind.WARMUP, Load(45, Unit.LB), None)


@pytest.mark.parametrize("written", ['"Zercher Carry, Barbell"', "Zercher Carry"])
def test_an_unknown_exercise_keeps_its_name(read, written):
    log = read(HEADER + a_set(exercise=written))

    assert log.unmatched == (written.strip('"'),)
