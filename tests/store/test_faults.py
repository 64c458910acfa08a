"""Whatever the disk does, the store shows what is on it: the old state or the new."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from disk import BROKEN, NO_SPACE, READ_ONLY, Disk, Killed

from befit_tui.domain.errors import StoreError
from befit_tui.domain.library import Library
from befit_tui.store import Store, journal

OPEN = workout(entry("bench"), id="push", ended_at=None)


def past(day):
    return workout(entry("bench", done(80, 8)), day=day, id=f"w{day}")


IMPORTED = [past(day) for day in (-40, -20, -10, -3)]


def log_set(store, name):
    kept = store.active()
    first = kept.entries[0]
    if name not in [s.id for s in first.sets]:
        sets = (*first.sets, done(80, 8, id=name))
        store.save_active(replace(kept, entries=(replace(first, sets=sets),)), "set")


def finish(store):
    store.finish(replace(OPEN, ended_at=MONDAY, entries=(entry("bench", done(80, 8)),)))


def move(store):
    found = next(w for w in IMPORTED if w.id == "w-20")
    store.replace(
        replace(found, started_at=found.started_at - timedelta(days=31)), "move"
    )


OPERATIONS = {
    "import": lambda store: store.add_workouts(IMPORTED, "import"),
    "start": lambda store: store.save_active(OPEN, "start"),
    "first set": lambda store: log_set(store, "a"),
    "second set": lambda store: log_set(store, "b"),
    "undo": lambda store: store.undo(),
    "redo": lambda store: store.redo(),
    "correct": lambda store: store.replace(replace(past(-3), note="slow"), "edit"),
    "move": move,
    "undo the move": lambda store: store.undo(),
    "delete": lambda store: store.delete("w-10", past(-10).month, "delete"),
    "finish": finish,
    "undo the finish": lambda store: store.undo(),
    "redo the finish": lambda store: store.redo(),
    "library": lambda store: store.save_library(Library(routines=({"name": "A"},))),
    "start again": lambda store: store.save_active(replace(OPEN, id="pull"), "start"),
    "discard": lambda store: store.discard_active("discard"),
}
# One of each kind: one file or several, forward and back.
TESTED = (
    "import",
    "start",
    "second set",
    "undo",
    "move",
    "finish",
    "undo the finish",
    "redo the finish",
    "library",
    "discard",
)
CODES = (NO_SPACE, BROKEN, READ_ONLY)
NOT_REPEATED = {"undo", "undo the finish", "redo the finish"}


def opened(root, **options):
    return Store(root, clock=lambda: MONDAY, **options)


def state(store):
    months = {month: store.read_month(month) for month in store.months()}
    found = [w.id for kept in months.values() for w in kept]
    open_ = store.active()
    visible = [*found, open_.id] if open_ else found
    assert len(visible) == len(set(visible)), "a workout is visible twice"
    filed = {month: kept for month, kept in months.items() if kept}
    return open_, filed, store.library()


def content(found):
    """The state but for ``rev``, which a repeated operation may raise once more."""
    open_, months, library = found
    strip = [tuple(replace(w, rev=0) for w in kept) for kept in months.values()]
    return (
        open_ and replace(open_, rev=0),
        dict(zip(months, strip, strict=True)),
        library,
    )


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    """For each operation the folder before it, and the states before and after."""
    base = tmp_path_factory.mktemp("stages")
    root = base / "data"
    found = {}
    store = opened(root)
    for name, operation in OPERATIONS.items():
        before = shutil.copytree(root, base / name)
        was = state(store)
        operation(store)
        found[name] = before, was, state(store)
    store.close()
    return found


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


def count_calls(disk, folder, operation, scratch):
    store = opened(shutil.copytree(folder, scratch))
    disk.calls = 0
    operation(store)
    calls = disk.calls
    store.close()
    shutil.rmtree(scratch)
    return calls


@pytest.mark.parametrize("name", TESTED)
def test_a_kill_at_any_change_of_a_file_leaves_one_of_two_states(
    name, stages, disk, tmp_path
):
    folder, before, after = stages[name]
    root = tmp_path / "data"
    for at in range(1, count_calls(disk, folder, OPERATIONS[name], root) + 1):
        store = opened(shutil.copytree(folder, root))
        with pytest.raises(Killed), disk.killing(at):
            OPERATIONS[name](store)
        store.close()
        reader = opened(root, readonly=True)
        seen = state(reader)
        assert seen in (before, after), f"read only, call {at}"
        again = opened(root)
        assert again.reports == []
        assert not list(root.rglob("*.new"))
        assert state(again) == seen, f"call {at}"
        again.close()
        shutil.rmtree(root)


@pytest.mark.parametrize("name", TESTED)
def test_after_a_failure_memory_is_disk_and_a_second_try_works(
    name, stages, disk, tmp_path
):
    folder, before, after = stages[name]
    root = tmp_path / "data"
    for at in range(1, count_calls(disk, folder, OPERATIONS[name], root) + 1):
        store = opened(shutil.copytree(folder, root))
        refused = False
        with disk.failing(at, CODES[at % 3]):
            try:
                OPERATIONS[name](store)
            except StoreError:
                refused = True
        seen = state(store)
        assert seen == state(opened(root, readonly=True)), f"call {at}"
        assert seen == after if not refused else seen in (before, after), f"call {at}"
        if refused and (seen == before or name not in NOT_REPEATED):
            OPERATIONS[name](store)
        assert content(state(store)) == content(after), f"call {at}"
        store.close()
        shutil.rmtree(root)


def test_an_import_names_its_months_in_the_journal_and_clears_up_without_one(
    stages, tmp_path, monkeypatch
):
    folder, before, after = stages["import"]
    root = tmp_path / "data"
    store = opened(shutil.copytree(folder, root))
    with monkeypatch.context() as patch:
        patch.setattr(journal, "atomic_write", refuse)
        with pytest.raises(StoreError, match="No space left"):
            store.add_workouts(IMPORTED, "import")
    assert state(store) == before
    assert not list(root.rglob("*.new"))
    with monkeypatch.context() as patch:
        patch.setattr(journal, "put_in_place", refuse)
        with pytest.raises(StoreError, match="No space left"):
            store.add_workouts(IMPORTED, "import")
    assert "entries" not in (root / "journal.json").read_text()
    assert state(opened(root, readonly=True)) == state(store) == after
    assert not (root / "journal.json").exists()
    store.close()


def refuse(*_args, **_options):
    raise OSError(NO_SPACE, "No space left on device")


def test_a_disk_that_stays_full_loses_nothing(stages, disk, tmp_path, monkeypatch):
    folder, before, _ = stages["finish"]
    store = opened(shutil.copytree(folder, tmp_path / "data"))
    with monkeypatch.context() as patch:
        patch.setattr("os.write", refuse)
        for _ in range(3):
            with pytest.raises(StoreError, match="No space left on device"):
                finish(store)
            assert state(store) == before
    finish(store)
    assert store.active() is None
    assert not list((tmp_path / "data").rglob("*.tmp"))
    store.close()
