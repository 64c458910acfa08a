"""Horizontal bars with a cursor."""

from typing import ClassVar

from textual.reactive import reactive

from befit_tui.ui.widgets.charts.bars_plot import Bar, BarsPlot, Heads
from befit_tui.ui.widgets.charts.chart import Chart


class HBars(Chart):
    """Labelled values against their target bands; the cursor stays on its label."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--text",
        "chart--rail",
        "chart--target",
        *(
            f"chart--{standing}{part}"
            for standing in ("below", "inside", "above", "free")
            for part in ("", "-word", "-dark", "-over")
        ),
    }
    # Below is no warning: early in a week the whole list would be one.
    DEFAULT_CSS = """
    HBars {
        & > .chart--text { color: $foreground; }
        & > .chart--rail { color: $foreground 14%; }
        & > .chart--target { color: $foreground 50%; }
        & > .chart--below { color: $secondary 50%; }
        & > .chart--inside-dark { color: $primary 50%; }
        & > .chart--inside { color: $primary; }
        & > .chart--above-dark { color: $warning 45%; }
        & > .chart--above { color: $warning 70%; }
        & > .chart--above-over { color: $warning; }
        & > .chart--free { color: $primary 70%; }
        & > .chart--below-word { color: $text-secondary; }
        & > .chart--inside-word { color: $text-primary; }
        & > .chart--above-word { color: $text-warning; }
        & > .chart--free-word { color: $foreground 65%; }
    }
    """

    most: float = 0
    """What the bars have room for at least, so that several sets of them compare."""
    has_cursor = True
    """Whether one of the bars can be chosen."""
    heads = Heads()
    """What stands above the columns."""
    bars: reactive[tuple[Bar, ...]] = reactive((), repaint=False)

    @property
    def stops(self) -> int:
        """The number of bars."""
        return len(self.bars)

    def watch_bars(self, old: tuple[Bar, ...], new: tuple[Bar, ...]) -> None:
        """Draw the new bars and find the cursor's place among them."""
        self.data_changed([bar.label for bar in old], [bar.label for bar in new], 0)

    def plot(self, width: int, height: int) -> BarsPlot:
        """Draw the bars that fit."""
        look = (self.glyph_set, not self.app.no_color)
        return BarsPlot(
            self.bars,
            (width, height),
            self.cursor if self.has_cursor else None,
            look,
            least=self.most,
            heads=self.heads,
        )
