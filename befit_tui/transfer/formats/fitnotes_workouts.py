"""Fit Notes Workouts: universal times, decimal commas, sets planned but not done."""

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader, optional_date
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Table

_YES = ("1", "true", "yes")


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of an export of Fit Notes Workouts, which keeps RPE and RIR."""
    columns = column_names(table.first)
    if not {"date", "exercise", "status", "iswarmup", "rir"} <= set(columns):
        return None
    when = DateReader(table.column(columns.index("date")), options)

    def read(line: int, cells: Cells) -> Row:
        load, load_unit = cell.load(cells)
        status = cells.get("status", "").casefold()
        is_warmup = cells.get("iswarmup", "").casefold() in _YES
        return Row(
            line=line,
            started_at=when(cells["date"]),
            ended_at=optional_date(when, cells, "end"),
            workout=cell.text(cells, "name"),
            exercise=_with_equipment(cells),
            skip=NOT_DONE if status == "notstarted" else "",
            kind=Kind.WARMUP if is_warmup else Kind.WORK,
            end=End.VOLITIONAL if status == "failed" else None,
            load=load,
            unit=load_unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            rpe=cell.rating(cells),
            left=cell.left(cells),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, options.unit is Unit.LB),
            bodyweight=cell.number(cells, "bodyweight", cell.MAX_LOAD_LB) or None,
            bodyweight_unit=load_unit,
            note=cell.text(cells, "comment"),
        )

    return Layout(columns, read, dates=when)


def _with_equipment(cells: Cells) -> str:
    exercise, equipment = cell.text(cells, "exercise"), cell.text(cells, "equipment")
    if not equipment or equipment.casefold() in ("none", "bodyweight"):
        return exercise
    return f"{exercise} ({equipment})"


FITNOTES_WORKOUTS = Format("fitnotes-workouts", "Fit Notes Workouts", recognise)
