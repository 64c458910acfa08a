"""Befit's own table of sets, read back with every id as it was."""

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from befit_tui.catalog.guess import guess_own
from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import OWN_PREFIX, Exercise
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.parsed import ParsedLog, beside_errors
from befit_tui.transfer.rows import RowError
from befit_tui.transfer.table import Table

Cells = Mapping[str, str]

_NUMBERS = ("reps", "extra_reps", "rir", "rpe", "rest_s", "seconds", "metres")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def read_own_table(table: Table) -> ParsedLog | None:
    """The workouts of a table that Befit wrote, or None when it is another one.

    A row is a set; what has no column there (targets, check-ins) is not in it.
    """
    if not set(table.headings) >= {"workout_id", "set_id", "exercise_id", "entry"}:
        return None
    errors: list[RowError] = []
    rows: list[tuple[int, Cells]] = []
    for line, one in table.named():
        problem = _problem(one)
        if problem:
            errors.append(RowError(line, problem))
        else:
            rows.append((line, one))
    workouts = []
    # The rows of a workout stand together as Befit writes them, but need not.
    rows.sort(key=lambda row: row[1]["workout_id"])
    for _, members in groupby(rows, key=lambda row: row[1]["workout_id"]):
        workouts.append(_workout([one for _, one in members]))
    lines = {one["set_id"]: line for line, one in rows}
    return ParsedLog(
        app=APP,
        rows=len(rows) + len(errors),
        workouts=tuple(sorted(workouts, key=lambda one: (one.started_at, one.id))),
        lines=lines,
        errors=tuple(errors),
        exercises=_exercises(one for _, one in rows),
        rows_missing=beside_errors(workouts, lines, errors),
    )


def _problem(one: Cells) -> str:
    """Why a row cannot be read; "" when it can."""
    try:
        _workout([one])
    except (BefitError, ValueError) as problem:
        return str(problem)
    return ""


def _workout(rows: list[Cells]) -> Workout:
    first = rows[0]
    entries: dict[str, list[Cells]] = {}
    for one in rows:
        entries.setdefault(one["entry"], []).append(one)
    return workout_from_dict(
        {
            "id": first["workout_id"],
            "started_at": first["started_at"],
            "ended_at": first["ended_at"] or None,
            "name": _text(first["workout"]),
            "phase": first["phase"] or None,
            "session_rpe": _number(first["session_rpe"]),
            "bodyweight": _load(first["bodyweight"], first["bodyweight_unit"]),
            "note": _text(first["workout_note"]),
            "entries": [_entry(sets) for sets in entries.values()],
        }
    )


def _entry(sets: list[Cells]) -> dict[str, Any]:
    first = sets[0]
    return {
        "exercise": first["exercise_id"],
        "superset": _number(first["superset"]),
        "note": _text(first["entry_note"]),
        "sets": [_set(one) for one in sets],
    }


def _set(one: Cells) -> dict[str, Any]:
    times = one["rep_times"].split()
    found: dict[str, Any] = {name: _number(one[name]) for name in _NUMBERS}
    found["left"] = found.pop("rir")
    return found | {
        "id": one["set_id"],
        "kind": one["kind"],
        "load": _load(one["load"], one["unit"]),
        "end": one["end"] or None,
        "form": one["form"] or None,
        "at": one["at"] or None,
        "rep_times": [float(time) for time in times] if times else None,
        "note": _text(one["note"]),
        "sides": _sides(one.get("sides", "")),
    }


def _sides(written: str) -> dict[str, int] | None:
    """``8l7r``; Befit wrote no such column before it knew sides."""
    found = re.findall(r"(\d+)([lr])", written)
    names = {"l": "left", "r": "right"}
    return {names[side]: int(reps) for reps, side in found} or None


def _number(written: str) -> float | int | None:
    if not written.strip():
        return None
    value = float(written)
    return int(value) if value == int(value) else value


def _load(value: str, unit: str) -> dict[str, Any] | None:
    return {"value": float(value), "unit": unit} if value.strip() else None


def _text(written: str) -> str:
    """The words of a cell without the sign that keeps a spreadsheet from reckoning."""
    guarded = written[:1] == "'" and written[1:2] in _FORMULA_SIGNS
    return written[1:] if guarded else written


def _exercises(rows: Any) -> tuple[Exercise, ...]:
    """The lifter's own exercises, as far as their names tell."""
    found = {
        one["exercise_id"]: _text(one["exercise"])
        for one in rows
        if one["exercise_id"].startswith(OWN_PREFIX)
    }
    return tuple(replace(guess_own(name), id=key) for key, name in found.items())
