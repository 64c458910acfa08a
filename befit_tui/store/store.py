"""The data folder as one thing: what the logbook may ask to be kept, and gets back."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import DamagedError, NewerDataError, StoreError
from befit_tui.domain.library import Library
from befit_tui.domain.workout import Workout
from befit_tui.store import (
    backup,
    history,
    journal,
    layout,
    library_file,
    locations,
    lock,
    recovery,
    session,
)
from befit_tui.store.files import atomic_write, make_folder
from befit_tui.store.session import Undone
from befit_tui.store.storage import Folder
from befit_tui.store.text import Document, Tables, dumps, loads, new_tables


class Store:
    """Workouts on disk, changed by one process at a time; every write is durable.

    ``clock`` gives the local time, for the names of copies only. ``reports`` has a
    sentence for everything that was repaired, by name and date. Calls must not
    overlap: give one thread all of them.

    Raises:
        BusyError: another process writes to the folder.
        NewerDataError: a newer version of Befit wrote the open workout.
        StoreError: the folder cannot be used.
    """

    def __init__(
        self, root: Path, *, clock: Callable[[], datetime], readonly: bool = False
    ) -> None:
        self.root = root
        self.reports: list[str] = []
        self._clock = clock
        self._folder = Folder(root, self._repair, readonly=readonly)
        self._lock = None
        if readonly:
            return
        try:
            make_folder(root)
            make_folder(root / layout.HISTORY)
            self._lock = lock.acquire(root)
            self._recover()
        except OSError as error:
            self.close()
            raise StoreError(
                f"The data folder {root} cannot be used ({error.strerror})."
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets go of the folder. Nothing is left to write."""
        if self._lock is not None:
            lock.release(self.root, self._lock)
            self._lock = None

    def active(self) -> Workout | None:
        """The open workout, or None."""
        found = locations.open_document(self._folder)
        return workout_from_dict(found) if found else None

    def save_active(self, workout: Workout, label: str) -> Workout:
        """Saves the open workout, or opens it, as one step that can be undone.

        Returns:
            The workout with the ``rev`` it was stored under; an equal one is no step.
        """
        return session.save(self._folder, workout, label)

    def finish(self, workout: Workout, label: str = "finish") -> None:
        """Files the open workout, as given, under its month and closes it."""
        history.finish(self._folder, workout, label)

    def discard_active(self, label: str) -> None:
        """Drops the open workout, if there is one."""
        history.discard(self._folder, label)

    def undo(self) -> Undone | None:
        """Takes back the newest of the last 100 steps; None when there is none."""
        return session.undo(self._folder)

    def redo(self) -> Undone | None:
        """Does again the step undone last; None when there is none."""
        return session.redo(self._folder)

    def months(self) -> list[str]:
        """The months that have a file, ``YYYY-MM``, ascending."""
        waiting = map(layout.month_of, map(Path, journal.pending(self.root)))
        return sorted({*layout.months(self.root), *filter(None, waiting)})

    def read_month(self, month: str) -> tuple[Workout, ...]:
        """The workouts of a month, oldest first; a damaged file is repaired."""
        try:
            return history.read_month(self.root, month)
        except DamagedError:
            tables = self._folder.load(layout.month_file(month)) or new_tables()
            found = map(workout_from_dict, tables.get("workouts", {}).values())
            return tuple(sorted(found, key=lambda w: (w.started_at, w.id)))

    def documents(self, month: str | None) -> dict[str, Document]:
        """What is stored of a month, or of the open workout (None), by id.

        It holds what no value carries: the fields of a later version.
        """
        name = layout.month_file(month) if month else layout.ACTIVE
        table = "workouts" if month else locations.OPEN
        found = (self._folder.load(name) or {}).get(table, {})
        return {one["id"]: one for one in found.values()}

    def replace(self, workout: Workout, label: str) -> Workout:
        """Corrects a finished workout, also into another month.

        Returns:
            The workout with the ``rev`` it was stored under.

        Raises:
            StoreError: it is no longer in the log.
        """
        return history.replace(self._folder, workout, label)

    def change(self, changes: Iterable[history.Change], label: str) -> None:
        """Makes changes to finished workouts, all or nothing, as one step of undo.

        Args:
            changes: pairs of a workout and what stands in its stead, in any month;
                None before means a new one, None after that it goes.
            label: what to call the step.

        Raises:
            StoreError: a workout is no longer in the log.
        """
        history.change(self._folder, changes, label)

    def relabel(
        self,
        changes: Iterable[tuple[Workout, Workout]],
        items: history.Items,
        label: str,
    ) -> None:
        """Says otherwise which lifts were done, all or nothing, as one step of undo.

        Args:
            changes: workouts of the log, the open one too, and what they become; none
                counts as edited by that.
            items: items of the library by their list and id; None takes one out.
            label: what to call the step.

        Raises:
            StoreError: a workout is no longer in the log.
        """
        history.relabel(self._folder, changes, items, label)

    def delete(self, workout_id: str, month: str, label: str) -> None:
        """Removes a finished workout from its month."""
        history.delete(self._folder, workout_id, month, label)

    def add_workouts(self, workouts: Iterable[Workout], label: str) -> int:
        """Files finished workouts, all or none; known ids are passed over.

        Returns:
            How many were new.
        """
        return history.add(self._folder, workouts, label)

    def take_in(
        self,
        workouts: Iterable[Workout],
        label: str,
        *,
        changed: Iterable[tuple[Workout, Workout]] = (),
        opened: Workout | None = None,
        library: Library,
        came_as: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Takes in another log, all or nothing; its workouts come out again by undo.

        Args:
            workouts: finished ones that are new.
            label: what to call the step.
            changed: finished ones of the log, each with what it becomes.
            opened: the open workout from now on, if that changes.
            library: the library from now on.
            came_as: the documents that new workouts were read from, by id.
        """
        with self._folder.batch():
            library_file.save(self._folder, library)
            if opened is not None:
                session.save(self._folder, opened, label)
            history.add(self._folder, workouts, label, changed, came_as)

    def library(self) -> Library:
        """The lifter's own exercises, routines, phases and marks."""
        return library_file.load(self._folder)

    def save_library(self, library: Library) -> None:
        """Keeps the library; it is no step of undo."""
        library_file.save(self._folder, library)

    def put_items(
        self, name: str, items: Mapping[str, Mapping[str, Any] | None], label: str
    ) -> None:
        """Keeps items of one list of the library, as one step that can be undone.

        Args:
            name: the list: ``routines``, ``phases``, ``changes``.
            items: what is kept from now on, by its ``id``; None takes it out.
            label: what to call the step.
        """
        library_file.put(self._folder, name, items, label)

    def backups(self) -> list[Path]:
        """The copies in ``backups/``, the newest first."""
        return [copy.path for copy in backup.backups(self.root)]

    def backup(self, before: str = "") -> Path | None:
        """Copies everything into a zip file, and clears out old copies.

        Args:
            before: what it is made before, in lower-case letters (``import``). Without
                it one copy a day is enough.

        Returns:
            The copy; None when today has one or there is nothing to copy.
        """
        with self._folder.batch():
            today = self._clock().date()
            made = {c.day for c in backup.backups(self.root) if not c.before}
            if not before and today in made:
                return None
            files = {name: self._sound(name) for name in layout.data_files(self.root)}
            if not files:
                return None
            try:
                return backup.make(self.root, files, today, before)
            except OSError as error:
                raise StoreError(f"No backup was made ({error.strerror}).") from error

    def restore(self, path: Path) -> None:
        """Puts everything back as it is in a copy, after a copy of what is there now.

        Raises:
            StoreError: the copy cannot be read; nothing has changed.
        """
        files = backup.read(path)
        for name, data in files.items():
            try:
                recovery.check(loads(data))
            except (DamagedError, NewerDataError) as error:
                raise StoreError(f"{path} cannot be used: {name}: {error}.") from error
        if not files:
            raise StoreError(f"{path} holds no data of Befit.")
        self.backup("restore")
        gone = set(layout.data_files(self.root)) - set(files)
        empty = dict.fromkeys(sorted(gone), dumps(new_tables()))
        self._folder.overwrite(files | empty)

    def _recover(self) -> None:
        try:
            journal.complete(self.root)
        except DamagedError as error:
            self._set_journal_aside(error)
        spares = (self.root / layout.HISTORY).glob("*.json.prev")
        months = [layout.month_of(path.with_suffix("")) for path in spares]
        names = [layout.month_file(month) for month in months if month]
        for name in (layout.ACTIVE, layout.LIBRARY, layout.UNDO, *sorted(names)):
            if told := recovery.restore_missing(self.root, name):
                self.reports.append(told)
        locations.open_document(self._folder)

    def _set_journal_aside(self, why: DamagedError) -> None:
        path = self.root / layout.JOURNAL
        now = self._clock()
        kept = recovery.quarantine(self.root, layout.JOURNAL, path.read_bytes(), now)
        path.unlink()
        self.reports.append(f"{why}; what it was to change is lost; kept as {kept}.")

    def _sound(self, name: str) -> bytes:
        self._folder.load(name)
        return (self.root / name).read_bytes()

    def _repair(self, name: str, data: bytes, why: DamagedError) -> Tables:
        tables, told = recovery.rebuild(self.root, name, data)
        kept = "it is left as it is"
        if not self._folder.readonly:
            place = recovery.quarantine(self.root, name, data, self._clock())
            atomic_write(self.root / name, dumps(tables), keep_previous=False)
            kept = f"the damaged file is kept as {place}"
        self.reports.append(f"{name} was damaged ({why}): {told}; {kept}.")
        return tables
