"""Jefit: one file of many tables, in which all sets of an exercise share a cell."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any

from befit_tui.domain.vocabulary import Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout, Row
from befit_tui.transfer.table import Record, Table

Line = Mapping[str, str]
Tables = Mapping[str, Sequence[tuple[int, Line]]]
"""The lines of each table by its name: where it stands, and its cells by heading."""

_BANNER = re.compile(r"### ([A-Z ]*[A-Z])")
_NOTED = ("belongSys", "eid", "mydate")
_SHARED = (*_NOTED, "belongsession", "ename", "_id")
_COLUMNS = (*_SHARED, "order", "weight", "laps", "seconds", "reps")

_TIMED_SET = r"(?:0[.0]*x0[.0]*,){3}0[.0]*x([\d.]+),0[.0]*x([\d.]+)"
"""The five places of a timed set: calories, distance, speed, laps and seconds.

No other five sets begin with three empty ones.
"""

_TIMED_SETS = re.compile(f"{_TIMED_SET}(?:,{_TIMED_SET})*")
_MOMENT = re.compile(r"[1-3]\d{9}")
"""Seconds since 1970 of the years 2001 to 2096."""

_NOTHING: Line = {}
_PLAIN = ("", "default", "warm-up")


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a Jefit backup: its records are the sets of its exercise logs.

    The settings name the unit of loads, the sessions the times of workouts, and the
    set logs, where the app kept them, the kind and the time of single sets; a note
    belongs to an exercise and a day.
    """
    tables = _tables(table)
    if "EXERCISE LOGS" not in tables:
        return None
    logs = tables["EXERCISE LOGS"]
    when = DateReader((log.get("mydate", "") for _, log in logs), options)
    records = tuple(one for line, log in logs for one in _sets(line, log))
    return Layout(_COLUMNS, _reader(tables, when), records=records, dates=when)


def _tables(table: Table) -> Tables:
    tables: dict[str, list[tuple[int, Line]]] = {}
    lines: list[tuple[int, Line]] = []
    headings: list[str] = []
    for record in table.records:
        if banner := _BANNER.match(record.cells[0]):
            lines = tables.setdefault(banner[1], [])
        elif {"_id", "USERID"} & set(record.cells):
            headings = record.cells
        elif not record.cells[0].startswith("###"):
            lines.append((record.line, dict(zip(headings, record.cells, strict=False))))
    return tables


def _sets(line: int, log: Line) -> Iterator[Record]:
    """The sets of an exercise, ``80x8,80x7``, or what its timed sets hold."""
    shared = [log.get(column, "") for column in _SHARED]
    written = log.get("logs", "")
    timed = re.findall(_TIMED_SET, written) if _TIMED_SETS.fullmatch(written) else []
    if any(seconds.strip("0.") for _, seconds in timed):
        for order, (laps, seconds) in enumerate(timed):
            yield Record(line, [*shared, str(order), "", laps, seconds, ""])
        return
    for order, place in enumerate(written.split(",")):
        load, _, reps = place.partition("x")
        yield Record(line, [*shared, str(order), load, "", "", reps])


def _reader(
    tables: Tables, when: Callable[[str], datetime]
) -> Callable[[int, Cells], Row]:
    units = (
        cell.unit_named(one.get("mass", "")) for _, one in tables.get("SETTING", ())
    )
    unit = next(units, None)
    days = _by(tables, "ROUTINES", "_id", having="package")
    sessions = _by(tables, "WORKOUT SESSIONS", "_id")
    details = _by(tables, "EXERCISE SET LOGS", "exercise_log_id", "set_index")
    notes = _by(tables, "NOTES", *_NOTED)

    def read(line: int, cells: Cells) -> Row:
        session = sessions.get((cells["belongsession"],), [_NOTHING])[-1]
        day = days.get((session.get("day_id", ""),), [_NOTHING])[-1]
        detail = details.get((cells["_id"], cells["order"]), [_NOTHING])[-1]
        noted = notes.get(tuple(cells[column] for column in _NOTED), [])
        # A workout that is known by its day only is put at noon.
        noon = datetime.combine(when(cells["mydate"]), time(12))
        return Row(
            line=line,
            started_at=_moment(session, "starttime") or noon,
            ended_at=_moment(session, "endtime"),
            workout=cell.text(day, "name"),
            exercise=cell.text(cells, "ename"),
            entry_note="\n".join(cell.text(note, "mynote") for note in noted),
            order=cell.index(cells, "order"),
            load=cell.number(cells, "weight", cell.MAX_LOAD_LB),
            unit=unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            seconds=cell.seconds(cells),
            at=_moment(detail, "log_time"),
            **_kind_and_note(detail.get("set_type", ""), cells["laps"]),
        )

    return read


def _by(
    tables: Tables, name: str, *columns: str, having: str = "_id"
) -> Mapping[tuple[str, ...], Sequence[Line]]:
    """The lines of a table, those with a column, by what stands in other columns."""
    found: dict[tuple[str, ...], list[Line]] = {}
    for _, line in tables.get(name, ()):
        if having in line:
            key = tuple(line.get(column, "") for column in columns)
            found.setdefault(key, []).append(line)
    return found


def _kind_and_note(set_type: str, laps: str) -> Mapping[str, Any]:
    """The kind of a set, and in words what nothing else of a set can hold."""
    words = [] if set_type in _PLAIN else [set_type]
    words += [f"{laps} laps"] if laps.strip("0.") else []
    kind = Kind.WARMUP if set_type == "warm-up" else Kind.WORK
    return {"kind": kind, "note": ", ".join(words)}


def _moment(cells: Line, column: str) -> datetime | None:
    """A time of universal seconds, or None: old logs have 0 or nothing there."""
    found = cells.get(column, "").strip()
    return datetime.fromtimestamp(int(found), UTC) if _MOMENT.fullmatch(found) else None


JEFIT = Format("jefit", "Jefit", recognise)
