"""Items of the library: each change is a step of undo, among those of the workouts."""

import pytest
from builders import done, entry, put_items, workout

from befit_tui.domain.value import replace

OPEN = workout(entry("bench"), id="push", name="Push", ended_at=None)
PUSH = {"id": "r1", "name": "Push A", "entries": []}
PULL = {"id": "r2", "name": "Pull A", "entries": []}


def names(store):
    return [item["name"] for item in store.library().routines]


def test_an_item_is_there_after_a_restart(store, reopen):
    put_items(store, "routines", {"r1": PUSH}, "routine Push A")
    assert reopen().library().routines == (PUSH,)


def test_items_keep_their_order_when_one_changes(store, reopen):
    put_items(store, "routines", {"r1": PUSH, "r2": PULL}, "programme")
    put_items(store, "routines", {"r1": {**PUSH, "name": "Push B"}}, "new name")
    assert names(store) == ["Push B", "Pull A"]
    assert names(reopen()) == ["Push B", "Pull A"]


def test_undo_walks_through_items_sets_and_finished_workouts_in_order(store, log):
    put_items(store, "routines", {"r1": PUSH, "r2": PULL}, "programme")
    store.save_active(OPEN, "start")
    log(store, "a")
    put_items(store, "routines", {"r1": None}, "deleted Push A")
    store.finish(replace(store.active(), ended_at=OPEN.started_at))
    labels = [store.undo().label for _ in range(5)]
    assert labels == ["finish", "deleted Push A", "set a", "start", "programme"]
    assert names(store) == []
    assert store.undo() is None
    redone = [store.redo() for _ in range(5)]
    assert [step.label for step in redone] == labels[::-1]
    assert names(store) == ["Pull A"]
    assert [step.months for step in redone] == [(), (), (), (), (OPEN.month,)]


def test_what_is_already_so_is_no_step(store):
    put_items(store, "changes", {"bench": {"id": "bench", "note": "belt"}}, "one")
    put_items(store, "changes", {"bench": {"id": "bench", "note": "belt"}}, "two")
    put_items(store, "changes", {"squat": None}, "three")
    assert store.undo().label == "one"
    assert store.undo() is None
    assert store.library().changes == ()


def test_other_lists_and_the_lifters_exercises_stay(store):
    put_items(store, "routines", {"r1": PUSH}, "routine")
    library = store.library()
    store.save_library(replace(library, phases=({"id": "p", "phase": "deload"},)))
    store.undo()
    kept = store.library()
    assert (kept.routines, len(kept.phases)) == ((), 1)


@pytest.mark.parametrize("items", ["routines", "changes", "phases"])
def test_every_list_has_its_own_items(store, items):
    put_items(store, items, {"x": {"id": "x"}}, "one")
    library = store.library()
    assert getattr(library, items) == ({"id": "x"},)
    assert (
        sum(len(items) for items in (library.routines, library.changes, library.phases))
        == 1
    )


def test_the_sets_of_the_open_workout_cost_nothing_of_the_shelf(store, root, log):
    put_items(store, "routines", {"r1": PUSH}, "routine")
    store.save_active(OPEN, "start")
    before = (root / "library.json").stat().st_mtime_ns
    log(store, "a")
    assert (root / "library.json").stat().st_mtime_ns == before
    assert store.active().sets == (done(80, 8, id="a"),)
