"""The drawing of horizontal bars against target bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

from befit_tui.domain.load import number
from befit_tui.ui.widgets.charts.grid import Grid, Mark
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.signs import SIGNS, Signs
from befit_tui.ui.widgets.text import fit

_GROWING = " ▏▎▍▌▋▊▉█"
_WIDTH_FOR_WORDS = 44


class Verdict(StrEnum):
    """How a value stands to its band, as the word that is shown."""

    BELOW = "below"
    WITHIN = "in range"
    ABOVE = "above"
    FREE = ""

    def sign(self, signs: Signs) -> str:
        """The same as a glyph."""
        return {
            Verdict.BELOW: signs.below_band,
            Verdict.WITHIN: signs.in_band,
            Verdict.ABOVE: signs.over_band,
            Verdict.FREE: " ",
        }[self]


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled value, 0 or more, and the band it should lie in, ends included."""

    label: str
    value: float
    band: tuple[float, float] | None = None

    @property
    def verdict(self) -> Verdict:
        """How the value stands to the band."""
        if self.band is None:
            return Verdict.FREE
        if self.value < self.band[0]:
            return Verdict.BELOW
        return Verdict.ABOVE if self.value > self.band[1] else Verdict.WITHIN


class BarsPlot:
    """Horizontal bars in at least 20 x 5 cells, with free rows between if they fit.

    There is room for a value of ``least``. Where all bars have no room, the page with
    the one at ``cursor`` is shown.
    """

    def __init__(
        self,
        bars: Sequence[Bar],
        width: int,
        height: int,
        cursor: int,
        glyph_set: GlyphSet,
        *,
        least: float = 1,
    ) -> None:
        self.bars = bars
        self.grid = Grid(width, height)
        self._signs = SIGNS[glyph_set]
        self._ascii = glyph_set == GlyphSet.ASCII
        self._words = width >= _WIDTH_FOR_WORDS
        self._pitch = 2 if height >= 2 * len(bars) - 1 else 1
        self._start = cursor // height * height if self._pitch == 1 else 0
        self._label = min(max(cell_len(bar.label) for bar in bars), width // 3)
        widest = max(len(number(bar.value)) for bar in bars)
        self._digits = max(widest, len(number(round(least))))
        word = max(len(bar.verdict) for bar in bars) + 1 if self._words else 0
        self._left = self._label + 3
        self._room = width - self._left - self._digits - word - 3
        most = max([1, least, *(max(bar.value, *(bar.band or (0,))) for bar in bars)])
        self._scale = self._room * 8 / most
        for place, bar in enumerate(bars[self._start : self._start + height]):
            self._draw(place * self._pitch, bar)
        self._draw_hints()

    def _draw(self, y: int, bar: Bar) -> None:
        self.grid.put(*self._label_at(y, bar), "text")
        ink = bar.verdict.name.lower()
        self._draw_bar(y, round(bar.value * self._scale), ink)
        if bar.band:
            self._draw_band(y, bar.band, round(bar.value * self._scale / 8), ink)
        x = self._left + self._room + 1
        value = f"{number(bar.value):>{self._digits}}"
        verdict = bar.verdict.sign(self._signs)
        if self._words:
            verdict += f" {bar.verdict}"
        self.grid.put(x, y, value, "strong")
        self.grid.put(x + self._digits + 1, y, verdict, f"{ink}-word")

    def _label_at(self, y: int, bar: Bar) -> tuple[int, int, str]:
        label = fit(bar.label, self._label)
        return 2 + self._label - cell_len(label), y, label

    def _draw_bar(self, y: int, eighths: int, ink: str) -> None:
        if self._ascii:
            self.grid.put(self._left, y, self._signs.full * round(eighths / 8), ink)
        else:
            whole, part = divmod(eighths, 8)
            self.grid.put(self._left, y, "█" * whole + _GROWING[part].strip(), ink)

    def _draw_band(self, y: int, band: tuple[float, float], end: int, ink: str) -> None:
        """Dots from the lower to the upper bound, on the bar as well as beyond it."""
        first, last = (round(bound * self._scale / 8) for bound in band)
        for x in range(first, max(last, first + 1)):
            if x > end:
                self.grid.put(self._left + x, y, self._signs.target, "target")
            elif x < end and not self._ascii:
                self.grid.put(self._left + x, y, self._signs.target, f"{ink}-dot", ink)

    def _draw_hints(self) -> None:
        if self._start:
            self.grid.put(0, 0, self._signs.above, "label")
        if self._pitch == 1 and self._start + self.grid.height < len(self.bars):
            self.grid.put(0, self.grid.height - 1, self._signs.more, "label")

    def holds(self, index: int) -> bool:
        """Whether a bar is in sight."""
        return self._start <= index < self._start + self.grid.height

    def readings(self, index: int) -> list[str]:
        """The label, the value and the verdict of a bar."""
        bar = self.bars[index]
        word = f", {bar.verdict}" if bar.verdict else ""
        return [f"{bar.label}: {number(bar.value)}{word}"]

    def marks(self, index: int) -> list[Mark]:
        """A pointer before a bar, and its label made strong."""
        y = (index - self._start) * self._pitch
        return [
            Mark(0, y, f"{self._signs.beside} ", "cursor"),
            Mark(*self._label_at(y, self.bars[index]), "cursor"),
        ]
