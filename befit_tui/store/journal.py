"""Changes of several files that happen together or not at all.

The new content of every file is written to one journal first; that write is the
moment of change. A crash after it is made good by writing the files again.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from befit_tui.domain.errors import DamagedError, NewerDataError
from befit_tui.store.check import checked
from befit_tui.store.files import (
    Fingerprint,
    atomic_write,
    mark,
    read_if_there,
    replace_file,
    sync_folder,
)
from befit_tui.store.layout import JOURNAL, beside_it, is_data_file
from befit_tui.store.text import Tables, lay_out, loads, new_tables


class Waiting(NamedTuple):
    """What a file becomes, and the mark of what it relocations, if that is said."""

    data: bytes
    was: str | None


def commit(root: Path, files: Mapping[str, bytes]) -> dict[str, Fingerprint]:
    """Writes every file of ``files``, by its name within ``root``, in that order.

    Returns:
        The fingerprints of those that had to be written.

    Raises:
        OSError: the disk refused. Nothing has changed unless the journal exists;
            then ``complete`` finishes the change.
    """
    if len(files) == 1 and not any("/" in name for name in files):
        [(name, data)] = files.items()
        return {name: atomic_write(root / name, data)}
    waiting = {
        name: Waiting(data, mark(read_if_there(root / name)))
        for name, data in files.items()
    }
    atomic_write(root / JOURNAL, _written(waiting), keep_previous=False)
    return _carry_out(root, waiting)


def pending(root: Path) -> dict[str, Waiting]:
    """The files that a journal still has to write; empty when there is none.

    Raises:
        DamagedError: it does not hold what Befit writes.
        OSError: it cannot be read.
    """
    data = read_if_there(root / JOURNAL)
    if data is None:
        return {}
    try:
        entries = loads(data).get("files", {}).values()
        return {str(entry["name"]): _read(entry) for entry in entries}
    except (DamagedError, KeyError, TypeError) as error:
        raise DamagedError(f"{JOURNAL} is damaged ({error})") from error


def read(root: Path, name: str) -> bytes | None:
    """The content of a file as it is once the journal is carried out; None: no file.

    A journal that cannot be read counts as none: it stops nobody from reading.

    Raises:
        OSError: the file cannot be read.
    """
    with suppress(DamagedError, NewerDataError, OSError):
        if (waiting := pending(root).get(name)) is not None:
            return waiting.data
    return read_if_there(root / name)


def complete(root: Path) -> None:
    """Carries out the journal, if there is one; may be cut short and repeated.

    Raises:
        DamagedError: the journal, or a file in it, does not hold what Befit writes.
        OSError: the disk refused.
    """
    waiting = pending(root)
    for name, (data, _) in waiting.items():
        checked(name, data)
    if (root / JOURNAL).exists():
        _carry_out(root, waiting)


def _written(waiting: Mapping[str, Waiting]) -> bytes:
    tables: Tables = new_tables()
    tables["files"] = {
        str(number): {"name": name, "was": one.was, "text": one.data.decode()}
        for number, (name, one) in enumerate(waiting.items(), 1)
    }
    return lay_out(tables)


def _read(entry: Mapping[str, object]) -> Waiting:
    name, text, was = entry["name"], entry["text"], entry.get("was")
    if not isinstance(name, str) or not isinstance(text, str):
        raise TypeError("a name or a text is none")
    if not is_data_file(name) or not isinstance(was, str | None):
        raise TypeError(f"it names {name!r}")
    return Waiting(text.encode("utf-8", "surrogatepass"), was)


def _carry_out(root: Path, files: Mapping[str, Waiting]) -> dict[str, Fingerprint]:
    written = {}
    for name, (data, was) in files.items():
        path = root / name
        now = read_if_there(path)
        if now == data:
            continue
        if was is not None and mark(now) != was:
            # Another program wrote there after the journal was: what it wrote stays,
            # and this comes in beside it, to be merged when the log is opened.
            path = beside_it(path)
        written[name] = replace_file(path, data, keep_previous=path == root / name)
    for folder in {(root / name).parent for name in files}:
        sync_folder(folder)
    # This may come undone in a power cut: the files are then written once more, as
    # they are. Every later commit makes it durable before it is acknowledged.
    (root / JOURNAL).unlink()
    return written
