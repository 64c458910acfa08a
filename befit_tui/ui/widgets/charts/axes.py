"""The axes of a chart, put on its grid; long times without a value are folded."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from rich.cells import cell_len

from befit_tui.domain import signs
from befit_tui.domain.wording import span_words
from befit_tui.logbook.trends.periods import Periods, days_of
from befit_tui.ui.widgets.charts.grid import Grid, Mark
from befit_tui.ui.widgets.charts.scale import Scale, date_ticks, moment, page

FOLD = 13
"""Cells of a fold: its edges, ``14 months``, and a blank on either side."""
WIDEST = 9
"""Cells from a bar to the next at most."""
LEAST_DAYS = 42
"""A shorter time without a value is never folded (product constant)."""
LEAST_SHARE = 0.2
"""Nor one that takes less of the axis than this (product constant)."""
DATE_ROOM = 9
"""Cells to give a date label: ``Jan 2026`` and a space."""


class Fold(NamedTuple):
    """A gap as it is drawn: its first cell, a line a row in it."""

    x: int
    words: tuple[str, ...]


def put_folds(
    grid: Grid, left: int, folds: Iterable[Fold], rows: range, words: range
) -> None:
    """Two edges, and between them what the gap is, in the middle of some rows."""
    middle = words[len(words) // 2 :]
    for fold in folds:
        x = left + fold.x
        for row in rows:
            grid.put(x, row, f"┊{' ' * (FOLD - 2)}┊", "rule")
        grid.put(x, rows.stop, "╌" * FOLD, "axis")
        for row, word in zip(middle, fold.words, strict=False):
            shift = (FOLD - cell_len(word)) // 2
            grid.put(x + shift, row, word if cell_len(word) < FOLD else "", "label")


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
        # Only before the first gap and after the last one there may be no value.
        held = [any(a <= value <= b for value in values) for a, b in every]
        room = cells - len(gaps) * FOLD - sum(held)
        shown = sum(last - first for first, last in every)
        self.folds: list[Fold] = []
        self.stretches: list[Stretch] = []
        x, passed = 0, 0.0
        for place, (first, last) in enumerate(every):
            passed += last - first
            if held[place]:
                done = len(self.stretches) + 1 + place * FOLD
                share = passed / shown if shown else (place + 1) / len(every)
                stop = done + round(share * room)
                self.stretches.append(Stretch(first, last, x, stop))
                x = stop
            if place < len(gaps):
                long = span_words(round(gaps[place][1] - gaps[place][0]))
                self.folds.append(Fold(x, (long, "nothing")))
                x += FOLD

    def __call__(self, at: float) -> int:
        """The dot of a moment; one in a fold stands at the edge before it."""
        place = bisect_right(self.stretches, at, key=lambda one: one.first)
        here = self.stretches[max(place - 1, 0)]
        start, stop = here.start * self._across, here.stop * self._across
        return Scale(here.first, here.last, start, stop - 1)(at)


def _gaps(
    start: float, end: float, values: Sequence[float]
) -> list[tuple[float, float]]:
    """The times without a value that are worth a fold, oldest first."""
    return [
        (first, last)
        for first, last in pairwise([start, *values, end])
        if last - first >= max(LEAST_DAYS, LEAST_SHARE * (end - start))
    ]


def put_value_axis(
    grid: Grid, x: int, rows: range, ticks: Iterable[tuple[int, str]]
) -> None:
    """A side line in column ``x``, with a label at every tick's row.

    No rules run across: the cursor reads values, and a rule that a line crosses costs
    a terminal more than the line.
    """
    for row in rows:
        grid.put(x, row, "│", "axis")
    for row, label in ticks:
        grid.put(x - len(label) - 1, row, label, "label")
        grid.put(x, row, "┤", "axis")


def put_date_axis(grid: Grid, x: int, y: int, ticks: Iterable[tuple[int, str]]) -> None:
    """A floor line in row ``y``, with labels below it where they do not collide."""
    grid.put(x, y, "└" + "─" * (grid.width - x - 1), "axis")
    free = 0
    for column, label in ticks:
        start = max(min(column - 1, grid.width - len(label)), 0)
        if start >= free:
            grid.put(column, y, "┬", "axis")
            grid.put(start, y + 1, label, "label")
            free = start + len(label) + 1


class WeekAxis:
    """Bars of one width over a line of dates: a bar a period, long empty runs folded.

    It takes the columns of a grid from ``left`` on and has its line in row ``floor``.
    ``empty`` says of every period whether it has nothing to show. Where not all have
    room, the ``page`` of those around ``cursor`` is in sight.
    """

    def __init__(
        self,
        grid: Grid,
        left: int,
        floor: int,
        periods: Periods,
        empty: Sequence[bool],
        cursor: int,
    ) -> None:
        self._grid, self._left, self._floor = grid, left, floor
        room = grid.width - left
        self.page = page(len(empty), cursor, room)
        self._pitch = _pitch(room, len(self.page))
        is_whole = len(self.page) == len(empty)
        runs = self._runs(empty, days_of(periods)) if is_whole else []
        shown, left_over = len(empty) - sum(map(len, runs)), room - len(runs) * FOLD
        if shown and left_over >= shown:
            self._pitch = _pitch(left_over, shown)
        else:
            runs = []
        self._x: dict[int, float] = {}
        self._folds: dict[Fold, range] = {}
        self._place({run.start: run for run in runs})
        self._draw([period.first for period in periods])

    @property
    def bar(self) -> int:
        """Cells across a bar: a gap is left where there is room for one."""
        return max(int(self._pitch) - 1, 1)

    def column(self, place: int) -> int:
        """The first cell of a bar; one in a fold stands in the middle of it."""
        return self._left + int(self._x[place])

    def middle(self, place: int) -> int:
        """The cell in the middle of a bar."""
        return self.column(place) + self.bar // 2

    def pointer(self, place: int) -> Mark:
        """What points at a bar from below."""
        return Mark(self.column(place), self._floor, signs.UNDER * self.bar, "cursor")

    def draw_folds(self, rows: range, words: range | None = None) -> None:
        """Draw the folds over what runs across; what they say stands in ``words``."""
        put_folds(self._grid, self._left, self._folds, rows, words or rows)

    def _runs(self, empty: Sequence[bool], days: float) -> list[range]:
        """The runs of empty bars, each so many days, that a fold makes shorter."""
        found = []
        for is_empty, places in groupby(range(len(empty)), key=lambda at: empty[at]):
            every = tuple(places)
            long = len(every) * days >= LEAST_DAYS
            wide = len(every) * self._pitch > FOLD + 2
            if is_empty and long and wide and len(every) > LEAST_SHARE * len(empty):
                found.append(range(every[0], every[-1] + 1))
        return found

    def _place(self, runs: dict[int, range]) -> None:
        x, index = 0.0, self.page.start
        while index < self.page.stop:
            if (run := runs.get(index)) is None:
                self._x[index] = x
                x, index = x + self._pitch, index + 1
                continue
            # Bars tell in which weeks or months a gap ends, not on which day.
            self._folds[Fold(int(x), ("nothing",))] = run
            self._x |= dict.fromkeys(run, x + (FOLD - self.bar) // 2)
            x, index = x + FOLD, run.stop

    def _draw(self, firsts: Sequence[date]) -> None:
        page, grid = self.page, self._grid
        most = max(1, int(len(page) * self._pitch) // DATE_ROOM)
        ticks = []
        for day, label in date_ticks(firsts[page[0]], firsts[page[-1]], most):
            place = max(bisect_right(firsts, day) - 1, page.start)
            if not any(place in run for run in self._folds.values()):
                ticks.append((self.middle(place), label))
        put_date_axis(grid, self._left - 1, self._floor, ticks)
        if page.start:
            grid.put(self._left - 1, self._floor, "‹", "cursor")
        if page.stop < len(firsts):
            grid.put(grid.width - 1, self._floor, "›", "cursor")


def _pitch(room: int, bars: int) -> float:
    """Cells from a bar to the next; a part of one where it cannot be seen."""
    pitch = min(WIDEST, room / bars)
    return pitch if pitch >= 3 else int(pitch)
