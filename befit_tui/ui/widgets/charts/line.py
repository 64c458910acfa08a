"""A line over time with a cursor."""

from datetime import date

from textual.reactive import reactive

from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.line_plot import LinePlot
from befit_tui.ui.widgets.charts.series import Series


class LineChart(Chart):
    """Dated values as a line, with records, a noise band and shaded days.

    The cursor starts at the latest value and stays on its day when data change.
    """

    series: reactive[Series] = reactive(Series(), repaint=False)

    @property
    def stops(self) -> int:
        """The number of points."""
        return len(self.series.points)

    @property
    def dates(self) -> list[date]:
        """The day of every point."""
        return [date.fromordinal(p.when.toordinal()) for p in self.series.points]

    def watch_series(self, old: Series, new: Series) -> None:
        """Draw the new points and find the cursor's place among them."""
        before = [point.when for point in old.points]
        after = [point.when for point in new.points]
        self.data_changed(before, after, self.stops - 1)

    def plot(self, width: int, height: int) -> LinePlot:
        """Draw the points."""
        look = (self.glyph_set, not self.app.no_color)
        return LinePlot(self.series, width, height, look)
