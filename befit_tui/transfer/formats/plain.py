"""Sets under plain names, one record each: what most formats are brought to first."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader, optional_date
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Layout, Row
from befit_tui.transfer.table import Record

COLUMNS = (
    "date", "end", "name", "workout_notes", "exercise", "notes", "superset", "order",
    "kind", "mark", "skip", "weight", "weight:kg", "weight:lb", "weight_unit", "reps",
    "rpe", "rir", "seconds", "minutes", "distance", "distance:m", "distance:km",
    "distance:mi", "distance_unit", "rest", "bodyweight", "bodyweight_unit", "at",
    "comment",
)  # fmt: skip
"""The names; ``date`` is the start of the workout, ``at`` the end of the set."""

_KINDS = {"warmup": Kind.WARMUP, "drop": Kind.DROP}

Named = tuple[int, Mapping[str, str]]
"""The line of a set and its cells by name."""


def plain_layout(sets: Iterable[Named], options: ReadOptions) -> Layout:
    """The layout of sets under plain names; a name that is absent is empty."""
    records = tuple(
        Record(line, [found.get(column, "") for column in COLUMNS])
        for line, found in sets
    )
    at = COLUMNS.index("date")
    when = DateReader((record.cells[at] for record in records), options)

    def read(line: int, cells: Cells) -> Row:
        return plain_row(line, cells, when, imperial=options.unit is Unit.LB)

    return Layout(COLUMNS, read, records=records, dates=when)


def plain_row(line: int, cells: Cells, when: DateReader, *, imperial: bool) -> Row:
    """The row of a record under plain names.

    Raises:
        RowProblem: its date, its load or its reps cannot be read.
    """
    load, unit = cell.load(cells)
    fields: dict[str, Any] = {
        "line": line,
        "started_at": when(cells["date"]),
        "ended_at": optional_date(when, cells, "end"),
        "workout": cell.text(cells, "name"),
        "workout_note": cell.text(cells, "workout_notes"),
        "exercise": cell.text(cells, "exercise"),
        "entry_note": cell.text(cells, "notes"),
        "superset": cell.index(cells, "superset"),
        "order": cell.index(cells, "order"),
        "skip": cells.get("skip", ""),
        "kind": _KINDS.get(cells.get("kind", ""), Kind.WORK),
        "end": End.VOLITIONAL if cells.get("mark") == "failure" else None,
        "load": load,
        "unit": unit,
        "reps": cell.whole(cells, "reps", cell.MAX_REPS),
        "rpe": cell.rating(cells),
        "left": cell.left(cells),
        "seconds": cell.seconds(cells),
        "metres": cell.metres(cells, imperial),
        "rest_s": cell.optional(cells, "rest"),
        "bodyweight": cell.optional(cells, "bodyweight", cell.MAX_LOAD_LB) or None,
        "bodyweight_unit": cell.unit_named(cells.get("bodyweight_unit", "")) or unit,
        "at": optional_date(when, cells, "at"),
        "note": cell.text(cells, "comment"),
    }
    return Row(**fields)


def started_together(
    sets: Iterable[Named], group: Callable[[Mapping[str, str]], object]
) -> list[Named]:
    """The sets with the earliest time of their group as the start of the workout.

    Their own ``date`` becomes the time of the set. For apps that give each set a time
    and the workout none; the times must sort as text. ``day`` stands in where no set of
    a group has one.
    """
    found = [(line, group(one), one) for line, one in sets]
    starts: dict[object, str] = {}
    for _, key, one in found:
        if one["date"]:
            starts[key] = min(starts.get(key, one["date"]), one["date"])
    return [
        (line, {**one, "at": one["date"], "date": starts.get(key, one.get("day", ""))})
        for line, key, one in found
    ]


def text_of(value: object) -> str:
    """A JSON or database value as the cell of a table: None is empty."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)
