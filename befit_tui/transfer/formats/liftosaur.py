"""Liftosaur: newest workout first; a set that was planned but not done has no reps."""

from befit_tui.domain.vocabulary import Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader, optional_date
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Table

_WARMUP = "is warmup set?"
_DONE_AT = "completed reps time"


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of Liftosaur's history as a table, which keeps RPE and times of sets.

    A time that a file gives for a set counts as its end.
    """
    columns = column_names(table.first)
    if not {"date", "exercise", "reps", _WARMUP, _DONE_AT} <= set(columns):
        return None
    when = DateReader(table.column(columns.index("date")), options)

    def read(line: int, cells: Cells) -> Row:
        load, load_unit = cell.load(cells)
        reps = cell.whole(cells, "reps", cell.MAX_REPS)
        at = optional_date(when, cells, _DONE_AT)
        return Row(
            line=line,
            started_at=when(cells["date"]),
            ended_at=at,
            workout=cell.text(cells, "name"),
            exercise=cell.text(cells, "exercise"),
            entry_note=cell.text(cells, "notes"),
            skip=NOT_DONE if reps is None else "",
            kind=Kind.WARMUP if cells[_WARMUP].strip() == "1" else Kind.WORK,
            load=load,
            unit=load_unit,
            reps=reps,
            rpe=cell.rating(cells),
            at=at,
        )

    return Layout(columns, read, dates=when)


LIFTOSAUR = Format("liftosaur", "Liftosaur", recognise)
