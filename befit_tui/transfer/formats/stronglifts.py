"""StrongLifts: one line an exercise, its sets side by side in pairs of columns."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.dates import ended_after
from befit_tui.transfer.formats.sets import SetCells, layout_of
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Record, Table

_SHARED = {
    "workout name": "name",
    "exercise": "exercise",
    "setsxtime": "times",
    "duration (hours)": "hours",
    "notes": "workout_notes",
}
"""The headings of what the sets of a line share, and the names of those columns."""

_DATE, _START, _MARKS = "date (yyyy/mm/dd)", "start time (h:mm)", "setsxreps"
_BODYWEIGHT = re.compile(r"body weight \((kg|lb)\)")
_SET = re.compile(r"set \d+ \((reps|kg|lb)\)")
_LOAD = re.compile(r"set 1 \((kg|lb)\)")


def recognise(table: Table) -> Layout | None:
    """The layout of a StrongLifts export; its records are the sets of the lines."""
    headings = tuple(
        " ".join(heading.casefold().replace("×", "x").split())
        for heading in table.first
    )
    unit = next((found[1] for one in headings if (found := _LOAD.fullmatch(one))), None)
    if unit is None or not set(headings) >= {*_SHARED, _DATE, _START, _MARKS}:
        return None
    sets = (one for line in table.records[1:] for one in _sets(line, headings, unit))
    return layout_of(sets, _finish, by_day=True)


def _sets(line: Record, headings: tuple[str, ...], unit: str) -> Iterator[SetCells]:
    """The sets of a line; a line without any stays one record."""
    cells = (*line.cells, *[""] * len(headings))
    named = dict(zip(headings, cells, strict=False))
    shared = {name: named[one] for one, name in _SHARED.items()}
    shared["date"] = f"{named[_DATE]} {named[_START]}".strip()
    pairs = [named[heading].strip() for heading in headings if _SET.fullmatch(heading)]
    done = [
        one for one in zip_longest(pairs[::2], pairs[1::2], fillvalue="") if any(one)
    ]
    if not done and not any(shared.values()):
        yield line.line, {}
        return
    for heading in headings:
        # Body weight has a unit of its own.
        if found := _BODYWEIGHT.fullmatch(heading):
            shared |= {"bodyweight": named[heading], "bodyweight_unit": found[1]}
    # The list of reps says what the column of reps, 0 for both, does not.
    marks = named[_MARKS].split("/") if done else []
    for index, (reps, load) in enumerate(done or [("", "")]):
        mark = marks[index].strip() if index < len(marks) else ""
        own = {
            "order": index,
            "weight": load,
            "weight_unit": unit,
            "reps": reps,
            "type": "missed" if mark == "0" else "",
            "skip": NOT_DONE if mark == "-" else "",
        }
        yield line.line, shared | own


def _finish(row: Row, cells: Cells) -> None:
    if cells["times"].strip():
        raise RowProblem("sets by time are not known in StrongLifts files")
    hours = cell.optional(cells, "hours") or 0
    row.ended_at = ended_after(row.started_at, round(hours * 3600), cells)


STRONGLIFTS = Format("stronglifts", "StrongLifts", recognise)
