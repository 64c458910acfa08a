"""Every state that a power cut may leave on the disk.

What was not synced may be lost, whole, of the right size but empty, or torn in blocks
of 512 bytes; names that were not synced are any subset of what was done to them
(``ordered``: any beginning, as a journalling file system keeps them). Syncing a file
does not make its name durable. A disk that lies about its flushes is not modelled.
"""

import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from itertools import combinations, count, product
from math import prod
from pathlib import Path
from typing import Any

from store.crash.calls import Calls, Event, in_child
from store.crash.modes import Ablation, Outcome, verdict
from store.crash.story import Operation, Stage, opened

BLOCK = 512
FEW_MOVES = 5
"""Names that were not synced of which every subset is tried; of more some are."""
MOST_AT_ONCE = 24
"""Contents that are tried with each subset; there may be thousands."""


class Disk:
    """What is on a disk, for sure and perhaps."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root = root
        self._chance = chance
        self._ids = count()
        self._data: dict[int, bytes] = {}
        self._sure: dict[int, bytes] = {}
        self._writes: dict[int, list[bytes]] = {}
        self._names: dict[str, int] = {}
        self._sure_names: dict[str, int] = {}
        self._moves: list[tuple[str, str, int | None]] = []
        for path in root.rglob("*"):
            if path.is_file():
                number = next(self._ids)
                self._data[number] = self._sure[number] = path.read_bytes()
                self._writes[number] = []
                self._names[self.short(str(path))] = number
        self._sure_names = dict(self._names)

    def do(self, event: Event) -> None:
        """Let a call happen."""
        path = self.short(event.path)
        if event.kind in ("create", "truncate"):
            number = next(self._ids)
            self._data[number], self._sure[number] = b"", b""
            self._writes[number] = []
            if event.kind == "truncate":
                # The file that stood there, emptied: what it held is still sure.
                self._sure[number] = self._sure[self._names[path]]
            self._name(path, number)
        elif event.kind == "write":
            number = self._names[path]
            self._data[number] += event.detail
            self._writes[number].append(event.detail)
        elif event.kind == "sync":
            number = self._names[path]
            self._sure[number], self._writes[number] = self._data[number], []
        elif event.kind == "sync folder":
            self._sync_names(path)
        else:
            self._rename(event, path)

    def states(self, *, ordered: bool) -> Iterator[Mapping[str, bytes]]:
        """What the disk may hold after the power is back."""
        for some in self._kept_moves(ordered=ordered):
            names = self._after([self._moves[at] for at in some])
            for contents in self._mixes(
                [self._versions(one) for one in names.values()]
            ):
                yield dict(zip(names, contents, strict=True))

    def _kept_moves(self, *, ordered: bool) -> list[tuple[int, ...]]:
        """Which of the moves that were not synced are there after all."""
        every = tuple(range(len(self._moves)))
        if ordered:
            found = [every[:size] for size in range(len(every) + 1)]
        elif len(every) <= FEW_MOVES:
            found = [
                some for n in range(len(every) + 1) for some in combinations(every, n)
            ]
        else:
            found = [
                tuple(at for at in every if self._chance.random() < 0.5)
                for _ in range(2**FEW_MOVES)
            ]
        return found[-MOST_AT_ONCE:]

    def _mixes(self, versions: list[list[bytes]]) -> Iterable[tuple[bytes, ...]]:
        if prod(map(len, versions)) <= MOST_AT_ONCE:
            return product(*versions)
        return [tuple(map(self._chance.choice, versions)) for _ in range(MOST_AT_ONCE)]

    def short(self, path: str) -> str:
        """The name of a file within the folder."""
        return path.removeprefix(str(self.root)).lstrip("/")

    def _name(self, path: str, number: int | None) -> None:
        if number is None:
            self._names.pop(path, None)
        else:
            self._names[path] = number
        self._moves.append(("", path, number))

    def _rename(self, event: Event, path: str) -> None:
        if event.kind in ("unlink", "mkdir", "rmdir"):
            return self._name(path, None) if event.kind == "unlink" else None
        target, number = self.short(event.detail), self._names[path]
        if event.kind == "rename":
            # One thing to the disk: the old name goes as the new one comes.
            del self._names[path]
        self._names[target] = number
        gone = path if event.kind == "rename" else ""
        return self._moves.append((gone, target, number))

    def _sync_names(self, folder: str) -> None:
        waiting = []
        for move in self._moves:
            if str(Path(move[1]).parent) == (folder or "."):
                self._sure_names = self._apply(self._sure_names, move)
            else:
                waiting.append(move)
        self._moves = waiting

    def _after(self, moves: list[tuple[str, str, int | None]]) -> dict[str, int]:
        names = self._sure_names
        for move in moves:
            names = self._apply(names, move)
        return names

    @staticmethod
    def _apply(
        names: dict[str, int], move: tuple[str, str, int | None]
    ) -> dict[str, int]:
        gone, path, number = move
        left = {name: one for name, one in names.items() if name not in (gone, path)}
        return left if number is None else left | {path: number}

    def _versions(self, number: int) -> list[bytes]:
        writes, sure = self._writes[number], self._sure[number]
        if not writes and self._data[number] == sure:
            return [sure]
        whole = self._data[number]
        return list(dict.fromkeys((sure, whole, bytes(len(whole)), self._torn(whole))))

    def _torn(self, data: bytes) -> bytes:
        blocks = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)]
        return b"".join(
            block if self._chance.random() < 0.5 else bytes(len(block))
            for block in blocks
        )


def power_cuts(
    stages: list[Stage],
    scratch: Path,
    *,
    ordered: bool,
    ablation: Ablation = nullcontext,
    enough: int | None = None,
    begin: int = 0,
) -> Outcome:
    """Cuts the power after every call; stops after ``enough`` that are broken.

    Of the first operations, as many as ``begin``, none is cut.
    """
    root = scratch / "live"
    shutil.copytree(stages[0].folder, root)
    disk = Disk(root, random.Random(20261123))
    with ablation():
        ran = in_child(root, None, _going_through(root, [s.operation for s in stages]))
    known = [stages[0].before, *(stage.after for stage in stages)]
    acked, seen, broken = 0, set(), []
    for event in ran.events:
        if event.kind == "acked":
            acked = event.detail
        else:
            disk.do(event)
        if acked < begin:
            continue
        for files in disk.states(ordered=ordered):
            key = hash((acked, tuple(sorted(files.items()))))
            if key in seen:
                continue
            seen.add(key)
            _lay_out(files, scratch / "after")
            allowed = tuple(known[acked : acked + 2])
            told = f"after {acked} operations, {event.kind} {disk.short(event.path)}"
            broken += filter(None, [verdict(scratch / "after", allowed, told)])
            if enough is not None and len(broken) >= enough:
                return Outcome(len(seen), tuple(broken))
    return Outcome(len(seen), tuple(broken))


def _going_through(
    root: Path, operations: list[Operation]
) -> Callable[[Calls], Iterator[Any]]:
    def task(calls: Calls) -> Iterator[Any]:
        store = opened(root)
        for number, operation in enumerate(operations, 1):
            operation(store)
            calls.acked(number)
        yield "done"

    return task


def _lay_out(files: Mapping[str, bytes], root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("history", "backups", "quarantine"):
        (root / folder).mkdir(parents=True)
    for name, data in files.items():
        (root / name).write_bytes(data)
