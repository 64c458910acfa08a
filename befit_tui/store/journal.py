"""Changes of several files that happen together or not at all.

The new content of every file is written to one journal first; that write is the
moment of change. A crash after it is made good by writing the files again.
"""

from collections.abc import Mapping
from pathlib import Path

from befit_tui.domain.errors import DamagedError
from befit_tui.store.files import atomic_write, replace_file, sync_folder
from befit_tui.store.layout import JOURNAL, is_data_file
from befit_tui.store.text import Tables, lay_out, loads, new_tables


def commit(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes every file of ``files``, by its name within ``root``, in that order.

    Raises:
        OSError: the disk refused. Nothing has changed unless the journal exists;
            then ``complete`` finishes the change.
    """
    if len(files) == 1:
        [(name, data)] = files.items()
        atomic_write(root / name, data)
        return
    tables: Tables = new_tables()
    tables["files"] = {
        str(number): {"name": name, "text": data.decode()}
        for number, (name, data) in enumerate(files.items(), 1)
    }
    atomic_write(root / JOURNAL, lay_out(tables), keep_previous=False)
    _carry_out(root, files)


def pending(root: Path) -> dict[str, bytes]:
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
        entry["name"]: entry["text"].encode()
        for entry in entries
        if is_data_file(entry.get("name", ""))
    }


def read(root: Path, name: str) -> bytes:
    """The content of a file as it is once the journal is carried out.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    waiting = pending(root)
    return waiting[name] if name in waiting else (root / name).read_bytes()


def complete(root: Path) -> None:
    """Carries out the journal, if there is one; may be cut short and repeated."""
    files = pending(root)
    if (root / JOURNAL).exists():
        _carry_out(root, files)


def _carry_out(root: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = root / name
        if not path.exists() or path.read_bytes() != data:
            replace_file(path, data)
    for folder in {(root / name).parent for name in files}:
        sync_folder(folder)
    (root / JOURNAL).unlink()
    # Until this is durable the journal could come back and undo later writes.
    sync_folder(root)
