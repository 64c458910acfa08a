"""Jefit: one file of many tables, in which all sets of an exercise share a cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from befit_tui.transfer import cells as cell
from befit_tui.transfer.formats.sets import SetCells, layout_of
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

Line = Mapping[str, str]
Tables = Mapping[str, Sequence[tuple[int, Line]]]
"""The lines of each table by its name: where it stands, and its cells by heading."""

_BANNER = re.compile(r"### ([A-Z ]*[A-Z])")
_LOGS = "### EXERCISE LOGS"
_NOTED = ("belongSys", "eid", "mydate")
_TIMED_SET = r"(?:0[.0]*x0[.0]*,){3}0[.0]*x([\d.]+),0[.0]*x([\d.]+)"
"""The five places of a timed set: calories, distance, speed, laps and seconds.

No other five sets begin with three empty ones.
"""

_TIMED_SETS = re.compile(f"{_TIMED_SET}(?:,{_TIMED_SET})*")
_MOMENT = re.compile(r"[1-3]\d{9}")
"""Seconds since 1970 of the years 2001 to 2096."""

_NOTHING: Line = {}
_PLAIN = ("", "default", "warm-up")


def recognise(table: Table) -> Layout | None:
    """The layout of a Jefit backup: its records are the sets of its exercise logs.

    The settings name the unit of loads, the sessions the times of workouts, and the
    set logs, where the app kept them, the kind and the time of single sets; a note
    belongs to an exercise and a day.
    """
    if not any(record.cells[0].startswith(_LOGS) for record in table.records):
        return None
    return layout_of(_sets(_tables(table)), by_day=True)


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


def _sets(tables: Tables) -> Iterator[SetCells]:
    settings = tables.get("SETTING", ())
    units = (cell.unit_named(one.get("mass", "")) for _, one in settings)
    unit = next(units, None)
    days = _by(tables, "ROUTINES", "_id", having="package")
    sessions = _by(tables, "WORKOUT SESSIONS", "_id")
    details = _by(tables, "EXERCISE SET LOGS", "exercise_log_id", "set_index")
    notes = _by(tables, "NOTES", *_NOTED)
    for line, log in tables["EXERCISE LOGS"]:
        session = sessions.get((log.get("belongsession", ""),), [_NOTHING])[-1]
        day = days.get((session.get("day_id", ""),), [_NOTHING])[-1]
        noted = notes.get(tuple(log.get(column, "") for column in _NOTED), [])
        shared = {
            "date": _moment(session, "starttime") or log.get("mydate"),
            "end": _moment(session, "endtime"),
            "name": day.get("name"),
            "exercise": log.get("ename"),
            "notes": "\n".join(cell.text(note, "mynote") for note in noted),
            "weight_unit": unit,
        }
        for order, done in enumerate(_amounts(log.get("logs", ""))):
            key = (log.get("_id", ""), str(order))
            detail = details.get(key, [_NOTHING])[-1]
            kind = detail.get("set_type", "")
            # Laps, which nothing else can hold, are said in words.
            laps = f"{done['laps']} laps" if done.get("laps", "").strip("0.") else ""
            own = {
                "order": order,
                "type": "warmup" if kind == "warm-up" else "",
                "at": _moment(detail, "log_time"),
                "comment": ", ".join(
                    filter(None, ("" if kind in _PLAIN else kind, laps))
                ),
            }
            yield line, {**shared, **done, **own}


def _amounts(written: str) -> Iterator[Line]:
    """The sets of an exercise, ``80x8,80x7``, or what its timed sets hold."""
    timed = re.findall(_TIMED_SET, written) if _TIMED_SETS.fullmatch(written) else []
    if any(seconds.strip("0.") for _, seconds in timed):
        yield from ({"laps": laps, "seconds": seconds} for laps, seconds in timed)
        return
    for place in written.split(","):
        load, _, reps = place.partition("x")
        yield {"weight": load, "reps": reps}


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


def _moment(cells: Line, column: str) -> str:
    """A time of universal seconds, or "": old logs have 0 or nothing there."""
    found = cells.get(column, "").strip()
    if not _MOMENT.fullmatch(found):
        return ""
    return datetime.fromtimestamp(int(found), UTC).isoformat()


JEFIT = Format("jefit", "Jefit", recognise)
