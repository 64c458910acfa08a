"""The axes of a chart, put on its grid."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from befit_tui.logbook.trends.periods import Periods, days_of
from befit_tui.ui.widgets.charts.folds import Columns, put_folds
from befit_tui.ui.widgets.charts.grid import Grid, Mark
from befit_tui.ui.widgets.charts.plot import Plot
from befit_tui.ui.widgets.charts.scale import date_ticks
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


class WeekAxis:
    """Bars of one width over a line of dates: a bar a period, long empty runs folded.

    It takes the columns of a plot from ``left`` on and has its line in row ``floor``.
    ``empty`` says of every period whether it has nothing to show. Where not all have
    room, those around ``cursor`` are in sight.
    """

    def __init__(
        self,
        plot: Plot,
        left: int,
        floor: int,
        periods: Periods,
        empty: Sequence[bool],
        cursor: int,
    ) -> None:
        self._grid, self._signs = plot.grid, plot.signs
        self._left, self._floor = left, floor
        self._firsts = [period.first for period in periods]
        self._columns = Columns(
            empty, plot.grid.width - left, cursor, days=days_of(periods)
        )
        self.page, self.bar = self._columns.page, self._columns.bar
        self._draw()

    def column(self, place: int) -> int:
        """The first cell of a bar."""
        return self._left + self._columns.x(place)

    def middle(self, place: int) -> int:
        """The cell in the middle of a bar."""
        return self.column(place) + self.bar // 2

    def pointer(self, place: int) -> Mark:
        """What points at a bar from below."""
        sign = self._signs.under * self.bar
        return Mark(self.column(place), self._floor, sign, "cursor")

    def draw_folds(self, rows: range) -> None:
        """Draw the folds over what runs across."""
        folds = [fold._replace(x=self._left + fold.x) for fold in self._columns.folds]
        put_folds(self._grid, folds, rows, self._signs)

    def _draw(self) -> None:
        page, grid, firsts = self.page, self._grid, self._firsts
        most = max(1, int(len(page) * self._columns.pitch) // DATE_ROOM)
        ticks = []
        for day, label in date_ticks(firsts[page[0]], firsts[page[-1]], most):
            place = max(bisect_right(firsts, day) - 1, page.start)
            if not self._columns.is_folded(place):
                ticks.append((self.middle(place), label))
        put_date_axis(grid, self._left - 1, self._floor, ticks, self._signs)
        if page.start:
            grid.put(self._left - 1, self._floor, self._signs.earlier, "cursor")
        if page.stop < len(firsts):
            grid.put(grid.width - 1, self._floor, self._signs.later, "cursor")
