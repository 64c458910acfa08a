"""The weight view: body weight and its trend."""

from befit_tui.domain.load import from_kg
from befit_tui.ui.screens.trends.trend_view import TrendView
from befit_tui.ui.widgets.charts.line import LineChart

LEAST_KG = 3.0
"""What the axis spans at least: from one day to the next it is water."""


NONE_YET = (
    " ",
    "The check-in asks for it: W, then c, with a workout open or not.",
    "An import takes it along where the file has it.",
    " ",
    "Its trend stands here then, without the water of a day.",
    "Pull-ups, dips and other moved bodies are followed by body and load together.",
)
"""What to do where no body weight is known, and what for."""


class WeightView(TrendView):
    """The trend as a line among the weigh-ins."""

    NAME = "weight"
    FRAME = "Trend of the body weight"
    CHART = LineChart

    def draw(self) -> None:
        """The weigh-ins of the range and their trend."""
        now = self.shown
        found = now.trends.weight(now.window, self.logbook.unit)
        self.say(found.sentence, *(() if found.points else NONE_YET))
        least = from_kg(LEAST_KG, self.logbook.unit)
        self.draw_curve(found, second=False, least=least)
