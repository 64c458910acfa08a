"""The drawing of lanes: bars or a line a week, all above the same weeks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rich.cells import cell_len

from befit_tui.domain.wording import day_words, short_day_words
from befit_tui.ui.widgets.charts.axes import DATE_ROOM, put_date_axis
from befit_tui.ui.widgets.charts.folds import Columns, put_folds
from befit_tui.ui.widgets.charts.grid import Grid, Mark, fitting
from befit_tui.ui.widgets.charts.raster import DOT_GRIDS, GlyphSet, Raster
from befit_tui.ui.widgets.charts.scale import Scale, date_ticks
from befit_tui.ui.widgets.charts.signs import SIGNS

_RISING = " ▁▂▃▄▅▆▇█"
_TITLED = 3
"""Rows from which a lane has its name above it."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One measure: a value a week or None.

    ``short`` names it where ``word`` has no line. ``form`` writes a value, ``scale``
    one at the axis, as in ``{:.0f}``.

    With a ``usual`` value it is a line around that, else bars from zero. ``least`` is
    the smallest distance from the usual, or from zero, that the lane has room for.
    """

    word: str
    short: str
    values: tuple[float | None, ...]
    form: str = "{:.0f}"
    scale: str = "{:.0f}"
    usual: float | None = None
    least: float = 1.0

    @property
    def is_known(self) -> bool:
        """Whether any week has a value."""
        return any(value is not None for value in self.values)

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value that is drawn."""
        known = [value for value in self.values if value is not None]
        if self.usual is None:
            return 0.0, max([self.least, *known])
        reach = max([self.least, *(abs(value - self.usual) for value in known)])
        return self.usual - reach, self.usual + reach

    def said(self, place: int) -> str:
        """The value of a week, or a dash."""
        value = self.values[place]
        return "–" if value is None else self.form.format(value)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes over the same weeks, oldest first; ``signs`` are put below a week."""

    mondays: tuple[date, ...] = ()
    lanes: tuple[Lane, ...] = ()
    shaded: tuple[bool, ...] = ()
    signs: tuple[str, ...] = ()
    signs_word: str = ""
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """What each is called, where they are no weeks."""
    days: float = 7

    @property
    def empty(self) -> tuple[bool, ...]:
        """Which of the weeks have nothing to show."""
        return tuple(
            not any(lane.values[place] for lane in self.lanes)
            for place in range(len(self.mondays))
        )


class LanesPlot:
    """Lanes in at least 20 x 5 cells; the first ones where not all have room.

    From the top: the reading, the lanes, the signs, the date axis, its labels. Where
    all weeks have no room, the ones around ``cursor`` are shown.
    """

    def __init__(
        self, data: Lanes, width: int, height: int, cursor: int, glyph_set: GlyphSet
    ) -> None:
        self.data = data
        self.grid = Grid(width, height)
        self._glyph_set = glyph_set
        self._signs = SIGNS[glyph_set]
        self._has_signs = any(data.signs) and height >= 8
        floor = height - 2 - self._has_signs
        self._floor = height - 2
        self._tall = max((floor - 1) // max(len(data.lanes), 1), 1)
        if self._tall < 2:
            self._tall = min(2, floor - 1)
        self._lanes = data.lanes[: (floor - 1) // self._tall]
        labels = [self._ends(lane) for lane in self._lanes]
        widest = max(cell_len(text) for pair in labels for text in pair) + 2
        named = cell_len(data.signs_word) + 1 if self._has_signs else 0
        self._left = max(widest, named)
        self._columns = Columns(data.empty, width - self._left, cursor, days=data.days)
        self._page = self._columns.page
        self._draw_axis()
        for place, lane in enumerate(self._lanes):
            self._draw_lane(self._rows(place), lane)
        folds = [fold._replace(x=self._left + fold.x) for fold in self._columns.folds]
        put_folds(self.grid, folds, range(1, self._floor), self._signs)
        self._draw_shades(range(1, floor))
        self._draw_signs()

    @property
    def _bar(self) -> int:
        return self._columns.bar

    def _rows(self, place: int) -> range:
        """The rows of a lane below its name."""
        top = 1 + place * self._tall
        return range(top + (self._tall >= _TITLED), top + self._tall)

    def _ends(self, lane: Lane) -> tuple[str, str]:
        low, high = lane.ends
        middle = low if lane.usual is None else lane.usual
        return lane.scale.format(high), lane.scale.format(middle)

    def _column(self, place: int) -> int:
        return self._left + self._columns.x(place)

    def _draw_axis(self) -> None:
        mondays = self.data.mondays[self._page.start : self._page.stop]
        most = max(1, int(len(mondays) * self._columns.pitch) // DATE_ROOM)
        ticks = []
        for day, label in date_ticks(mondays[0], mondays[-1], most):
            place = self._page.start + max(bisect_right(mondays, day) - 1, 0)
            if self._columns.is_folded(place):
                continue
            ticks.append((self._column(place) + self._bar // 2, label))
        put_date_axis(self.grid, self._left - 1, self._floor, ticks, self._signs)
        if self._page.start:
            self.grid.put(self._left - 1, self._floor, self._signs.earlier, "cursor")
        if self._page.stop < len(self.data.mondays):
            end = self.grid.width - 1
            self.grid.put(end, self._floor, self._signs.later, "cursor")

    def _draw_lane(self, rows: range, lane: Lane) -> None:
        high, middle = self._ends(lane)
        line = lane.usual is not None
        low_row = rows[len(rows) // 2] if line else rows[-1]
        for row in rows:
            self.grid.put(self._left - 1, row, self._signs.side, "axis")
        if line:
            rule = self._signs.rule * (self.grid.width - self._left)
            self.grid.put(self._left, low_row, rule, "rule")
        self.grid.put(self._left - 2 - cell_len(middle) + 1, low_row, middle, "label")
        if len(rows) > 1:
            self.grid.put(self._left - 1 - cell_len(high), rows[0], high, "label")
        (self._draw_line if line else self._draw_bars)(rows, lane)
        if self._tall >= _TITLED:
            self.grid.put(self._left, rows[0] - 1, lane.word, "label")
        else:
            x = self.grid.width - cell_len(lane.short)
            self.grid.put(max(x, self._left), rows[0], lane.short, "label")

    def _draw_bars(self, rows: range, lane: Lane) -> None:
        scale = Scale(*lane.ends, 0, len(rows) * 8)
        for place in self._page:
            eighths = scale(lane.values[place] or 0)
            for row in reversed(rows):
                part = min(eighths, 8)
                if self._glyph_set is GlyphSet.ASCII:
                    glyph = self._signs.full if part >= 4 else ""
                else:
                    glyph = _RISING[part].strip()
                self.grid.put(self._column(place), row, glyph * self._bar, "bar")
                eighths = max(eighths - 8, 0)

    def _draw_line(self, rows: range, lane: Lane) -> None:
        cell = DOT_GRIDS[self._glyph_set]
        raster = Raster(self.grid.width - self._left, len(rows), cell)
        scale = Scale(*lane.ends, len(rows) * cell.down - 1, 0)
        dots: list[tuple[int, int] | None] = []
        for place in self._page:
            value = lane.values[place]
            column = self._column(place) - self._left + self._bar // 2
            dots.append(None if value is None else (column * cell.across, scale(value)))
        for before, dot in pairwise((None, *dots)):
            if dot:
                raster.stroke(before or dot, dot, min(2, cell.down))
        for column, row, glyph in raster.glyphs():
            self.grid.put(self._left + column, rows.start + row, glyph, "line")

    def _draw_shades(self, rows: range) -> None:
        for place in self._page:
            if self.data.shaded[place]:
                x = self._column(place)
                self.grid.tint(range(x, x + self._bar), rows, "span")
                edge = self._signs.span * self._bar
                self.grid.put(x, self._floor, edge, "span-edge")

    def _draw_signs(self) -> None:
        if not self._has_signs:
            return
        self.grid.put(0, self._floor - 1, self.data.signs_word, "label")
        for place in self._page:
            sign = self.data.signs[place]
            x = self._column(place) + self._bar // 2
            self.grid.put(x, self._floor - 1, sign, "alert")

    def holds(self, index: int) -> bool:
        """Whether a week is in sight."""
        return index in self._page

    def readings(self, index: int) -> list[str]:
        """What is known of a week, the fullest wording first."""
        day = self.data.mondays[index]
        words = self.data.words[index]
        name = self.data.names[index] if self.data.names else ""
        return [
            f"{name or f'Week of {day_words(day)}'}  {words}",
            f"{name or short_day_words(day)}  {words}",
            name or f"Week of {day_words(day)}",
            name or short_day_words(day),
        ]

    def marks(self, index: int) -> list[Mark]:
        """The week at the top, the value of each lane beside its name, a pointer."""
        reading = fitting(self.readings(index), self.grid.width)
        pointer = self._signs.under * self._bar
        return [
            Mark(0, 0, reading, "cursor"),
            *self._values(index),
            Mark(self._column(index), self._floor, pointer, "cursor"),
        ]

    def _values(self, index: int) -> Sequence[Mark]:
        if self._tall < _TITLED:
            return []
        return [
            Mark(
                self._left + cell_len(lane.word) + 2,
                self._rows(place)[0] - 1,
                # As wide as it may get, so that a shorter value leaves nothing behind.
                f"{lane.said(index):<8}",
                "strong",
            )
            for place, lane in enumerate(self._lanes)
        ]
