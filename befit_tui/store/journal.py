"""Changes of several files that happen together or not at all.

One journal is written first; that write is the moment of change. It has the new content
of every file, or names it: a large one lies ready beside its file already. A crash
after that moment is made good by writing the files again.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from befit_tui.domain.errors import DamagedError
from befit_tui.store.files import (
    atomic_write,
    put_in_place,
    replace_file,
    sync_folder,
    write_durably,
)
from befit_tui.store.layout import HISTORY, JOURNAL, is_data_file
from befit_tui.store.text import Tables, lay_out, loads, new_tables

READY = ".new"
"""Ends the name of a file that waits for the journal that names it."""

Waiting = Mapping[str, bytes | None]
"""Files by their name within the root; None: its content lies ready on the disk."""


def prepare(root: Path, name: str, data: bytes) -> None:
    """Writes the new content of a file beside it, for a later ``commit``.

    Raises:
        OSError: the disk refused. Nothing has changed.
    """
    write_durably(_ready(root, name), data)


def withdraw(root: Path, names: Iterable[str]) -> None:
    """Removes what was prepared, if no journal names it."""
    if not (root / JOURNAL).exists():
        for name in names:
            with suppress(OSError):
                _ready(root, name).unlink(missing_ok=True)


def commit(root: Path, files: Waiting) -> None:
    """Writes every file of ``files``, by its name within ``root``, in that order.

    Raises:
        OSError: the disk refused. Nothing has changed unless the journal exists;
            then ``complete`` finishes the change.
    """
    if len(files) == 1:
        [(name, data)] = files.items()
        if data is not None:
            atomic_write(root / name, data)
            return
    tables: Tables = new_tables()
    tables["files"] = {
        str(number): {"name": name, "text": data and data.decode()}
        for number, (name, data) in enumerate(files.items(), 1)
    }
    # What the journal names must not be able to vanish once the journal is there.
    for folder in {(root / name).parent for name, data in files.items() if not data}:
        sync_folder(folder)
    atomic_write(root / JOURNAL, lay_out(tables), keep_previous=False)
    _carry_out(root, files)


def pending(root: Path) -> Waiting:
    """The files that a journal still has to write; empty when there is none."""
    try:
        data = (root / JOURNAL).read_bytes()
    except FileNotFoundError:
        return {}
    try:
        entries = loads(data).get("files", {}).values()
    except DamagedError as error:
        raise DamagedError(f"{JOURNAL} is damaged ({error})") from error
    return {
        entry["name"]: entry["text"] and entry["text"].encode()
        for entry in entries
        if is_data_file(entry.get("name", ""))
    }


def read(root: Path, name: str) -> bytes:
    """The content of a file as it is once the journal is carried out.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    waiting = pending(root)
    if name in waiting:
        data = waiting[name]
        if data is not None:
            return data
        with suppress(FileNotFoundError):  # it is in its place by now
            return _ready(root, name).read_bytes()
    return (root / name).read_bytes()


def complete(root: Path) -> None:
    """Carries out the journal, if there is one; may be cut short and repeated.

    What was prepared for a commit that never came is removed.
    """
    files = pending(root)
    if (root / JOURNAL).exists():
        _carry_out(root, files)
    for left_over in (root / HISTORY).glob(f"*{READY}"):
        left_over.unlink(missing_ok=True)


def _carry_out(root: Path, files: Waiting) -> None:
    for name, data in files.items():
        path = root / name
        if data is None:
            if _ready(root, name).exists():
                put_in_place(_ready(root, name), path)
        elif not path.exists() or path.read_bytes() != data:
            replace_file(path, data)
    for folder in {(root / name).parent for name in files}:
        sync_folder(folder)
    (root / JOURNAL).unlink()
    # Until this is durable the journal could come back and undo later writes.
    sync_folder(root)


def _ready(root: Path, name: str) -> Path:
    path = root / name
    return path.with_name(path.name + READY)
