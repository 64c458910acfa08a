"""Long times without a value, folded: a gap is shown as one, not as half a chart."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from rich.cells import cell_len

from befit_tui.logbook.trends.span import long_time
from befit_tui.ui.widgets.charts.grid import Grid
from befit_tui.ui.widgets.charts.scale import Scale, moment, page
from befit_tui.ui.widgets.charts.signs import Signs

FOLD = 11
"""Cells of a fold: ``11 months`` and a cell on either side."""
LEAST_DAYS = 42
"""A shorter time without a value is never folded (product constant)."""
LEAST_SHARE = 0.2
"""Nor one that takes less of the axis than this (product constant)."""


class Fold(NamedTuple):
    """A gap as it is drawn: its first cell, how many it takes, a line a row in it."""

    x: int
    cells: int
    words: tuple[str, ...]


def put_folds(grid: Grid, folds: Iterable[Fold], rows: range, signs: Signs) -> None:
    """Two edges, and between them what the gap is, in words."""
    for fold in folds:
        for row in rows:
            line = f"{signs.edge}{' ' * (fold.cells - 2)}{signs.edge}"
            grid.put(fold.x, row, line, "rule")
        grid.put(fold.x, rows.stop, signs.bound * fold.cells, "axis")
        for row, word in zip(_middle(rows), fold.words, strict=False):
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
                long = long_time(round(gaps[place][1] - gaps[place][0]))
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
        widest: int = 9,
    ) -> None:
        self.page = page(len(empty), cursor, room)
        self.pitch = _pitch(room, len(self.page), widest)
        self.folds: list[Fold] = []
        runs = self._runs(empty, days) if len(self.page) == len(empty) else []
        shown = len(empty) - sum(len(run) for run in runs)
        if runs and shown and room - len(runs) * FOLD >= shown:
            self.pitch = _pitch(room - len(runs) * FOLD, shown, widest)
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


def _pitch(room: int, bars: int, widest: int) -> float:
    """Cells from a bar to the next; a part of one where it cannot be seen."""
    pitch = min(widest, room / bars)
    return pitch if pitch >= 3 else int(pitch)
