import pytest
from builders import MONDAY, correct, delete, done, entry, put_items, workout

from befit_tui.domain.errors import DocumentError, StoreError
from befit_tui.domain.library import Library
from befit_tui.domain.value import replace
from befit_tui.domain.workout import SetTarget, Target

OPEN = workout(entry("bench"), id="push", name="Push", ended_at=None)


def sets(store):
    return [found.id for found in store.active().sets]


def full_workout(count):
    plan = Target(rest_s=180, sets=(SetTarget(reps=(6, 8), left=(1, 3)),) * 8)
    entries = [
        entry(
            f"exercise-number-{e}",
            *[
                done(80, 8, left=2, id=f"{e:04}{s:08}", at=MONDAY, rest_s=142)
                for s in range(8)
            ],
            target=plan,
        )
        for e in range(count // 8)
    ]
    return replace(OPEN, entries=tuple(entries))


def test_a_saved_workout_is_there_after_a_restart(store, reopen):
    saved = store.save_active(OPEN, "start")
    assert reopen().active() == saved


def test_forty_sets_with_a_hundred_steps_stay_under_40_kb(store, root):
    full = full_workout(40)
    kept = replace(full, entries=tuple(replace(e, sets=()) for e in full.entries))
    kept = store.save_active(kept, "start")
    for e, planned in enumerate(full.entries):
        for done_set in planned.sets:
            for logged in (done_set, replace(done_set, left=1, note="felt heavy")):
                entries = list(kept.entries)
                before = [s for s in entries[e].sets if s.id != logged.id]
                entries[e] = replace(entries[e], sets=(*before, logged))
                kept = replace(kept, entries=tuple(entries))
                kept = store.save_active(kept, f"set {logged.id}")
    for _ in range(30):
        kept = replace(kept, entries=(*kept.entries[1:], kept.entries[0]))
        kept = store.save_active(kept, "reorder")
    sizes = [(root / "active.json").stat().st_size]
    assert sum(store.undo() is not None for _ in range(120)) == 100
    sizes.append((root / "active.json").stat().st_size)
    assert max(sizes) < 40_000


def test_rev_grows_with_every_change_and_only_then(store):
    first = store.save_active(OPEN, "start")
    second = store.save_active(replace(first, note="a"), "note")
    assert store.save_active(second, "nothing new").rev == second.rev == first.rev + 1
    assert store.undo().active.rev == second.rev + 1
    assert store.undo().active is None


def test_undo_and_redo_walk_step_by_step_also_after_a_restart(store, reopen, log):
    store.save_active(OPEN, "start")
    for name in "abc":
        log(store, name)
    store = reopen()
    assert store.undo().label == "set c"
    assert store.undo().label == "set b"
    assert sets(store) == ["a"]
    store = reopen()
    assert store.redo().label == "set b"
    assert sets(store) == ["a", "b"]
    log(store, "d")
    assert store.redo() is None
    assert [store.undo().label for _ in range(4)] == [
        "set d",
        "set b",
        "set a",
        "start",
    ]
    assert store.undo() is None
    assert store.active() is None
    assert [store.redo().label for _ in range(4)] == [
        "start",
        "set a",
        "set b",
        "set d",
    ]
    assert sets(store) == ["a", "b", "d"]


def test_undo_goes_back_over_the_finish(store, reopen, log):
    store.save_active(OPEN, "start")
    log(store, "a")
    open_ = log(store, "b")
    store.finish(replace(open_, ended_at=MONDAY, session_rpe=8))
    assert store.active() is None
    assert store.read_month("2026-11")[0].session_rpe == 8
    store = reopen()
    undone = store.undo()
    assert undone.months == ("2026-11",)
    assert replace(undone.active, rev=0) == replace(open_, rev=0)
    assert store.read_month("2026-11") == ()
    assert store.undo().label == "set b"
    assert sets(store) == ["a"]
    assert [store.redo().label for _ in range(2)] == ["set b", "finish"]
    assert store.active() is None
    assert [s.id for s in store.read_month("2026-11")[0].sets] == ["a", "b"]
    assert store.redo() is None


def test_undo_goes_back_over_a_discarded_workout(store, reopen, log):
    store.save_active(OPEN, "start")
    log(store, "a")
    store.discard_active("discard")
    assert reopen().active() is None
    store = reopen()
    assert store.undo().label == "discard"
    assert sets(store) == ["a"]
    assert store.undo().label == "set a"


def test_steps_of_both_files_make_one_sequence(store, log):
    past = workout(entry("bench", done(80, 8)), id="past", day=-40)
    store.add_workouts([past], "import")
    store.save_active(OPEN, "start")
    correct(store, replace(past, note="slow"), "edit")
    log(store, "a")
    delete(store, "past")
    labels = ["delete", "set a", "edit", "start", "import"]
    assert [store.undo().label for _ in labels] == labels
    assert store.undo() is None
    assert [store.redo().label for _ in labels] == labels[::-1]
    assert store.redo() is None


def test_a_new_change_bars_redo_in_both_files(store, log):
    past = workout(entry("bench", done(80, 8)), id="past", day=-40)
    store.save_active(OPEN, "start")
    log(store, "a")
    store.add_workouts([past], "import")
    store.undo()
    log(store, "b")
    assert store.redo() is None
    store.undo()
    store.undo()
    assert [store.redo().label for _ in range(2)] == ["set a", "set b"]
    assert store.redo() is None
    assert store.read_month(past.month) == ()


def test_what_is_older_than_a_dropped_step_is_out_of_reach(store):
    past = workout(entry("bench", done(80, 8)), id="past")
    store.add_workouts([past], "import")
    kept = store.save_active(OPEN, "start")
    for step in range(150):
        kept = store.save_active(replace(kept, note=str(step)), "note")
    assert sum(store.undo() is not None for _ in range(150)) == 100
    assert store.active().note == "49"
    assert store.read_month("2026-11") == (past,)


def test_one_workout_at_a_time(store):
    store.save_active(OPEN, "start")
    with pytest.raises(StoreError, match="Another workout is open"):
        store.save_active(replace(OPEN, id="other"), "start")
    with pytest.raises(StoreError, match="Another workout is open"):
        store.finish(replace(OPEN, id="other"))
    assert store.active().id == "push"


def test_a_finished_workout_is_not_opened_again_by_saving(store):
    store.save_active(OPEN, "start")
    store.finish(OPEN)
    store.finish(OPEN)
    assert len(store.read_month("2026-11")) == 1
    with pytest.raises(StoreError, match="finished already"):
        store.save_active(OPEN, "set")


def test_what_could_not_be_read_again_is_not_written(store):
    kept = store.save_active(OPEN, "start")
    with pytest.raises(DocumentError, match="session_rpe"):
        store.save_active(replace(kept, session_rpe=12), "rate")
    with pytest.raises(StoreError, match="not written"):
        put_items(store, "noted", {"x": {"id": "x", "excess": float("inf")}}, "note")
    assert store.active() == kept
    assert store.library() == Library()


def test_what_only_the_disk_knows_stays_there(store, reopen, root):
    store.save_active(OPEN, "start")
    path = root / "active.json"
    text = path.read_text()
    text = text.replace('"exercise": "bench"', '"bar": 7, "exercise": "bench"')
    path.write_text(text.replace('"rev": 1', '"rev": 1, "mood": {"tags": ["a"]}'))
    again = reopen()
    opened = again.active()
    noted = again.save_active(replace(opened, note="slow"), "note")
    again.finish(noted)
    [stored] = again.documents(noted.month).values()
    assert stored["mood"] == {"tags": ["a"]}
    assert [one["bar"] for one in stored["entries"]] == [7]
    again.undo()
    assert again.documents(None)[OPEN.id]["mood"] == {"tags": ["a"]}
