"""Putting a copy of the log back: what it holds, and what that would change."""

from collections.abc import Mapping
from pathlib import Path

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import DamagedError, NewerDataError, StoreError
from befit_tui.domain.history import in_order
from befit_tui.domain.value import Value
from befit_tui.domain.workout import Workout
from befit_tui.store import history, layout
from befit_tui.store.backup import read
from befit_tui.store.documents import LISTS, OPEN, Spot
from befit_tui.store.folder import Folder
from befit_tui.store.json_text import META, Document, Tables
from befit_tui.store.layout import ACTIVE, LIBRARY
from befit_tui.store.validate import checked

Content = Mapping[str, Tables]
"""What a copy holds: the tables of each file."""


class Difference(Value, frozen=True):
    """What restoring does: workouts that come back, that go, and before and after.

    The open workout counts as any other. ``library`` tells whether exercises, routines
    or anything else beside the workouts becomes another.
    """

    back: tuple[Workout, ...]
    gone: tuple[Workout, ...]
    changed: tuple[tuple[Workout, Workout], ...]
    library: bool


def content_of(path: Path) -> Content:
    """What a copy holds; StoreError if nothing of Befit's, or nothing that is sound."""
    found: dict[str, Tables] = {}
    for name, data in read(path).items():
        try:
            found[name] = checked(name, data)
        except (DamagedError, NewerDataError) as error:
            raise StoreError(f"{path} cannot be used: {name}: {error}.") from error
    if not found:
        raise StoreError(f"{path} holds no data of Befit.")
    return found


def compare(folder: Folder, content: Content) -> Difference:
    """What putting ``content`` back would change."""
    now, then = _standing(folder), _documents(content)
    # A workout is the same one in another month, or open again.
    here, there = _workouts(now), _workouts(then)
    return Difference(
        back=in_order(there[key] for key in there.keys() - here.keys()),
        gone=in_order(here[key] for key in here.keys() - there.keys()),
        changed=tuple(
            (here[key], there[key])
            for key in sorted(here.keys() & there.keys())
            if here[key] != there[key]
        ),
        library=any(place == LISTS for place, _ in _changes(now, then)),
    )


def put_back(folder: Folder, content: Content, label: str) -> None:
    """Puts ``content`` back as one step of undo, in one commit."""
    with folder.batch():
        history.put(folder, label, _changes(_standing(folder), _documents(content)))


def _changes(
    now: Mapping[Spot, Document], then: Mapping[Spot, Document]
) -> dict[Spot, Document | None]:
    """What has to be put where; what comes is put before what goes."""
    spots = {**then, **now}
    return {spot: then.get(spot) for spot in spots if now.get(spot) != then.get(spot)}


def _standing(folder: Folder) -> dict[Spot, Document]:
    """Every document that stands in the log, by its place."""
    tables = {
        name: folder.load(name)
        for name in layout.data_files(folder.root)
        if name != layout.UNDO
    }
    return _documents({name: found for name, found in tables.items() if found})


def _documents(content: Content) -> dict[Spot, Document]:
    found: dict[Spot, Document] = {}
    for name, tables in content.items():
        month = layout.month_of(name)
        if name == LIBRARY:
            for key, items in tables.items():
                if key != META and items:
                    found[LISTS, key] = {"items": list(items.values())}
        elif name == ACTIVE or month:
            table, place = ("workouts", month) if month else ("active", OPEN)
            for document in tables.get(table, {}).values():
                found[place, document["id"]] = document
    return found


def _workouts(found: Mapping[Spot, Document]) -> dict[str, Workout]:
    return {
        key: workout_from_dict(document)
        for (place, key), document in found.items()
        if place != LISTS
    }
