"""Several lines of weeks above one date axis, with one cursor."""

from datetime import date
from typing import ClassVar

from textual.reactive import reactive

from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.lanes_plot import Lanes, LanesPlot


class LaneChart(Chart):
    """What was measured week by week, each in a lane of its own, to be compared."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"chart--bar", "chart--alert"}
    DEFAULT_CSS = """
    LaneChart {
        & > .chart--bar { color: $primary 65%; }
        & > .chart--alert { color: $text-warning; text-style: bold; }
    }
    """

    lanes: reactive[Lanes] = reactive(Lanes(), repaint=False)

    @property
    def stops(self) -> int:
        """The number of weeks."""
        return len(self.lanes.mondays)

    @property
    def dates(self) -> tuple[date, ...]:
        """The Monday of every week."""
        return self.lanes.mondays

    def watch_lanes(self, old: Lanes, new: Lanes) -> None:
        """Draw the new weeks and find the cursor's place among them."""
        done = [place for place, empty in enumerate(new.empty) if not empty]
        start = done[-1] if done else self.stops - 1
        self.data_changed(old.mondays, new.mondays, start)

    def plot(self, width: int, height: int) -> LanesPlot:
        """Draw the weeks that fit."""
        return LanesPlot(self.lanes, width, height, self.cursor, self.glyph_set)
