"""Body weight and its trend."""

from befit_tui.domain.load import from_kg
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

    def draw(self) -> None:
        """The weigh-ins of the range and their trend."""
        now = self.shown
        found = now.trends.weight(now.window, self.logbook.unit)
        self.say(found.sentence)
        least = from_kg(LEAST_KG, self.logbook.unit)
        self.draw_curve(found, second=False, least=least)
        if self.is_broad:
            self.draw_moved()
