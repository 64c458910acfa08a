"""A log of another app, or of Befit itself, as workouts; nothing is lost silently."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.transfer.cells import (
    Cells,
    RowProblem,
    groups_thousands,
    without_groups,
)
from befit_tui.transfer.encoding import decode
from befit_tui.transfer.formats.fitbod import FITBOD
from befit_tui.transfer.formats.fitnotes import FITNOTES
from befit_tui.transfer.formats.fitnotes_workouts import FITNOTES_WORKOUTS
from befit_tui.transfer.formats.hevy import HEVY
from befit_tui.transfer.formats.jefit import JEFIT
from befit_tui.transfer.formats.liftosaur import LIFTOSAUR
from befit_tui.transfer.formats.own import APP, is_json, read_own
from befit_tui.transfer.formats.strong import STRONG
from befit_tui.transfer.formats.stronglifts import STRONGLIFTS
from befit_tui.transfer.group import Grouping, LoadReader, workouts_of
from befit_tui.transfer.limits import refuse_lines
from befit_tui.transfer.names import Resolve, exercises_named
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.parsed import ParsedLog, beside_errors
from befit_tui.transfer.rows import (
    EMPTY_ROW,
    EMPTY_SET,
    REPEATED_HEADER,
    Format,
    Layout,
    Row,
    RowError,
    Skipped,
    is_empty,
)
from befit_tui.transfer.table import CELL_LIMIT, Record, Table, parse
from befit_tui.transfer.weights import load_reader

FORMATS = (
    HEVY, JEFIT, FITBOD, LIFTOSAUR, STRONGLIFTS, FITNOTES_WORKOUTS, FITNOTES, STRONG
)  # fmt: skip
"""Every table format, the most particular first; a further app is one more module."""


@dataclass(slots=True)
class _Rows:
    """The records of a table, sorted into rows, blank records and errors."""

    read: list[Row] = field(default_factory=list)
    blank: Counter[str] = field(default_factory=Counter)
    errors: list[RowError] = field(default_factory=list)
    doubtful: list[RowError] = field(default_factory=list)


def read_log(
    data: bytes, name: str, options: ReadOptions, resolve: Resolve
) -> ParsedLog:
    """The workouts of an exported file, recognised by its content.

    Args:
        data: the bytes of the file.
        name: its name, for messages.
        options: what the lifter says about it.
        resolve: what a name means in an app.

    Raises:
        ImportRefusedError: when no row of the file can be read, or its format is
            not known; UnitNeededError when only the unit of its loads is missing.
    """
    _check_app(options.app)
    refuse_lines(data, name)
    decoded = decode(data, name)
    text = decoded.text
    if is_json(text):
        if options.app not in (None, APP):
            raise ImportRefusedError(f"{name} is JSON, but no export of {options.app}.")
        return read_own(text, name)
    table = parse(text, name)
    found, layout = _recognised(table, options)
    if "reps" not in layout.columns:
        raise ImportRefusedError(
            f"{name} has no column of reps: export it again from {found.title}."
        )
    rows = _rows(table, layout, options)
    if decoded.doubt:
        rows.doubtful.append(RowError(decoded.line, decoded.doubt))
    return _parsed(table, found, rows, options, resolve)


def _parsed(
    table: Table,
    found: Format,
    rows: _Rows,
    options: ReadOptions,
    resolve: Resolve,
) -> ParsedLog:
    _check_any(rows, table, found)
    named = exercises_named(
        [row for row in rows.read if not row.skip or row.entry_note], found.app, resolve
    )
    load = load_reader(rows.read, options.unit, table.name)
    grouping = Grouping(
        app=found.app,
        load=load,
        localize=options.localize,
        exercise=named.exercise,
        written=named.written,
    )
    workouts, lines = workouts_of(rows.read, grouping)
    skipped = rows.blank + Counter(row.skip for row in rows.read if row.skip)
    return ParsedLog(
        app=found.app,
        rows=len(rows.read) + rows.blank.total() + len(rows.errors),
        workouts=workouts,
        lines=lines,
        skipped=tuple(Skipped(reason, count) for reason, count in skipped.items()),
        errors=tuple(rows.errors),
        exercises=named.own,
        matches=tuple(named.matches.values()),
        unmatched=named.unmatched,
        doubtful=(*rows.doubtful, *_in_another_unit(rows.read, load)),
        rows_missing=beside_errors(workouts, lines, rows.errors),
    )


def _in_another_unit(rows: Iterable[Row], load: LoadReader) -> Iterator[RowError]:
    """The loads of a file in one unit that were typed in the other, unlike most."""
    if len({row.unit for row in rows if row.load}) > 1:
        return
    read = [(row, load(row.load, row.unit)[0]) for row in rows if row.load]
    counts = Counter(found.unit for _, found in read)
    for row, found in read:
        if counts[found.unit] * 2 < len(read):
            yield RowError(row.line, f"{found} stands among loads of the other unit")


def _check_app(app: str | None) -> None:
    known = (APP, *(one.app for one in FORMATS))
    if app is not None and app not in known:
        raise ImportRefusedError(
            f"{app} is not an app Befit can read: say one of {', '.join(known)}."
        )


def _recognised(table: Table, options: ReadOptions) -> tuple[Format, Layout]:
    app = options.app
    for candidate in FORMATS:
        if app not in (None, candidate.app):
            continue
        layout = candidate.recognise(table, options)
        if layout is not None:
            return candidate, layout
    titles = ", ".join(one.title for one in FORMATS if app in (None, one.app))
    start = ", ".join(table.first)[:60]
    raise ImportRefusedError(
        f'{table.name} is not an export that Befit knows (it begins with "{start}"): '
        f"known are {titles} and Befit's own JSON."
    )


def _rows(table: Table, layout: Layout, options: ReadOptions) -> _Rows:
    rows = _Rows()
    heading = table.records[0].cells if layout.has_header else None
    grouped = _with_thousands(table, layout)
    for record in _records(table, layout):
        if not any(cell.strip() for cell in record.cells):
            rows.blank[EMPTY_ROW] += 1
        elif record.cells == heading:
            rows.blank[REPEATED_HEADER] += 1
        else:
            _take(record, layout, options, grouped, rows)
    return rows


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
    rows: _Rows,
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
    longest = max(map(len, cells))
    if longest > CELL_LIMIT:
        raise RowProblem(f"it has a cell of {longest:,} characters")
    if any(cells[len(columns) :]):
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


def _check_any(rows: _Rows, table: Table, found: Format) -> None:
    """Refuses a file of which nothing can be read."""
    if rows.read:
        return
    if rows.errors:
        first = rows.errors[0]
        raise ImportRefusedError(
            f"No row of {table.name} can be read as {found.title}; "
            f"line {first.line}: {first.reason}."
        )
    raise ImportRefusedError(f"{table.name} has no rows: there is nothing to import.")
