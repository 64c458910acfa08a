"""Befit's own table, one row a set with every field: out, and back with every id."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from befit_tui.catalog.variant import guess_own
from befit_tui.domain.codec import to_plain, workout_from_dict
from befit_tui.domain.errors import BefitError, DocumentError
from befit_tui.domain.exercise import OWN_PREFIX
from befit_tui.domain.history import in_order
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.transfer.cells import FORMULA_SIGNS
from befit_tui.transfer.export import as_csv
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.rows import RowError
from befit_tui.transfer.table import Table

Columns = Mapping[str, str]
"""The heading of each field of a document; ``load.value`` is a field of a field."""

_WORKOUT = {
    "workout_id": "id", "started_at": "started_at", "ended_at": "ended_at",
    "workout": "name", "phase": "phase", "session_rpe": "session_rpe",
    "bodyweight": "bodyweight.value", "bodyweight_unit": "bodyweight.unit",
    "workout_note": "note",
}  # fmt: skip
_ENTRY = {"exercise_id": "exercise", "superset": "superset", "entry_note": "note"}
_SET = {
    "set_id": "id", "kind": "kind", "load": "load.value", "unit": "load.unit",
    "reps": "reps", "extra_reps": "extra_reps", "rir": "left", "end": "end",
    "form": "form", "rpe": "rpe", "at": "at", "rest_s": "rest_s",
    "rep_times": "rep_times", "seconds": "seconds", "metres": "metres", "note": "note",
    "sides": "sides",
}  # fmt: skip
_NUMBERS = frozenset(
    ("session_rpe", "bodyweight", "superset", "load", "reps", "extra_reps", "rir",
     "rpe", "rest_s", "seconds", "metres")
)  # fmt: skip
_TEXTS = frozenset(("workout", "workout_note", "entry_note", "note"))
"""Where an empty cell is an empty text; elsewhere it is nothing."""

CSV_COLUMNS = (
    *_WORKOUT, "entry", "exercise_id", "exercise", "superset", "entry_note", "set_id",
    "set", *[column for column in _SET if column != "set_id"],
)  # fmt: skip
_SIDES = {"l": "left", "r": "right"}


def to_csv(workouts: Iterable[Workout], name_of: Callable[[str], str]) -> str:
    """One row a set; ``name_of`` gives the name of an exercise by its id."""
    rows = (row for workout in workouts for row in _rows(workout, name_of))
    return as_csv(CSV_COLUMNS, ([row[one] for one in CSV_COLUMNS] for row in rows))


def read_own_table(table: Table) -> ParsedLog | None:
    """The workouts of a table that Befit wrote, or None when it is another one.

    A row is a set; what has no column there (targets, check-ins) is not in it.
    """
    if not set(table.headings) >= {"workout_id", "set_id", "exercise_id", "entry"}:
        return None
    errors: list[RowError] = []
    lines: dict[str, int] = {}
    rows: dict[str, list[Columns]] = {}
    own: dict[str, str] = {}
    for line, one in table.named():
        try:
            if line in table.broken:
                raise DocumentError(table.broken[line])
            _workout([one])
        except (BefitError, ValueError) as problem:
            errors.append(RowError(line, str(problem)))
            continue
        lines[one["set_id"]] = line
        rows.setdefault(one["workout_id"], []).append(one)
        if one["exercise_id"].startswith(OWN_PREFIX):
            own[one["exercise_id"]] = _bare(one.get("exercise", ""))
    workouts = map(_workout, rows.values())
    return ParsedLog(
        app=APP,
        rows=sum(map(len, rows.values())) + len(errors),
        workouts=in_order(workouts),
        lines=lines,
        errors=tuple(errors),
        # The lifter's own exercises, as far as their names tell.
        exercises=tuple(replace(guess_own(name), id=key) for key, name in own.items()),
    )


def filled(known: Workout, read: Workout) -> Workout:
    """The workout of a table, where it has no column as the log has it.

    Nor does it say how often the workout was changed: as often as there.
    """
    homes = {done.id: (one, done) for one in known.entries for done in one.sets}
    entries = []
    for entry in read.entries:
        stands = [homes.get(done.id) for done in entry.sets]
        sets = tuple(map(_filled_set, entry.sets, stands))
        home = next((one[0] for one in stands if one), entry)
        entries.append(
            replace(
                entry,
                sets=sets,
                target=home.target,
                written=home.written,
                routine=home.routine,
            )
        )
    for at, entry in enumerate(known.entries):
        if not entry.sets:
            entries.insert(at, entry)
    return replace(
        known,
        name=read.name,
        started_at=read.started_at,
        ended_at=read.ended_at,
        phase=read.phase,
        session_rpe=read.session_rpe,
        bodyweight=read.bodyweight,
        note=read.note,
        entries=tuple(entries),
    )


def _filled_set(done: LoggedSet, stands: tuple[Entry, LoggedSet] | None) -> LoggedSet:
    if stands is None:
        return done
    mine = stands[1]
    raw = mine.raw_load if mine.load == done.load else None
    return replace(
        done,
        raw_load=raw,
        next_rest_s=mine.next_rest_s,
        asked_left=mine.asked_left,
    )


def _rows(workout: Workout, name_of: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    document = to_plain(workout)
    for place, entry in enumerate(document["entries"], 1):
        shared = _cells(document, _WORKOUT) | _cells(entry, _ENTRY)
        shared |= {"entry": place, "exercise": name_of(entry["exercise"])}
        for index, done in enumerate(entry["sets"], 1):
            yield shared | _cells(done, _SET) | {"set": index}


def _cells(document: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    return {column: _cell(document, field) for column, field in columns.items()}


def _cell(document: Mapping[str, Any], field: str) -> Any:
    outer, _, inner = field.partition(".")
    value = document.get(outer)
    if inner:
        return value and value[inner]
    if value and outer == "rep_times":
        return " ".join(f"{time:g}" for time in value)
    if value and outer == "sides":
        done = ((sign, value.get(side)) for sign, side in _SIDES.items())
        return "".join(f"{reps}{sign}" for sign, reps in done if reps is not None)
    return value


def _workout(rows: list[Columns]) -> Workout:
    entries: dict[str, list[Columns]] = {}
    for one in rows:
        entries.setdefault(one["entry"], []).append(one)
    document = _document(rows[0], _WORKOUT)
    document["entries"] = [
        _document(sets[0], _ENTRY) | {"sets": [_document(one, _SET) for one in sets]}
        for sets in entries.values()
    ]
    return workout_from_dict(document)


def _document(one: Columns, columns: Columns) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column, field in columns.items():
        outer, _, inner = field.partition(".")
        # A Befit of last year wrote fewer columns.
        value = _value(column, _bare(one.get(column, "")))
        if not inner:
            found[outer] = value
        elif value is not None and inner == "value":
            found[outer] = {"value": float(value)}
        elif outer in found:
            found[outer][inner] = value
    return found


def _value(column: str, written: str) -> Any:
    if column in _TEXTS:
        return written
    if not written.strip():
        return None
    if column == "rep_times":
        return [float(time) for time in written.split()]
    if column == "sides":
        done = re.findall(r"(\d+)([lr])", written)
        return {_SIDES[sign]: int(reps) for reps, sign in done} or None
    if column not in _NUMBERS:
        return written
    # As it is written: 2.0 is not read as 2, so that a table comes out as it went in.
    if written.strip().isdecimal():
        return int(written)
    try:
        return float(written.replace(",", "."))
    except ValueError:
        raise DocumentError(f'{column} "{written[:40]}" is not a number') from None


def _bare(written: str) -> str:
    """The words of a cell without the sign that keeps a spreadsheet from reckoning."""
    guarded = written[:1] == "'" and written[1:2] in FORMULA_SIGNS
    return written[1:] if guarded else written
