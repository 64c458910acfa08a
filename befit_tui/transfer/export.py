"""The log as a file: Befit's own JSON without loss, and Strong's table."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from befit_tui.domain.codec import to_plain
from befit_tui.domain.effort import (
    LOWEST_TRUSTED_RPE,
    rated_left,
    reached_failure,
    rpe_of,
)
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import SCHEMA, LoggedSet, Workout
from befit_tui.transfer.cells import FORMULA_SIGNS

NameOf = Callable[[str], str]
"""Gives the name of an exercise by its id."""

STRONG_COLUMNS = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
    "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
)  # fmt: skip

_STRONG_CODES = {Kind.WARMUP: "W", Kind.DROP: "D"}
_METRES = {Unit.KG: 1000.0, Unit.LB: 1609.344}


def to_json(
    workouts: Iterable[Workout],
    exercises: Iterable[Exercise] = (),
    library: Mapping[str, Any] | None = None,
    document_of: Callable[[Workout], dict[str, Any]] = to_plain,
) -> str:
    """Everything as one JSON document that imports back with the same ids.

    Workouts stand oldest first, an open one last, each on a line of its own;
    ``library`` holds further parts, such as routines, as plain values. ``document_of``
    gives a workout as it is stored, with fields that no value carries.
    """
    ordered = sorted(in_order(workouts), key=lambda one: one.ended_at is None)
    head = {"app": "befit", "schema": SCHEMA}
    parts = {
        "workouts": [document_of(workout) for workout in ordered],
        "exercises": [to_plain(exercise) for exercise in exercises],
    }
    members = (head | parts | dict(library or {})).items()
    text = ",\n".join(f"{_plain(name)}: {_listed(part)}" for name, part in members)
    return f"{{\n{text}\n}}\n"


def _listed(part: Any) -> str:
    if not isinstance(part, list) or not part:
        return _plain(part)
    return "[\n" + ",\n".join(_plain(item) for item in part) + "\n]"


def _plain(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)


def to_strong(workouts: Iterable[Workout], name_of: NameOf, unit: Unit) -> str:
    """Strong's table, which other apps import; its loads are in ``unit``, unsaid.

    Distances are kilometres with kilograms and miles with pounds. What Strong has no
    column for (form, the kind of failure, reps after the form broke) is left out.
    """
    return as_csv(
        STRONG_COLUMNS,
        (row for workout in workouts for row in _strong_rows(workout, name_of, unit)),
    )


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table as text; what a spreadsheet would reckon has a ' before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS):
        return f"'{cell}"
    return cell


def _strong_rows(
    workout: Workout, name_of: NameOf, unit: Unit
) -> Iterator[tuple[Any, ...]]:
    start, note = workout.started_at, workout.note
    for entry in workout.entries:
        numbered, entry_note = 0, entry.note
        for done in entry.sets:
            code = _STRONG_CODES.get(done.kind)
            numbered += code is None
            failed = code is None and done.end is not None and reached_failure(done)
            if failed:
                code = "F"
            yield (
                f"{start:%Y-%m-%d %H:%M:%S}",
                workout.name,
                _duration(workout),
                name_of(entry.exercise),
                code or numbered,
                number(from_kg(done.load.kg, unit)) if done.load else 0,
                done.reps or 0,
                round((done.metres or 0) / _METRES[unit], 6),
                done.seconds or 0,
                "\n".join(part for part in (entry_note, done.note) if part),
                note,
                # The code says all that is known of a failure that nobody rated.
                "" if failed and rated_left(done) is None else _strong_rpe(done),
            )
            entry_note = note = ""


def _duration(workout: Workout) -> str:
    """``1h 5m``, ``42m`` or ``27s``, as Strong writes it."""
    ended = workout.ended_at or workout.started_at
    total = int((ended - workout.started_at).total_seconds())
    hours, minutes = total // 3600, total // 60 % 60
    if total < 60:
        return f"{total}s"
    return " ".join(
        part for part in (hours and f"{hours}h", minutes and f"{minutes}m") if part
    )


def _strong_rpe(done: LoggedSet) -> str:
    """The RPE of a set where it can be said: Strong rates from 6 to 10."""
    rpe, lowest = rpe_of(done), LOWEST_TRUSTED_RPE if done.rpe is None else 0
    return "" if rpe is None or rpe < lowest else number(rpe)
