"""What a data file must hold before anything of it is used: the door of the store.

What is only absent is filled in; the rest is refused, so that nothing behind this
door ever meets a document that it cannot work with.
"""

from typing import Any

from befit_tui.domain.codec import exercise_from_dict, workout_from_dict
from befit_tui.domain.errors import DamagedError, DocumentError, NewerDataError
from befit_tui.domain.workout import Workout
from befit_tui.store.layout import LIBRARY, month_of
from befit_tui.store.text import Document, Tables, loads

_OPERATIONS = ("set", "drop", "splice", "order")
_OF_A_STEP = ("undo", "redo")
_MOST_STEPS = 10**12
"""Beyond every change that a lifter makes; a longer number has no place in a table."""


def checked(name: str, data: bytes) -> Tables:
    """The tables of the data file ``name``; every document of them can be used.

    DamagedError says in brief what cannot; NewerDataError as ``loads``.
    """
    tables = loads(data)
    try:
        if name == LIBRARY:
            _check_library(tables)
        else:
            check_workouts(tables)
            _check_steps(tables)
    except DocumentError as error:
        raise DamagedError(str(error).rstrip(".")) from error
    return tables


def check_workouts(tables: Tables) -> tuple[Workout, ...]:
    """The workouts of a month and the open one, once each, ``rev`` filled in.

    DocumentError if one cannot be read, or two have one id.
    """
    found = []
    for name in ("workouts", "active"):
        known: set[str] = set()
        for document in tables.get(name, {}).values():
            workout = workout_from_dict(document)
            document["rev"] = workout.rev
            if workout.id in known:
                raise DocumentError(f"The workout {workout.id!r} stands there twice.")
            known.add(workout.id)
            found.append(workout)
    return tuple(found)


def is_workout(document: Any) -> bool:
    """Whether a document is a workout that can be read, with its ``rev``."""
    try:
        return bool(workout_from_dict(document).rev == document.get("rev"))
    except (DocumentError, NewerDataError):
        return False


def _check_library(tables: Tables) -> None:
    for document in tables.get("exercises", {}).values():
        exercise_from_dict(document)


def _check_steps(tables: Tables) -> None:
    last = 0
    for document in tables.get("sequence", {}).values():
        if not all(_is_count(document.get(key, 0)) for key in ("last", "dropped")):
            raise DocumentError("The numbers of the steps cannot be read.")
        last = document.get("last", 0)
    for name in _OF_A_STEP:
        for number, step in tables.get(name, {}).items():
            if not _is_step(step) or str(step["n"]) != number:
                raise DocumentError(f"The step {number} of {name} cannot be read.")
            if step["n"] > last:
                # The next step would get a number that is taken.
                raise DocumentError(f"The step {number} of {name} is out of turn.")
            if name == "redo" and not _is_count(step.get("last")):
                raise DocumentError(f"The step {number} of {name} has no place.")


def _is_count(found: Any) -> bool:
    return type(found) is int and 0 <= found < _MOST_STEPS


def _is_step(step: Document) -> bool:
    if type(step.get("n")) is not int or type(step.get("label")) is not str:
        return False
    if "patch" in step:
        patch = step["patch"]
        is_text = type(step.get("workout")) is str
        return is_text and type(patch) is list and all(map(_is_operation, patch))
    images = step.get("images")
    return type(images) is list and all(map(_is_image, images))


def _is_operation(found: Any) -> bool:
    return (
        type(found) is list
        and len(found) >= 2
        and found[0] in _OPERATIONS
        and type(found[1]) is list
    )


def _is_image(found: Any) -> bool:
    if type(found) is not dict:
        return False
    place, key, document = found.get("place"), found.get("id"), found.get("document")
    if type(place) is not str or type(key) is not str:
        return False
    if document is None:
        return "document" in found
    if place == "active" or month_of(f"{place}.json"):
        return is_workout(document)
    return place.startswith("library") and type(document) is dict
