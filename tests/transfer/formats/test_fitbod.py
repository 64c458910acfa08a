"""Fitbod exports: universal times, kilograms unrounded, timed sets with reps 0."""

from datetime import datetime

from builders import ZONE

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Kind

HEADER = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,"
    "isWarmup,Note,multiplier\n"
)
START = "2023-05-01 17:30:05 +0000"


def fitbod(*rows: str, header: str = HEADER) -> str:
    return header + "".join(f"{START},{row}\n" for row in rows)


def test_a_set_keeps_what_the_row_says(read):
    log = read(
        fitbod(
            "Bench, 10,40.0,0.0,0.0,0.0,0.0,true,, 1.0",
            "Bench, 8,80.0,0.0,0.0,0.0,0.0,false,paused, 1.0",
        ),
        unit=None,
    )

    (workout,) = log.workouts
    assert (log.app, workout.name) == ("fitbod", "")
    assert workout.started_at == datetime(2023, 5, 1, 18, 30, 5, tzinfo=ZONE)
    (entry,) = workout.entries
    assert (entry.exercise, entry.note) == ("bench-press-barbell", "paused")
    warmup, done = entry.sets
    assert (warmup.kind, done.kind) == (Kind.WARMUP, Kind.WORK)
    assert (done.load, done.reps) == (Load(80, Unit.KG), 8)


def test_pounds_show_through_the_kilograms_of_the_file(read):
    rows = ("Curl, 8,20.41168092460379,0.0", "Curl, 8,13.607787283069193,0.0")
    log = read(fitbod(*(f"{row},0.0,0.0,0.0,false,, 2.0" for row in rows)))

    assert [done.load for done in log.workouts[0].sets] == [
        Load(45, Unit.LB),
        Load(30, Unit.LB),
    ]


def test_a_heading_in_pounds_wins_over_the_named_unit(read):
    header = HEADER.replace("(kg)", "(lbs)")
    log = read(fitbod("Curl, 8,30,0,0,0,0,false,,2", header=header), unit=Unit.KG)

    assert log.workouts[0].sets[0].load == Load(30, Unit.LB)


def test_timed_and_distance_rows_are_sets(read):
    log = read(
        fitbod(
            "Plank, 0,0.0,85.0,0.0,0.0,0.0,false,, 0.0",
            "Walking, 0,0.0,600.5,1200.25,0.0,0.0,false,, 0.0",
        )
    )

    plank, walk = log.workouts[0].sets
    assert (plank.seconds, plank.metres, plank.reps, plank.load) == (
        85,
        None,
        None,
        None,
    )
    assert (walk.seconds, walk.metres) == (600.5, 1200.25)


def test_the_older_layout_says_how_many_sets_a_line_stands_for(read):
    log = read(
        "Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n"
        "2019-01-01,Bench,1,10,40,TRUE,\n2019-01-01,Bench,3,8,60,,slow\n"
    )

    (entry,) = log.workouts[0].entries
    assert [done.kind for done in entry.sets] == [Kind.WARMUP, *[Kind.WORK] * 3]
    assert [done.note for done in entry.sets] == ["", "slow", "slow", "slow"]
    assert log.rows == log.sets == 4
