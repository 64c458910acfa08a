"""Domain values as plain JSON values, and back: the field names of the data.

Writing gives every field, unknown ones as null. Reading takes an absent field and
a null one alike, keeps fields it does not know in ``extra``, and refuses the rest
with the path of the field that is wrong.
"""

from copy import deepcopy
from dataclasses import fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from befit_tui.domain.errors import DocumentError, NewerDataError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.reading import (
    Plain,
    Reader,
    UnreadableError,
    each,
    flag,
    number,
    one_of,
    record,
    shared,
    span,
    text,
    time_with_offset,
    whole,
    within,
)
from befit_tui.domain.vocabulary import (
    End,
    Form,
    Kind,
    LoadKind,
    Mechanic,
    Phase,
    Risk,
)
from befit_tui.domain.workout import (
    CheckIn,
    Entry,
    JointPain,
    LoggedSet,
    SetTarget,
    Source,
    Target,
    Workout,
)

SCHEMA = 1
"""The version of the data that this program writes."""


_read_load = record(Load, {"value": number, "unit": one_of(Unit)}, "value", "unit")


@lru_cache(maxsize=4096)
def _shared_load(value: float, unit: str) -> Load:
    # A lifter uses a few hundred loads in all: sharing them saves time and memory.
    return _read_load({"value": value, "unit": unit})


def _load(data: Any) -> Load:
    if type(data) is dict and len(data) == 2:
        value, unit = data.get("value"), data.get("unit")
        if type(value) in (int, float) and type(unit) is str:
            return _shared_load(value, unit)
    return _read_load(data)


_COUNT = within(whole, 0, 1_000_000)
_SCALE = within(whole, 1, 5)
_TENTHS = within(number, 0, 10)

_SET = record(
    LoggedSet,
    {
        "id": text,
        "kind": one_of(Kind),
        "load": _load,
        "reps": _COUNT,
        "extra_reps": _COUNT,
        "left": _TENTHS,
        "end": one_of(End),
        "form": one_of(Form),
        "rpe": _TENTHS,
        "at": time_with_offset,
        "rest_s": number,
        "rep_times": each(number),
        "seconds": number,
        "metres": number,
        "note": text,
    },
    "id",
)
_SET_TARGET = shared(
    record(
        SetTarget,
        {
            "kind": one_of(Kind),
            "reps": span,
            "left": span,
            "load": _load,
            "percent": number,
            "seconds": number,
        },
    )
)
_TARGET = record(Target, {"rest_s": _COUNT, "sets": each(_SET_TARGET)})
_ENTRY = record(
    Entry,
    {
        "exercise": text,
        "written": text,
        "superset": _COUNT,
        "note": text,
        "target": _TARGET,
        "sets": each(_SET),
    },
    "exercise",
)
_JOINT = record(JointPain, {"site": text, "pain": within(whole, 0, 10)}, "site", "pain")
_CHECKIN = record(
    CheckIn,
    {
        "sleep_hours": within(number, 0, 24),
        "sleep": _SCALE,
        "soreness": _SCALE,
        "fatigue": _SCALE,
        "stress": _SCALE,
        "mood": _SCALE,
        "eating_less": flag,
        "joints": each(_JOINT),
        "note": text,
    },
)
_SOURCE = record(Source, {"app": text, "key": text}, "app", "key")
_WORKOUT = record(
    Workout,
    {
        "id": text,
        "rev": _COUNT,
        "name": text,
        "started_at": time_with_offset,
        "ended_at": time_with_offset,
        "phase": one_of(Phase),
        "minutes_planned": _COUNT,
        "session_rpe": _TENTHS,
        "focus": _COUNT,
        "bodyweight": _load,
        "checkin": _CHECKIN,
        "note": text,
        "source": _SOURCE,
        "entries": each(_ENTRY),
    },
    "id",
    "started_at",
)
_EXERCISE = record(
    Exercise,
    {
        "id": text,
        "name": text,
        "aliases": each(text),
        "equipment": text,
        "mechanic": one_of(Mechanic),
        "pattern": text,
        "primary": each(text),
        "secondary": each(text),
        "load": one_of(LoadKind),
        "unilateral": flag,
        "per_hand": flag,
        "failure_risk": one_of(Risk),
        "risk_reason": text,
        "default_reps": span,
        "default_rest_s": _COUNT,
        "increment_kg": number,
        "own": flag,
        "unit": one_of(Unit),
        "rest_s": _COUNT,
        "bar": _load,
        "note": text,
        "hidden": flag,
    },
    "id",
    "name",
)

_FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name != "extra")
    for kind in (
        Workout,
        Entry,
        Target,
        SetTarget,
        LoggedSet,
        Load,
        CheckIn,
        JointPain,
        Source,
        Exercise,
    )
}
_PLAIN = frozenset({str, int, float, bool, type(None)})


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if kind is datetime:
        return value.isoformat()
    names = _FIELDS.get(kind)
    if names is None:
        return value.value
    found = {name: _plain(getattr(value, name)) for name in names}
    for name, unknown in value.extra.items():
        found.setdefault(name, deepcopy(unknown))
    return found


def workout_to_dict(workout: Workout) -> Plain:
    """The workout as JSON values, every field present, unknown ones kept."""
    found: Plain = {"schema": SCHEMA}
    found.update(_plain(workout))
    return found


def workout_from_dict(data: object) -> Workout:
    """The workout that ``data`` describes.

    Raises:
        DocumentError: a field is missing or cannot be read; the message names it.
        NewerDataError: the workout was written by a newer version of Befit.
    """
    if type(data) is not dict:
        raise DocumentError("A workout must be an object with named fields.")
    rest = dict(data)
    schema = rest.pop("schema", SCHEMA)
    if type(schema) is int and schema > SCHEMA:
        raise NewerDataError(
            f"A workout was written by a newer Befit (data version {schema}); "
            "update befit-tui to read it."
        )
    found: Workout = _read(_WORKOUT, rest, "workout")
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
    found: Exercise = _read(_EXERCISE, data, "exercise")
    if type(data) is dict and data.get("default_reps", ()) is None:
        # Here null is a value: timed and distance work has no usual reps.
        return replace(found, default_reps=None)
    return found


def plan_to_list(entries: tuple[Entry, ...]) -> list[Plain]:
    """The entries of a routine as JSON values."""
    found: list[Plain] = _plain(entries)
    return found


def plan_from_list(data: object) -> tuple[Entry, ...]:
    """The entries of a routine.

    Raises:
        DocumentError: a field is missing or cannot be read; the message names it.
    """
    found: tuple[Entry, ...] = _read(each(_ENTRY), data, "routine")
    return found


def _read(reader: Reader, data: Any, what: str) -> Any:
    try:
        return reader(data)
    except UnreadableError as error:
        name = data.get("id") if type(data) is dict else None
        which = f"{what} {name!r}" if type(name) is str else what
        field = error.path or f"the {what}"
        raise DocumentError(f"In {which}, {field} {error.wanted}.") from None
    except RecursionError:
        raise DocumentError(f"A {what} is nested too deeply to be read.") from None
