"""The records of a layout, sorted into rows, records left out, and errors."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time

from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.dates import DateReader, ended_after, optional_date
from befit_tui.transfer.rows import (
    EMPTY_ROW,
    EMPTY_SET,
    REPEATED_HEADER,
    Layout,
    ReadOptions,
    Row,
    RowError,
)
from befit_tui.transfer.table import CELL_LIMIT, Record, Table

_STEP = 500
"""Records between two words on how much is read; product constant."""

NOON = time(12)
"""When a workout is put that is known by its day only."""

TYPES: dict[str, tuple[Kind, End | None]] = {
    **dict.fromkeys(("w", "warm_up", "warmup"), (Kind.WARMUP, None)),
    **dict.fromkeys(("d", "drop", "drop_set", "dropset"), (Kind.DROP, None)),
    **dict.fromkeys(("f", "failure"), (Kind.WORK, End.VOLITIONAL)),
    "missed": (Kind.WORK, End.MISSED),
    "normal": (Kind.WORK, None),
}
"""What the types of sets are, as apps write them."""


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
    reader = _Reader(table, layout, options)
    for place, record in enumerate(reader.records):
        if options.progress and not place % _STEP:
            options.progress(place / len(reader.records))
        reader.sort(record)
    return reader.finished()


def _column(records: Iterable[Record], index: int) -> Iterable[str]:
    return (one.cells[index] for one in records if len(one.cells) > index)


class _Reader:
    """Reads the records of one layout."""

    def __init__(self, table: Table, layout: Layout, options: ReadOptions) -> None:
        self._rows = Rows()
        self._layout = layout
        self._has_long_cells = table.has_long_cells
        self._heading: list[str] | None = None
        # The columns of loads whose commas part thousands.
        self._grouped: list[str] = []
        if layout.records is None:
            self.records = table.records[layout.has_header :]
            self._heading = table.records[0].cells if layout.has_header else None
            for index, column in enumerate(layout.columns):
                cells = _column(self.records, index)
                if column.startswith("weight") and cell.groups_thousands(cells):
                    self._grouped.append(column)
        else:
            self.records = layout.records
        dates = _column(self.records, layout.columns.index("date"))
        self._when = DateReader(dates, options)
        self._last_day = options.last_day
        # Apps switch loads and distances together.
        self._imperial = options.unit is Unit.LB or "weight:lb" in layout.columns

    def sort(self, record: Record) -> None:
        """Takes a record for what it is."""
        longest = max(map(len, record.cells)) if self._has_long_cells else 0
        if not any(one.strip() for one in record.cells):
            self._rows.blank[EMPTY_ROW] += 1
        elif longest > CELL_LIMIT:
            reason = f"it has a cell of {longest:,} characters"
            self._rows.errors.append(RowError(record.line, reason))
        elif record.cells == self._heading:
            self._rows.blank[REPEATED_HEADER] += 1
        else:
            self._take(record)

    def finished(self) -> Rows:
        """What the records are, once each was taken."""
        self._rows.order_unclear = self._when.order_unclear
        return self._rows

    def _take(self, record: Record) -> None:
        """Reads a record; it becomes a row or an error, and may leave doubts."""
        try:
            cells = self._cells(record)
            for column in self._grouped:
                cell.without_groups(cells, column)
            self._rows.read.append(self._checked(self._row(record.line, cells), cells))
        except RowProblem as problem:
            self._rows.errors.append(RowError(record.line, str(problem)))
            return
        doubts = (*cells.doubts, *self._when.new_doubts())
        self._rows.doubtful.extend(RowError(record.line, reason) for reason in doubts)

    def _cells(self, record: Record) -> Cells:
        columns, cells = self._layout.columns, record.cells
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise RowProblem(
                f"it has {len(cells)} cells where the header has {len(columns)}"
            )
        if len(cells) <= columns.index("reps"):
            raise RowProblem(f"it ends after {len(cells)} of {len(columns)} cells")
        return Cells(zip(columns, cells, strict=False))

    def _row(self, line: int, cells: Cells) -> Row:
        started = self._when(cells.get("date", ""))
        if self._layout.by_day and started == datetime.combine(started, time()):
            started = datetime.combine(started, NOON)
        load, unit = cell.load(cells)
        named = cells.get("type", "").strip().casefold()
        kind, end = TYPES.get(named, TYPES["normal"])
        row = Row(
            line=line,
            started_at=started,
            ended_at=self._end(started, cells),
            workout=cell.text(cells, "name"),
            workout_note=cell.text(cells, "workout_notes"),
            exercise=cell.text(cells, "exercise"),
            entry_note=cell.text(cells, "notes"),
            superset=cell.index(cells, "superset"),
            order=cell.index(cells, "order"),
            skip=cells.get("skip", ""),
            kind=kind,
            end=end,
            load=load,
            unit=unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            rpe=cell.rating(cells),
            left=cell.left(cells),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, self._imperial),
            at=optional_date(self._when, cells, "at"),
            note=cell.text(cells, "comment"),
        )
        if cells.get("bodyweight"):
            _weigh(row, cells)
        if self._layout.finish is not None:
            self._layout.finish(row, cells)
        return row

    def _end(self, started: datetime, cells: Cells) -> datetime | None:
        if written := cells.get("duration"):
            return ended_after(started, cell.duration(written), cells)
        return optional_date(self._when, cells, "end")

    def _checked(self, row: Row, cells: Cells) -> Row:
        if not row.exercise:
            raise RowProblem("it names no exercise")
        if self._last_day is not None and row.started_at.date() > self._last_day:
            raise RowProblem(f"date {row.started_at:%Y-%m-%d} lies ahead")
        if row.skip or _is_done(row):
            return row
        if cells.doubts:
            # What was left out was all there was.
            raise RowProblem(cells.doubts[0])
        return replace(row, skip=EMPTY_SET)


def _weigh(row: Row, cells: Cells) -> None:
    row.bodyweight = cell.optional(cells, "bodyweight", cell.MAX_LOAD_LB)
    named = cell.unit_named(cells.get("bodyweight_unit", ""))
    row.bodyweight_unit = named or row.unit


def _is_done(row: Row) -> bool:
    """Whether there are reps, a time, a distance, a load or a failure."""
    return bool(row.reps or row.seconds or row.metres or row.load or row.end)
