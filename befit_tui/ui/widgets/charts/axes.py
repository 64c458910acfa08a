"""The two axes of a chart, put on its grid."""

from collections.abc import Iterable

from befit_tui.ui.widgets.charts.grid import Grid
from befit_tui.ui.widgets.charts.signs import Signs

DATE_ROOM = 9
"""Cells to give a date label: ``Jan 2026`` and a space."""


def put_value_axis(
    grid: Grid, x: int, rows: range, ticks: Iterable[tuple[int, str]], signs: Signs
) -> None:
    """A side line in column ``x``, with a label at every tick's row.

    No rules run across: the cursor reads values, and a rule that a line crosses costs
    a terminal more than the line.
    """
    for row in rows:
        grid.put(x, row, signs.side, "axis")
    for row, label in ticks:
        grid.put(x - len(label) - 1, row, label, "label")
        grid.put(x, row, signs.side_tick, "axis")


def put_date_axis(
    grid: Grid, x: int, y: int, ticks: Iterable[tuple[int, str]], signs: Signs
) -> None:
    """A floor line in row ``y``, with labels below it where they do not collide."""
    grid.put(x, y, signs.corner + signs.floor * (grid.width - x - 1), "axis")
    free = 0
    for column, label in ticks:
        start = max(min(column - 1, grid.width - len(label)), 0)
        if start >= free:
            grid.put(column, y, signs.floor_tick, "axis")
            grid.put(start, y + 1, label, "label")
            free = start + len(label) + 1
