"""Fit Notes Workouts: universal times, decimal commas, sets planned but not done."""

from befit_tui.domain.vocabulary import End
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Table, column_names


def recognise(table: Table) -> Layout | None:
    """The layout of an export of Fit Notes Workouts, which keeps RPE and RIR."""
    columns = column_names(table.first)
    if not {"date", "exercise", "status", "warmup", "rir"} <= set(columns):
        return None
    return Layout(columns, finish=_finish)


def _finish(row: Row, cells: Cells) -> None:
    status = cells.get("status", "").casefold()
    if status == "notstarted":
        row.skip = NOT_DONE
    elif status == "failed":
        row.end = End.VOLITIONAL
    equipment = cell.text(cells, "equipment")
    if equipment and equipment.casefold() not in ("none", "bodyweight"):
        row.exercise = f"{row.exercise} ({equipment})"


FITNOTES_WORKOUTS = Format("fitnotes-workouts", "Fit Notes Workouts", recognise)
