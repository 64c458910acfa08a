"""A calendar of training days with a cursor."""

from datetime import date, timedelta
from typing import ClassVar

from textual.reactive import reactive

from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.days import LEVELS, Days
from befit_tui.ui.widgets.charts.days_plot import DaysPlot


class YearHeatmap(Chart):
    """Days coloured by their counts.

    The cursor starts at the last day and stays on its day when data change.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"chart--level-{level}" for level in range(1, LEVELS + 1)
    }
    DEFAULT_CSS = """
    YearHeatmap {
        & > .chart--level-1 { color: $success 40%; }
        & > .chart--level-2 { color: $success 60%; }
        & > .chart--level-3 { color: $success 80%; }
        & > .chart--level-4 { color: $success; }
    }
    """

    days: reactive[Days | None] = reactive[Days | None](None, repaint=False)

    @property
    def stops(self) -> int:
        """The number of days, 0 without data."""
        return self.days.length if self.days else 0

    @property
    def day(self) -> date | None:
        """The day under the cursor."""
        if self.days is None:
            return None
        return self.days.first + timedelta(days=self.cursor)

    def watch_days(self, old: Days | None, new: Days | None) -> None:
        """Draw the new days and find the cursor's place among them."""
        self.data_changed(_dates(old), _dates(new), self.stops - 1)

    @property
    def dates(self) -> list[date]:
        """Every day."""
        return _dates(self.days)

    def plot(self, width: int, height: int) -> DaysPlot:
        """Draw the weeks that fit."""
        assert self.days is not None
        look = (self.glyph_set, not self.app.no_color)
        return DaysPlot(self.days, width, height, self.cursor, look)


def _dates(days: Days | None) -> list[date]:
    if days is None:
        return []
    return [days.first + timedelta(days=n) for n in range(days.length)]
