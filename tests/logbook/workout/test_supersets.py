"""Supersets of a workout that is appended to, cut short or ended."""

from contextlib import contextmanager

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.logbook.ids import id_maker
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import programme, routines
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.store.store import Store

BENCH, CURL = "bench-press-barbell", "hammer-curl-dumbbell"
SQUAT, PULL_UP = "squat-barbell", "pull-up"
PUSH = workout(
    entry(BENCH, done(80, 8), superset=1),
    entry(CURL, done(14, 12), superset=1),
    day=-7,
    name="Push",
)
LEGS = workout(
    entry(SQUAT, done(100, 5), superset=1),
    entry(PULL_UP, done(None, 8), superset=1),
    day=-5,
    name="Legs",
)


@contextmanager
def repeating(folder, past):
    """A log in which ``past`` is planned again."""
    store = Store(folder, clock=lambda: MONDAY)
    store.add_workouts([PUSH, LEGS], "past")
    ids = id_maker(lambda: MONDAY)
    logbook = Logbook(store, load_catalog(), clock=lambda: MONDAY, new_id=ids)
    logbook.repeat(past)
    yield logbook
    store.close()


def append_workout(logbook):
    logbook.append(LEGS)


def append_routine(logbook):
    programme.append(logbook, routines.save_workout(logbook, LEGS))


@pytest.mark.parametrize("append", [append_workout, append_routine])
def test_what_is_appended_takes_turns_only_with_its_own(tmp_path, append):
    with repeating(tmp_path, PUSH) as logbook:
        append(logbook)
        one, two, three, four = (each.superset for each in logbook.active.entries)
        assert one == two != three == four


def test_an_exercise_whose_partner_was_not_done_is_filed_on_its_own(tmp_path):
    with repeating(tmp_path, PUSH) as logbook:
        editor = WorkoutEditor(logbook)
        editor.submit("80x8@2")
        editor.finish()
        (bench,) = next(logbook.history.newest_first()).entries
        assert (bench.exercise, bench.superset) == (BENCH, None)
        logbook.undo()
        assert [one.superset for one in logbook.active.entries] == [1, 1]
