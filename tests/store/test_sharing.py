"""Other processes: a second Befit, a reader, another program, and kill -9."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.domain.errors import (
    BusyError,
    ChangedOutsideError,
    ReadOnlyError,
    StoreError,
)
from befit_tui.domain.library import Library
from befit_tui.domain.value import replace
from befit_tui.store.store import Store

OPEN = workout(entry("bench"), id="push", ended_at=None)

SECOND = """
import sys
from datetime import datetime
from pathlib import Path
from befit_tui.store.store import Store
try:
    Store(Path(sys.argv[1]), clock=datetime.now)
except Exception as error:
    print(type(error).__name__, error)
"""

WRITER = """
import sys
from befit_tui.domain.value import replace
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from builders import MONDAY, done, entry, workout
from befit_tui.store.store import Store

store = Store(Path(sys.argv[1]), clock=lambda: MONDAY)
print("ready", flush=True)
for n in range(100_000):
    kept = store.active()
    if kept is None:
        kept = workout(entry("bench"), id=f"w{n}", ended_at=None)
    if len(kept.sets) == 5:
        store.finish(replace(kept, ended_at=MONDAY))
    else:
        sets = (*kept.sets, done(80, 8, id=str(n)))
        store.save_active(replace(kept, entries=(entry("bench", *sets),)), "set")
        print(n, flush=True)
"""


def test_a_second_process_is_refused_and_told_who_has_it(store, root):
    run = [sys.executable, "-c", SECOND, str(root)]
    answer = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert answer.startswith("BusyError Another Befit (process ")
    assert f"process {os.getpid()} on " in answer


def test_closing_gives_the_folder_back(store, root):
    store.close()
    store.close()
    again = Store(root, clock=lambda: MONDAY)
    with pytest.raises(BusyError):
        Store(root, clock=lambda: MONDAY)
    again.close()


def test_a_reader_creates_nothing_and_changes_nothing(tmp_path):
    reader = Store(tmp_path / "none", clock=lambda: MONDAY, readonly=True)
    assert (reader.active(), reader.months(), reader.backups()) == (None, [], [])
    changes = [
        lambda: reader.save_active(OPEN, "start"),
        lambda: reader.finish(OPEN),
        lambda: reader.add_workouts([OPEN], "import"),
        lambda: reader.change([(None, OPEN)], "add"),
        lambda: reader.save_library(reader.library()),
        lambda: reader.discard_active("discard"),
        reader.undo,
        reader.redo,
        reader.backup,
    ]
    for change in changes:
        with pytest.raises(ReadOnlyError):
            change()
    assert not (tmp_path / "none").exists()


def test_a_reader_follows_the_writer(store, root):
    reader = Store(root, clock=lambda: MONDAY, readonly=True)
    saved = store.save_active(OPEN, "start")
    assert reader.active() == saved
    store.finish(saved)
    assert reader.active() is None
    assert len(reader.read_month("2026-11")) == 1


def outside(path, old, new):
    """Another program replaces a file, as an editor or a sync program does."""
    theirs = path.read_bytes().replace(old, new)
    assert theirs != path.read_bytes()
    path.with_suffix(".edited").write_bytes(theirs)
    path.with_suffix(".edited").replace(path)


def with_set(kept, name):
    first = kept.entries[0]
    sets = (*first.sets, done(80, 8, id=name))
    return replace(kept, entries=(replace(first, sets=sets), *kept.entries[1:]))


RENAMED = (b'"name": ""', b'"name": "Theirs"')


def test_a_set_comes_on_top_of_what_another_program_changed(store, root):
    kept = store.save_active(OPEN, "start")
    outside(root / "active.json", *RENAMED)
    kept = store.save_active(with_set(kept, "a"), "set")
    assert kept.name == "Theirs"
    assert [one.id for one in kept.sets] == ["a"]
    [told] = store.reports
    assert told.startswith("Another program changed the open workout meanwhile; ")
    kept = store.save_active(with_set(kept, "b"), "set")
    assert (kept.name, len(kept.sets), len(store.reports)) == ("Theirs", 2, 1)
    assert store.active() == kept


def test_a_finish_keeps_what_another_program_changed(store, root):
    kept = store.save_active(OPEN, "start")
    kept = store.save_active(with_set(kept, "a"), "set")
    outside(root / "active.json", b'"id": "a"', b'"id": "theirs"')
    filed = store.finish(replace(kept, ended_at=MONDAY))
    assert [one.id for one in filed.sets] == ["theirs"]
    assert store.read_month("2026-11") == (filed,)


def test_a_month_that_another_program_changed_keeps_its_change(store, root):
    store.add_workouts([workout(entry("bench", done(80, 8)), id="past")], "import")
    [past] = store.read_month("2026-11")
    outside(root / "history" / "2026-11.json", *RENAMED)
    store.change([(past, replace(past, note="slow"))], "note")
    [found] = store.read_month("2026-11")
    assert (found.name, found.note) == ("Theirs", "slow")
    assert "your change was made on top" in store.reports[0]


def test_a_workout_ends_though_the_folder_of_the_past_was_taken_away(store, root):
    kept = store.save_active(with_set(store.save_active(OPEN, "start"), "a"), "set")
    shutil.rmtree(root / "history")
    filed = store.finish(replace(kept, ended_at=MONDAY))
    assert store.read_month("2026-11") == (filed,)


def test_what_another_program_changed_is_not_deleted_unseen(store, root):
    store.add_workouts([workout(entry("bench", done(80, 8)), id="past")], "import")
    [past] = store.read_month("2026-11")
    outside(root / "history" / "2026-11.json", *RENAMED)
    with pytest.raises(ChangedOutsideError, match="look at it again"):
        store.change([(past, None)], "delete")
    kept = store.save_active(OPEN, "start")
    outside(root / "active.json", *RENAMED)
    with pytest.raises(ChangedOutsideError, match="look at it again"):
        store.discard_active("discard")
    assert store.active().name == "Theirs"
    assert kept.name == ""


def test_a_workout_that_another_program_finished_goes_on_here(store, root, reopen):
    kept = store.save_active(OPEN, "start")
    kept = store.save_active(with_set(kept, "a"), "set")
    before = {path: path.read_bytes() for path in root.rglob("*.json")}
    store.finish(replace(kept, ended_at=MONDAY, note="done elsewhere"))
    after = {path: path.read_bytes() for path in root.rglob("*.json")}
    for path in after:
        path.write_bytes(before[path]) if path in before else path.unlink()
    store = reopen()
    kept = store.active()
    for path, data in after.items():
        path.write_bytes(data)
    kept = store.save_active(with_set(kept, "b"), "set")
    assert [one.id for one in kept.sets] == ["a", "b"]
    assert (kept.note, kept.ended_at) == ("done elsewhere", None)
    assert store.active() == kept
    assert store.read_month("2026-11") == ()


def test_a_workout_that_another_program_opened_makes_way(store, root):
    theirs = workout(entry("row", done(60, 8, id="r")), id="pull", ended_at=None)
    kept = store.save_active(OPEN, "start")
    ours = (root / "active.json").read_bytes()
    store.discard_active("discard")
    store.save_active(theirs, "start")
    other = (root / "active.json").read_bytes()
    (root / "active.json").write_bytes(ours)
    assert store.active().id == "push"
    (root / "active.json").write_bytes(other)
    kept = store.save_active(with_set(kept, "a"), "set")
    assert store.active() == kept
    assert [w.id for w in store.read_month("2026-11")] == ["pull"]


def test_a_start_beside_a_workout_that_another_program_opened(store, root):
    reader = Store(root, clock=lambda: MONDAY, readonly=True)
    assert store.active() is None
    store.save_active(OPEN, "start")
    opened = (root / "active.json").read_bytes()
    store.discard_active("discard")
    (root / "active.json").write_bytes(opened)
    with pytest.raises(ChangedOutsideError, match="opened a workout meanwhile"):
        store.save_active(replace(OPEN, id="pull"), "start")
    assert reader.active().id == "push"


def test_undo_leaves_what_another_program_changed(store, root):
    kept = store.save_active(OPEN, "start")
    store.save_active(with_set(kept, "a"), "set a")
    outside(root / "active.json", b'"reps": 8', b'"reps": 9')
    with pytest.raises(ChangedOutsideError, match="press again"):
        store.undo()
    with pytest.raises(StoreError, match="'set a' was made on"):
        store.undo()
    assert store.active().sets[0].reps == 9


def test_changes_by_other_programs_are_noticed_once(store, root):
    store.add_workouts([workout(entry("bench", done(80, 8)), id="past")], "import")
    store.months()
    store.save_active(OPEN, "start")
    store.library()
    assert store.changed_outside() == (False, False, ())
    outside(root / "active.json", *RENAMED)
    month = root / "history" / "2026-11.json"
    (root / "history" / "2026-10.json").write_bytes(month.read_bytes())
    assert store.changed_outside() == (True, False, ("2026-10",))
    assert store.changed_outside() == (False, False, ())
    store.save_active(replace(store.active(), note="mine"), "note")
    assert store.changed_outside() == (False, False, ())


def test_the_library_keeps_what_another_program_added(store, root):
    a, b, c = ({"id": name, "name": name} for name in "abc")
    store.save_library(Library(routines=(a,)))
    other = Store(root, clock=lambda: MONDAY, readonly=True)
    store.save_library(Library(routines=(a, b)))
    theirs = (root / "library.json").read_bytes()
    store.save_library(Library(routines=(a,)))
    (root / "library.json").write_bytes(theirs)
    store.save_library(Library(routines=(c,)))
    assert [one["id"] for one in other.library().routines] == ["b", "c"]


def test_a_finished_workout_that_is_still_open_shows_once(store, root, reopen):
    kept = store.save_active(OPEN, "start")
    before = (root / "active.json").read_bytes()
    store.finish(kept)
    (root / "active.json").write_bytes(before)
    store = reopen()
    assert store.active() is None
    assert [w.id for w in store.read_month("2026-11")] == ["push"]
    assert store.save_active(replace(OPEN, id="pull"), "start").id == "pull"
    assert store.active().id == "pull"


def test_a_folder_that_cannot_be_used_is_named(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StoreError, match="cannot be used"):
        Store(tmp_path / "file", clock=lambda: MONDAY)


def test_kill_9_at_a_random_moment_loses_no_acknowledged_set(tmp_path):
    chance = random.Random(20261123)
    for place in range(6):
        root = tmp_path / f"data-{place}"
        acked = write_until_killed(root, chance.randrange(1, 40))
        store = Store(root, clock=lambda: MONDAY)
        assert store.reports == []
        open_ = store.active()
        filed = [w for month in store.months() for w in store.read_month(month)]
        seen = [s.id for w in (*filed, *([open_] if open_ else [])) for s in w.sets]
        assert len(seen) == len(set(seen))
        newest = max(map(int, seen))
        assert newest in (acked, acked + 1, acked + 2)
        store.close()
        assert acked >= 0


def write_until_killed(root, sets):
    run = [sys.executable, "-c", WRITER, str(root), str(Path(__file__).parents[1])]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as writer:
        writer.stdout.readline()
        acked = [writer.stdout.readline() for _ in range(sets)]
        writer.kill()
        acked += writer.stdout.readlines()
    return int([line for line in acked if line.endswith("\n")][-1])
