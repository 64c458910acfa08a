"""The records of a layout, sorted into rows, records left out, and errors."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from befit_tui.domain.value import replace
from befit_tui.transfer.cells import (
    Cells,
    RowProblem,
    groups_thousands,
    without_groups,
)
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import (
    EMPTY_ROW,
    EMPTY_SET,
    REPEATED_HEADER,
    Layout,
    Row,
    RowError,
    is_empty,
)
from befit_tui.transfer.table import CELL_LIMIT, Record, Table

_STEP = 500
"""Records between two words on how much is read; product constant."""


@dataclass(slots=True)
class Rows:
    """What the records of a file are, and what is doubtful about them.

    ``order_unclear``: nothing says whether day or month stands first.
    """

    read: list[Row] = field(default_factory=list)
    blank: Counter[str] = field(default_factory=Counter)
    errors: list[RowError] = field(default_factory=list)
    doubtful: list[RowError] = field(default_factory=list)
    order_unclear: bool = False


def rows_of(table: Table, layout: Layout, options: ReadOptions) -> Rows:
    """Reads every record of a layout; the table gives those that it has not itself."""
    rows = Rows()
    heading = table.first_cells if layout.has_header else None
    grouped = _with_thousands(table, layout)
    records = _records(table, layout)
    for place, record in enumerate(records):
        if options.progress and not place % _STEP:
            options.progress(place / len(records))
        if not any(cell.strip() for cell in record.cells):
            rows.blank[EMPTY_ROW] += 1
        elif table.has_long_cells and _longest(record) > CELL_LIMIT:
            reason = f"it has a cell of {_longest(record):,} characters"
            rows.errors.append(RowError(record.line, reason))
        elif record.cells == heading:
            rows.blank[REPEATED_HEADER] += 1
        else:
            _take(record, layout, options, grouped, rows)
    rows.order_unclear = layout.dates is not None and layout.dates.order_unclear
    return rows


def _longest(record: Record) -> int:
    return max(map(len, record.cells), default=0)


def _with_thousands(table: Table, layout: Layout) -> tuple[str, ...]:
    """The columns of loads whose commas part thousands."""
    if layout.records is not None:
        return ()
    return tuple(
        column
        for index, column in enumerate(layout.columns)
        if column.startswith("weight") and groups_thousands(table.column(index))
    )


def _take(
    record: Record,
    layout: Layout,
    options: ReadOptions,
    grouped: tuple[str, ...],
    rows: Rows,
) -> None:
    """Reads a record; it becomes a row or an error, and may leave doubts."""
    try:
        cells = _cells(record, layout)
        for column in grouped:
            without_groups(cells, column)
        rows.read.append(_row(record.line, cells, layout, options.last_day))
    except RowProblem as problem:
        rows.errors.append(RowError(record.line, str(problem)))
        return
    doubts = (*cells.doubts, *(layout.dates.new_doubts() if layout.dates else ()))
    rows.doubtful.extend(RowError(record.line, reason) for reason in doubts)


def _records(table: Table, layout: Layout) -> tuple[Record, ...]:
    if layout.records is not None:
        return layout.records
    return table.records[1:] if layout.has_header else table.records


def _cells(record: Record, layout: Layout) -> Cells:
    columns, cells = layout.columns, record.cells
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise RowProblem(
            f"it has {len(cells)} cells where the header has {len(columns)}"
        )
    if len(cells) <= columns.index("reps"):
        raise RowProblem(f"it ends after {len(cells)} of {len(columns)} cells")
    return Cells(zip(columns, cells, strict=False))


def _row(line: int, cells: Cells, layout: Layout, last_day: date | None) -> Row:
    row = layout.read(line, cells)
    if not row.exercise:
        raise RowProblem("it names no exercise")
    if last_day is not None and row.started_at.date() > last_day:
        raise RowProblem(f"date {row.started_at:%Y-%m-%d} lies ahead")
    if row.skip or not is_empty(row):
        return row
    if cells.doubts:
        # What was left out was all there was.
        raise RowProblem(cells.doubts[0])
    return replace(row, skip=EMPTY_SET)
