"""What the lifter keeps beside the log: own exercises, routines, phases and marks."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from msgspec import field

from befit_tui.domain.codec import exercise_from_dict, to_plain
from befit_tui.domain.errors import DocumentError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.merge import list_merged
from befit_tui.domain.value import Value

Items = tuple[Mapping[str, Any], ...]
"""Plain JSON objects, in the order of the user."""
ItemChanges = Mapping[tuple[str, str], Mapping[str, Any] | None]
"""What items of the library become, by their list and id; None takes one out."""

_PLAIN_LISTS = (
    "routines", "phases", "noted", "changes", "checkins", "matches", "maxes",
)  # fmt: skip


class Library(Value, frozen=True, kw_only=True):
    """The lifter's own exercises, routines, phases, noted alerts, catalogue changes.

    ``checkins`` wait for the workout of their day, which takes them over. ``matches``
    are the names that the lifter gave an exercise: ``id`` the name, ``exercise`` which.
    ``maxes`` are the training maxes that the lifter set: ``id`` the exercise.
    ``extra`` holds further lists of a newer version, so that they survive.
    """

    exercises: tuple[Exercise, ...] = ()
    routines: Items = ()
    phases: Items = ()
    noted: Items = ()
    changes: Items = ()
    checkins: Items = ()
    matches: Items = ()
    maxes: Items = ()
    extra: Mapping[str, Items] = field(default_factory=dict)


def chosen_names(library: Library) -> dict[str, str]:
    """The names that the lifter gave an exercise, each with its id."""
    return {str(one.get("id")): str(one.get("exercise")) for one in library.matches}


def merged(library: Library, other: Library) -> Library:
    """``library`` with everything of ``other`` that it lacks, judged by id."""
    mine, more = library_to_dict(library), library_to_dict(other)
    for name, items in more.items():
        kept = mine.setdefault(name, [])
        for item in items:
            if all(item.get("id", item) != one.get("id", one) for one in kept):
                kept.append(item)
    return library_from_dict(mine)


def rebased(base: Library, mine: Library, theirs: Library) -> Library:
    """``theirs`` with every change that led from ``base`` to ``mine`` made on top."""
    before, here, there = map(library_to_dict, (base, mine, theirs))
    lists = {}
    for name in {**there, **here}:
        old, new, other = (_by_id(one.get(name, ())) for one in (before, here, there))
        lists[name] = list_merged(
            (old, new, other), lambda was, mine, theirs: theirs if mine == was else mine
        )
    return library_from_dict(lists)


def library_to_dict(library: Library) -> dict[str, Any]:
    """The library as JSON values: a list of objects under each name."""
    lists: dict[str, Items] = {
        **{name: getattr(library, name) for name in _PLAIN_LISTS},
        **library.extra,
    }
    return {
        "exercises": [to_plain(own) for own in library.exercises],
        **{name: [deepcopy(dict(item)) for item in lists[name]] for name in lists},
    }


def library_from_dict(data: object) -> Library:
    """The library of ``data``; DocumentError where a list is none. Absent is empty."""
    if not isinstance(data, Mapping):
        raise DocumentError("The library must be an object with named lists.")
    lists = {name: _items(name, found) for name, found in data.items()}
    return Library(
        exercises=tuple(map(exercise_from_dict, lists.pop("exercises", ()))),
        **{name: lists.pop(name, ()) for name in _PLAIN_LISTS},
        extra=lists,
    )


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {str(item.get("id", sorted(item.items()))): item for item in items}


def _items(name: str, found: object) -> Items:
    if not isinstance(found, list) or not all(isinstance(x, dict) for x in found):
        raise DocumentError(f"In the library, {name} must be a list of objects.")
    return tuple(deepcopy(found))
