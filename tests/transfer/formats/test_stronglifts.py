"""StrongLifts exports: the sets of an exercise side by side on one line."""

from datetime import datetime

import pytest
from builders import ZONE

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End

HEADER = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,"
    "Sets×Reps,Sets×Time,Top Set (Reps×LB),e1RM (LB),Reps,Volume (LB),"
    "Workout Volume (LB),Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,"
    "Set 1 (Reps),Set 1 (LB),Set 2 (Reps),Set 2 (LB),Set 3 (Reps),Set 3 (LB)\n"
)
IN_KG = HEADER.replace("LB)", "KG)")
OF_2025 = IN_KG.replace("×", "x").replace("Set 1 (KG)", " Set 1 (KG)")


def a_line(
    sets: str = "5,100,5,100,5,100",
    marks: str = "3×5",
    exercise: str = "Squat (Barbell)",
    start: str = "6:05 PM",
    times: str = "",
) -> str:
    return (
        f'2023/05/01,7,"Workout A","5×5",82.4,"{exercise}",{marks},{times},5×100,113,'
        f'15,1500,3000,0.75,{start},6:50 PM,"felt fine",{sets}\n'
    )


def test_a_line_holds_several_sets(read):
    log = read(HEADER + a_line() + a_line("5,50,,,,", "1×5", "Bench"), unit=None)

    (workout,) = log.workouts
    assert (log.app, log.rows, log.sets) == ("stronglifts", 4, 4)
    assert (workout.name, workout.note) == ("Workout A", "felt fine")
    assert workout.started_at == datetime(2023, 5, 1, 18, 5, tzinfo=ZONE)
    assert workout.ended_at == datetime(2023, 5, 1, 18, 50, tzinfo=ZONE)
    assert workout.bodyweight == Load(82.4, Unit.KG)
    assert [one.exercise for one in workout.entries] == [
        "squat-barbell",
        "bench-press-barbell",
    ]
    assert [(done.load, done.reps) for done in workout.entries[0].sets] == [
        (Load(100, Unit.LB), 5)
    ] * 3
    assert set(log.lines.values()) == {2, 3}


def test_zero_reps_are_a_miss_or_a_set_that_was_not_done(read):
    log = read(IN_KG + a_line("5,100,0,100,0,100", "5/0/-"))

    assert log.skipped == {"not done": 1}
    assert [(done.reps, done.end) for done in log.workouts[0].sets] == [
        (5, None),
        (0, End.MISSED),
    ]


@pytest.mark.parametrize("header", [IN_KG, OF_2025])
def test_layouts_differ_in_their_headings(read, header):
    log = read(header + a_line(), unit=None)

    assert log.workouts[0].sets[0].load == Load(100, Unit.KG)


def test_two_workouts_of_a_day_stay_apart(read):
    log = read(HEADER + a_line() + a_line(start="19:30"))

    assert [one.started_at.hour for one in log.workouts] == [18, 19]


def test_a_line_without_sets_is_counted(read):
    log = read(HEADER + a_line() + a_line(",,,,,", "") + "," * 22 + "\n")

    assert log.skipped == {"empty row": 1, "empty set": 1}


def test_a_line_that_was_cut_loses_no_set(read):
    log = read(HEADER + a_line("5,100,5"))

    assert [done.reps for done in log.workouts[0].sets] == [5, 5]


def test_what_cannot_be_read_is_an_error_of_its_set(read):
    log = read(HEADER + a_line("5,100,5,heavy,5,-5") + a_line(times="3×60"))

    assert [(one.line, one.reason) for one in log.errors] == [
        (2, 'weight "heavy" is not a number'),
        (2, "weight -5 is not between 0 and 3000"),
        *[(3, "sets by time are not known in StrongLifts files")] * 3,
    ]
    assert (log.rows, log.sets) == (6, 1)


def test_headings_without_a_known_unit_are_refused(read):
    with pytest.raises(ImportRefusedError, match="not an export that Befit knows"):
        read(HEADER.replace("LB)", "stone)") + a_line())
