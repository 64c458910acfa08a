"""Domain values as plain JSON values, and back: the field names of the data.

The types of the values say what is read; ``msgspec`` checks it. Writing gives every
field, unknown ones as null. Reading takes an absent field and a null one alike, passes
over fields it does not know, and refuses the rest with the path of what is wrong.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from types import NoneType
from typing import Any, TypeVar

import msgspec

from befit_tui.domain.errors import DocumentError, NewerDataError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import FIRST_YEAR, LAST_YEAR
from befit_tui.domain.workout import SCHEMA, Workout

T = TypeVar("T")
Plain = dict[str, Any]

_SELDOM = frozenset(
    {
        "written", "raw_load", "entered_later", "said", "hidden", "since", "sides",
        "next_rest_s", "scheme", "amrap", "steps", "fails", "back", "test", "again",
        "of_max", "of", "weeks", "stages", "week", "easy", "hard", "max",
        "why", "routine", "asked_left",
    }
)  # fmt: skip
"""Fields that are written only where they say something."""
_TIMES = frozenset({"started_at", "ended_at", "at", "since"})
_MEANS_NONE = "default_reps"
"""Here null is a value: timed and distance work has no usual reps."""
_PLAIN = frozenset({str, int, float, bool, NoneType})


def to_plain(value: object) -> Any:
    """A value, or a tuple of them, as JSON values, every field present."""
    return _written(msgspec.to_builtins(value, builtin_types=(datetime,)))


def _written(value: Any) -> Any:
    kind = type(value)
    if kind is dict:
        # An import writes millions of fields: a call for each takes most of the time.
        return {
            name: given if type(given) in _PLAIN else _written(given)
            for name, given in value.items()
            if given or name not in _SELDOM
        }
    if kind in (tuple, list):
        return [_written(item) for item in value]
    return value.isoformat() if kind is datetime else value


def workout_from_dict(data: object) -> Workout:
    """The workout that ``data`` describes; NewerDataError, else as ``read`` raises."""
    schema = data.get("schema") if type(data) is dict else None
    if type(schema) is int and schema > SCHEMA:
        raise NewerDataError(
            f"A workout was written by a newer Befit (data version {schema}); "
            "update befit-tui to read it."
        )
    found = read(Workout, data, "workout")
    check_times(found)
    return found


def exercise_from_dict(data: object) -> Exercise:
    """The exercise that ``data`` describes; raises DocumentError as ``read`` does."""
    return read(Exercise, data, "exercise")


def check_times(workout: Workout) -> None:
    """Raises DocumentError for a time in no year of training, which no type can say."""
    times = [workout.started_at, workout.ended_at]
    times += (done.at for entry in workout.entries for done in entry.sets)
    for time in times:
        if time is not None and not FIRST_YEAR <= time.year <= LAST_YEAR:
            raise DocumentError(
                f"In workout {workout.id!r}, the time {time.isoformat()} must be "
                f"in the years {FIRST_YEAR} to {LAST_YEAR}."
            )


def with_unknown(new: Plain, old: Mapping[str, Any]) -> Plain:
    """``new`` with the fields of ``old`` that this version does not know, at any depth.

    Things of a list are the same by id, exercise or site, in their turn, or by place.
    """
    known = new.keys() | _SELDOM
    found = dict(new)
    found |= {name: value for name, value in old.items() if name not in known}
    for name in new.keys() & old.keys():
        found[name] = _kept(new[name], old[name])
    return found


def _kept(new: Any, old: Any) -> Any:
    if type(new) is dict and type(old) is dict:
        return with_unknown(new, old)
    if type(new) is not list or type(old) is not list:
        return new
    turns: dict[Any, list[Any]] = {}
    for place, item in enumerate(old):
        turns.setdefault(_name(item, place), []).append(item)
    return [
        _kept(item, same.pop(0)) if (same := turns.get(_name(item, place))) else item
        for place, item in enumerate(new)
    ]


def _name(item: Any, place: int) -> Any:
    names = ("id", "exercise", "site") if type(item) is dict else ()
    return next((item[name] for name in names if type(item.get(name)) is str), place)


def read(kind: type[T], data: object, what: str) -> T:
    """A value of a kind from JSON values; ``what`` names it in the DocumentError."""
    try:
        try:
            return msgspec.convert(data, kind)
        except msgspec.ValidationError:
            return msgspec.convert(_usual(data), kind)
    except msgspec.ValidationError as error:
        name = data.get("id") if type(data) is dict else None
        which = f"{what} {name!r}" if type(name) is str else f"a {what}"
        said, _, path = str(error).partition(" - at `$")
        where = f", {path.strip('.`')}" if path else ""
        said = said.replace("`", "").replace(" | null", "")
        said = f"{said[:1].lower()}{said[1:]}"
        raise DocumentError(f"In {which}{where}: {said}.") from None
    except RecursionError:
        raise DocumentError(f"A {what} is nested too deeply to be read.") from None


def readable(kind: type[T], items: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    """Those of plain objects that can be read as values of a kind."""
    found = []
    for item in items:
        with suppress(DocumentError):
            found.append(read(kind, dict(item), "item"))
    return tuple(found)


def _usual(data: Any) -> Any:
    """The data as Befit writes it: no null for an absent field, 8 for 8.0, full times.

    What another program or a person wrote may say the same in other words.
    """
    if type(data) is dict:
        return {
            name: _time(value) if name in _TIMES else _usual(value)
            for name, value in data.items()
            if value is not None or name == _MEANS_NONE
        }
    if type(data) is list:
        return [_usual(item) for item in data]
    return int(data) if type(data) is float and data.is_integer() else data


def _time(value: Any) -> Any:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value
