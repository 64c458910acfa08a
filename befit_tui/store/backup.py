"""The copies of the log: zip files in ``backups/``, made, read, and which of them stay.

They are numbered: a wrong clock must not sort them.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from befit_tui.domain.errors import StoreError
from befit_tui.domain.value import Value
from befit_tui.store.files import atomic_write, make_folder, names_in
from befit_tui.store.layout import BACKUPS, is_data_file

DAILY, WEEKLY, MONTHLY, MARKED = 7, 4, 12, 7
"""How many copies stay: one of a day, week, month each, and of those made before
something, which do not count for a day."""

MOST_BYTES = 500_000_000
"""What a copy may hold, unpacked: a hundred years of training are a fifth of it."""
MOST_TIMES = 200
"""How many times its size a file of a copy may be, unpacked: JSON is up to 40 times."""

_BROKEN = (
    OSError,
    EOFError,
    KeyError,
    ValueError,
    RuntimeError,
    MemoryError,
    zlib.error,
    zipfile.BadZipFile,
)
_NAME = re.compile(r"(\d{6,})-(\d{4}-\d\d-\d\d)(?:-([a-z]+))?\.zip")


class Backup(Value, frozen=True):
    """A copy: its place in the sequence, the day it was made, and what before."""

    path: Path
    number: int
    day: date
    before: str


def backups(root: Path) -> list[Backup]:
    """The copies in ``backups/``, the newest first; other files are ignored."""
    found = []
    folder = root / BACKUPS
    for text in names_in(folder):
        # A day that is in no calendar is no name of ours.
        with suppress(ValueError):
            if name := _NAME.fullmatch(text):
                day = date.fromisoformat(name[2])
                found.append(Backup(folder / text, int(name[1]), day, name[3] or ""))
    return sorted(found, key=lambda copy: copy.number, reverse=True)


def make(root: Path, files: Mapping[str, bytes], day: date, before: str) -> Path:
    """Writes a copy of ``files`` and removes those that are no longer kept."""
    make_folder(root / BACKUPS)
    number = next((copy.number for copy in backups(root)), 0) + 1
    reason = f"-{before}" if before else ""
    path = root / BACKUPS / f"{number:06d}-{day:%Y-%m-%d}{reason}.zip"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    atomic_write(path, packed.getvalue(), keep_previous=False)
    for copy in superfluous(backups(root)):
        # One that cannot go now goes next time; the new copy is made.
        with suppress(OSError):
            copy.path.unlink(missing_ok=True)
    return path


def superfluous(newest_first: list[Backup]) -> list[Backup]:
    """The copies that no day, week, month or reason keeps."""
    kept = {copy.number for copy in [c for c in newest_first if c.before][:MARKED]}
    periods: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAILY, lambda day: day),
        (WEEKLY, lambda day: day.isocalendar()[:2]),
        (MONTHLY, lambda day: (day.year, day.month)),
    )
    for count, period in periods:
        newest: dict[Hashable, int] = {}
        for copy in newest_first:
            if not copy.before:
                newest.setdefault(period(copy.day), copy.number)
        kept.update(list(newest.values())[:count])
    return [copy for copy in newest_first if copy.number not in kept]


def read(path: Path, only: str = "") -> dict[str, bytes]:
    """The data files in a copy, by name, or one of them; the rest is ignored."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = [
                one
                for one in archive.infolist()
                if is_data_file(one.filename) and only in ("", one.filename)
            ]
            _refuse_a_bomb(path, found)
            return {one.filename: archive.read(one) for one in found}
    except _BROKEN as error:
        raise StoreError(
            f"{path} is not a backup that can be read ({error})."
        ) from error


def versions(root: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """What the copies hold of one file, the newest first, with what to call it."""
    for copy in backups(root):
        with suppress(StoreError):
            for data in read(copy.path, name).values():
                yield f"the backup of {copy.day}", data


def _refuse_a_bomb(path: Path, found: list[zipfile.ZipInfo]) -> None:
    """Refuses what would fill the memory; a zip file says so before it is unpacked."""
    size = sum(one.file_size for one in found)
    # A small file may be all spaces; nobody is harmed by it.
    packed = max(sum(one.compress_size for one in found), 10_000)
    if size > MOST_BYTES or size > MOST_TIMES * packed:
        raise StoreError(
            f"{path} is no backup of Befit's: it would unpack to {size / 1e6:,.0f} MB."
        )
