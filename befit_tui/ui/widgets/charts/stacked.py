"""Stacked bars: weeks by category."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.reactive import reactive

from befit_tui.domain.value import Value
from befit_tui.logbook.trends.periods import Periods
from befit_tui.ui.widgets.charts.axes import WeekAxis, put_value_axis
from befit_tui.ui.widgets.charts.chart import Chart, Plot, value_words
from befit_tui.ui.widgets.charts.grid import RISING, Cell, Mark, fitting
from befit_tui.ui.widgets.charts.scale import floor_axis


class Category(NamedTuple):
    """A part of every bar: its word, a letter for it, and a filling of one cell.

    The filling tells the parts apart where there is no colour.
    """

    word: str
    letter: str
    filling: str


REPS_LEFT = (
    Category("failure", "F", "█"),
    Category("1 left", "1", "▓"),
    Category("2 left", "2", "▒"),
    Category("3 left", "3", "░"),
    Category("4+ left", "4", "∙"),
    Category("not rated", "?", "╱"),
)
"""How close working sets came to failure, the closest first."""


class Weeks(Value, frozen=True):
    """Weeks, or longer periods, without gaps, with a count for every category.

    The counts of a longer period are by the week. ``band`` holds the totals between
    which a week should lie.
    """

    periods: Periods = ()
    counts: tuple[tuple[float, ...], ...] = ()
    categories: tuple[Category, ...] = REPS_LEFT
    noun: str = "sets"
    band: tuple[float, float] | None = None

    @property
    def stops(self) -> list[date]:
        """The first day of every period."""
        return [period.first for period in self.periods]

    @property
    def start(self) -> int:
        """The place of the latest that holds something."""
        done = [place for place, counts in enumerate(self.counts) if any(counts)]
        return done[-1] if done else len(self.periods) - 1


_LEGENDS = (
    (True, True, 3), (True, True, 1), (True, False, 1), (False, True, 1),
    (False, False, 1),
)  # fmt: skip
"""Whether there are words, whether there are counts, and the gap: the fullest first."""


class StackPlot(Plot):
    """Stacked bars in at least 20 x 5 cells, one a week.

    From the top: the reading, the legend with the counts of that week, the bars, the
    date axis, its labels. Where all weeks have no room, the ones around ``cursor``
    are shown. Without colour, and always in ASCII, every part has its own filling.
    """

    data: Weeks

    def _fill(self, cursor: int) -> None:
        data = self.data
        self._rows = range(2, self.grid.height - 2)
        totals = [sum(counts) for counts in data.counts]
        most = max([1, *totals, *(data.band or ())])
        numbers = [value_words(count) for counts in data.counts for count in counts]
        self._digits = max(map(len, numbers)) + 1
        self._step, self._apart = floor_axis(most, len(self._rows))
        self._scale = 8 * self._apart / self._step
        left = len(f"{len(self._rows) // self._apart * self._step:.0f}") + 2
        self._draw_values(left)
        empty = [not total for total in totals]
        floor = self._rows.stop
        self._axis = WeekAxis(self.grid, left, floor, data.periods, empty, cursor)
        for place in self._axis.page:
            self._draw_bar(self._axis.column(place), data.counts[place])
        self._axis.draw_folds(self._rows)

    def _draw_values(self, left: int) -> None:
        ticks = [
            (self._rows.stop - place * self._apart, f"{place * self._step:.0f}")
            for place in range(1, len(self._rows) // self._apart + 1)
        ]
        put_value_axis(self.grid, left - 1, self._rows, ticks)
        for bound in self.data.band or ():
            row = self._rows.stop - max(round(bound * self._scale / 8), 1)
            line = "╌" * (self.grid.width - left)
            self.grid.put(left, row, line, "bound")

    def _draw_bar(self, x: int, counts: Sequence[float]) -> None:
        tops = [round(total * self._scale) for total in accumulate(counts)]
        cells = self._stacked(tops) if self.look.is_tinted else self._filled(tops)
        for row, cell in enumerate(cells, 1):
            glyph = cell.glyph * self._axis.bar
            self.grid.put(x, self._rows.stop - row, glyph, cell.ink, cell.ground)

    def _stacked(self, tops: Sequence[int]) -> list[Cell]:
        """A bar from the floor up: in every cell its largest part, or largest two."""
        cells: list[Cell] = []
        for floor in range(0, tops[-1], 8):
            parts = [bisect_right(tops, floor + eighth) for eighth in range(8)]
            lower, *upper = sorted(part for part, _ in Counter(parts).most_common(2))
            height = sum(part <= lower for part in parts) if upper else 8
            # The part after the last one is the air above the bar.
            ground = self._ink(upper[0]) if upper and upper[0] < len(tops) else ""
            cells.append(Cell(RISING[height], self._ink(lower), ground))
        return cells

    def _filled(self, tops: Sequence[int]) -> list[Cell]:
        """The same in whole cells, each with the filling of the part at its middle."""
        parts = [bisect_right(tops, middle) for middle in range(4, tops[-1], 8)]
        return [Cell(self._filling(part), self._ink(part)) for part in parts]

    def _ink(self, part: int) -> str:
        return f"part-{part + 1}" if self.look.coloured else "strong"

    def _filling(self, part: int) -> str:
        category = self.data.categories[part]
        return category.letter if self.look.is_ascii else category.filling

    def holds(self, index: int) -> bool:
        """Whether the bar of a week is in sight."""
        return index in self._axis.page

    def marks(self, index: int) -> list[Mark]:
        """What a week reads, its counts in the legend, and a pointer below its bar."""
        period, counts = self.data.periods[index], self.data.counts[index]
        said = value_words(sum(counts))
        total = f"{said} {self.data.noun.replace('sets', 'set', said == '1')}"
        readings = (f"{period.words}  {total}", f"{period.short}  {total}", said)
        return [
            Mark(0, 0, fitting(readings, self.grid.width), "cursor"),
            *self._legend(counts),
            self._axis.pointer(index),
        ]

    def _legend(self, counts: Sequence[float]) -> list[Mark]:
        """The fullest legend that fits: with words and counts, or with less."""
        marks: list[Mark] = []
        for layout in _LEGENDS:
            marks = self._legend_as(*layout, counts)
            if marks[-1].x + cell_len(marks[-1].text) <= self.grid.width:
                break
        return marks

    def _legend_as(
        self, words: bool, counted: bool, gap: int, counts: Sequence[float]
    ) -> list[Mark]:
        marks: list[Mark] = []
        x = 0
        digits = self._digits if counted else 0
        parts = zip(counts, self.data.categories, strict=True)
        for part, (count, category) in enumerate(parts):
            swatch = "█" if self.look.is_tinted else self._filling(part)
            joint = "=" if self.look.is_ascii else " "
            word = f"{joint}{category.word}" if words else category.letter
            shown = f"{value_words(count):>{digits}}" if counted else ""
            role = "strong" if count else "label"
            marks += [
                Mark(x, 1, swatch, self._ink(part)),
                Mark(x + 1, 1, word, "label"),
                Mark(x + 1 + cell_len(word), 1, shown, role),
            ]
            x += 1 + cell_len(word) + digits + gap
        return marks


class StackedBars(Chart):
    """Counts a week by category, for up to six categories."""

    PLOT = StackPlot

    # Fainter with every rep left, so that the eye goes to the hardest sets. To an eye
    # without green receptors every two of the six stay apart, in light and dark.
    ROLES: ClassVar[Mapping[str, str]] = {
        **Chart.ROLES,
        "bound": "$foreground 60%",
        "part-1": "$error",
        "part-2": "$warning 70%",
        "part-3": "$secondary",
        "part-4": "$secondary 60%",
        "part-5": "$secondary 30%",
        "part-6": "$foreground 50%",
    }

    data: reactive[Weeks] = reactive(Weeks(), repaint=False)
