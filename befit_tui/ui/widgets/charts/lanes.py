"""Lane chart: several lines of weeks above one date axis, with one cursor."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from textual.reactive import reactive

from befit_tui.domain.value import Value
from befit_tui.logbook.trends.periods import Periods
from befit_tui.ui.widgets.charts.axes import WeekAxis
from befit_tui.ui.widgets.charts.chart import Chart, Plot
from befit_tui.ui.widgets.charts.grid import DOT_GRIDS, RISING, Mark, Raster, fitting
from befit_tui.ui.widgets.charts.scale import Scale

_OPEN = "alert"
"""Names the signs: they are of alerts that were open."""
_SHADED = "━━ deload"
_TITLED = 3
"""Rows from which a lane has its name above it."""


class Lane(Value, frozen=True):
    """One measure: a value a week or None.

    ``short`` names it where ``word`` has no line. ``form`` writes a value,
    ``axis_form`` one at the axis, as in ``{:.0f}``.

    With a ``usual`` value it is a line around that, else bars from zero. ``least`` is
    the smallest distance from the usual, or from zero, that the lane has room for.
    """

    word: str
    short: str
    values: tuple[float | None, ...]
    form: str = "{:.0f}"
    axis_form: str = "{:.0f}"
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


class Lanes(Value, frozen=True):
    """Lanes over the same weeks, or longer periods, oldest first.

    ``signs`` are put below a week; ``words`` say what is known of it.
    """

    periods: Periods = ()
    lanes: tuple[Lane, ...] = ()
    shaded: tuple[bool, ...] = ()
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def stops(self) -> list[date]:
        """The first day of every period."""
        return [period.first for period in self.periods]

    @property
    def start(self) -> int:
        """The place of the latest that has something to show."""
        done = [place for place, empty in enumerate(self.empty) if not empty]
        return done[-1] if done else len(self.periods) - 1

    @property
    def empty(self) -> list[bool]:
        """Which of the periods have nothing to show."""
        return [
            not any(lane.values[place] for lane in self.lanes)
            for place in range(len(self.periods))
        ]


class LanesPlot(Plot):
    """Lanes in at least 20 x 5 cells; the first ones where not all have room.

    From the top: the reading, the lanes, the signs, the date axis, its labels. Where
    all weeks have no room, the ones around ``cursor`` are shown.
    """

    data: Lanes

    def _fill(self, cursor: int) -> None:
        data = self.data
        height = self.grid.height
        self._has_signs = any(data.signs) and height >= 8
        floor = height - 2 - self._has_signs
        self._floor = height - 2
        self._tall = max((floor - 1) // len(data.lanes), 2)
        self._lanes = data.lanes[: (floor - 1) // self._tall]
        labels = [self._labels(lane) for lane in self._lanes]
        widest = max(cell_len(text) for pair in labels for text in pair) + 2
        named = cell_len(_OPEN) + 1 if self._has_signs else 0
        self._left = max(widest, named)
        self._axis = WeekAxis(
            self.grid, self._left, self._floor, data.periods, data.empty, cursor
        )
        for place, lane in enumerate(self._lanes):
            self._draw_lane(self._rows(place), lane)
        self._axis.draw_folds(range(1, self._floor), self._rows(0))
        self._draw_shades(range(1, floor))
        self._draw_signs()

    def _rows(self, place: int) -> range:
        """The rows of a lane below its name."""
        top = 1 + place * self._tall
        return range(top + (self._tall >= _TITLED), top + self._tall)

    def _labels(self, lane: Lane) -> tuple[str, str]:
        low, high = lane.ends
        middle = low if lane.usual is None else lane.usual
        # Zero has no sign.
        written = lane.axis_form.format
        return written(high), written(middle) if middle else "0"

    def _draw_lane(self, rows: range, lane: Lane) -> None:
        high, middle = self._labels(lane)
        line = lane.usual is not None
        middle_row = rows[len(rows) // 2] if line else rows[-1]
        for row in rows:
            self.grid.put(self._left - 1, row, "│", "axis")
        if line:
            rule = "┈" * (self.grid.width - self._left)
            self.grid.put(self._left, middle_row, rule, "rule")
        self.grid.put(
            self._left - 2 - cell_len(middle) + 1, middle_row, middle, "label"
        )
        if len(rows) > 1:
            self.grid.put(self._left - 1 - cell_len(high), rows[0], high, "label")
        (self._draw_line if line else self._draw_bars)(rows, lane)
        if self._tall >= _TITLED:
            self.grid.put(self._left, rows[0] - 1, lane.word, "label")
        else:
            self._name_short(rows[0], lane.short)

    def _name_short(self, y: int, word: str) -> None:
        """Name a lane in a row of it, as far right as nothing stands there."""
        row = "".join(cell.glyph or " " for cell in self.grid.cells(y))
        blank = " " * (cell_len(word) + 2)
        free = row.rfind(blank, self._left)
        if free < 0:  # nothing is free: the beginning is the longest ago
            free = self._left - 1
        self.grid.put(free + 1, y, word, "label")

    def _draw_bars(self, rows: range, lane: Lane) -> None:
        scale = Scale(*lane.ends, 0, len(rows) * 8)
        for place in self._axis.page:
            x, eighths = self._axis.column(place), scale(lane.values[place] or 0)
            for row in reversed(rows):
                part = min(eighths, 8)
                glyph = RISING[part].strip() * self._axis.bar
                self.grid.put(x, row, glyph, "bar")
                eighths = max(eighths - 8, 0)

    def _draw_line(self, rows: range, lane: Lane) -> None:
        cell = DOT_GRIDS[self.look.glyph_set]
        raster = Raster(self.grid.width - self._left, len(rows), cell)
        scale = Scale(*lane.ends, len(rows) * cell.down - 1, 0)
        dots: list[tuple[int, int] | None] = []
        for place in self._axis.page:
            value = lane.values[place]
            column = self._axis.middle(place) - self._left
            dots.append(None if value is None else (column * cell.across, scale(value)))
        for before, dot in pairwise((None, *dots)):
            if dot:
                raster.stroke(before or dot, dot, min(2, cell.down))
        for column, row, glyph in raster.glyphs():
            self.grid.put(self._left + column, rows.start + row, glyph, "line")

    def _draw_shades(self, rows: range) -> None:
        for place in self._axis.page:
            if self.data.shaded[place]:
                x = self._axis.column(place)
                self.grid.tint(range(x, x + self._axis.bar), rows, "span")
                edge = "━" * self._axis.bar
                self.grid.put(x, self._floor, edge, "span-edge")
        if self._names_shades:
            self.grid.put(self.grid.width - len(_SHADED), 0, _SHADED, "label")

    @property
    def _names_shades(self) -> bool:
        """Whether shades are in sight, and what the top line says stands below too."""
        seen = any(self.data.shaded[place] for place in self._axis.page)
        return seen and self._tall >= _TITLED

    def _draw_signs(self) -> None:
        if not self._has_signs:
            return
        self.grid.put(0, self._floor - 1, _OPEN, "label")
        for place in self._axis.page:
            sign = self.data.signs[place]
            x = self._axis.middle(place)
            self.grid.put(x, self._floor - 1, sign, "alert")

    def holds(self, index: int) -> bool:
        """Whether a week is in sight."""
        return index in self._axis.page

    def marks(self, index: int) -> list[Mark]:
        """The week at the top, the value of each lane beside its name, a pointer."""
        period, words = self.data.periods[index], self.data.words[index]
        names = (period.words, period.short)
        readings = (*(f"{name}  {words}" for name in names), *names)
        taken = len(_SHADED) + 2 if self._names_shades else 0
        reading = fitting(readings, self.grid.width - taken)
        return [
            Mark(0, 0, reading, "cursor"),
            *self._values(index),
            self._axis.pointer(index),
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


class LaneChart(Chart):
    """What was measured week by week, each in a lane of its own, to be compared."""

    PLOT = LanesPlot

    ROLES: ClassVar[Mapping[str, str]] = {
        **Chart.ROLES,
        "bar": "$primary 65%",
        "alert": "bold $text-warning",
    }

    data: reactive[Lanes] = reactive(Lanes(), repaint=False)
