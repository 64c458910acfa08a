"""What a data file must hold before anything of it is used.

What is only absent is filled in; the rest is refused, so that nothing of the store
ever meets a document that it cannot work with.
"""

from typing import Annotated, Any

from msgspec import Meta, Struct, ValidationError, convert

from befit_tui.domain.codec import exercise_from_dict, workout_from_dict
from befit_tui.domain.errors import DamagedError, DocumentError, NewerDataError
from befit_tui.domain.workout import Workout
from befit_tui.store.json_text import Document, Tables, loads
from befit_tui.store.layout import LIBRARY, month_of

_Count = Annotated[int, Meta(ge=0, lt=10**12)]
"""Beyond every change that a lifter makes: a longer number has no place in a table."""


class _Sequence(Struct):
    last: _Count = 0
    dropped: _Count = 0


class _Step(Struct, kw_only=True):
    n: int
    label: str
    last: _Count | None = None


class _Patch(_Step, kw_only=True):
    """What its operations may be is seen when they are carried out."""

    workout: str
    patch: list[Any]


class _Image(Struct):
    place: str
    id: str
    document: Document | None


class _Images(_Step, kw_only=True):
    images: list[_Image]


def checked(name: str, data: bytes) -> Tables:
    """The tables of the data file ``name``; every document of them can be used.

    DamagedError says in brief what cannot; NewerDataError as ``loads``.
    """
    tables = loads(data)
    try:
        if name == LIBRARY:
            for document in tables.get("exercises", {}).values():
                exercise_from_dict(document)
        else:
            check_workouts(tables)
            _check_steps(tables)
    except DocumentError as error:
        raise DamagedError(str(error).rstrip(".")) from error
    except ValidationError as error:
        raise DamagedError("a step to take back cannot be read") from error
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


def _check_steps(tables: Tables) -> None:
    last = 0
    for document in tables.get("sequence", {}).values():
        last = convert(document, _Sequence).last
    for name in ("undo", "redo"):
        for number, found in tables.get(name, {}).items():
            step = convert(found, _Patch if "patch" in found else _Images)
            if str(step.n) != number or step.n > last:
                # The next step would get a number that is taken.
                raise DocumentError(f"The step {number} of {name} is out of turn.")
            if name == "redo" and step.last is None:
                raise DocumentError(f"The step {number} of {name} has no place.")
            if isinstance(step, _Images) and not all(map(_is_image, step.images)):
                raise DocumentError(f"The step {number} of {name} cannot be read.")


def _is_image(found: _Image) -> bool:
    if found.document is None:
        return True
    if found.place == "active" or month_of(f"{found.place}.json"):
        return is_workout(found.document)
    return found.place.startswith("library")
