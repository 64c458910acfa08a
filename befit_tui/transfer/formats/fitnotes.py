"""FitNotes for Android and iOS: a date without a time of day, one row a set."""

from datetime import datetime, time

from befit_tui.domain.load import Unit
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout, Row
from befit_tui.transfer.table import Table

_NOON = time(12)
"""When a workout is put that is known by its day only."""


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a FitNotes export; iOS fills one of two weight columns a row."""
    columns = column_names(table.first)
    if not {"date", "exercise", "category", "reps"} <= set(columns):
        return None
    when = DateReader(table.column(columns.index("date")), options)
    imperial = options.unit is Unit.LB or "weight:lb" in columns

    def read(line: int, cells: Cells) -> Row:
        load, load_unit = cell.load(cells)
        day = when(cells["date"])
        return Row(
            line=line,
            started_at=datetime.combine(day, _NOON),
            exercise=cell.text(cells, "exercise"),
            load=load,
            unit=load_unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, imperial),
            note=cell.text(cells, "comment") or cell.text(cells, "notes"),
        )

    return Layout(columns, read, dates=when)


FITNOTES = Format("fitnotes", "FitNotes", recognise)
