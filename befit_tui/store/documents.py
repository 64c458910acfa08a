"""Get and put one document by its place: open workout, month, item of the library.

A place is ``active``, a month ``YYYY-MM``, ``library:`` and the name of a list, or
``library`` alone, where each whole list lies under its name.
"""

import json
from collections.abc import Mapping
from typing import Any

from tinydb import where
from tinydb.table import Document as Stored

from befit_tui.domain.codec import to_plain, with_unknown, workout_from_dict
from befit_tui.domain.errors import StoreError
from befit_tui.domain.library import (
    Library,
    library_from_dict,
    library_to_dict,
    rebased,
)
from befit_tui.domain.workout import Workout
from befit_tui.store.files import mark
from befit_tui.store.folder import Folder
from befit_tui.store.json_text import META, Document, Tables
from befit_tui.store.layout import ACTIVE, LIBRARY, month_file

OPEN = "active"
IN_LIBRARY = "library:"
"""Begins the place of the items of a list of the library."""
LISTS = "library"
"""The place of the lists of the library, each as a document with its ``items``."""

Spot = tuple[str, str]
"""A place, and the id of the document there."""


def is_month(place: str) -> bool:
    """Whether a place is a month of finished workouts."""
    return place not in (OPEN, LISTS) and not place.startswith(IN_LIBRARY)


def document(workout: Workout, stood: Mapping[str, Any] | None = None) -> Document:
    """The workout as it is stored, with what ``stood`` has that we do not know.

    DocumentError if it holds something that could not be read again.
    """
    found = to_plain(workout)
    workout_from_dict(found)
    return found if stood is None else with_unknown(found, stood)


def mark_of(found: Document | None) -> str:
    """A short text that tells a document, but for its ``rev``, from any other."""
    if found is None:
        return ""
    content = {name: value for name, value in found.items() if name != "rev"}
    return mark(json.dumps(content, sort_keys=True).encode())


def get(folder: Folder, place: str, key: str) -> Document | None:
    """The document with that id at that place, or None."""
    if place == LISTS:
        items = [dict(item) for item in folder.table(LIBRARY, key)]
        return {"items": items} if items else None
    found = _table(folder, place).get(where("id") == key)
    return dict(found) if isinstance(found, Stored) else None


def put(folder: Folder, place: str, key: str, found: Document | None) -> None:
    """Puts a document at a place, in the stead of that with its id; None: removes."""
    if place == LISTS:
        table = folder.table(LIBRARY, key)
        table.truncate()
        table.insert_multiple((found or {}).get("items", ()))
        return
    table = _table(folder, place)
    old: Any = table.get(where("id") == key)
    if found is None:
        if old is not None:
            table.remove(doc_ids=[old.doc_id])
        return
    if place == OPEN:
        table.truncate()
    elif old is not None:
        table.remove(doc_ids=[old.doc_id])
    table.insert(found if old is None else Stored(found, doc_id=old.doc_id))


def all_open(folder: Folder) -> list[Document]:
    """The open workouts, of which there is one, or none, if nobody else wrote here.

    One rule for all: what is in the history is not open.
    """
    found = map(dict, folder.table(ACTIVE, "active"))
    return [one for one in found if filed(folder, workout_from_dict(one)) is None]


def open_document(folder: Folder) -> Document | None:
    """The open workout, or None."""
    return next(iter(all_open(folder)), None)


def filed(folder: Folder, workout: Workout) -> Document | None:
    """The finished workout with the id of ``workout`` in its month, or None."""
    if not folder.may_hold(month_file(workout.month), workout.id):
        return None
    try:
        return get(folder, workout.month, workout.id)
    except StoreError:
        # A month that cannot be read must not stop the set that is being logged.
        return None


def _table(folder: Folder, place: str) -> Any:
    if place == OPEN:
        return folder.table(ACTIVE, "active")
    if place.startswith(IN_LIBRARY):
        return folder.table(LIBRARY, place.removeprefix(IN_LIBRARY))
    return folder.table(month_file(place), "workouts")


def load_library(folder: Folder) -> Library:
    """The library; empty while there is none."""
    return library_of(folder.load(LIBRARY) or {})


def library_of(tables: Tables) -> Library:
    """The library that the tables of its file hold."""
    return library_from_dict(
        {
            name: [found[number] for number in sorted(found, key=int)]
            for name, found in tables.items()
            if name != META
        }
    )


def save_library(folder: Folder, library: Library, base: Library | None = None) -> None:
    """Writes the library, all its lists in one commit.

    ``base`` is what was read last: what another program changed since is kept.
    """
    with folder.batch():
        stands = load_library(folder)
        if base is not None and stands != base:
            library = rebased(base, library, stands)
        for name, items in library_to_dict(library).items():
            table = folder.table(LIBRARY, name)
            stood = {item["id"]: dict(item) for item in table if "id" in item}
            table.truncate()
            table.insert_multiple(
                with_unknown(item, stood.get(item.get("id"), {})) for item in items
            )
