"""Where a document lies: an open workout, one of a month, an item of the library.

A place is ``active``, a month ``YYYY-MM``, or ``library:`` and the name of a list.
"""

from collections.abc import Mapping
from typing import Any

from tinydb import where
from tinydb.table import Document as Stored

from befit_tui.domain.codec import (
    with_unknown,
    workout_from_dict,
    workout_to_dict,
)
from befit_tui.domain.workout import Workout
from befit_tui.store.layout import ACTIVE, LIBRARY, month_file
from befit_tui.store.storage import Folder
from befit_tui.store.text import Document

OPEN = "active"
IN_LIBRARY = "library:"
"""Begins the place of the items of a list of the library."""


def is_month(place: str) -> bool:
    """Whether a place is a month of finished workouts."""
    return place != OPEN and not place.startswith(IN_LIBRARY)


def document(workout: Workout, stood: Mapping[str, Any] | None = None) -> Document:
    """The workout as it is stored, with what ``stood`` has that we do not know.

    Raises:
        DocumentError: it holds something that could not be read again.
    """
    found = workout_to_dict(workout)
    workout_from_dict(found)
    return found if stood is None else with_unknown(found, stood)


def rev_of(found: Document) -> int:
    """The revision of a stored workout; one without it is the first."""
    rev: int | None = found.get("rev")
    return 1 if rev is None else rev


def get(folder: Folder, place: str, key: str) -> Document | None:
    """The document with that id at that place, or None."""
    found = _table(folder, place).get(where("id") == key)
    return dict(found) if isinstance(found, Stored) else None


def put(folder: Folder, place: str, key: str, found: Document | None) -> None:
    """Puts a document at a place, in the stead of that with its id; None: removes."""
    table = _table(folder, place)
    if place == OPEN:
        table.truncate()
    old: Any = table.get(where("id") == key)
    if found is None:
        if old is not None:
            table.remove(doc_ids=[old.doc_id])
    elif old is None:
        table.insert(found)
    else:
        table.remove(doc_ids=[old.doc_id])
        table.insert(Stored(found, doc_id=old.doc_id))


def open_document(folder: Folder) -> Document | None:
    """The open workout; one rule for all: what is in the history is not open."""
    for found in folder.table(ACTIVE, "active"):
        month = str(found["started_at"])[:7]
        if get(folder, month, found["id"]) is None:
            return dict(found)
    return None


def _table(folder: Folder, place: str) -> Any:
    if place == OPEN:
        return folder.table(ACTIVE, "active")
    if place.startswith(IN_LIBRARY):
        return folder.table(LIBRARY, place.removeprefix(IN_LIBRARY))
    return folder.table(month_file(place), "workouts")
