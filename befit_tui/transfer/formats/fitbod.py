"""Fitbod: one row a set, in kilograms whatever was typed, with times of UTC."""

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader
from befit_tui.transfer.formats.plain import plain_layout
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout, Row
from befit_tui.transfer.table import Table

_COLUMNS = {"date", "exercise", "reps", "seconds", "iswarmup", "multiplier"}
_OLD_COLUMNS = {"date", "exercise", "sets", "reps", "weight", "iswarmup"}
"""Before 2020: days without a time, loads without a unit, several sets on a line."""


MOST_SETS = 30
"""Sets that one line may stand for; more is a slip."""


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a Fitbod export; the load is that of one dumbbell of a pair."""
    columns = column_names(table.first)
    if set(columns) >= _OLD_COLUMNS:
        return _old(table, options)
    if not set(columns) >= _COLUMNS:
        return None
    when = DateReader(table.column(columns.index("date")), options)
    imperial = options.unit is Unit.LB

    def read(line: int, cells: Cells) -> Row:
        load, load_unit = cell.load(cells)
        is_warmup = cells["iswarmup"].strip().casefold() == "true"
        return Row(
            line=line,
            started_at=when(cells["date"]),
            exercise=cell.text(cells, "exercise"),
            entry_note=cell.text(cells, "comment"),
            kind=Kind.WARMUP if is_warmup else Kind.WORK,
            load=load,
            unit=load_unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, imperial),
        )

    return Layout(columns, read, dates=when)


def _old(table: Table, options: ReadOptions) -> Layout:
    """The layout of the first exports; a line may stand for several equal sets."""
    sets = []
    for line, one in table.named():
        count = one["sets"].strip()
        done = {
            "date": f"{one['date'].strip()} 12:00",
            "exercise": one["exercise"],
            "weight": one["weight"],
            "reps": one["reps"],
            "kind": "warmup" if one["iswarmup"].strip().casefold() == "true" else "",
            "comment": one.get("note", ""),
        }
        times = int(count) if count.isdecimal() and 0 < int(count) <= MOST_SETS else 1
        sets += [(line, done)] * times
    return plain_layout(sets, options)


FITBOD = Format("fitbod", "Fitbod", recognise)
