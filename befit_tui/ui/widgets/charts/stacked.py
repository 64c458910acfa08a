"""Weeks as stacked bars with a cursor."""

from datetime import date
from typing import ClassVar

from textual.reactive import reactive

from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.stack_plot import StackPlot
from befit_tui.ui.widgets.charts.weeks import Weeks


class StackedBars(Chart):
    """Counts a week by category, for up to six categories.

    The cursor starts at the latest week that holds something, and stays on its week
    when data change.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--bound",
        *(f"chart--part-{i}" for i in range(1, 7)),
    }
    # Fainter with every rep left, so that the eye goes to the hardest sets. To an eye
    # without green receptors every two of the six stay apart, in light and dark.
    DEFAULT_CSS = """
    StackedBars {
        & > .chart--bound { color: $foreground 60%; }
        & > .chart--part-1 { color: $error; }
        & > .chart--part-2 { color: $warning 70%; }
        & > .chart--part-3 { color: $secondary; }
        & > .chart--part-4 { color: $secondary 60%; }
        & > .chart--part-5 { color: $secondary 30%; }
        & > .chart--part-6 { color: $foreground 50%; }
    }
    """

    weeks: reactive[Weeks] = reactive(Weeks(), repaint=False)

    @property
    def stops(self) -> int:
        """The number of weeks."""
        return len(self.weeks.weeks)

    @property
    def dates(self) -> list[date]:
        """The first day of every week."""
        return [week.first for week in self.weeks.weeks]

    def watch_weeks(self, old: Weeks, new: Weeks) -> None:
        """Draw the new weeks and find the cursor's place among them."""
        before = [week.first for week in old.weeks]
        after = [week.first for week in new.weeks]
        done = [place for place, week in enumerate(new.weeks) if any(week.counts)]
        self.data_changed(before, after, done[-1] if done else self.stops - 1)

    def plot(self, width: int, height: int) -> StackPlot:
        """Draw the weeks that fit."""
        look = (self.glyph_set, not self.app.no_color)
        return StackPlot(self.weeks, width, height, self.cursor, look)
