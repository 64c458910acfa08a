"""Horizontal bars with a cursor."""

from typing import ClassVar

from textual.reactive import reactive

from befit_tui.ui.widgets.charts.bars_plot import Bar, BarsPlot
from befit_tui.ui.widgets.charts.chart import Chart


class HBars(Chart):
    """Labelled values against their target bands; the cursor stays on its label."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--text",
        "chart--target",
        *(
            f"chart--{verdict}{part}"
            for verdict in ("below", "within", "above", "free")
            for part in ("", "-word", "-dot")
        ),
    }
    DEFAULT_CSS = """
    HBars {
        & > .chart--text { color: $foreground; }
        & > .chart--target { color: $foreground 50%; }
        & > .chart--below { color: $warning; }
        & > .chart--within { color: $primary; }
        & > .chart--above { color: $error; }
        & > .chart--free { color: $foreground 50%; }
        & > .chart--below-dot { color: auto 60%; background: $warning; }
        & > .chart--within-dot { color: auto 60%; background: $primary; }
        & > .chart--above-dot { color: auto 60%; background: $error; }
        & > .chart--free-dot { color: $background; }
        & > .chart--below-word { color: $text-warning; }
        & > .chart--within-word { color: $text-primary; }
        & > .chart--above-word { color: $text-error; }
        & > .chart--free-word { color: $foreground 50%; }
    }
    """

    most: float = 0
    """What the bars have room for at least, so that several sets of them compare."""
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
        return BarsPlot(
            self.bars, width, height, self.cursor, self.glyph_set, least=self.most
        )
