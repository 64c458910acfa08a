"""Body weight and its trend."""

from befit_tui.domain.load import from_kg
from befit_tui.logbook import Logbook
from befit_tui.logbook.trends.weight import Weight, point_words
from befit_tui.ui.screens.trends.trend_view import TrendView
from befit_tui.ui.widgets.charts.line import LineChart

LEAST_KG = 3.0
"""What the axis spans at least: from one day to the next it is water."""


class WeightView(TrendView):
    """The trend as a line among the weigh-ins; beside it what was moved meanwhile."""

    NAME = "weight"
    FRAME = "Trend of the body weight"
    CHART = LineChart
    BESIDE = "Load × reps of every workout"

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook)
        self._weight: Weight | None = None

    def draw(self) -> None:
        """The weigh-ins of the range and their trend."""
        now = self.shown
        found = self._weight = now.trends.weight(now.window, self.logbook.unit)
        self.say(found.sentence)
        least = from_kg(LEAST_KG, found.unit)
        self.chart.data = now.series(found.points, str(found.unit), least=least)
        if self.is_broad:
            self.draw_moved(self.second, self.second_words)

    def read(self) -> None:
        """The weigh-in under the cursor."""
        found = self._weight
        known = found is not None and found.points
        self.note.say(point_words(found, self.chart.cursor) if found and known else "")
