"""A log of another app, or of Befit itself, as workouts; nothing is lost silently."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.load import Unit
from befit_tui.transfer.cells import RowProblem
from befit_tui.transfer.formats.fitbod import FITBOD
from befit_tui.transfer.formats.fitnotes import FITNOTES
from befit_tui.transfer.formats.fitnotes_workouts import FITNOTES_WORKOUTS
from befit_tui.transfer.formats.hevy import HEVY
from befit_tui.transfer.formats.jefit import JEFIT
from befit_tui.transfer.formats.liftosaur import LIFTOSAUR
from befit_tui.transfer.formats.own import APP, is_json, read_own
from befit_tui.transfer.formats.strong import STRONG
from befit_tui.transfer.formats.stronglifts import STRONGLIFTS
from befit_tui.transfer.group import Grouping, workouts_of
from befit_tui.transfer.names import Resolve, exercises_named
from befit_tui.transfer.parsed import ParsedLog
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
from befit_tui.transfer.table import Record, Table, decode, parse
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


def read_log(
    data: bytes,
    *,
    name: str,
    unit: Unit | None,
    app: str | None,
    localize: Callable[[datetime], datetime],
    resolve: Resolve,
) -> ParsedLog:
    """The workouts of an exported file, recognised by its content.

    Args:
        data: the bytes of the file.
        name: its name, for messages.
        unit: the unit of its loads where the file names none.
        app: the app it must be from, or None to find out.
        localize: gives a time its local offset; one with another zone is converted.
        resolve: what a name means in an app.

    Raises:
        ImportRefusedError: when no row of the file can be read, or its format is
            not known; UnitNeededError when only the unit of its loads is missing.
    """
    _check_app(app)
    text = decode(data, name)
    if is_json(text):
        if app not in (None, APP):
            raise ImportRefusedError(f"{name} is JSON, but no export of {app}.")
        return read_own(text, name)
    table = parse(text, name)
    found, layout = _recognised(table, unit, app)
    return _parsed(table, found, _rows(table, layout), unit, localize, resolve)


def _parsed(
    table: Table,
    found: Format,
    rows: _Rows,
    unit: Unit | None,
    localize: Callable[[datetime], datetime],
    resolve: Resolve,
) -> ParsedLog:
    _check_any(rows, table, found)
    named = exercises_named(
        [row for row in rows.read if not row.skip or row.entry_note], found.app, resolve
    )
    grouping = Grouping(
        app=found.app,
        load=load_reader(rows.read, unit, table.name),
        localize=localize,
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
    )


def _check_app(app: str | None) -> None:
    known = (APP, *(one.app for one in FORMATS))
    if app is not None and app not in known:
        raise ImportRefusedError(
            f"{app} is not an app Befit can read: say one of {', '.join(known)}."
        )


def _recognised(
    table: Table, unit: Unit | None, app: str | None
) -> tuple[Format, Layout]:
    for candidate in FORMATS:
        if app not in (None, candidate.app):
            continue
        layout = candidate.recognise(table, unit)
        if layout is not None:
            return candidate, layout
    titles = ", ".join(one.title for one in FORMATS if app in (None, one.app))
    start = ", ".join(table.first)[:60]
    raise ImportRefusedError(
        f'{table.name} is not an export that Befit knows (it begins with "{start}"): '
        f"known are {titles} and Befit's own JSON."
    )


def _rows(table: Table, layout: Layout) -> _Rows:
    rows = _Rows()
    heading = table.records[0].cells if layout.has_header else None
    for record in _records(table, layout):
        if not any(cell.strip() for cell in record.cells):
            rows.blank[EMPTY_ROW] += 1
        elif record.cells == heading:
            rows.blank[REPEATED_HEADER] += 1
        else:
            try:
                rows.read.append(_row(record, layout))
            except RowProblem as problem:
                rows.errors.append(RowError(record.line, str(problem)))
    return rows


def _records(table: Table, layout: Layout) -> tuple[Record, ...]:
    if layout.records is not None:
        return layout.records
    return table.records[1:] if layout.has_header else table.records


def _row(record: Record, layout: Layout) -> Row:
    columns, cells = layout.columns, record.cells
    if any(cells[len(columns) :]):
        raise RowProblem(
            f"it has {len(cells)} cells where the header has {len(columns)}"
        )
    if len(cells) <= columns.index("reps"):
        raise RowProblem(f"it ends after {len(cells)} of {len(columns)} cells")
    row = layout.read(record.line, dict(zip(columns, cells, strict=False)))
    if not row.exercise:
        raise RowProblem("it names no exercise")
    return replace(row, skip=EMPTY_SET) if not row.skip and is_empty(row) else row


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
