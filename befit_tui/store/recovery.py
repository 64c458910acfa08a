"""What is done with a damaged file: its bytes are kept, the rest is rebuilt.

A workout comes from the damaged file itself if it is whole there, else from the copy
one write older, else from the newest sound backup.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from befit_tui.domain.errors import DamagedError, NewerDataError
from befit_tui.store.files import (
    atomic_write,
    make_folder,
    previous,
    read_if_there,
    sync_folder,
)
from befit_tui.store.json_text import Document, Tables, loads, new_tables, salvage
from befit_tui.store.layout import ACTIVE, QUARANTINE, UNDO, data_files, month_of
from befit_tui.store.validate import checked

_STARTED = re.compile(rb'"started_at":\s{0,9}"(\d{4}-\d\d-\d\d)')


def quarantine(root: Path, name: str, data: bytes, now: datetime) -> Path:
    """Keeps the bytes of a damaged file, durably, and says where."""
    for target in _places(root, name, now):
        if not target.exists():
            atomic_write(target, data, keep_previous=False)
        if target.is_file() and target.read_bytes() == data:
            break
    return target


def set_aside(root: Path, name: str, now: datetime) -> Path:
    """Moves away what cannot be read, whatever it is, and says where to."""
    target = next(place for place in _places(root, name, now) if not place.exists())
    (root / name).rename(target)
    sync_folder(target.parent)
    sync_folder((root / name).parent)
    return target


def _places(root: Path, name: str, now: datetime) -> Iterator[Path]:
    """The names that a thing may get among the damaged ones, one after the other."""
    folder = root / QUARANTINE
    make_folder(folder)
    stem = f"{Path(name).name}.{now:%Y%m%d-%H%M%S}"
    return (folder / f"{stem}.{number}.bad" for number in count())


def rebuild(root: Path, name: str, data: bytes) -> tuple[Tables, str]:
    """The best that can be made of a damaged file, and where it came from, in words."""
    if month_of(name) is not None:
        return _rebuild_month(root, name, data)
    if name == ACTIVE:
        return _rebuild_active(root, name, data)
    if name == UNDO:
        # Older steps would not fit to what stands now.
        return new_tables(), "older changes of the history can no longer be undone"
    for source, tables in _older(root, name):
        return tables, f"its content comes from {source}"
    return new_tables(), "no older copy was found, so it starts empty"


def restore_missing(root: Path, name: str) -> str | None:
    """Brings back a file that was deleted while its older copy was not, and says so."""
    path = root / name
    spare = previous(path)
    if path.exists() or path.is_symlink() or not spare.exists():
        return None
    try:
        data = spare.read_bytes()
        checked(name, data)
    except (DamagedError, NewerDataError, OSError):
        return None
    atomic_write(path, data, keep_previous=False)
    return f"{name} was missing; its last older copy was put back."


def _rebuild_active(root: Path, name: str, data: bytes) -> tuple[Tables, str]:
    whole = salvage(data)
    if whole:
        tables = new_tables() | {"active": {"1": whole[0]}}
        return tables, f"the workout of {_day(whole[0])} was read from it, without undo"
    for source, tables in _older(root, name, backups=False):
        days = [_day(open_) for open_ in tables.get("active", {}).values()]
        what = f"the workout of {days[0]}" if days else "no open workout"
        return tables, (
            f"{what} comes from {source}, so the last change before "
            "the damage may be lost"
        )
    return new_tables(), f"the open workout is lost{_lost_days(data, {})}"


def _rebuild_month(root: Path, name: str, data: bytes) -> tuple[Tables, str]:
    found = {document["id"]: document for document in salvage(data)}
    told = [f"{_count(len(found))} read from it"] if found else []
    elsewhere = _ids_elsewhere(root, name)
    for source, tables in _older(root, name):
        new = 0
        for document in tables.get("workouts", {}).values():
            if document["id"] not in found and document["id"] not in elsewhere:
                found[document["id"]] = document
                new += 1
        if new:
            told.append(
                f"{_count(new)} from {source} (some may have been deleted since)"
            )
    tables = new_tables()
    tables["workouts"] = {str(n): found[key] for n, key in enumerate(found, 1)}
    return tables, ", ".join(told) + _lost_in_month(name, data, found)


def _older(
    root: Path, name: str, *, backups: bool = True
) -> Iterator[tuple[str, Tables]]:
    """Sound older versions of a file, the newest first, with what to call them."""
    copies: Iterator[tuple[str, bytes]] = iter(())
    if backups:
        from befit_tui.store import backup  # noqa: PLC0415 - hardly ever needed

        copies = backup.versions(root, name)
    spare = b""
    with suppress(OSError):
        spare = read_if_there(previous(root / name)) or b""
    for source, data in (("the copy one write older", spare), *copies):
        with suppress(DamagedError, NewerDataError):
            yield source, checked(name, data)


def _ids_elsewhere(root: Path, name: str) -> set[str]:
    """Workouts that other files hold: an older copy must not bring them twice."""
    found: set[str] = set()
    for other in data_files(root):
        if other == name:
            continue
        with suppress(DamagedError, NewerDataError, OSError):
            tables = loads(read_if_there(root / other) or b"")
            for table in ("workouts", "active"):
                found.update(str(w.get("id")) for w in tables.get(table, {}).values())
    return found


def _lost_in_month(name: str, data: bytes, found: dict[str, Document]) -> str:
    """What of a month is lost; of what stood behind a cut nobody knows the day."""
    if not found:
        return f"every workout of {month_of(name)} is lost"
    is_cut = not data.rstrip().endswith(b"}")
    return _lost_days(data, found) + "; what stood behind the cut may be lost" * is_cut


def _lost_days(data: bytes, found: dict[str, Document]) -> str:
    """The days whose start can be read in the damaged bytes, but not their workout."""
    named = {day.decode() for day in _STARTED.findall(data)}
    lost = sorted(named - {_day(document) for document in found.values()})
    return f"; lost: {', '.join(lost)}" if lost else ""


def _day(document: Document) -> str:
    return str(document["started_at"])[:10]


def _count(number: int) -> str:
    return "1 workout" if number == 1 else f"{number} workouts"
