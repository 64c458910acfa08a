"""The data folder as one thing: what the logbook may ask to be kept, and gets back."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import ChangedOutsideError, DamagedError, StoreError, why
from befit_tui.domain.history import in_order
from befit_tui.domain.library import ItemChanges, Library
from befit_tui.domain.workout import Workout
from befit_tui.store import (
    documents,
    history,
    journal,
    layout,
    lock,
    open_workout,
    recovery,
    undo_steps,
)
from befit_tui.store.files import (
    PREVIOUS,
    atomic_write,
    make_folder,
    names_in,
    read_if_there,
    sweep,
)
from befit_tui.store.folder import Folder
from befit_tui.store.json_text import Document, Tables, dumps, new_tables
from befit_tui.store.open_workout import Undone

if TYPE_CHECKING:
    from befit_tui.store.restore import Difference


class Changed(NamedTuple):
    """What another program has changed: the open workout, the library, months."""

    active: bool
    library: bool
    months: tuple[str, ...]


class Store:
    """Workouts on disk, changed by one process at a time; every write is durable.

    ``clock`` gives the local time, for the names of copies only. ``reports`` has a
    sentence for everything that was repaired or merged, by name and date, ``missing``
    the months that cannot be read, and why. ``patience_s`` is how long it waits for
    another process to let go of the folder (BusyError), ``apart`` are files in it that
    are not merged now. Calls must not overlap: give one thread all of them. All may
    raise a StoreError; then nothing has changed.
    """

    def __init__(
        self,
        root: Path,
        *,
        clock: Callable[[], datetime],
        readonly: bool = False,
        patience_s: float = 0.0,
        apart: Collection[Path] = (),
    ) -> None:
        self.root = root
        self.missing: dict[str, str] = {}
        self._clock = clock
        self._apart = apart
        self._folder = Folder(root, self._repair, readonly=readonly)
        self.reports = self._folder.told
        self._lock: int | None = None
        self._open: Workout | None = None
        self._has_read = False
        self._library: Library | None = None
        if readonly:
            return
        try:
            make_folder(root)
            make_folder(root / layout.HISTORY)
            self._lock = lock.acquire(root, clock(), patience_s)
            self._recover()
        except OSError as error:
            self.close()
            where = f" at {error.filename}" if error.filename else ""
            raise StoreError(
                f"The data folder {root} cannot be used{where} {why(error)}"
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets go of the folder. Nothing is left to write."""
        if self._lock is not None:
            lock.release(self.root, self._lock)
            self._lock = None

    # -- the open workout

    def active(self) -> Workout | None:
        """The open workout, or None."""
        found = documents.open_document(self._folder)
        self._know(workout_from_dict(found) if found else None)
        return self._open

    def save_active(self, workout: Workout, label: str) -> Workout:
        """Saves the open workout, or opens it, as one step that can be undone.

        Gives it as it is stored, with its ``rev`` and with what another program changed
        meanwhile; an equal one is no step. ChangedOutsideError if another program
        opened one.
        """
        saved = open_workout.save(self._folder, workout, label, self._open)
        self._know(saved)
        return saved

    def finish(self, workout: Workout, label: str = "finish") -> Workout:
        """Files the open workout, as given, under its month and closes it."""
        filed = open_workout.finish(self._folder, workout, label, self._open)
        self._know(None)
        return filed

    def discard_active(self, label: str) -> None:
        """Drops the open workout, if there is one."""
        open_workout.discard(self._folder, label, self._open)
        self._know(None)

    def undo(self) -> Undone | None:
        """Takes back the newest of the steps that are kept; None when there is none.

        ChangedOutsideError if it would be a step of another program, not seen yet.
        """
        return self._step(undo_steps.newest_undo, "redo")

    def redo(self) -> Undone | None:
        """Does again the step undone last, or None; raises as ``undo``."""
        return self._step(undo_steps.oldest_redo, "undo")

    # -- the past

    def months(self) -> list[str]:
        """The months that have a file, ``YYYY-MM``, ascending.

        A folder that cannot be read has none: it is in ``missing`` and in ``reports``.
        """
        found: set[str] = set()
        with suppress(StoreError, OSError):
            found.update(filter(None, map(layout.month_of, journal.pending(self.root))))
        try:
            found.update(layout.months(self.root))
            self.missing.pop(layout.HISTORY, None)
        except StoreError as error:
            self._miss(layout.HISTORY, str(error))
        new = {*map(layout.month_file, found)} - self._folder.seen.keys()
        self._folder.look_at(*new)
        return sorted(found)

    def read_month(self, month: str) -> tuple[Workout, ...]:
        """The workouts of a month, oldest first; a damaged file is repaired.

        A month that cannot be read has none: it is in ``missing`` and in ``reports``.
        """
        name = layout.month_file(month)
        self._folder.look_at(name)
        try:
            try:
                found = history.read_month(self.root, month)
            except DamagedError:
                tables = self._folder.load(name) or new_tables()
                read = map(workout_from_dict, tables.get("workouts", {}).values())
                found = in_order(read)
        except StoreError as error:
            self._miss(month, str(error))
            return ()
        self.missing.pop(month, None)
        return found

    def documents(self, month: str | None) -> dict[str, Document]:
        """What is stored of a month, or of the open workout (None), by id.

        It holds what no value carries: the fields of a later version. What cannot be
        read has none.
        """
        name = layout.month_file(month) if month else layout.ACTIVE
        table = "workouts" if month else documents.OPEN
        with suppress(StoreError):
            found = (self._folder.load(name) or {}).get(table, {})
            return {one["id"]: one for one in found.values()}
        return {}

    def change(
        self,
        changes: Iterable[history.Change],
        label: str,
        items: ItemChanges = MappingProxyType({}),
        *,
        is_edit: bool = True,
    ) -> None:
        """Makes changes to workouts, all or nothing, as one step of undo (``label``).

        ``changes`` are pairs of a workout, as it was read, and what stands in its
        stead, in any month; None before means a new one, None after that it goes, if no
        other program changed it. ``items`` of the library are by list and id; None
        takes one out. ``is_edit``: what was done is another now, which ``rev`` counts.
        """
        history.change(self._folder, changes, label, items, is_edit=is_edit)

    def add_workouts(
        self,
        workouts: Iterable[Workout],
        label: str,
        *,
        changed: Iterable[tuple[Workout, Workout]] = (),
        opened: Workout | None = None,
        library: Library | None = None,
        came_as: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    ) -> int:
        """Files finished workouts, all or none, and gives how many were not known.

        They come out again by undo, and so do other parts of a log that comes in:
        finished workouts that are ``changed``, each with what it becomes (no edit),
        the open workout (``opened``) and the library from now on. ``came_as`` are the
        documents that new workouts were read from, by id.
        """
        with self._folder.batch():
            if library is not None:
                documents.save_library(self._folder, library, self._library)
            if opened is not None:
                open_workout.save(self._folder, opened, label, self._open)
            return history.add(self._folder, workouts, label, changed, came_as)

    # -- the library

    def library(self) -> Library:
        """The lifter's own exercises, routines, phases and marks."""
        self._library = documents.load_library(self._folder)
        return self._library

    def save_library(self, library: Library) -> None:
        """Keeps the library; it is no step of undo."""
        documents.save_library(self._folder, library, self._library)
        self._library = library

    # -- other programs

    def changed_outside(self) -> Changed:
        """What is no longer as it was read or written here.

        It looks at the names and times of files only; what it tells it tells once.
        """
        seen = self._folder.seen
        names = {*seen, *layout.data_files(self.root)} - {layout.UNDO}
        before = {name: seen.get(name) for name in names}
        self._folder.look_at(*names)
        changed = {name for name in names if seen[name] != before[name]}
        months = filter(None, map(layout.month_of, changed))
        return Changed(
            layout.ACTIVE in changed,
            layout.LIBRARY in changed,
            tuple(sorted(months)),
        )

    def is_asked_to_close(self) -> bool:
        """Whether another Befit asks this one to let go of the folder."""
        return self._lock is not None and lock.is_asked_to_close(self.root)

    # -- copies

    def backups(self) -> list[Path]:
        """The copies in ``backups/``, the newest first."""
        # What packs and unpacks copies takes 3 ms of a start that needs none.
        from befit_tui.store import backup  # noqa: PLC0415

        return [copy.path for copy in backup.backups(self.root)]

    def backup(self, before: str = "") -> Path | None:
        """Copies everything into a zip file, and clears out old copies.

        A file that cannot be read is left out and named in ``reports``. ``before`` is
        what it is made before, in lower-case letters (``import``); without it one copy
        a day is enough. Gives None when today has one or there is nothing to copy.
        """
        from befit_tui.store import backup  # noqa: PLC0415

        with self._folder.batch():
            today = self._clock().date()
            made = {c.day for c in backup.backups(self.root) if not c.before}
            if not before and today in made:
                return None
            try:
                found = {n: self._sound(n) for n in layout.data_files(self.root)}
                files = {name: data for name, data in found.items() if data}
                if not files:
                    return None
                return backup.make(self.root, files, today, before)
            except OSError as error:
                raise StoreError(f"No backup was made {why(error)}") from error

    def compare(self, path: Path) -> "Difference":
        """What restoring a copy would bring back, and what would go."""
        from befit_tui.store import restore  # noqa: PLC0415

        return restore.compare(self._folder, restore.content_of(path))

    def restore(self, path: Path) -> None:
        """Puts everything back as it is in a copy, after a copy of what is there now.

        It is one step of undo.
        """
        from befit_tui.store import restore  # noqa: PLC0415

        files = restore.content_of(path)
        self.backup("restore")
        with self._folder.batch():
            restore.put_back(self._folder, files, f"restore of {path.name}")
        self._open = self._library = None
        self._has_read = False

    # -- inner workings

    def _recover(self) -> None:
        for folder in (
            "",
            layout.HISTORY,
            layout.BACKUPS,
            layout.QUARANTINE,
        ):
            sweep(self.root / folder)
        try:
            journal.complete(self.root)
        except DamagedError as error:
            kept = recovery.set_aside(self.root, layout.JOURNAL, self._clock())
            self.reports.append(
                f"{error}; what it was to change is lost; kept as {kept}."
            )
        names = names_in(self.root / layout.HISTORY)
        spares = (one.removesuffix(PREVIOUS) for one in names if one.endswith(PREVIOUS))
        months = map(layout.month_file, filter(None, map(layout.month_of, spares)))
        for name in (layout.ACTIVE, layout.LIBRARY, *months):
            if told := recovery.restore_missing(self.root, name):
                self.reports.append(told)
        for name in layout.SINGLE:
            if (self.root / name).is_dir():
                kept = recovery.set_aside(self.root, name, self._clock())
                self.reports.append(f"{name} was a folder; it is kept as {kept}.")
        from befit_tui.store import sync_copies  # noqa: PLC0415 - nothing for a reader

        sync_copies.merge(self._folder, self._clock(), self._apart)

    def _miss(self, what: str, reason: str) -> None:
        if self.missing.get(what) != reason:
            self.missing[what] = reason
            self.reports.append(f"The workouts of {what} are missing: {reason}")

    def _know(self, open_: Workout | None) -> None:
        """Notes what the caller was shown last as the open workout."""
        self._open, self._has_read = open_, True

    def _step(self, choose: undo_steps.Choose, to: str) -> Undone | None:
        """Exchanges what a step kept with what stands; ``to`` is where it goes then."""
        seen = self._open
        if self._has_read and self.active() != seen:
            raise ChangedOutsideError(
                "Another program changed the open workout meanwhile, and it is shown "
                "now; nothing was taken back: press again to take back its last step."
            )
        with self._folder.batch():
            open_workout.save_hidden_sets(self._folder)
            step = open_workout.swap(self._folder, choose(self._folder), to)
        if step is not None:
            self._know(step.active)
        return step

    def _sound(self, name: str) -> bytes | None:
        try:
            self._folder.load(name)
            return read_if_there(self.root / name)
        except (StoreError, OSError) as error:
            told = error if isinstance(error, StoreError) else f"{name} {why(error)}"
            self.reports.append(f"The backup lacks {name}: {told}")
            return None

    def _repair(self, name: str, data: bytes, why_damaged: DamagedError) -> Tables:
        tables, told = recovery.rebuild(self.root, name, data)
        kept = "it is left as it is"
        known = name in self._folder.unmended
        if not self._folder.readonly:
            try:
                place = recovery.quarantine(self.root, name, data, self._clock())
                atomic_write(self.root / name, dumps(tables), keep_previous=False)
                kept = f"kept as {place.relative_to(self.root).as_posix()}"
                self._folder.unmended.pop(name, None)
                known = False
            except OSError as error:
                kept = f"it is left as it is for now {why(error).rstrip('.')}"
                self._folder.unmended[name] = why(error)
        if not known:
            self.reports.append(f"{name} was damaged ({why_damaged}): {told}; {kept}.")
        return tables
