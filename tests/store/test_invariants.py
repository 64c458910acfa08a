"""What holds of the store whatever happens, one test for each; more of each elsewhere.

The numbers are those that the long run and the harness speak of.
"""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from itertools import count

import pytest
from builders import MONDAY, done, entry, put_items, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from store.crash import ablations, modes, power
from store.crash.calls import Fault, in_child
from store.crash.story import ONE_OF_EACH, in_memory, log_set, opened, stages, state
from strategies import workouts
from tinydb import TinyDB

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.codec import to_plain
from befit_tui.domain.errors import BusyError, NewerDataError, ReadOnlyError, StoreError
from befit_tui.domain.library import Library
from befit_tui.domain.value import replace
from befit_tui.domain.workout import SetTarget, Target
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.files import previous
from befit_tui.store.json_text import dumps, loads, new_tables
from befit_tui.store.store import Store

OPEN = workout(entry("bench"), id="push", ended_at=None)


def past(day):
    return workout(entry("bench", done(80, 8, id=f"s{day}")), day=day, id=f"w{day}")


LATE = 17
"""Where in the story a journal is written that is seen when it comes back, at the next
operation; the begin of the story shows nothing."""


@pytest.fixture(scope="module")
def story():
    with in_memory() as base:
        yield stages(base, ONE_OF_EACH)


@pytest.fixture
def scratch():
    with in_memory() as base:
        yield base


@pytest.fixture
def stage(story):
    return {one.name: one for one in story}


def contents(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def with_set(kept, name, **fields):
    first = kept.entries[0]
    sets = (*first.sets, done(80, 8, id=name, **fields))
    return replace(kept, entries=(replace(first, sets=sets), *kept.entries[1:]))


def test_01_after_a_kill_or_a_power_cut_an_operation_is_done_or_not(
    story, stage, scratch
):
    killed = modes.kills([stage["first set"], stage["discard"]], scratch / "x", step=3)
    cut = power.power_cuts(story[:3], scratch, ordered=False)
    assert killed.states > 5
    assert cut.states > 20
    assert killed.broken + cut.broken == ()


def test_02_after_an_error_memory_is_disk_and_nothing_is_stored_twice(stage, scratch):
    found = modes.faults([stage["first set"]], scratch / "x", ["ENOSPC", "EIO"], step=2)
    assert found.states > 5
    assert found.broken == ()


@pytest.mark.parametrize("history", [0, 300])
def test_03_a_set_costs_two_fsyncs_and_one_small_file(root, history):
    store = opened(root)
    store.add_workouts(map(past, range(-history, 0)), "import")
    planned = Target(rest_s=180, sets=(SetTarget(reps=(6, 8), left=(1, 3)),) * 8)
    sets = [done(80, 8, left=2, id=f"{n:012}", at=MONDAY) for n in range(40)]
    entries = [
        entry(f"exercise-{n}", *sets[n * 8 : n * 8 + 8], target=planned)
        for n in range(5)
    ]
    store.save_active(replace(OPEN, entries=tuple(entries)), "start")
    store.close()

    def task(calls):
        store = opened(root)
        kept = store.active()
        calls.events.clear()
        store.save_active(with_set(kept, "one more"), "set")
        yield "done"

    events = in_child(root, None, task).events
    assert [one.kind for one in events if one.kind.startswith("sync")] == [
        "sync",
        "sync folder",
    ]
    renamed = {os.path.basename(e.detail) for e in events if e.kind == "rename"}  # noqa: PTH119
    assert renamed == {"active.json", "active.json.prev"}
    assert (root / "active.json").stat().st_size < 40_000


def test_04_opening_reads_the_open_workout_and_two_months(root):
    store = opened(root)
    store.add_workouts(map(past, range(-400, -3, 2)), "import")
    store.save_active(OPEN, "start")
    store.close()
    read = []

    def note(event, args):
        if event == "open" and f"{root}/history/2" in str(args[0]):
            read.append(args[0])

    def task(calls):
        sys.addaudithook(note)
        Logbook(opened(root), load_catalog(), clock=lambda: MONDAY, new_id=lambda: "x")
        yield set(read)

    months = in_child(root, None, task).report
    assert 1 <= len(months) <= 2


@settings(max_examples=25)
@given(st.lists(workouts.map(to_plain), max_size=2))
def test_05_stock_tinydb_reads_every_file_and_nothing_changes_by_writing(documents):
    tables = new_tables()
    tables["workouts"] = {str(n): one for n, one in enumerate(documents, 1)}
    assert loads(dumps(tables)) == tables
    with in_memory() as base:
        (base / "2026-11.json").write_bytes(dumps(tables))
        with TinyDB(base / "2026-11.json", access_mode="r", encoding="utf-8") as stock:
            assert stock.table("workouts").all() == documents


def test_06_nothing_that_was_read_leads_back_into_the_store(store):
    store.save_active(OPEN, "start")
    store.add_workouts([past(-3)], "import")
    store.save_library(Library(routines=({"id": "a", "days": ["Monday"]},)))
    before = state(store)
    for documents in (store.documents(None), store.documents("2026-10")):
        for found in documents.values():
            found["entries"][0]["sets"].append({"id": "x"})
    store.library().routines[0]["days"].append("Tuesday")
    assert state(store) == before
    store.save_active(replace(store.active(), note="x"), "note")
    assert state(store)[1:3] == before[1:3]


def test_07_what_fails_half_way_changes_nothing_in_memory(store, monkeypatch):
    kept = store.save_active(OPEN, "start")
    store.add_workouts([past(-3)], "import")
    before = state(store)

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        for change in (
            lambda: store.save_active(with_set(kept, "a"), "set"),
            lambda: store.finish(replace(with_set(kept, "a"), ended_at=MONDAY)),
            lambda: store.add_workouts([past(-9)], "import"),
        ):
            with pytest.raises(StoreError, match="make room"):
                change()
            assert state(store) == before
    with pytest.raises(StoreError, match="not written"):
        put_items(store, "noted", {"x": {"id": "x", "excess": float("inf")}}, "note")
    assert state(store) == before


def test_08_a_workout_is_visible_once_at_every_moment(stage, scratch):
    # ``state`` refuses a log that shows a workout twice, and so breaks the run.
    found = modes.kills([stage["move"], stage["finish"]], scratch / "x", step=5)
    assert found.states > 5
    assert found.broken == ()


def test_09_damaged_bytes_are_kept_though_the_recovery_is_killed(stage, scratch):
    folder = stage["discard"].folder
    damaged = (folder / "active.json").read_bytes() + b"}}"
    for at in count(1):
        root = shutil.copytree(folder, scratch / str(at))
        (root / "active.json").write_bytes(damaged)

        def task(calls, root=root):
            yield state(opened(root)) and "done"

        ran = in_child(root, Fault("kill", at), task)
        again = opened(root)
        assert again.active() is not None
        again.close()
        assert damaged in [path.read_bytes() for path in root.glob("quarantine/*")]
        if not ran.was_killed:
            break
    assert at > 5


def test_10_newer_data_stays_as_it_is_and_a_reader_creates_nothing(root, tmp_path):
    store = opened(root)
    store.save_active(OPEN, "start")
    store.close()
    path = root / "active.json"
    path.write_bytes(path.read_bytes().replace(b'"schema": 1}', b'"schema": 99}', 1))
    before = contents(root)
    for readonly in (False, True):
        with pytest.raises(NewerDataError, match="update befit-tui"):
            opened(root, readonly=readonly).active()
    assert {
        name: data for name, data in contents(root).items() if "lock" not in name.name
    } == {name: data for name, data in before.items() if "lock" not in name.name}
    reader = opened(tmp_path / "none", readonly=True)
    assert (reader.active(), reader.months()) == (None, [])
    assert not (tmp_path / "none").exists()


def test_11_nobody_writes_beside_the_one_writer_nor_over_what_changed(store, root):
    kept = store.save_active(OPEN, "start")
    run = [sys.executable, "-m", "befit_tui", "log", "squat 100x5", "--data-dir", root]
    ran = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr[:22]) == (1, "befit: Another Befit (")
    with pytest.raises(BusyError):
        opened(root)
    with pytest.raises(ReadOnlyError):
        opened(root, readonly=True).save_active(kept, "set")
    path = root / "active.json"
    path.write_bytes(path.read_bytes().replace(b'"note": ""', b'"note": "theirs"', 1))
    store.save_active(with_set(kept, "a"), "set")
    assert (store.active().note, len(store.active().sets)) == ("theirs", 1)


def test_12_the_older_copy_is_one_write_old_at_every_moment(stage, scratch):
    folder = stage["second set"].folder
    path = scratch / "x" / "active.json"
    old, older = (folder / "active.json").read_bytes(), previous(folder / "active.json")
    for at in count(1):
        shutil.rmtree(scratch / "x", ignore_errors=True)
        shutil.copytree(folder, scratch / "x")

        def task(calls):
            store = opened(scratch / "x")
            calls.count = 0
            log_set(store, "b")
            yield "done"

        ran = in_child(scratch / "x", Fault("kill", at), task)
        # Between the two renames both names have the same content.
        allowed = {older.read_bytes(), old} if path.read_bytes() == old else {old}
        assert previous(path).read_bytes() in allowed
        if not ran.was_killed:
            break
    assert at > 3
    assert path.read_bytes() != old


def test_13_undo_takes_back_the_right_step_after_a_crash_and_none_of_none(root):
    def task(calls):
        store = opened(root)
        kept = store.save_active(OPEN, "start")
        for name in "abc":
            kept = store.save_active(with_set(kept, name), name)
            yield name

    for at in count(20, 3):
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        ran = in_child(root, Fault("kill", at), task)
        store = opened(root)
        open_ = store.active()
        if open_ is not None and open_.sets:
            last = open_.sets[-1].id
            assert store.undo().label == last
            assert last not in [one.id for one in store.active().sets]
            while store.undo():
                pass
        assert (store.active(), store.undo(), store.active()) == (None, None, None)
        store.close()
        if not ran.was_killed:
            break
    assert at > 20


def test_14_nothing_is_ordered_by_the_clock(root):
    clock = [MONDAY]
    store = Store(root, clock=lambda: clock[0])
    kept = store.save_active(OPEN, "start")
    made = []
    for number, name in enumerate("abc"):
        clock[0] = MONDAY - timedelta(days=900 * number)
        kept = store.save_active(with_set(kept, name, at=clock[0]), name)
        made.append(store.backup("asked"))
    assert [one.id for one in store.active().sets] == ["a", "b", "c"]
    assert store.backups() == made[::-1]
    assert [store.undo().label for _ in "abc"] == ["c", "b", "a"]
    store.close()


@pytest.mark.parametrize(
    "ablation",
    [
        ablations.without_file_sync,
        ablations.without_folder_sync,
        ablations.without_carrying_sync,
        ablations.without_forgetting_sync,
        ablations.without_journal,
        ablations.without_rename,
    ],
)
def test_15_the_harness_notices_what_the_store_cannot_do_without(
    story, ablation, scratch
):
    late = ablation is ablations.without_forgetting_sync
    found = power.power_cuts(
        story[LATE:] if late else story,
        scratch,
        ordered=False,
        ablation=ablation,
        enough=1,
        begin=1 if late else 0,
    )
    assert found.broken
