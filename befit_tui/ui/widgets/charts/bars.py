"""Bar chart: horizontal bars against the range that they should end in."""

from collections.abc import Mapping
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual.reactive import reactive

from befit_tui.domain import signs
from befit_tui.domain.value import Value
from befit_tui.logbook.trends.volume import Side, side
from befit_tui.ui.widgets.charts.chart import SIGNS, Chart, Plot, value_words
from befit_tui.ui.widgets.charts.grid import Mark, fitting
from befit_tui.ui.widgets.text import fit

_NARROWEST = 6
"""Cells below which a bar tells nothing, and is left out."""
LABEL = 12
"""Cells that a name may have however narrow the bars are."""


class Bar(Value, frozen=True):
    """A labelled value, 0 or more, and the band it should lie in, ends included.

    ``words`` stand in the place of the bar, the fullest first; ``tail`` stands at the
    end of the line. Bars of one ``group`` follow each other.
    """

    label: str
    value: float
    band: tuple[float, float] | None = None
    tail: str = ""
    group: str = ""
    words: tuple[str, ...] = ()
    told: Side | None = None
    """How it stands, where no band says so."""

    @property
    def side(self) -> Side:
        """How the value stands."""
        return self.told or side(self.value, self.band)

    @property
    def said(self) -> str:
        """The value as it is written."""
        return value_words(self.value)


class Heads(Value, frozen=True):
    """What stands above the names, the values and the ends of the lines."""

    label: str = ""
    value: str = ""
    tail: str = ""


class Bars(Value, frozen=True):
    """Bars with what stands above their columns.

    There is room for a value of ``least``, so that several sets of bars compare.
    """

    bars: tuple[Bar, ...] = ()
    heads: Heads = Heads()
    least: float = 1
    has_cursor: bool = True
    """Whether one of the bars can be chosen."""
    start: int = 0

    @property
    def stops(self) -> list[str]:
        """The labels."""
        return [bar.label for bar in self.bars]


class BarsPlot(Plot):
    """Horizontal bars in at least 20 x 5 cells, a line each, groups with a heading.

    A bar is dark up to the lower end of its band and light inside it; what is left of
    the band is a faint rail. Headings are left out where they have no room; where all
    bars have none, the page with the one at ``cursor`` is shown.
    """

    data: Bars

    def _fill(self, cursor: int) -> None:
        bars, height = self.data.bars, self.grid.height
        ends = (max(one.value, *(one.band or (0,))) for one in bars)
        most = max([1, self.data.least, *ends])
        self._measure(self.grid.width)
        self._scale = 2 * self._room / most
        if len(bars) > height:
            first = min(cursor // height * height, len(bars) - height)
            self._rows = {first + y: y for y in range(height)}
        else:
            self._rows = self._grouped()
        if len(bars) < height:
            self._draw_heads(most)
        for place, y in self._rows.items():
            self._draw(y, bars[place])
        self._draw_hints()

    def _grouped(self) -> dict[int, int]:
        """The row of every bar, below that of the heads; headings where they fit."""
        bars, height = self.data.bars, self.grid.height
        y = int(len(bars) < height)
        named = sum(bool(group) for group, _ in groupby(bars, lambda bar: bar.group))
        # With a free row above a heading, with the heading alone, without one.
        above = next((n for n in (2, 1) if len(bars) + n * named + y <= height), 0)
        # In a room twice as high, every other row is free.
        pitch = 2 if above == 2 and 2 * (len(bars) + named) + y <= height else 1
        rows: dict[int, int] = {}
        before = ""
        for place, bar in enumerate(bars):
            if above and bar.group and bar.group != before:
                y += above
                self.grid.put(2, y - 1, bar.group, "label")
            rows[place], before = y, bar.group
            y += pitch
        return rows

    def _measure(self, width: int) -> None:
        """Where the columns are: the sign, the name, the value, the bar, the tail."""
        heads, bars = self.data.heads, self.data.bars
        widest = max(cell_len(bar.label) for bar in bars)
        self._label = min(max(widest, cell_len(heads.label)), max(width // 3, LABEL))
        values = [heads.value, *(bar.said for bar in bars if not bar.words)]
        self._value = max(map(cell_len, values))
        tail = max(cell_len(bar.tail) for bar in bars)
        self._tail = tail and max(tail, cell_len(heads.tail))
        self._left = 4 + self._label + (self._value and 1 + self._value) + 2
        room = width - self._left - (self._tail and self._tail + 1)
        self._room = room if room >= _NARROWEST else 0

    def _draw_heads(self, most: float) -> None:
        heads, end = self.data.heads, self.grid.width
        self.grid.put(4, 0, heads.label, "label")
        self.grid.put(self._left - 2 - cell_len(heads.value), 0, heads.value, "label")
        if self._tail:
            self.grid.put(end - cell_len(heads.tail), 0, heads.tail, "label")
        if not self._room or not any(bar.band for bar in self.data.bars):
            return
        for value in range(0, int(most) + 1, 10):
            x = round(value * self._scale / 2)
            if x + len(str(value)) <= self._room:
                self.grid.put(self._left + x, 0, str(value), "label")

    def _draw(self, y: int, bar: Bar) -> None:
        stands = bar.side
        self.grid.put(2, y, SIGNS.get(stands, " "), f"{stands}-word")
        self.grid.put(4, y, fit(bar.label, self._label), "text")
        self.grid.put(self.grid.width - cell_len(bar.tail), y, bar.tail, "label")
        if bar.words:
            x = 4 + self._label + 2
            room = self.grid.width - x - (self._tail and self._tail + 1)
            words = fitting(bar.words, room) or fit(bar.words[-1], max(room, 1))
            self.grid.put(x, y, words, f"{stands}-word")
            return
        self.grid.put(self._left - 2 - cell_len(bar.said), y, bar.said, "strong")
        if self._room:
            self._draw_bar(y, bar)

    def _draw_bar(self, y: int, bar: Bar) -> None:
        role, end = bar.side, round(bar.value * self._scale)
        if bar.band is None:
            self._halves(y, 0, end, role)
            return
        # Whole cells, so that one strength goes on where the other ends.
        low, high = (2 * round(bound * self._scale / 2) for bound in bar.band)
        self._rail(y, low // 2, max(high // 2, low // 2 + 1))
        if bar.side is Side.BELOW:
            self._halves(y, 0, end, role)
            return
        self._halves(y, 0, low, f"{role}-dark")
        self._halves(y, low, min(end, high), role)
        self._halves(y, high, end, f"{role}-over")

    def _halves(self, y: int, start: int, end: int, role: str) -> None:
        """A part of a bar, from one half of a cell to another."""
        first, last = -(-start // 2), end // 2
        self.grid.put(self._left + first, y, "▄" * (last - first), role)
        if end % 2 and end > start:
            self.grid.put(self._left + last, y, "▖", role)

    def _rail(self, y: int, first: int, last: int) -> None:
        solid = self.look.is_tinted
        glyph = "▄" if solid else signs.NOTHING
        role = "rail" if solid else "target"
        self.grid.put(self._left + first, y, glyph * (last - first), role)

    def _draw_hints(self) -> None:
        first, last = min(self._rows), max(self._rows)
        if first:
            self.grid.put(0, self._rows[first], signs.MORE_ABOVE, "label")
        if last + 1 < len(self.data.bars):
            self.grid.put(0, self._rows[last], signs.MORE_BELOW, "label")

    def holds(self, index: int) -> bool:
        """Whether a bar is in sight."""
        return index in self._rows

    def marks(self, index: int) -> list[Mark]:
        """A pointer before a bar, and its label made strong."""
        if not self.data.has_cursor:
            return []
        y = self._rows[index]
        label = fit(self.data.bars[index].label, self._label)
        return [
            Mark(0, y, f"{signs.POINTER} ", "cursor"),
            Mark(4, y, label, "cursor"),
        ]


class HBars(Chart):
    """Labelled values against their target bands; the cursor stays on its label."""

    PLOT = BarsPlot
    # Below is no warning: early in a week the whole list would be one.
    ROLES: ClassVar[Mapping[str, str]] = {
        **Chart.ROLES,
        "text": "$foreground",
        "rail": "$foreground 14%",
        "target": "$foreground 50%",
        "below": "$secondary 50%",
        "inside-dark": "$primary 50%",
        "inside": "$primary",
        "inside-over": "$primary",
        "above-dark": "$warning 45%",
        "above": "$warning 70%",
        "above-over": "$warning",
        "free": "$primary 70%",
        "below-word": "$text-secondary",
        "inside-word": "$text-primary",
        "above-word": "$text-warning",
        "free-word": "$foreground 65%",
    }

    data: reactive[Bars] = reactive(Bars(), repaint=False)
