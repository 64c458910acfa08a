"""The records of a layout, sorted into rows, records left out, and errors."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import lru_cache

from befit_tui.domain.load import Unit
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

_TYPES: dict[str, tuple[Kind, End | None]] = {
    **dict.fromkeys(("w", "warmup", "warmupset"), (Kind.WARMUP, None)),
    **dict.fromkeys(("d", "drop", "dropset"), (Kind.DROP, None)),
    **dict.fromkeys(("f", "failure"), (Kind.WORK, End.VOLITIONAL)),
    "missed": (Kind.WORK, End.MISSED),
    "normal": (_WORK := (Kind.WORK, None)),
}
"""What the types of sets are, as apps write them with signs or spaces between."""
_YES = ("1", "true", "yes")


@lru_cache(maxsize=256)
def type_named(word: str) -> tuple[Kind, End | None] | None:
    """What a word says of a set: ``W``, ``warm-up``, ``drop_set``; None if nothing."""
    return _TYPES.get(re.sub(r"[\s_-]", "", word.casefold()))


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
        reader.take(record)
    reader.rows.order_unclear = reader.when.order_unclear
    return reader.rows


class _Reader:
    """Reads the records of one layout into ``rows``."""

    def __init__(self, table: Table, layout: Layout, options: ReadOptions) -> None:
        self.rows = Rows()
        self.records = layout.records or ()
        self._layout = layout
        self._heading: list[str] | None = None
        self._broken = table.broken
        # The columns of loads in which a sign parts thousands.
        self._grouped: dict[str, str] = {}
        if layout.records is None:
            self.records = table.records[layout.has_header :]
            self._heading = table.records[0].cells if layout.has_header else None
        for column in layout.columns:
            if column.startswith("weight"):
                sign = cell.thousands_sign(self._column(column))
                self._grouped |= {column: sign} if sign else {}
        self.when = DateReader(self._column("date"), options)
        self._last_day = options.last_day
        # Apps switch loads and distances together.
        self._imperial = options.unit is Unit.LB or "weight:lb" in layout.columns

    def _column(self, column: str) -> Iterable[str]:
        index = self._layout.columns.index(column)
        return (one.cells[index] for one in self.records if len(one.cells) > index)

    def take(self, record: Record) -> None:
        """Takes a record for what it is; a row may leave doubts."""
        try:
            if not "".join(record.cells).strip():
                self.rows.blank[EMPTY_ROW] += 1
            elif record.line in self._broken:
                raise RowProblem(self._broken[record.line])
            elif (longest := max(map(len, record.cells))) > CELL_LIMIT:
                raise RowProblem(f"it has a cell of {longest:,} characters")
            elif record.cells == self._heading:
                self.rows.blank[REPEATED_HEADER] += 1
            else:
                cells = self._cells(record)
                self.rows.read.append(self._row(record.line, cells))
                doubts = (*cells.doubts, *self.when.new_doubts())
                self.rows.doubtful.extend(RowError(record.line, one) for one in doubts)
        except RowProblem as problem:
            self.rows.errors.append(RowError(record.line, str(problem)))

    def _cells(self, record: Record) -> Cells:
        columns, cells = self._layout.columns, record.cells
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise RowProblem(
                f"it has {len(cells)} cells where the header has {len(columns)}"
            )
        if len(cells) <= columns.index("reps"):
            raise RowProblem(f"it ends after {len(cells)} of {len(columns)} cells")
        found = Cells(zip(columns, cells, strict=False))
        for column, sign in self._grouped.items():
            cell.without_groups(found, column, sign)
        return found

    def _row(self, line: int, cells: Cells) -> Row:
        started = self.when(cells.get("date", ""))
        if self._layout.by_day and started == datetime.combine(started, time()):
            started = datetime.combine(started, NOON)
        load, unit = cell.load(cells)
        kind, end = type_named(cells.get("type", "")) or _WORK
        if cells.get("warmup", "").strip().casefold() in _YES:
            kind = Kind.WARMUP
        row = Row(
            line=line,
            part=self.rows.blank[REPEATED_HEADER],
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
            # 0 is how some apps write that there is none.
            rpe=cell.optional(cells, "rpe", 10) or None,
            left=cell.left(cells),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, self._imperial),
            bodyweight=cell.optional(cells, "bodyweight", cell.MAX_LOAD_LB),
            bodyweight_unit=cell.unit_named(cells.get("bodyweight_unit", "")) or unit,
            at=optional_date(self.when, cells, "at"),
            note=cell.text(cells, "comment"),
        )
        if self._layout.finish is not None:
            self._layout.finish(row, cells)
        self._check(row, cells)
        return row

    def _end(self, started: datetime, cells: Cells) -> datetime | None:
        if length := cells.get("duration"):
            return ended_after(started, cell.duration(length), cells)
        return optional_date(self.when, cells, "end")

    def _check(self, row: Row, cells: Cells) -> None:
        if not row.exercise:
            raise RowProblem("it names no exercise")
        if self._last_day is not None and row.started_at.date() > self._last_day:
            raise RowProblem(f"date {row.started_at:%Y-%m-%d} lies ahead")
        told = row.skip or row.seconds or row.metres or row.end
        if not (told or row.reps or row.load):
            if cells.doubts:
                # What was left out was all there was.
                raise RowProblem(cells.doubts[0])
            row.skip = EMPTY_SET
        elif not told and row.reps is None:
            cells.doubt("it has a load and no reps: the set comes in without them")
