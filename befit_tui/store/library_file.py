"""The library on disk: a TinyDB table for each of its lists."""

from collections.abc import Mapping
from typing import Any

from befit_tui.domain.library import Library, library_from_dict, library_to_dict
from befit_tui.store import history, locations
from befit_tui.store.layout import LIBRARY
from befit_tui.store.storage import Folder
from befit_tui.store.text import META


def load(folder: Folder) -> Library:
    """The library; empty while there is none."""
    tables = folder.load(LIBRARY) or {}
    return library_from_dict(
        {
            name: [found[number] for number in sorted(found, key=int)]
            for name, found in tables.items()
            if name != META
        }
    )


def save(folder: Folder, library: Library) -> None:
    """Writes the library, all its lists in one commit."""
    with folder.batch():
        for name, items in library_to_dict(library).items():
            table = folder.table(LIBRARY, name)
            table.truncate()
            table.insert_multiple(items)


def put(
    folder: Folder, name: str, items: Mapping[str, Mapping[str, Any] | None], label: str
) -> None:
    """Keeps items of a list by their id, or takes them out, as one step of undo."""
    place = locations.IN_LIBRARY + name
    with folder.batch():
        new = {
            key: item
            for key, item in items.items()
            if locations.get(folder, place, key) != item
        }
        if new:
            history.record(folder, label, [(place, key) for key in new])
        for key, item in new.items():
            locations.put(folder, place, key, None if item is None else dict(item))
