"""A programme taken over from a file: routines, one step of undo, what did not map."""

import pytest
from programme_runs import run, sessions

from befit_tui.domain.errors import BefitError
from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.logbook.planning import routines
from befit_tui.logbook.planning.liftoscript import take_over

TEXT = """# Week 1
## Day 1
Squat / 3x5 60kg / progress: lp(2.5kg, 1, 0, 10%, 2)
Zorp Press / 3x8
## Day 2
Bench Press, Dumbbell / 3x8 / progress: sum(30, 2kg)
"""


def written(folder, text=TEXT, name="Mine.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_days_become_routines_that_move_by_their_rules(tmp_path):
    with run(tmp_path / "log") as lifter:
        taken = take_over(lifter.logbook, written(tmp_path))
        kept = routines.routines(lifter.logbook)
        assert kept == taken.routines
        plans = [
            (one.name, one.programme, [format_plan(e.target) for e in one.entries])
            for one in kept
        ]
        assert plans == [
            ("Mine Day 1", "Mine", ["3x5 60kg +2.5kg/session, fail 2: -10%"]),
            ("Mine Day 2", "Mine", ["3x8"]),
        ]
        assert taken.left_out == (
            "Bench Press, Dumbbell: progress: sum is not taken over",
            "Zorp Press: no exercise of that name; add it with a",
        )
        lifter.rest(1)
        done = [None, 4, 3, None]
        expected = ["3x5 60", "3x5 62.5", "3x5 62.5", "3x5 55"]
        assert sessions(lifter, "squat-barbell", done) == expected


def test_it_is_one_step_of_undo(tmp_path):
    with run(tmp_path / "log") as lifter:
        take_over(lifter.logbook, written(tmp_path))
        assert lifter.logbook.undo() == "programme Mine"
        assert routines.routines(lifter.logbook) == ()


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("my notes", "Mine.txt", "No exercise with sets was found"),
        ("", "Mine.txt", "Mine.txt is empty"),
        (TEXT, "elsewhere.txt", "cannot be read: No such file"),
    ],
)
def test_what_is_no_programme_changes_nothing(tmp_path, text, name, sentence):
    path = written(tmp_path, text)
    with run(tmp_path / "log") as lifter:
        with pytest.raises(BefitError, match=sentence):
            take_over(lifter.logbook, path.with_name(name))
        assert routines.routines(lifter.logbook) == ()


def test_a_name_that_is_taken_changes_nothing(tmp_path):
    path = written(tmp_path)
    with run(tmp_path / "log") as lifter:
        take_over(lifter.logbook, path)
        with pytest.raises(BefitError, match="a routine called Mine Day 1 already"):
            take_over(lifter.logbook, path)
        assert len(routines.routines(lifter.logbook)) == 2
