"""The data folder as TinyDB tables, its files changed atomically, alone or together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from befit_tui.domain.errors import (
    ChangedOutsideError,
    DamagedError,
    NewerDataError,
    ReadOnlyError,
    StoreError,
    why,
)
from befit_tui.store import journal
from befit_tui.store.files import Fingerprint, fingerprint
from befit_tui.store.json_text import Tables, dumps, new_tables
from befit_tui.store.layout import HISTORY
from befit_tui.store.validate import checked

_MONTHS_KEPT = 2
"""An import touches hundreds of months; holding them all would double the memory."""

Repair = Callable[[str, bytes, DamagedError], Tables]
"""Makes a sound file of a damaged one: its name, its bytes and what is wrong."""


class Folder:
    """The files of a data folder as TinyDB tables.

    Changes are made inside ``batch``; an exception there undoes them in memory as
    well, so that what is read is always what is on disk.
    """

    def __init__(self, root: Path, repair: Repair, *, readonly: bool) -> None:
        self.root = root
        self.readonly = readonly
        self._repair = repair
        self._open: dict[str, TinyDB] = {}
        self._changed: dict[str, AtomicStorage] = {}
        self._ready: dict[str, AtomicStorage] = {}
        self._depth = 0
        self._unsettled = False
        self.told: list[str] = []
        """A sentence for the user for everything that was found and dealt with."""
        self.seen: dict[str, Fingerprint | None] = {}
        """The files as they were when they were last read or written here."""
        self.unmended: dict[str, str] = {}
        """Damaged files whose bytes are not in safety, and why: never written over."""

    def table(self, name: str, table: str) -> Table:
        """A table of the file ``name``. Its documents must not leave the store."""
        if not self._depth:
            self._drop_outdated(name)
        if name not in self._open:
            self._open[name] = TinyDB(name, self, storage=AtomicStorage)
        # The query cache hands out the documents themselves: keep none.
        return self._open[name].table(table, cache_size=0)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything changed inside reaches the disk when the outermost batch ends.

        ReadOnlyError if the folder was opened for reading, ChangedOutsideError if a
        file is no longer what was read, StoreError if the disk refuses: then nothing is
        written.
        """
        if self.readonly:
            raise ReadOnlyError(
                "The log is open for reading only: nothing was changed."
            )
        self.settle()
        if not self._depth:
            self._drop_outdated(*self._open)
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self._write()
        except BaseException:
            journal.withdraw(self.root, self._ready)
            self.forget()
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            self._forget_old_months()

    def changed(self, name: str, storage: "AtomicStorage") -> None:
        """Notes that a file has to be written at the end of the batch."""
        if not self._depth:
            raise StoreError(f"{name} can only be changed inside a batch.")
        self._changed[name] = storage

    def prepare(self, name: str) -> None:
        """Lays the change of a file ready on the disk and drops it from memory.

        It is the last change of that file in the batch.
        """
        storage = self._changed.pop(name)
        self._refuse_unmended(name)
        with _told(name, self.root):
            journal.prepare(self.root, name, storage.data())
        storage.forget()
        self._ready[name] = storage
        del self._open[name]

    def load(self, name: str) -> Tables | None:
        """The tables of a file, repaired if it is damaged; None: there is no file.

        NewerDataError if a newer version wrote it, StoreError if it cannot be read.
        """
        self.look_at(name)
        try:
            data = journal.read(self.root, name)
            return None if data is None else checked(name, data)
        except DamagedError as error:
            return self._repair(name, data or b"", error)
        except NewerDataError as error:
            raise NewerDataError(f"{self.root / name} {error}") from error
        except OSError as error:
            path = self.root / name
            raise StoreError(f"{path} cannot be read {why(error)}") from error

    def may_hold(self, name: str, text: str) -> bool:
        """Whether a file that is not read yet may hold a text; cheaper than to read it.

        A JSON string without a backslash stands there as it is.
        """
        if name in self._open:
            return True
        with suppress(OSError):
            data = journal.read(self.root, name) or b""
            return b"\\" in data or text.encode("utf-8", "replace") in data
        return True

    def look_at(self, *names: str) -> None:
        """Notes how files are now; one that cannot be looked at is as if not there."""
        for name in names:
            self.seen[name] = None
            with suppress(OSError):
                self.seen[name] = fingerprint(f"{self.root}/{name}")

    def forget(self) -> None:
        """Drops everything held in memory; the next read goes to the disk."""
        self._open.clear()
        self._changed.clear()
        self._ready.clear()

    def settle(self) -> None:
        """Finishes a change that the disk interrupted half-way."""
        if not self._unsettled:
            return
        with _told("The data folder", self.root):
            journal.complete(self.root)
        self._unsettled = False

    def _drop_outdated(self, *names: str) -> None:
        """Forgets files that another program has changed, or that may be mended now.

        Another table object reads them again: TinyDB's own counts its documents once.
        """
        for name in names:
            storage = self._open[name].storage if name in self._open else None
            outdated = (
                isinstance(storage, AtomicStorage) and storage.is_changed_outside()
            )
            if outdated or name in self.unmended:
                self._open.pop(name, None)

    def _write(self) -> None:
        for storage in (*self._changed.values(), *self._ready.values()):
            if storage.is_changed_outside():
                raise ChangedOutsideError(
                    f"Another program changed {storage.path} meanwhile; nothing was "
                    "written: look at it again and repeat your change."
                )
        files: dict[str, bytes | None] = dict.fromkeys(self._ready)
        files |= {name: found.data() for name, found in self._changed.items()}
        for name in files:
            self._refuse_unmended(name)
        if not files:
            return
        self._unsettled = True
        with _told(" and ".join(list(files)[:2]), self.root):
            written = journal.commit(self.root, files)
        self._unsettled = False
        for name, storage in (*self._changed.items(), *self._ready.items()):
            self.seen[name] = storage.written(written.get(name))
        self._changed.clear()
        self._ready.clear()

    def _refuse_unmended(self, name: str) -> None:
        if name in self.unmended:
            raise StoreError(
                f"{name} is damaged, and before it is changed it has to be copied "
                f"{self.unmended[name]}"
            )

    def _forget_old_months(self) -> None:
        months = [name for name in self._open if name.startswith(HISTORY)]
        for name in months[:-_MONTHS_KEPT]:
            del self._open[name]


class AtomicStorage(Storage):
    """One file: read once, replaced whole, never written over an outside change."""

    def __init__(self, name: str, folder: Folder) -> None:
        self._name = name
        self._folder = folder
        self.path = folder.root / name
        self._tables: Tables | None = None
        self._seen: tuple[int, int, int] | None = None

    def read(self) -> Tables | None:
        """The tables of the file, or None while it does not exist."""
        if self._tables is None:
            self._load()
        return self._tables

    def write(self, data: dict[str, Any]) -> None:
        """Takes the new tables; they are written when the batch ends."""
        self._tables = new_tables() | data
        self._folder.changed(self._name, self)

    def data(self) -> bytes:
        """The file as it will be; StoreError if it holds what JSON cannot hold."""
        try:
            return dumps(self._tables or new_tables())
        except ValueError as error:
            raise StoreError(f"{self._name} was not written: {error}.") from error

    def written(self, found: Fingerprint | None) -> Fingerprint | None:
        """Notes that the file now holds what is in memory, and gives how it is."""
        self._seen = found or fingerprint(self.path)
        return self._seen

    def is_changed_outside(self) -> bool:
        """Whether the file is no longer the one that was read."""
        return fingerprint(self.path) != self._seen

    def forget(self) -> None:
        """Drops the tables; what the file was when they were read stays known."""
        self._tables = None

    def _load(self) -> None:
        # Once more if the file changed in between, be it by a repair.
        for _ in range(2):
            self._seen = fingerprint(self.path)
            self._tables = self._folder.load(self._name)
            if fingerprint(self.path) == self._seen:
                return


@contextmanager
def _told(what: str, root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        told = f"{what} could not be written in {root} {why(error)}"
        raise StoreError(told) from error
