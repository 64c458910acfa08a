"""What ``befit doctor`` finds: what lies in a data folder and whether it is whole."""

import os
from collections.abc import Iterator
from pathlib import Path

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import DamagedError, NewerDataError, StoreError, why
from befit_tui.domain.value import Value
from befit_tui.domain.wording import too_long_words
from befit_tui.domain.workout import Workout
from befit_tui.store import backup, journal, layout, sync_copies
from befit_tui.store.files import PREVIOUS
from befit_tui.store.json_text import Document
from befit_tui.store.validate import checked

MENDS = "open the log: it is mended as far as can be, and the damaged file is kept"
COMES_IN = "open the log: it is merged, and the copy is kept"
BY_HAND = "look at what lies there, and at who may read it"
UPDATE = "update befit-tui"
CORRECT = "correct its times in the history with e"
REMOVE = "delete one of the two in the history with d"
MAKE_ANOTHER = "make another with befit backup, and delete this one"
_UNREADABLE = (OSError, DamagedError, NewerDataError)


class Problem(Value, frozen=True):
    """A file that is not as it should be, why, and what mends it."""

    file: str
    reason: str
    remedy: str


class Checkup(Value, frozen=True, kw_only=True):
    """What was found. Files are named within the folder.

    ``months`` are those with a workout, ``foreign`` files that Befit did not write and
    leaves alone, ``quarantined`` damaged ones that it has set aside, ``size`` bytes of
    data without copies.
    """

    months: int
    workouts: int
    sets: int
    open_workout: bool
    size: int
    backups: tuple[str, ...]
    quarantined: tuple[str, ...]
    foreign: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Whether everything of Befit's is whole."""
        return not self.problems


def examine(root: Path) -> Checkup:
    """Look at every file of a data folder; a folder that is not there is empty."""
    if root.exists() and not root.is_dir():
        raise StoreError(f"{root} is not a folder: name another with --data-dir.")
    problems: list[Problem] = [*_folders(root), *_journal(root)]
    names = _data_files(root)
    tables = {name: _documents(root, name, problems) for name in names}
    filed = {name: tables[name]["workouts"] for name in names if layout.month_of(name)}
    problems += _filed(filed)
    for path, of in sync_copies.copies(root):
        reason = f"a conflict copy: another computer changed {of or 'it'} too"
        problems.append(Problem(path.relative_to(root).as_posix(), reason, COMES_IN))
    problems += _copies(root)
    workouts = [found for each in filed.values() for found in each]
    return Checkup(
        months=sum(map(bool, filed.values())),
        workouts=len(workouts),
        sets=sum(len(found.sets) for found in workouts),
        open_workout=any(found["active"] for found in tables.values()),
        # A sync tool may leave a link to nothing behind.
        size=sum((root / n).stat().st_size for n in names if (root / n).is_file()),
        backups=tuple(copy.path.name for copy in backup.backups(root)),
        quarantined=tuple(_within(root, layout.QUARANTINE)),
        foreign=tuple(name for name in _within(root) if not _is_ours(root, name)),
        problems=tuple(problems),
    )


def _folders(root: Path) -> Iterator[Problem]:
    """The folders that the program opens before anything else."""
    for name in (".", layout.HISTORY, layout.BACKUPS):
        folder = root / name
        if not os.path.lexists(folder):
            continue
        try:
            list(folder.iterdir())
        except OSError as error:
            yield _unreadable(name, error)


def _journal(root: Path) -> Iterator[Problem]:
    """A change that was cut short; the next start completes it if it can be read."""
    try:
        for name in journal.pending(root):
            checked(name, journal.read(root, name) or b"")
    except _UNREADABLE as error:
        yield _unreadable(layout.JOURNAL, error, MENDS)


def _unreadable(name: str, error: Exception, by_hand: str = BY_HAND) -> Problem:
    """Why a file cannot be read; ``by_hand`` mends what the system refuses."""
    if isinstance(error, OSError):
        return Problem(name, f"it cannot be read {why(error)}".rstrip("."), by_hand)
    remedy = UPDATE if isinstance(error, NewerDataError) else MENDS
    return Problem(name, str(error).rstrip("."), remedy)


def _data_files(root: Path) -> list[str]:
    try:
        return layout.data_files(root)
    except StoreError:
        return [name for name in layout.SINGLE if os.path.lexists(root / name)]


def _documents(
    root: Path, name: str, problems: list[Problem]
) -> dict[str, list[Workout]]:
    """The workouts of a file by table; none and a problem if it cannot be read."""
    tables: dict[str, dict[str, Document]] = {}
    try:
        data = journal.read(root, name)
        tables = {} if data is None else checked(name, data)
    except _UNREADABLE as error:
        remedy = MENDS if (root / name).is_dir() else BY_HAND
        problems.append(_unreadable(name, error, remedy))
    return {
        table: list(map(workout_from_dict, tables.get(table, {}).values()))
        for table in ("workouts", "active")
    }


def _filed(filed: dict[str, list[Workout]]) -> Iterator[Problem]:
    """Workouts that stand in two months, or last longer than any does."""
    first: dict[str, str] = {}
    for name, found in filed.items():
        for workout in found:
            other = first.setdefault(workout.id, name)
            if other != name:
                day = workout.day
                reason = f"the workout of {day} is in {other} as well"
                yield Problem(name, reason, REMOVE)
            if words := too_long_words(workout):
                yield Problem(name, words, CORRECT)


def _copies(root: Path) -> Iterator[Problem]:
    for copy in backup.backups(root):
        try:
            for name, data in backup.read(copy.path).items():
                checked(name, data)
        except StoreError as error:
            file = f"{layout.BACKUPS}/{copy.path.name}"
            yield Problem(file, str(error).rstrip("."), MAKE_ANOTHER)


def _within(root: Path, folder: str = "") -> list[str]:
    start = root / folder
    return sorted(
        path.relative_to(root).as_posix() for path in start.rglob("*") if path.is_file()
    )


def _is_ours(root: Path, name: str) -> bool:
    folder = Path(name).parts[0]
    if folder in (layout.BACKUPS, layout.QUARANTINE):
        ours = {copy.path for copy in backup.backups(root)}
        return folder == layout.QUARANTINE or root / name in ours
    if root / name in [path for path, _ in sync_copies.copies(root)]:
        return True
    own = name.removesuffix(PREVIOUS).removesuffix(journal.READY)
    return name in layout.OWN or layout.is_data_file(own)
