"""The steps of undo and redo on disk: one sequence over two files.

A change of the open workout alone leaves a small patch in its own file, in the same
write. A change of the history leaves what was there before, as images, in
``undo.json``. Each step has a number ``n``, so that the newest of both is known.
"""

from collections.abc import Callable
from typing import Any

from tinydb.table import Document as Stored

from befit_tui.store.folder import Folder
from befit_tui.store.json_text import Document
from befit_tui.store.layout import ACTIVE, UNDO

Found = tuple[str, Document]
"""The file of a step, and the step."""
Choose = Callable[[Folder], Found | None]

KEPT = 100
"""Steps kept in each file; beyond, the oldest is dropped."""

_FILES = (ACTIVE, UNDO)


def record(folder: Folder, name: str, label: str, content: Document) -> None:
    """Notes a new change; what was undone before can no longer be redone."""
    number = _last(folder) + 1
    undo = folder.table(name, "undo")
    undo.insert(Stored({"n": number, "label": label, **content}, doc_id=number))
    folder.table(name, "redo").truncate()
    dropped = sorted(step.doc_id for step in undo)[:-KEPT]
    undo.remove(doc_ids=dropped)
    _set_sequence(folder, name, last=number, dropped=max(dropped, default=0))


def newest_undo(folder: Folder) -> Found | None:
    """The file and the step to undo next.

    A step older than one that was dropped is out of reach: undoing it would skip
    changes that came after it.
    """
    floor = max(_sequence(folder, name).get("dropped", 0) for name in _FILES)
    steps = [found for found in _steps(folder, "undo") if found[1]["n"] > floor]
    return max(steps, key=lambda found: found[1]["n"], default=None)


def oldest_redo(folder: Folder) -> Found | None:
    """The file and the step to redo next; any change since it was undone bars it."""
    last = _last(folder)
    steps = [found for found in _steps(folder, "redo") if found[1]["last"] == last]
    return min(steps, key=lambda found: found[1]["n"], default=None)


def move(folder: Folder, name: str, step: Document, to: str, content: Document) -> None:
    """Moves a step to ``undo`` or ``redo``; ``content`` reverts what it just did."""
    number = step["n"]
    moved = {"n": number, "label": step["label"], **content}
    last = _last(folder)
    if to == "redo":
        moved["last"] = last
    folder.table(name, "undo" if to == "redo" else "redo").remove(doc_ids=[number])
    folder.table(name, to).insert(Stored(moved, doc_id=number))
    _set_sequence(folder, name, last=last)


def _steps(folder: Folder, table: str) -> list[Found]:
    return [(name, dict(step)) for name in _FILES for step in folder.table(name, table)]


def _last(folder: Folder) -> int:
    """The number of the newest change, whether or not it is undone by now."""
    return max(_sequence(folder, name).get("last", 0) for name in _FILES)


def _sequence(folder: Folder, name: str) -> dict[str, int]:
    found: Any = folder.table(name, "sequence").get(doc_id=1)
    return dict(found) if found else {}


def _set_sequence(folder: Folder, name: str, *, last: int, dropped: int = 0) -> None:
    table = folder.table(name, "sequence")
    floor = max(dropped, _sequence(folder, name).get("dropped", 0))
    table.truncate()
    table.insert(Stored({"last": last, "dropped": floor}, doc_id=1))
