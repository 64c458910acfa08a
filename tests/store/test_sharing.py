"""Other processes: a second Befit, a reader, another program, and kill -9."""

import os
import random
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from builders import MONDAY, done, entry, workout

from befit_tui.domain.errors import (
    BusyError,
    ChangedOutsideError,
    ReadOnlyError,
    StoreError,
)
from befit_tui.store import Store

OPEN = workout(entry("bench"), id="push", ended_at=None)

SECOND = """
import sys
from datetime import datetime
from pathlib import Path
from befit_tui.store import Store
try:
    Store(Path(sys.argv[1]), clock=datetime.now)
except Exception as error:
    print(type(error).__name__, error)
"""

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from builders import MONDAY, done, entry, workout
from befit_tui.store import Store

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
        lambda: reader.delete("push", "2026-11", "delete"),
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


@pytest.mark.parametrize("name", ["active.json", "history/2026-11.json"])
def test_a_change_by_another_program_is_never_written_over(store, root, name):
    store.add_workouts([workout(entry("bench", done(80, 8)), id="past")], "import")
    kept = store.save_active(OPEN, "start")
    path = root / name
    theirs = path.read_bytes().replace(b'"name": ""', b'"name": "Theirs"')
    path.with_suffix(".edited").write_bytes(theirs)
    path.with_suffix(".edited").replace(path)
    with pytest.raises(ChangedOutsideError, match="Another program changed"):
        store.finish(replace(kept, ended_at=MONDAY))
    assert path.read_bytes() == theirs
    found = [store.active(), *store.read_month("2026-11")]
    assert [w.name for w in found].count("Theirs") == 1
    store.finish(replace(store.active(), ended_at=MONDAY))
    assert store.active() is None


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
    root, acked = tmp_path / "data", -1
    for _ in range(6):
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
        root = tmp_path / f"data-{acked}-{newest}-{len(seen)}"


def write_until_killed(root, sets):
    run = [sys.executable, "-c", WRITER, str(root), str(Path(__file__).parents[1])]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as writer:
        writer.stdout.readline()
        acked = [writer.stdout.readline() for _ in range(sets)]
        writer.send_signal(signal.SIGKILL)
        acked += writer.stdout.readlines()
    return int([line for line in acked if line.endswith("\n")][-1])
