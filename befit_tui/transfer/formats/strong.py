"""Strong: ten layouts in ten years, localised, with codes where set numbers stand."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.dates import DateReader, ended_after
from befit_tui.transfer.formats.strong_layouts import by_position
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import NOTE, REST_TIMER, Format, Layout, Row
from befit_tui.transfer.table import Table

_CODES: Mapping[str, Mapping[str, Any]] = {
    "w": {"kind": Kind.WARMUP},
    "warm_up": {"kind": Kind.WARMUP},
    "warmup": {"kind": Kind.WARMUP},
    "d": {"kind": Kind.DROP},
    "drop": {"kind": Kind.DROP},
    "drop_set": {"kind": Kind.DROP},
    "dropset": {"kind": Kind.DROP},
    "f": {"end": End.VOLITIONAL},
    "failure": {"end": End.VOLITIONAL},
    "normal": {},
    "rest timer": {"skip": REST_TIMER},
    "rest_timer": {"skip": REST_TIMER},
    "ruhezeit": {"skip": REST_TIMER},
    "note": {"skip": NOTE},
}
"""What stands for a set number, and what it makes of the row."""


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a Strong export: by its headings, else by what the cells hold."""
    columns = column_names(table.first)
    has_header = True
    if not {"date", "exercise", "order", "reps"} <= set(columns) or "type" in columns:
        found = by_position(table)
        if found is None:
            return None
        columns, has_header = found
    when = DateReader(table.column(columns.index("date")), options)
    imperial = options.unit is Unit.LB or "weight:lb" in columns
    return Layout(columns, _reader(when, imperial), has_header, dates=when)


def _reader(
    when: Callable[[str], datetime], imperial: bool
) -> Callable[[int, Cells], Row]:
    def read(line: int, cells: Cells) -> Row:
        started = when(cells["date"])
        load, load_unit = cell.load(cells)
        fields: dict[str, Any] = {
            "line": line,
            "started_at": started,
            "ended_at": _end(started, cells),
            "workout": cell.text(cells, "name"),
            "workout_note": cell.text(cells, "workout_notes"),
            "exercise": cell.text(cells, "exercise"),
            "entry_note": cell.text(cells, "notes"),
            "load": load,
            "unit": load_unit,
            "reps": cell.whole(cells, "reps", cell.MAX_REPS),
            "rpe": cell.rating(cells),
            "seconds": cell.seconds(cells),
            "metres": cell.metres(cells, imperial),
        }
        fields |= _coded(cells.get("order", ""), fields)
        if fields.get("skip") == REST_TIMER:
            fields["rest_s"] = fields["seconds"]
        return Row(**fields)

    return read


def _end(started: datetime, cells: Cells) -> datetime | None:
    written = cells.get("duration", "")
    return ended_after(started, cell.duration(written), cells) if written else None


def _coded(order: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the set number, or the code in its place, says about the row."""
    number = cell.index({"order": order}, "order")
    if number is not None:
        return {"order": number}
    known = _CODES.get(order.strip().casefold())
    if known is not None:
        return known
    # The labels of rest and note rows are translated: known by what they hold.
    if not fields["reps"] and not fields["load"]:
        return {"skip": REST_TIMER if fields["seconds"] else NOTE}
    raise RowProblem(f'set order "{order.strip()[:40]}" is not known')


STRONG = Format("strong", "Strong", recognise)
