"""Fitbod: one row a set, in kilograms whatever was typed, with times of UTC."""

from collections.abc import Iterator

from befit_tui.transfer.formats.sets import SetCells, layout_of, renamed, set_count
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table, column_names

_COLUMNS = {"date", "exercise", "reps", "seconds", "warmup", "multiplier"}
_OLD_COLUMNS = {"date", "exercise", "sets", "reps", "weight", "warmup"}
"""Before 2020: days without a time, loads without a unit, several sets on a line."""
_OLD = {
    "date": "date", "exercise": "exercise", "weight": "weight", "reps": "reps",
    "warmup": "iswarmup", "comment": "note",
}  # fmt: skip


def recognise(table: Table) -> Layout | None:
    """The layout of a Fitbod export; the load is that of one dumbbell of a pair."""
    columns = column_names(table.first)
    if set(columns) >= _OLD_COLUMNS:
        return layout_of(_old_sets(table), by_day=True)
    if not set(columns) >= _COLUMNS:
        return None
    return Layout(tuple("notes" if one == "comment" else one for one in columns))


def _old_sets(table: Table) -> Iterator[SetCells]:
    counts = (one["sets"] for _, one in table.named())
    for count, done in zip(counts, renamed(table, _OLD), strict=True):
        yield from [done] * set_count(count)


FITBOD = Format("fitbod", "Fitbod", recognise)
