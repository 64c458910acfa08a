"""The library on disk: a TinyDB table for each of its lists."""

from collections.abc import Mapping
from typing import Any

from befit_tui.domain.codec import with_unknown
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
            stood = {item["id"]: dict(item) for item in table if "id" in item}
            table.truncate()
            table.insert_multiple(
                with_unknown(item, stood.get(item.get("id"), {})) for item in items
            )


def put(
    folder: Folder, name: str, items: Mapping[str, Mapping[str, Any] | None], label: str
) -> None:
    """Keeps items of a list by their id, or takes them out, as one step of undo."""
    place = locations.IN_LIBRARY + name
    with folder.batch():
        stood = {key: locations.get(folder, place, key) for key in items}
        new = {
            key: None if item is None else with_unknown(dict(item), stood[key] or {})
            for key, item in items.items()
        }
        changed = {key: item for key, item in new.items() if item != stood[key]}
        if changed:
            history.record(folder, label, [(place, key) for key in changed])
        for key, item in changed.items():
            locations.put(folder, place, key, item)
