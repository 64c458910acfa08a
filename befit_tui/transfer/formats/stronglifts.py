"""StrongLifts: one line an exercise, its sets side by side in pairs of columns."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import zip_longest
from typing import Any

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.dates import DateReader, ended_after
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Record, Table

_SHARED = {
    "date (yyyy/mm/dd)": "date",
    "workout name": "name",
    "exercise": "exercise",
    "setsxreps": "marks",
    "setsxtime": "times",
    "duration (hours)": "hours",
    "start time (h:mm)": "start",
    "notes": "workout_notes",
}
"""The headings of what the sets of a line share, and the names of those columns."""

_COLUMNS = (*_SHARED.values(), "bodyweight", "order", "mark", "weight", "reps")
_BODYWEIGHT = re.compile(r"body weight \((kg|lb)\)")
_LOAD = re.compile(r"set 1 \((kg|lb)\)")
_SET = re.compile(r"set \d+ \((reps|kg|lb)\)")


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a StrongLifts export; its records are the sets of the lines.

    Body weight has a unit of its own.
    """
    headings = tuple(_plain(heading) for heading in table.first)
    load_unit, weight_unit = _unit_in(headings, _LOAD), _unit_in(headings, _BODYWEIGHT)
    if load_unit is None or not set(headings).issuperset(_SHARED):
        return None
    when = DateReader(table.column(headings.index("date (yyyy/mm/dd)")), options)
    records = tuple(one for line in table.records[1:] for one in _sets(line, headings))
    read = _reader(when, load_unit, weight_unit)
    return Layout(_COLUMNS, read, records=records, dates=when)


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("×", "x").split())


def _unit_in(headings: tuple[str, ...], pattern: re.Pattern[str]) -> Unit | None:
    found = (pattern.fullmatch(heading) for heading in headings)
    return next((cell.unit_named(one[1]) for one in found if one), None)


def _sets(line: Record, headings: tuple[str, ...]) -> Iterator[Record]:
    """The sets of a line; a line without any stays one record."""
    named = dict(zip(headings, line.cells, strict=False))
    weight = next((named[one] for one in named if _BODYWEIGHT.fullmatch(one)), "")
    shared = [*(named.get(heading, "") for heading in _SHARED), weight]
    found = [
        text.strip()
        for heading, text in zip(headings, line.cells, strict=False)
        if _SET.fullmatch(heading)
    ]
    marks = named.get("setsxreps", "").split("/")
    pairs = zip_longest(found[::2], found[1::2], fillvalue="")
    done = [pair for pair in pairs if any(pair)]
    for index, (reps, load) in enumerate(done):
        mark = marks[index].strip() if index < len(marks) else ""
        yield Record(line.line, [*shared, str(index), mark, load, reps])
    if not done:
        yield Record(line.line, [*shared, "", "", "", ""])


def _reader(
    when: Callable[[str], datetime], load_unit: Unit | None, weight_unit: Unit | None
) -> Callable[[int, Cells], Row]:
    def read(line: int, cells: Cells) -> Row:
        if cells["times"].strip():
            raise RowProblem("sets by time are not known in StrongLifts files")
        # A line of a day without a time of day is put at noon.
        started = when(f"{cells['date'].strip()} {cells['start'].strip() or '12:00'}")
        hours = cell.optional(cells, "hours") or 0
        return Row(
            line=line,
            started_at=started,
            ended_at=ended_after(started, round(hours * 3600), cells),
            workout=cell.text(cells, "name"),
            workout_note=cell.text(cells, "workout_notes"),
            exercise=cell.text(cells, "exercise"),
            load=cell.number(cells, "weight", cell.MAX_LOAD_LB),
            unit=load_unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            order=cell.index(cells, "order"),
            bodyweight=cell.number(cells, "bodyweight", cell.MAX_LOAD_LB) or None,
            bodyweight_unit=weight_unit,
            **_outcome(cells["mark"]),
        )

    return read


def _outcome(mark: str) -> Mapping[str, Any]:
    """What the list of reps says of a set; its own column has 0 for both of these."""
    if mark == "-":
        return {"skip": NOT_DONE}
    return {"end": End.MISSED} if mark == "0" else {}


STRONGLIFTS = Format("stronglifts", "StrongLifts", recognise)
