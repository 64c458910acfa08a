"""The journal: changes of several files that happen together or not at all.

One journal is written first; that write is the moment of change. It has the new content
of every file, or names it: a large one lies ready beside its file already. A crash
after that moment is made good by writing the files again.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, ValidationError, convert

from befit_tui.domain.errors import DamagedError, NewerDataError
from befit_tui.store.files import (
    Fingerprint,
    atomic_write,
    fingerprint,
    make_folder,
    mark,
    names_in,
    put_in_place,
    read_if_there,
    remove,
    replace_file,
    sync_folder,
    write_durably,
)
from befit_tui.store.json_text import Tables, lay_out, loads, new_tables
from befit_tui.store.layout import HISTORY, JOURNAL, beside_it, is_data_file
from befit_tui.store.validate import checked

READY = ".new"
"""Ends the name of a file that waits for the journal that names it."""


class Waiting(NamedTuple):
    """What a file becomes, and the mark of what it replaces, if that is said.

    Without ``data`` its content lies ready on the disk.
    """

    data: bytes | None
    was: str | None


class _Entry(Struct):
    """A file as the journal has it."""

    name: str
    text: str | None
    was: str | None = None

    def waiting(self) -> Waiting:
        if not is_data_file(self.name):
            raise DamagedError(f"it names {self.name!r}")
        data = None if self.text is None else self.text.encode("utf-8", "surrogatepass")
        return Waiting(data, self.was)


def prepare(root: Path, name: str, data: bytes) -> None:
    """Writes the new content of a file beside it, for a later ``commit``."""
    ready = _ready(root, name)
    _make_room(ready.parent)
    remove(ready)
    write_durably(ready, data)


def withdraw(root: Path, names: Iterable[str]) -> None:
    """Removes what was prepared, if no journal names it."""
    if not (root / JOURNAL).exists():
        for name in names:
            with suppress(OSError):
                remove(_ready(root, name))


def commit(root: Path, files: Mapping[str, bytes | None]) -> dict[str, Fingerprint]:
    """Writes every file of ``files``, by its name within ``root``, in that order.

    None stands for a content that was prepared. Gives the fingerprints of those that
    had to be written. After an OSError nothing has changed unless the journal exists;
    then ``complete`` finishes the change.
    """
    [(name, data), *more] = files.items()
    if not more and data is not None and "/" not in name:
        return {name: atomic_write(root / name, data)}
    waiting = {
        name: Waiting(data, mark(read_if_there(root / name)))
        for name, data in files.items()
    }
    # What the journal names must not be able to vanish once the journal is there.
    for folder in {(root / name).parent for name, data in files.items() if not data}:
        sync_folder(folder)
    atomic_write(root / JOURNAL, _written(waiting), keep_previous=False)
    return _carry_out(root, waiting)


def pending(root: Path) -> dict[str, Waiting]:
    """The files that a journal still has to write; empty when there is none.

    DamagedError if it does not hold what Befit writes.
    """
    data = read_if_there(root / JOURNAL)
    if data is None:
        return {}
    try:
        entries = convert(loads(data).get("files", {}), dict[str, _Entry]).values()
        return {one.name: one.waiting() for one in entries}
    except (DamagedError, ValidationError) as error:
        raise DamagedError(f"{JOURNAL} is damaged ({error})") from error


def read(root: Path, name: str) -> bytes | None:
    """The content of a file as it is once the journal is carried out; None: no file.

    A journal that cannot be read counts as none: it stops nobody from reading.
    """
    with suppress(DamagedError, NewerDataError, OSError):
        waiting = pending(root).get(name)
        if waiting is not None:
            # One that was ready and is not there is in its place by now.
            data = waiting.data or read_if_there(_ready(root, name))
            if data is not None:
                return data
    return read_if_there(root / name)


def complete(root: Path) -> None:
    """Carries out the journal, if there is one; may be cut short and repeated.

    What was prepared for a commit that never came is removed. DamagedError if the
    journal, or a file in it, does not hold what Befit writes.
    """
    waiting = pending(root)
    for name, one in waiting.items():
        found = one.data or read_if_there(_ready(root, name))
        if found is not None:
            checked(name, found)
    if (root / JOURNAL).exists():
        _carry_out(root, waiting)
    for name in names_in(root / HISTORY):
        if name.endswith(READY):
            remove(root / HISTORY / name)


def _written(waiting: Mapping[str, Waiting]) -> bytes:
    tables: Tables = new_tables()
    tables["files"] = {
        str(number): {
            "name": name,
            "was": one.was,
            "text": one.data and one.data.decode(),
        }
        for number, (name, one) in enumerate(waiting.items(), 1)
    }
    return lay_out(tables)


def _carry_out(root: Path, files: Mapping[str, Waiting]) -> dict[str, Fingerprint]:
    written = {}
    folders = {(root / name).parent for name in files}
    for folder in folders:
        _make_room(folder)
    for name, waiting in files.items():
        found = _put(root, name, waiting)
        if found is not None:
            written[name] = found
    for folder in folders:
        sync_folder(folder)
    _forget(root)
    return written


def _make_room(folder: Path) -> None:
    """Makes a folder of the log again that another program has taken away.

    Never the one of the log itself: a disk that is gone is not to be written to.
    """
    if not folder.is_dir() and folder.parent.is_dir():
        make_folder(folder)


def _forget(root: Path) -> None:
    remove(root / JOURNAL)
    # Until this is durable the journal could come back beside a later write of one
    # file: readers would see the older state, and the next start take it for another's.
    sync_folder(root)


def _put(root: Path, name: str, waiting: Waiting) -> Fingerprint | None:
    """Puts a file in its place, unless it is there already."""
    ready, path = _ready(root, name), root / name
    now = read_if_there(path)
    data = read_if_there(ready) if waiting.data is None else waiting.data
    if data is None or data == now:
        return None
    if waiting.was is not None and mark(now) != waiting.was:
        # Another program wrote there after the journal was: what it wrote stays,
        # and this comes in beside it, to be merged when the log is opened.
        path = beside_it(path)
    keep = path == root / name
    if waiting.data is not None:
        return replace_file(path, waiting.data, keep_previous=keep)
    written = fingerprint(ready)
    put_in_place(ready, path, keep_previous=keep)
    return written


def _ready(root: Path, name: str) -> Path:
    path = root / name
    return path.with_name(path.name + READY)
