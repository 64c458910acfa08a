"""Domain values as plain JSON values, and back: the field names of the data.

The types of the values say what is read; ``msgspec`` checks it. Writing gives every
field, unknown ones as null. Reading takes an absent field and a null one alike, passes
over fields it does not know, and refuses the rest with the path of what is wrong.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import (
    Annotated,
    Any,
    Protocol,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from befit_tui.domain.errors import DocumentError, NewerDataError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import FIRST_YEAR, LAST_YEAR, MOST
from befit_tui.domain.workout import (
    SCHEMA,
    Entry,
    Range,
    SetTarget,
    Target,
    Workout,
)

T = TypeVar("T")
Plain = dict[str, Any]

_SELDOM = frozenset(
    {
        "written", "raw_load", "entered_later", "said", "hidden", "since", "sides",
        "next_rest_s", "scheme", "amrap", "steps", "fails", "back", "test", "again",
        "of_max", "of", "weeks", "stages", "week", "stage", "easy", "hard", "max",
        "why", "routine",
    }
)  # fmt: skip
"""Fields that are written only where they say something."""
_TIMES = frozenset({"started_at", "ended_at", "at", "since"})
_MEANS_NONE = "default_reps"
"""Here null is a value: timed and distance work has no usual reps."""
_WORDS: dict[Any, str] = {
    str: "must be a text",
    int: "must be a whole number",
    float: "must be a number",
    bool: "must be true or false",
    Range: "must be two whole numbers, lowest first",
    tuple: "must be a list",
}


def workout_to_dict(workout: Workout) -> Plain:
    """The workout as JSON values, every field present."""
    found: Plain = _plain(workout)
    return found


def workout_from_dict(data: object) -> Workout:
    """The workout that ``data`` describes.

    Raises:
        DocumentError: a field is missing or cannot be read; the message names it.
        NewerDataError: the workout was written by a newer version of Befit.
    """
    schema = data.get("schema") if type(data) is dict else None
    if type(schema) is int and schema > SCHEMA:
        raise NewerDataError(
            f"A workout was written by a newer Befit (data version {schema}); "
            "update befit-tui to read it."
        )
    found = read(Workout, data, "workout")
    check_values(found)
    return found


def exercise_to_dict(exercise: Exercise) -> Plain:
    """The exercise as JSON values, every field present."""
    found: Plain = _plain(exercise)
    return found


def exercise_from_dict(data: object) -> Exercise:
    """The exercise that ``data`` describes.

    Raises:
        DocumentError: a field is missing or cannot be read; the message names it.
    """
    found = read(Exercise, data, "exercise")
    if found.default_reps and found.default_reps[0] > found.default_reps[1]:
        raise DocumentError(f"In exercise {found.id!r}, default_reps {_WORDS[Range]}.")
    return found


def plan_to_list(entries: tuple[Entry, ...]) -> list[Plain]:
    """The entries of a routine as JSON values."""
    found: list[Plain] = _plain(entries)
    return found


def check_values(workout: Workout) -> None:
    """Raises DocumentError for what the types of a workout cannot say is wrong.

    Whoever decodes one asks: a span that ends before it begins, a time that lies in no
    year of training.
    """
    check_spans(workout)
    times = [workout.started_at, workout.ended_at]
    times += (done.at for entry in workout.entries for done in entry.sets)
    for time in times:
        if time is not None and not FIRST_YEAR <= time.year <= LAST_YEAR:
            raise DocumentError(
                f"In workout {workout.id!r}, the time {time.isoformat()} must be "
                f"in the years {FIRST_YEAR} to {LAST_YEAR}."
            )


class _Plan(Protocol):
    """A workout or a routine."""

    @property
    def id(self) -> str: ...

    @property
    def entries(self) -> tuple[Entry, ...]: ...


def check_spans(plan: _Plan, what: str = "workout") -> None:
    """Raises DocumentError for a span of reps or reps left that runs backwards."""
    for at, entry in enumerate(plan.entries):
        for path, aim in _aims(entry.target):
            for name, span in (("reps", aim.reps), ("left", aim.left)):
                if span is not None and span[0] > span[1]:
                    raise DocumentError(
                        f"In {what} {plan.id!r}, entries[{at}].target.{path}.{name} "
                        f"{_WORDS[Range]}."
                    )


def _aims(target: Target | None) -> Iterator[tuple[str, SetTarget]]:
    """Every set that a plan asks for, with its path."""
    if target is None:
        return
    lists = [("sets", target.sets)]
    if target.scheme is not None:
        stages = enumerate(target.scheme.stages)
        weeks = enumerate(target.scheme.weeks)
        lists += [(f"scheme.stages[{n}]", sets) for n, sets in stages]
        lists += [(f"scheme.weeks[{n}].sets", week.sets) for n, week in weeks]
    for path, sets in lists:
        yield from ((f"{path}[{place}]", aim) for place, aim in enumerate(sets))


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


_PLAIN = frozenset({str, int, float, bool, NoneType})


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of the fields of a kind, and what gives their values."""
    names: tuple[str, ...] = kind.__struct_fields__
    return names, attrgetter(*names)


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if kind is datetime:
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    names, values_of = _fields(kind)
    # An import writes millions of fields: a call for each would take most of the time.
    return {
        name: given if type(given) in _PLAIN else _plain(given)
        for name, given in zip(names, values_of(value), strict=True)
        if given or name not in _SELDOM
    }


def read(kind: type[T], data: object, what: str) -> T:
    """A value of a kind from JSON values; ``what`` is what to call it in an error.

    Raises:
        DocumentError: a field is missing or cannot be read; the message names it.
    """
    try:
        try:
            return msgspec.convert(data, kind)
        except msgspec.ValidationError:
            return msgspec.convert(_usual(data), kind)
    except msgspec.ValidationError as error:
        name = data.get("id") if type(data) is dict else None
        which = f"{what} {name!r}" if type(name) is str else what
        path, wanted = _complaint(kind, str(error))
        raise DocumentError(f"In {which}, {path or f'the {what}'} {wanted}.") from None
    except RecursionError:
        raise DocumentError(f"A {what} is nested too deeply to be read.") from None


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


def _complaint(kind: Any, message: str) -> tuple[str, str]:
    """The path of what is wrong and what it should be, from a message of msgspec."""
    said, _, path = message.partition(" - at `$")
    path = path.rstrip("`").removeprefix(".")
    if found := re.match(r"Object missing required field `(.+)`", said):
        return f"{path}.{found[1]}".removeprefix("."), "is missing"
    walked: list[str] = []
    for step in re.findall(r"\w+|\[\d+\]", path):
        first = _choices(kind)[0]
        if first == Range:
            break
        is_item = step.startswith("[")
        hints = {} if is_item else get_type_hints(first, include_extras=True)
        kind = get_args(first)[0] if is_item else hints[step]
        walked.append(step)
    return ".".join(walked).replace(".[", "["), _wanted(_choices(kind), said)


def _choices(kind: Any) -> tuple[Any, ...]:
    """The kinds that a field may have, without null."""
    if get_origin(kind) in (None, Annotated, tuple):
        return (kind,)
    return tuple(one for one in get_args(kind) if one is not NoneType)


def _wanted(choices: tuple[Any, ...], said: str) -> str:
    kind = choices[-1]  # of a whole number and one with a fraction, the latter
    if get_origin(kind) is Annotated:
        kind, meta = get_args(kind)
        if kind is datetime:
            if "timezone" in said:
                return "must be a time with its offset, like +01:00"
            return "must be a time like 2026-11-23T18:02:11+01:00"
        if "got" not in said and meta.le < MOST:
            return f"must be from {meta.ge:g} to {meta.le:,.10g}"
    if hasattr(kind, "__members__"):
        return f"must be one of {', '.join(kind)}"
    known = _WORDS.get(kind) or _WORDS.get(get_origin(kind))
    return known or "must be an object"
