"""Copies that a sync program makes where two computers changed one file, merged.

Each program names them in its own way; a file counts as a copy only under such a name
and beside the file it is a copy of.
"""

import re
from collections import Counter
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import DamagedError, NewerDataError
from befit_tui.domain.history import in_order
from befit_tui.domain.library import merged
from befit_tui.domain.merge import united
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.store import documents, history, layout, open_workout, recovery
from befit_tui.store.documents import OPEN
from befit_tui.store.files import names_in, read_if_there, remove
from befit_tui.store.folder import Folder
from befit_tui.store.json_text import Document, Tables
from befit_tui.store.layout import ACTIVE, LIBRARY, UNDO
from befit_tui.store.validate import checked

_NAMES = re.compile(
    r"""(?P<stem>active|library|undo|journal|[0-9]{4}-[0-9]{2})
        (\.json)?  # of two endings one stands before the mark
        (?: \.sync-conflict-[0-9]{8}-[0-9]{6}(-[A-Z0-9]+)?      # Syncthing
          # Dropbox, Nextcloud, Seafile, in the language of the computer
          | \ \([^()]{0,80}(?i:[ck]onfli)[^()]{0,60}(\([0-9]+\))?\)
          | _conflict-[0-9]{8}-[0-9]{6}                         # ownCloud
          | \ [0-9]{1,2} | \ \([0-9]{1,2}\)                     # iCloud, Google Drive
          | -(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9-]{1,40}        # OneDrive: the computer
        )
        (?P<end>\.json|\.prev|\.json\.prev)""",
    re.VERBOSE,
)


def copies(root: Path) -> list[tuple[Path, str]]:
    """The copies in a data folder, each with the name of the file it is one of.

    The name of a copy of what is no data itself, like the step before, is empty.
    """
    found = []
    for folder in (root, root / layout.HISTORY):
        for text in names_in(folder):
            name = _NAMES.fullmatch(text)
            if name and (path := folder / text).is_file():
                inside = f"{name['stem']}.json"
                if folder != root:
                    inside = f"{layout.HISTORY}/{inside}"
                is_data = name["end"] == ".json" and layout.is_data_file(inside)
                found.append((path, inside if is_data else ""))
    return found


def merge(folder: Folder, now: datetime, apart: Collection[Path] = ()) -> None:
    """Merges every copy into the log, and puts the copies aside.

    Identical ones go. Of two versions of a workout the newer ``rev`` stays, with the
    sets that only the other has; new workouts come in. It may be cut short and
    repeated: the copies go last. Those of ``apart`` stay, for somebody takes them in.
    """
    log, told = _Log(folder), len(folder.told)
    with folder.batch():
        # What stands here is made one before other versions come in.
        log.settle()
        taken = [
            (path, name)
            for path, name in copies(folder.root)
            if path.resolve() not in apart and _take_copy(log, folder, path, name)
        ]
        log.settle()
    kept = ""
    for path, name in taken:
        if path.read_bytes() != (name and read_if_there(folder.root / name)):
            recovery.quarantine(folder.root, path.name, path.read_bytes(), now)
            kept = f" Other versions are kept in {folder.root / layout.QUARANTINE}."
        remove(path)
    if log.done:
        what = ", ".join(f"{count} {what}" for what, count in sorted(log.done.items()))
        folder.told.insert(
            told, f"Another computer changed the log as well; merged: {what}.{kept}"
        )


def _take_copy(log: "_Log", folder: Folder, path: Path, name: str) -> bool:
    """Takes in a copy; whether it has served, which one too new for us has not."""
    data = path.read_bytes()
    if name in ("", UNDO) or data == read_if_there(folder.root / name):
        return True
    try:
        log.take(name, checked(name, data))
    except NewerDataError as error:
        folder.told.append(f"{path.name} {error}")
        return False
    except DamagedError as error:
        folder.told.append(f"{path.name} is damaged ({error}) and was put aside.")
    return True


class _Log:
    """The log while other versions of its workouts come in; ``done`` counts them."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.done: Counter[str] = Counter()
        self._where: dict[str, str] | None = None

    def take(self, name: str, tables: Tables) -> None:
        """Takes in what a copy of a file holds."""
        if name == LIBRARY:
            known = documents.load_library(self._folder)
            both = merged(known, documents.library_of(tables))
            if both != known:
                documents.save_library(self._folder, both)
                self.done["library"] += 1
            return
        month = layout.month_of(name)
        place, table = (month, "workouts") if month else (OPEN, "active")
        for document in tables.get(table, {}).values():
            self._take_workout(place, workout_from_dict(document), document)

    def settle(self) -> None:
        """Leaves one workout open, and no set of it behind that is filed already."""
        if number := open_workout.save_hidden_sets(self._folder):
            self.done["workout with sets of both"] += number
        open_ = map(workout_from_dict, documents.all_open(self._folder))
        going_on = in_order(open_)
        for workout in going_on[:-1]:
            self.done["workout that was open beside another, and is closed"] += 1
            found = documents.get(self._folder, OPEN, workout.id)
            open_workout.close_other(self._folder, found or documents.document(workout))

    def _take_workout(self, place: str, theirs: Workout, document: Document) -> None:
        at = self._places().get(theirs.id)
        found = None if at is None else documents.get(self._folder, at, theirs.id)
        if at is None or found is None:
            self.done["new workout"] += 1
            self._put(place, theirs, document)
            return
        mine = workout_from_dict(found)
        if (at, mine) == (place, theirs):
            return
        winner, other, to = mine, theirs, at
        if _rank(theirs, place) > _rank(mine, at):
            winner, other, to = theirs, mine, place
        both = united(winner, other)
        if both != winner:
            both = replace(both, rev=max(both.rev, other.rev) + 1)
        if (to, both) == (at, mine):
            return
        is_both = both != winner
        self.done["workout with sets of both" if is_both else "newer workout"] += 1
        self._put(to, both, {**found, **document})
        if to != at:
            documents.put(self._folder, at, mine.id, None)

    def _put(self, place: str, workout: Workout, stood: Document) -> None:
        """Puts a workout at a place, with what we do not know of those it was."""
        self._places()[workout.id] = place
        if place == OPEN:
            # Beside another one for now; ``settle`` chooses.
            table = self._folder.table(ACTIVE, "active")
            table.remove(lambda one: one["id"] == workout.id)
            table.insert(documents.document(workout, stood))
        else:
            new = documents.document(workout, stood)
            documents.put(self._folder, place, workout.id, new)

    def _places(self) -> dict[str, str]:
        """Where each workout of the log lies, by its id."""
        if self._where is None:
            self._where = {
                key: month
                for month in layout.months(self._folder.root)
                for key in history.ids(self._folder, month)
            }
            for found in self._folder.table(ACTIVE, "active"):
                self._where.setdefault(found["id"], OPEN)
        return self._where


def _rank(workout: Workout, place: str) -> tuple[int, bool, str]:
    """What orders two versions of a workout alike on every computer."""
    return workout.rev, place != OPEN, documents.mark_of(documents.document(workout))
