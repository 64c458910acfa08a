"""TinyDB on files that change atomically, one at a time or several together."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
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
)
from befit_tui.store import journal
from befit_tui.store.files import fingerprint
from befit_tui.store.layout import HISTORY
from befit_tui.store.recovery import check
from befit_tui.store.text import Tables, dumps, loads, new_tables

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

    def table(self, name: str, table: str) -> Table:
        """A table of the file ``name``. Its documents must not leave the store."""
        if name not in self._open:
            self._open[name] = TinyDB(name, self, storage=AtomicStorage)
        # The query cache hands out the documents themselves: keep none.
        return self._open[name].table(table, cache_size=0)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything changed inside reaches the disk when the outermost batch ends.

        Raises:
            ReadOnlyError: the folder was opened for reading.
            ChangedOutsideError: a file is no longer what was read; nothing is written.
            StoreError: the disk refused.
        """
        if self.readonly:
            raise ReadOnlyError(
                "The log is open for reading only: nothing was changed."
            )
        self.settle()
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
        with _told(name, self.root):
            journal.prepare(self.root, name, storage.data())
        storage.forget()
        self._ready[name] = storage
        del self._open[name]

    def load(self, name: str) -> Tables | None:
        """The tables of a file, repaired if it is damaged; None: there is no file."""
        try:
            data = journal.read(self.root, name)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(
                f"{self.root / name} cannot be read ({error.strerror})."
            ) from error
        try:
            tables = loads(data)
            check(tables)
        except DamagedError as error:
            return self._repair(name, data, error)
        except NewerDataError as error:
            raise NewerDataError(f"{self.root / name} {error}") from error
        return tables

    def forget(self) -> None:
        """Drops everything held in memory; the next read goes to the disk."""
        self._open.clear()
        self._changed.clear()
        self._ready.clear()

    def overwrite(self, files: dict[str, bytes]) -> None:
        """Replaces whole files, all or none, whatever they hold."""
        with self.batch():
            self.forget()
            self._commit(files)

    def settle(self) -> None:
        """Finishes a change that the disk interrupted half-way."""
        if not self._unsettled:
            return
        with _told("The data folder", self.root):
            journal.complete(self.root)
        self._unsettled = False

    def _write(self) -> None:
        for storage in (*self._changed.values(), *self._ready.values()):
            storage.refuse_if_changed_outside()
        files: dict[str, bytes | None] = dict.fromkeys(self._ready)
        files |= {name: found.data() for name, found in self._changed.items()}
        if files:
            self._commit(files)
        for storage in self._changed.values():
            storage.written()
        self._changed.clear()
        self._ready.clear()

    def _commit(self, files: Mapping[str, bytes | None]) -> None:
        self._unsettled = len(files) > 1 or None in files.values()
        with _told(" and ".join(list(files)[:2]), self.root):
            journal.commit(self.root, files)
        self._unsettled = False

    def _forget_old_months(self) -> None:
        months = [name for name in self._open if name.startswith(HISTORY)]
        for name in months[:-_MONTHS_KEPT]:
            del self._open[name]


class AtomicStorage(Storage):
    """One file: read once, replaced whole, never written over an outside change."""

    def __init__(self, name: str, folder: Folder) -> None:
        self._name = name
        self._folder = folder
        self._path = folder.root / name
        self._tables: Tables | None = None
        self._seen: tuple[int, int, int] | None = None

    def read(self) -> Tables | None:
        """The tables of the file, or None while it does not exist."""
        self._folder.settle()
        if self._tables is None or self._is_outdated():
            self._load()
        return self._tables

    def write(self, data: dict[str, Any]) -> None:
        """Takes the new tables; they are written when the batch ends."""
        self._tables = new_tables() | data
        self._folder.changed(self._name, self)

    def data(self) -> bytes:
        """The file as it will be.

        Raises:
            StoreError: it holds what JSON cannot hold.
        """
        try:
            return dumps(self._tables or new_tables())
        except ValueError as error:
            raise StoreError(f"{self._name} was not written: {error}.") from error

    def refuse_if_changed_outside(self) -> None:
        """Raises ChangedOutsideError if the file is not the one that was read."""
        if fingerprint(self._path) != self._seen:
            raise ChangedOutsideError(
                f"Another program changed {self._path} meanwhile; nothing was "
                "written: look at it again and repeat your change."
            )

    def written(self) -> None:
        """Notes that the file now holds what is in memory."""
        self._seen = fingerprint(self._path)

    def forget(self) -> None:
        """Drops the tables; what the file was when they were read stays known."""
        self._tables = None

    def _load(self) -> None:
        # Once more if the file changed in between, be it by a repair.
        for _ in range(2):
            self._seen = fingerprint(self._path)
            self._tables = self._folder.load(self._name)
            if fingerprint(self._path) == self._seen:
                return

    def _is_outdated(self) -> bool:
        # A reader follows the writer; the writer keeps to what it has read.
        return self._folder.readonly and fingerprint(self._path) != self._seen


@contextmanager
def _told(what: str, root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or os.strerror(error.errno or 0)
        raise StoreError(
            f"{what} could not be written in {root} ({reason}); "
            "look at what is stored, make room and try again."
        ) from error
