"""FitNotes exports of Android, iOS and of the other app of nearly that name."""

from datetime import datetime

import pytest
from builders import ZONE

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Kind

NOON = datetime(2023, 5, 1, 12, tzinfo=ZONE)

LAYOUTS = {
    "Android old": (
        "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
        "2023-05-01,Flat Bench,Chest,80.0,8,,,\n"
    ),
    "Android": (
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
        "2023-05-01,Flat Bench,Chest,80.0,kgs,8,,,\n"
    ),
    "Android now": (
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,"
        'Comment\n2023-05-01,Flat Bench,Chest,80.0,kgs,8,,,,"easy"\n'
    ),
    "iOS": (
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,"
        "Time,Notes,Kind\n2023-05-01,Flat Bench,Chest,80.0,,8,,,,easy,wr\n"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_set(read, layout):
    log = read(LAYOUTS[layout], unit=None)

    (workout,) = log.workouts
    assert (log.app, workout.started_at, workout.ended_at) == ("fitnotes", NOON, NOON)
    (done,) = workout.sets
    assert (done.load, done.reps) == (Load(80, Unit.KG), 8)
    assert done.note == ("easy" if layout in ("Android now", "iOS") else "")
    assert log.unmatched == ("Flat Bench",)


def test_ios_fills_one_of_two_weight_columns(read):
    text = LAYOUTS["iOS"] + "2023-05-01,Flat Bench,Chest,,185.0,5,,,,,wr\n"

    assert read(text).workouts[0].sets[1].load == Load(185, Unit.LB)


@pytest.mark.parametrize(
    ("tail", "metres", "seconds"),
    [
        ("5.2,km,0:25:30", 5200, 1530),
        ("1.0,mi,", 1609.344, None),
        ("100.0,m,01:10", 100, 70),
        ("20,ft,", 6.096, None),
        (",,1:00:00", None, 3600),
    ],
)
def test_timed_and_distance_rows_are_sets(read, tail, metres, seconds):
    log = read(LAYOUTS["Android"] + f"2023-05-01,Running,Cardio,,,,{tail}\n")

    done = log.workouts[0].sets[-1]
    assert (done.metres, done.seconds) == (
        pytest.approx(metres) if metres else None,
        seconds,
    )
    assert (done.reps, done.load) == (None, None)


def test_exercises_done_in_turn_keep_one_entry_each(read):
    head = LAYOUTS["Android"].splitlines()[0] + "\n"
    rows = [
        f"2023-05-01,{exercise},Legs,50,kgs,8,,,\n"
        for exercise in ["Plank", "Squat (Barbell)"] * 3
    ]

    entries = read(head + "".join(rows)).workouts[0].entries
    assert [len(one.sets) for one in entries] == [3, 3]


WORKOUTS = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,"
    "Status,IsWarmup,RPE,RIR,Categories,Note\n"
)


def test_fit_notes_workouts_keeps_rir_and_says_what_was_not_done(read):
    span = "2024-03-01T17:00:00Z,2024-03-01T18:00Z"
    log = read(
        WORKOUTS
        + f'Push,{span},"82,4",Bench Press,Barbell,8,"17,5",,,Done,false,,2,,slow\n'
        + f"Push,{span},,Bench Press,Barbell,8,20,,,NotStarted,false,,,Chest,\n"
        + f"Push,{span},,Bench Press,Barbell,3,20,,,Failed,false,9,,Chest,\n"
        + f"Push,{span},,Bench Press,Barbell,9,10,,,Done,true,3,,Chest,\n"
    )

    (workout,) = log.workouts
    assert workout.started_at == datetime(2024, 3, 1, 18, tzinfo=ZONE)
    assert workout.bodyweight == Load(82.4, Unit.KG)
    assert log.skipped == {"not done": 1}
    assert [one.exercise for one in workout.entries] == ["bench-press-barbell"]
    first, failed, warmup = workout.sets
    assert (first.load, first.left, first.note) == (Load(17.5, Unit.KG), 2, "slow")
    assert (failed.end, failed.rpe, failed.left) == (End.VOLITIONAL, 9, 1)
    assert (warmup.kind, warmup.rpe, warmup.left) == (Kind.WARMUP, 3, None)
