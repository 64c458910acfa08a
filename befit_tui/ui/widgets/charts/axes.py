"""The axes of a chart, put on its grid; long times without a value are folded."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from rich.cells import cell_len

from befit_tui.domain.wording import span_words
from befit_tui.logbook.trends.periods import Periods, days_of
from befit_tui.ui.widgets.charts.grid import Grid, Mark
from befit_tui.ui.widgets.charts.plot import Plot, Signs
from befit_tui.ui.widgets.charts.scale import Scale, date_ticks, moment, page

FOLD = 13
"""Cells of a fold: its edges, ``14 months``, and a blank on either side."""
WIDEST = 9
"""Cells from a bar to the next at most."""
LEAST_DAYS = 42
"""A shorter time without a value is never folded (product constant)."""
LEAST_SHARE = 0.2
"""Nor one that takes less of the axis than this (product constant)."""


class Fold(NamedTuple):
    """A gap as it is drawn: its first cell, how many it takes, a line a row in it."""

    x: int
    cells: int
    words: tuple[str, ...]


def put_folds(
    grid: Grid, folds: Iterable[Fold], rows: range, signs: Signs, words: range
) -> None:
    """Two edges, and between them what the gap is, in the middle of some rows."""
    for fold in folds:
        for row in rows:
            line = f"{signs.edge}{' ' * (fold.cells - 2)}{signs.edge}"
            grid.put(fold.x, row, line, "rule")
        grid.put(fold.x, rows.stop, signs.bound * fold.cells, "axis")
        for row, word in zip(_middle(words), fold.words, strict=False):
            x = fold.x + (fold.cells - cell_len(word)) // 2
            grid.put(x, row, word if cell_len(word) < fold.cells else "", "label")


def _middle(rows: range) -> range:
    return range(rows[len(rows) // 2], rows.stop)


class Stretch(NamedTuple):
    """Days that are drawn: their moments, and the cells from which to which they go."""

    first: float
    last: float
    start: int
    stop: int


class Days:
    """An axis of days over ``cells``, on which long gaps are folded.

    ``values`` are the moments that have a value, oldest first; a cell has ``across``
    dots.
    """

    def __init__(
        self, ends: tuple[date, date], values: Sequence[float], cells: int, across: int
    ) -> None:
        start, end = map(moment, ends)
        # A time of the last day still lies on the axis.
        end = max(end, values[-1])
        self._across = across
        gaps = _gaps(start, end, values)
        if cells < (len(gaps) + 1) * 2 * FOLD:
            gaps = []
        edges = [start, *(edge for gap in gaps for edge in gap), end]
        every = list(zip(edges[::2], edges[1::2], strict=True))
        held = [any(a <= value <= b for value in values) for a, b in every]
        room = cells - len(gaps) * FOLD - sum(held)
        shown = sum(last - first for first, last in every)
        self.folds: list[Fold] = []
        self.stretches: list[Stretch] = []
        x, passed = 0, 0.0
        for place, (first, last) in enumerate(every):
            passed += last - first
            if held[place]:
                done = sum(held[: place + 1]) + place * FOLD
                share = passed / shown if shown else (place + 1) / len(every)
                stop = done + round(share * room)
                self.stretches.append(Stretch(first, last, x, stop))
                x = stop
            if place < len(gaps):
                long = span_words(round(gaps[place][1] - gaps[place][0]))
                self.folds.append(Fold(x, FOLD, (long, "nothing")))
                x += FOLD

    def __call__(self, at: float) -> int:
        """The dot of a moment; one in a fold stands at the edge before it."""
        here = self.stretches[0]
        for one in self.stretches:
            if one.first <= at:
                here = one
        return self._scale(here)(at)

    def _scale(self, one: Stretch) -> Scale:
        start, stop = one.start * self._across, one.stop * self._across
        return Scale(one.first, one.last, start, stop - 1)


def _gaps(
    start: float, end: float, values: Sequence[float]
) -> list[tuple[float, float]]:
    """The times without a value that are worth a fold, oldest first."""
    return [
        (first, last)
        for first, last in pairwise([start, *values, end])
        if last - first >= max(LEAST_DAYS, LEAST_SHARE * (end - start))
    ]


class Columns:
    """Bars beside each other, all as wide, on which long runs of empty ones are folded.

    ``empty`` says of every bar whether it has nothing to show; ``days`` how long one
    lasts. Where all bars have no room, the page with the one at ``cursor`` is shown.
    """

    def __init__(
        self,
        empty: Sequence[bool],
        room: int,
        cursor: int,
        *,
        days: float = 7,
    ) -> None:
        self.page = page(len(empty), cursor, room)
        self.pitch = _pitch(room, len(self.page))
        self.folds: list[Fold] = []
        runs = self._runs(empty, days) if len(self.page) == len(empty) else []
        shown = len(empty) - sum(len(run) for run in runs)
        if runs and shown and room - len(runs) * FOLD >= shown:
            self.pitch = _pitch(room - len(runs) * FOLD, shown)
        else:
            runs = []
        self._x: dict[int, float] = {}
        self._folded = {index for run in runs for index in run}
        self._place(runs)

    def x(self, index: int) -> int:
        """The first cell of a bar; one in a fold stands in the middle of it."""
        return int(self._x[index])

    def is_folded(self, index: int) -> bool:
        """Whether a bar lies in a fold."""
        return index in self._folded

    @property
    def bar(self) -> int:
        """Cells across a bar: a gap is left where there is room for one."""
        return max(int(self.pitch) - 1, 1)

    def _runs(self, empty: Sequence[bool], days: float) -> list[range]:
        """The runs of empty bars that a fold makes shorter."""
        found = []
        for is_empty, places in groupby(range(len(empty)), key=lambda at: empty[at]):
            every = tuple(places)
            run = range(every[0], every[-1] + 1)
            long = len(run) * days >= LEAST_DAYS
            wide = len(run) * self.pitch > FOLD + 2
            if is_empty and long and wide and len(run) > LEAST_SHARE * len(empty):
                found.append(run)
        return found

    def _place(self, runs: Sequence[range]) -> None:
        starts = {run.start: run for run in runs}
        x, index = 0.0, self.page.start
        while index < self.page.stop:
            run = starts.get(index)
            if run is None:
                self._x[index] = x
                x, index = x + self.pitch, index + 1
                continue
            # Bars tell in which weeks or months a gap ends, not on which day.
            self.folds.append(Fold(int(x), FOLD, ("nothing",)))
            middle = x + (FOLD - self.bar) // 2
            self._x |= dict.fromkeys(run, middle)
            x, index = x + FOLD, run.stop


def _pitch(room: int, bars: int) -> float:
    """Cells from a bar to the next; a part of one where it cannot be seen."""
    pitch = min(WIDEST, room / bars)
    return pitch if pitch >= 3 else int(pitch)


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

    def draw_folds(self, rows: range, words: range | None = None) -> None:
        """Draw the folds over what runs across; what they say stands in ``words``."""
        folds = [fold._replace(x=self._left + fold.x) for fold in self._columns.folds]
        put_folds(self._grid, folds, rows, self._signs, words or rows)

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
