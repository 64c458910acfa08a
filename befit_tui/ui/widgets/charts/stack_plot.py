"""The drawing of weeks as stacked bars."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from befit_tui.domain.load import number
from befit_tui.domain.wording import day_words, short_day_words
from befit_tui.ui.widgets.charts.axes import DATE_ROOM, put_date_axis, put_value_axis
from befit_tui.ui.widgets.charts.folds import Columns, put_folds
from befit_tui.ui.widgets.charts.grid import Cell, Grid, Mark, fitting
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.scale import date_ticks, floor_axis
from befit_tui.ui.widgets.charts.signs import SIGNS
from befit_tui.ui.widgets.charts.weeks import Week, Weeks

_RISING = " ▁▂▃▄▅▆▇█"


class _Legend(NamedTuple):
    words: bool
    counted: bool
    gap: int


_LEGENDS = (
    _Legend(words=True, counted=True, gap=3),
    _Legend(words=True, counted=True, gap=1),
    _Legend(words=True, counted=False, gap=1),
    _Legend(words=False, counted=True, gap=1),
    _Legend(words=False, counted=False, gap=1),
)


class StackPlot:
    """Stacked bars in at least 20 x 5 cells, one a week.

    From the top: the reading, the legend with the counts of that week, the bars, the
    date axis, its labels. Where all weeks have no room, the ones around ``cursor``
    are shown. ``look`` is the glyph set and whether there is colour: without it, and
    always in ASCII, every part has a filling of its own.
    """

    def __init__(
        self,
        data: Weeks,
        width: int,
        height: int,
        cursor: int,
        look: tuple[GlyphSet, bool],
    ) -> None:
        glyph_set, coloured = look
        self.data = data
        self.grid = Grid(width, height)
        self._signs = SIGNS[glyph_set]
        self._coloured = coloured
        self._letters = glyph_set == GlyphSet.ASCII
        self._rows = range(2, height - 2)
        totals = [sum(week.counts) for week in data.weeks]
        most = max([1, *totals, *(data.band or ())])
        self._left = len(str(round(most))) + 2
        numbers = [_said(count) for week in data.weeks for count in week.counts]
        self._digits = max(map(len, numbers)) + 1
        self._columns = Columns(
            [not total for total in totals],
            width - self._left,
            cursor,
            days=data.days,
        )
        self._page = self._columns.page
        self._shown = data.weeks[self._page.start : self._page.stop]
        self._step, self._apart = floor_axis(most, len(self._rows))
        self._scale = 8 * self._apart / self._step
        self._draw_axes()
        for place, week in zip(self._page, self._shown, strict=True):
            self._draw_bar(self._left + self._columns.x(place), week)
        folds = [fold._replace(x=self._left + fold.x) for fold in self._columns.folds]
        put_folds(self.grid, folds, self._rows, self._signs)

    def _draw_axes(self) -> None:
        ticks = [
            (self._rows.stop - place * self._apart, f"{place * self._step:.0f}")
            for place in range(1, len(self._rows) // self._apart + 1)
        ]
        axis = self._left - 1
        put_value_axis(self.grid, axis, self._rows, ticks, self._signs)
        for bound in self.data.band or ():
            row = self._rows.stop - max(round(bound * self._scale / 8), 1)
            line = self._signs.bound * (self.grid.width - self._left)
            self.grid.put(self._left, row, line, "bound")
        first, last = self._shown[0].first, self._shown[-1].first
        most_dates = max(1, int(len(self._shown) * self._columns.pitch) // DATE_ROOM)
        days = [
            (self._column_of(place), label)
            for day, label in date_ticks(first, last, most_dates)
            if not self._columns.is_folded(place := self._place_of(day))
        ]
        put_date_axis(self.grid, axis, self._rows.stop, days, self._signs)
        if self._page.start:
            self.grid.put(axis, self._rows.stop, self._signs.earlier, "cursor")
        if self._page.stop < len(self.data.weeks):
            end = self.grid.width - 1
            self.grid.put(end, self._rows.stop, self._signs.later, "cursor")

    def _place_of(self, day: date) -> int:
        place = bisect_right(self._shown, day, key=lambda week: week.first) - 1
        return self._page.start + max(place, 0)

    def _column_of(self, place: int) -> int:
        return self._left + self._columns.x(place) + self._columns.bar // 2

    def _draw_bar(self, x: int, week: Week) -> None:
        tops = [round(total * self._scale) for total in accumulate(week.counts)]
        cells = self._filled(tops) if self._plain else self._stacked(tops)
        for row, cell in enumerate(cells, 1):
            glyph = cell.glyph * self._columns.bar
            self.grid.put(x, self._rows.stop - row, glyph, cell.ink, cell.ground)

    @property
    def _plain(self) -> bool:
        return self._letters or not self._coloured

    def _stacked(self, tops: Sequence[int]) -> list[Cell]:
        """A bar from the floor up: in every cell its largest part, or largest two."""
        cells: list[Cell] = []
        for floor in range(0, tops[-1], 8):
            parts = [bisect_right(tops, floor + eighth) for eighth in range(8)]
            lower, *upper = sorted(part for part, _ in Counter(parts).most_common(2))
            height = sum(part <= lower for part in parts) if upper else 8
            # The part after the last one is the air above the bar.
            ground = self._ink(upper[0]) if upper and upper[0] < len(tops) else ""
            cells.append(Cell(_RISING[height], self._ink(lower), ground))
        return cells

    def _filled(self, tops: Sequence[int]) -> list[Cell]:
        """The same in whole cells, each with the filling of the part at its middle."""
        parts = [bisect_right(tops, middle) for middle in range(4, tops[-1], 8)]
        return [Cell(self._filling(part), self._ink(part)) for part in parts]

    def _ink(self, part: int) -> str:
        return f"part-{part + 1}" if self._coloured else "strong"

    def _filling(self, part: int) -> str:
        category = self.data.categories[part]
        return category.letter if self._letters else category.filling

    def holds(self, index: int) -> bool:
        """Whether the bar of a week is in sight."""
        return index in self._page

    def readings(self, index: int) -> list[str]:
        """What the cursor says at a week, the fullest wording first."""
        week = self.data.weeks[index]
        total = f"{_said(sum(week.counts))} {self.data.noun}"
        parts = ", ".join(
            f"{category.word} {_said(count)}"
            for count, category in zip(week.counts, self.data.categories, strict=True)
            if count
        )
        return [
            f"{week.name}  {total}" + (f": {parts}" if parts else ""),
            f"{week.name}  {total}",
            f"{week.words or day_words(week.first)}  {total}",
            f"{week.words or short_day_words(week.first)}  {total}",
            _said(sum(week.counts)),
        ]

    def marks(self, index: int) -> list[Mark]:
        """What a week reads, its counts in the legend, and a pointer below its bar."""
        column = self._left + self._columns.x(index)
        return [
            Mark(0, 0, fitting(self.readings(index)[1:], self.grid.width), "cursor"),
            *self._legend(self.data.weeks[index].counts),
            Mark(
                column, self._rows.stop, self._signs.under * self._columns.bar, "cursor"
            ),
        ]

    def _legend(self, counts: Sequence[float]) -> list[Mark]:
        """The fullest legend that fits: with words and counts, or with less."""
        marks: list[Mark] = []
        for layout in _LEGENDS:
            marks = self._legend_as(layout, counts)
            if marks[-1].x + cell_len(marks[-1].text) <= self.grid.width:
                break
        return marks

    def _legend_as(self, layout: _Legend, counts: Sequence[float]) -> list[Mark]:
        marks: list[Mark] = []
        x = 0
        digits = self._digits if layout.counted else 0
        parts = zip(counts, self.data.categories, strict=True)
        for part, (count, category) in enumerate(parts):
            swatch = self._filling(part) if self._plain else self._signs.full
            joint = "=" if self._letters else " "
            word = f"{joint}{category.word}" if layout.words else category.letter
            shown = f"{_said(count):>{digits}}" if layout.counted else ""
            role = "strong" if count else "label"
            marks += [
                Mark(x, 1, swatch, self._ink(part)),
                Mark(x + 1, 1, word, "label"),
                Mark(x + 1 + cell_len(word), 1, shown, role),
            ]
            x += 1 + cell_len(word) + digits + layout.gap
        return marks


def _said(count: float) -> str:
    """A count to a tenth, or in the thousands with a comma."""
    return number(round(count, 1)) if count < 1000 else f"{count:,.0f}"
