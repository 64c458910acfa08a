"""A lifter's log from its first day: one operation of each kind, then random ones."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

from builders import MONDAY, correct, delete, done, entry, filed, put_items, workout

from befit_tui.domain.library import Library
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.store.store import Store
from befit_tui.store.undo_steps import newest_undo

Operation = Callable[[Store], object]
State = tuple[Any, ...]


class Stage(NamedTuple):
    """An operation, the folder before it, and the states before and after."""

    name: str
    operation: Operation
    folder: Path
    before: State
    after: State


def past(day: int) -> Workout:
    """A finished workout, ``day`` days after the Monday of the builders."""
    return workout(entry("bench", done(80, 8, id=f"s{day}")), day=day, id=f"w{day}")


def log_set(store: Store, name: str) -> None:
    """Log one more set, unless it is there: as the program does after a failure."""
    kept = store.active()
    assert kept is not None
    first = kept.entries[0]
    if name not in [one.id for one in first.sets]:
        sets = (*first.sets, done(80, 8, id=name))
        store.save_active(replace(kept, entries=(replace(first, sets=sets),)), "set")


def finish(store: Store) -> None:
    """End the open workout."""
    kept = store.active()
    if kept is not None:
        store.finish(replace(kept, ended_at=MONDAY + timedelta(hours=1)))


def move(store: Store) -> None:
    """Correct the date of a workout, so that it goes into another month."""
    to = past(-20).started_at - timedelta(days=31)
    correct(store, replace(filed(store, "w-20"), started_at=to), "move")


def restore(store: Store) -> None:
    """Put the oldest copy back."""
    store.restore(store.backups()[-1])


OPEN = workout(entry("bench"), id="push", ended_at=None)
ROUTINE = {"r1": {"id": "r1", "name": "Push"}}
ONE_OF_EACH: dict[str, Operation] = {
    "import": lambda store: store.add_workouts(map(past, (-40, -20, -10, -3)), "in"),
    "start": lambda store: store.save_active(OPEN, "start"),
    "first set": lambda store: log_set(store, "a"),
    "second set": lambda store: log_set(store, "b"),
    "undo": lambda store: store.undo(),
    "redo": lambda store: store.redo(),
    "backup": lambda store: store.backup(),
    "correct": lambda s: correct(s, replace(filed(s, "w-3"), note="slow"), "edit"),
    "move": move,
    "undo the move": lambda store: store.undo(),
    "delete": lambda store: delete(store, "w-10"),
    "finish": finish,
    "undo the finish": lambda store: store.undo(),
    "redo the finish": lambda store: store.redo(),
    "library": lambda store: store.save_library(Library(phases=({"id": "p"},))),
    "routine": lambda store: put_items(store, "routines", ROUTINE, "routine"),
    "restore": restore,
    "undo the restore": lambda store: store.undo(),
    "start again": lambda store: store.save_active(replace(OPEN, id="pull"), "start"),
    "discard": lambda store: store.discard_active("discard"),
}
NOT_REPEATED = {"undo", "undo the move", "undo the finish", "undo the restore",
                "redo", "redo the finish", "delete"}  # fmt: skip
"""A second time they would do something else."""


def at_random(number: int, seed: int = 1) -> dict[str, Operation]:
    """So many operations: sets, undos, corrections and finishes as they come."""
    chance = random.Random(seed)
    found: dict[str, Operation] = {}
    is_open = sets = 0
    for n in range(number):
        kind = chance.choices(("set", "undo", "correct", "finish"), (9, 2, 2, 1))[0]
        if not is_open:
            fresh = replace(OPEN, id=f"r{n}")
            found[f"{n} start"] = lambda s, w=fresh: s.save_active(w, "start")
            is_open, sets = 1, 0
        elif kind == "undo" and sets:
            found[f"{n} undo"] = lambda store: store.undo()
            sets -= 1
        elif kind == "correct":
            note = "x" * chance.randrange(1, 80)
            found[f"{n} correct"] = lambda s, note=note: correct(
                s, replace(filed(s, "w-3"), note=note), "edit"
            )
            sets = 0
        elif kind == "finish" and sets:
            found[f"{n} finish"] = finish
            is_open = 0
        else:
            found[f"{n} set"] = lambda store, n=n: log_set(store, f"set-{n}")
            sets += 1
    return found


def opened(root: Path, **options: Any) -> Store:
    """The store in a folder, on the evening of the builders."""
    return Store(root, clock=lambda: MONDAY, **options)


def state(store: Store) -> State:
    """All that the lifter can see, and what undo would take back.

    Raises:
        AssertionError: a workout is visible twice.
    """
    months = {month: store.read_month(month) for month in store.months()}
    found = [kept.id for month in months.values() for kept in month]
    open_ = store.active()
    visible = [*found, open_.id] if open_ else found
    assert len(visible) == len(set(visible)), "a workout is visible twice"
    step = newest_undo(store._folder)
    in_use = {month: kept for month, kept in months.items() if kept}
    return open_, in_use, store.library(), step and step[1]["label"]


def content(found: State) -> State:
    """A state but for ``rev``, which a repeated operation may raise once more."""
    open_, months, library, step = found
    return (
        open_ and replace(open_, rev=0),
        {m: [replace(one, rev=0) for one in kept] for m, kept in months.items()},
        library,
        step,
    )


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder in memory where the system has one: thousands are made and removed.

    Syncing is not carried out meanwhile; what a disk does without it is worked out.
    """
    memory = Path("/dev/shm")
    home = memory if memory.is_dir() else None
    with (
        TemporaryDirectory(prefix="befit-crash-", dir=home) as name,
        patch.object(os, "fsync", lambda descriptor: None),
    ):
        yield Path(name)


def stages(base: Path, story: dict[str, Operation]) -> list[Stage]:
    """The story as it goes where nothing fails, with a copy of each folder."""
    root = base / "story"
    found = []
    store = opened(root)
    for name in ("backups", "quarantine"):
        (root / name).mkdir(exist_ok=True)
    for number, (name, operation) in enumerate(story.items()):
        folder = shutil.copytree(root, base / f"{number:03d}")
        before = state(store)
        operation(store)
        found.append(Stage(name, operation, folder, before, state(store)))
    store.close()
    return found
