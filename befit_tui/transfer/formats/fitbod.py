"""Fitbod: one row a set, in kilograms whatever was typed, with times of UTC."""

from collections.abc import Iterator

from befit_tui.domain.vocabulary import Kind
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.formats.sets import SetCells, layout_of
from befit_tui.transfer.rows import Format, Layout, Row
from befit_tui.transfer.table import Table, column_names

_COLUMNS = {"date", "exercise", "reps", "seconds", "iswarmup", "multiplier"}
_OLD_COLUMNS = {"date", "exercise", "sets", "reps", "weight", "iswarmup"}
"""Before 2020: days without a time, loads without a unit, several sets on a line."""

MOST_SETS = 30
"""Sets that one line may stand for; more is a slip."""


def recognise(table: Table) -> Layout | None:
    """The layout of a Fitbod export; the load is that of one dumbbell of a pair."""
    columns = column_names(table.first)
    if set(columns) >= _OLD_COLUMNS:
        return layout_of(_old_sets(table), _warmup, by_day=True)
    if not set(columns) >= _COLUMNS:
        return None
    renamed = ("notes" if one == "comment" else one for one in columns)
    return Layout(tuple(renamed), finish=_warmup)


def _warmup(row: Row, cells: Cells) -> None:
    if cells.get("iswarmup", "").strip().casefold() == "true":
        row.kind = Kind.WARMUP


def _old_sets(table: Table) -> Iterator[SetCells]:
    """The sets of the first exports, where a line may stand for several equal ones."""
    for line, one in table.named():
        count = one["sets"].strip()
        done = {
            "date": one["date"],
            "exercise": one["exercise"],
            "weight": one["weight"],
            "reps": one["reps"],
            "iswarmup": one["iswarmup"],
            "comment": one.get("note", ""),
        }
        times = int(count) if count.isdecimal() and 0 < int(count) <= MOST_SETS else 1
        yield from [(line, done)] * times


FITBOD = Format("fitbod", "Fitbod", recognise)
