"""Hevy: newest workout first, a tag and an RPE for each set, month names localised."""

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader, optional_date
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout, Row
from befit_tui.transfer.table import Table

_KINDS = {"warmup": Kind.WARMUP, "dropset": Kind.DROP}


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a Hevy export; columns may be missing or named in pounds."""
    headings = {heading.casefold() for heading in table.first}
    if not {"exercise_title", "start_time"} <= headings:
        return None
    columns = column_names(table.first)
    imperial = options.unit is Unit.LB
    when = DateReader(table.column(columns.index("date")), options)

    def read(line: int, cells: Cells) -> Row:
        tag = cells.get("type", "").casefold()
        load, load_unit = cell.load(cells)
        return Row(
            line=line,
            started_at=when(cells["date"]),
            ended_at=optional_date(when, cells, "end"),
            workout=cell.text(cells, "name"),
            workout_note=cell.text(cells, "workout_notes"),
            exercise=cell.text(cells, "exercise"),
            entry_note=cell.text(cells, "notes"),
            superset=cell.index(cells, "superset"),
            order=cell.index(cells, "order"),
            kind=_KINDS.get(tag, Kind.WORK),
            end=End.VOLITIONAL if tag == "failure" else None,
            load=load,
            unit=load_unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            rpe=cell.rating(cells),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, imperial),
        )

    return Layout(columns, read, dates=when)


HEVY = Format("hevy", "Hevy", recognise)
