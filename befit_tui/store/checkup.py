"""What lies in a data folder and whether it is sound; nothing is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from befit_tui.domain.errors import DamagedError, NewerDataError, StoreError
from befit_tui.store import backup, journal, layout
from befit_tui.store.files import PREVIOUS
from befit_tui.store.recovery import check
from befit_tui.store.text import Document, loads


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is not as it should be, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
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
        """Whether every file of Befit's can be read."""
        return not self.problems


def examine(root: Path) -> Checkup:
    """Look at every file of a data folder; a folder that is not there is empty.

    Raises:
        StoreError: it is a file.
    """
    if root.exists() and not root.is_dir():
        raise StoreError(f"{root} is not a folder: name another with --data-dir.")
    names = layout.data_files(root)
    problems: list[Problem] = []
    tables = {name: _documents(root, name, problems) for name in names}
    filed = {
        name: tables[name]["workouts"] for name in names if layout.month_of(Path(name))
    }
    problems += _twice(filed)
    problems += _copies(root)
    workouts = [found for each in filed.values() for found in each]
    return Checkup(
        months=sum(map(bool, filed.values())),
        workouts=len(workouts),
        sets=sum(map(_sets, workouts)),
        open_workout=any(found["active"] for found in tables.values()),
        size=sum(map(_size, (root / name for name in names))),
        backups=tuple(copy.path.name for copy in backup.backups(root)),
        quarantined=tuple(_within(root, layout.QUARANTINE)),
        foreign=tuple(name for name in _within(root) if not _is_ours(root, name)),
        problems=tuple(problems),
    )


def _documents(
    root: Path, name: str, problems: list[Problem]
) -> dict[str, list[Document]]:
    """The workouts of a file by table; none and a problem if it cannot be read."""
    try:
        tables = loads(journal.read(root, name))
        check(tables)
    except OSError as error:
        problems.append(Problem(name, f"it cannot be read ({error.strerror})"))
        tables = {}
    except (DamagedError, NewerDataError) as error:
        problems.append(Problem(name, str(error).rstrip(".")))
        tables = {}
    return {
        table: list(tables.get(table, {}).values()) for table in ("workouts", "active")
    }


def _twice(filed: dict[str, list[Document]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, found in filed.items():
        for workout in found:
            other = first.setdefault(workout["id"], name)
            if other != name:
                day = workout["started_at"][:10]
                yield Problem(name, f"the workout of {day} is in {other} as well")


def _copies(root: Path) -> Iterator[Problem]:
    for copy in backup.backups(root):
        try:
            for data in backup.read(copy.path).values():
                check(loads(data))
        except StoreError as error:
            yield Problem(f"{layout.BACKUPS}/{copy.path.name}", str(error).rstrip("."))


def _size(path: Path) -> int:
    """The bytes of a file; 0 for a link to nothing, which sync tools leave behind."""
    return path.stat().st_size if path.is_file() else 0


def _sets(workout: Document) -> int:
    return sum(len(entry.get("sets") or ()) for entry in workout.get("entries") or ())


def _within(root: Path, folder: str = "") -> list[str]:
    start = root / folder
    return sorted(
        str(path.relative_to(root)) for path in start.rglob("*") if path.is_file()
    )


def _is_ours(root: Path, name: str) -> bool:
    folder = Path(name).parts[0]
    if folder in (layout.BACKUPS, layout.QUARANTINE):
        ours = {copy.path for copy in backup.backups(root)}
        return folder == layout.QUARANTINE or root / name in ours
    own = (layout.JOURNAL, layout.LOCK, layout.OWNER, layout.CONFIG)
    return name in own or layout.is_data_file(
        name.removesuffix(PREVIOUS).removesuffix(journal.READY)
    )
