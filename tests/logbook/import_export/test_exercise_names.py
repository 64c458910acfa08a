"""Saying otherwise which lifts were done: the whole history, and one step of undo."""

import os
from itertools import count

import pytest
from builders import MONDAY, done, entry, kg, workout

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.value import replace
from befit_tui.logbook import exercise_settings
from befit_tui.logbook.import_export import exercise_names
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import training_maxes
from befit_tui.store.store import Store

CATALOG = load_catalog()
ODD = "own-zigzag"


@pytest.fixture
def logbook(tmp_path, monkeypatch):
    """A log of two months and an open workout, each with sets of an unknown lift."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    store, ids = Store(tmp_path, clock=lambda: MONDAY), count(1)
    past = [
        workout(
            replace(entry(ODD, done(40, 8, id=f"z{day}")), written="Zigzag"), day=day
        )
        for day in (-40, -7)
    ]
    store.add_workouts(past, "import")
    log = Logbook(
        store, CATALOG, clock=lambda: MONDAY, new_id=lambda: f"id-{next(ids)}"
    )
    opened = log.start("Today")
    log.keep(replace(opened, entries=(entry(ODD, done(42, 8, id="z0")),)), "sets")
    yield log
    store.close()


def held(logbook):
    """Everything that is on disk: the finished workouts, the open one, the library."""
    past = {one.id: one for one in logbook.past()}
    return past, logbook.store.active(), logbook.store.library()


@pytest.mark.parametrize(
    ("own", "most"), [({}, 100), ({"squat-low-bar-barbell": kg(80)}, 80)]
)
def test_a_training_max_goes_along_to_a_lift_that_has_none(logbook, own, most):
    training_maxes.keep(logbook, {"squat-barbell": kg(100)} | own)
    exercise_names.merge(logbook, "squat-barbell", "squat-low-bar-barbell")
    assert training_maxes.set_maxes(logbook)["squat-low-bar-barbell"].load == kg(most)


@pytest.mark.parametrize(
    "change",
    [
        lambda log: exercise_names.choose(log, "zigzag", "bench-press-machine-none"),
        lambda log: exercise_names.choose(log, "zigzag", "chest-press-machine"),
        lambda log: exercise_names.make_own(log, "Zigzag Press"),
        lambda log: exercise_settings.rename(log, "bench-press-barbell", "Bankdrücken"),
        lambda log: exercise_settings.hide(log, "bench-press-barbell"),
    ],
    ids=["refused", "choose", "own", "rename", "hide"],
)
def test_one_undo_brings_everything_back(logbook, change):
    before = held(logbook)
    try:
        change(logbook)
    except exercise_names.BefitError:
        assert held(logbook) == before
        return
    assert held(logbook) != before
    logbook.undo()
    assert held(logbook) == before


def test_a_choice_goes_through_the_months_and_edits_no_workout(logbook):
    assert exercise_names.choose(logbook, "Zigzag", "chest-press-machine") == 3
    past, active, _ = held(logbook)
    lifts = [one.entries[0] for one in (*past.values(), active)]
    assert {one.exercise for one in lifts} == {"chest-press-machine"}
    assert {one.written for one in lifts} == {"Zigzag"}
    assert {one.rev for one in past.values()} == {1}


def test_what_was_accepted_is_doubted_no_more(logbook):
    assert exercise_names.named_exercises(logbook)[0].how_words == "not known"
    exercise_names.choose(logbook, "Zigzag", "chest-press-machine")
    [row] = exercise_names.named_exercises(logbook)
    assert (row.how_words, row.sets) == ("your choice", 3)
