"""How close to failure the sets came, week by week."""

from textual.app import ComposeResult
from textual.containers import Vertical

from befit_tui.ui.screens.trends.trend_view import NOTHING, TrendView, framed
from befit_tui.ui.widgets.charts.stacked import StackedBars
from befit_tui.ui.widgets.charts.weeks import Week, Weeks


class EffortView(TrendView):
    """Stacked weeks; failure against the budget; calls against what was left."""

    NAME = "effort"
    FRAME = "Sets by reps left"

    def compose(self) -> ComposeResult:
        """The chart between two groups of sentences."""
        with Vertical(classes="trends-frame"):
            yield from framed(chart=StackedBars(empty=NOTHING))

    def draw(self) -> None:
        """The weeks and what they come to."""
        now = self.shown
        found = now.trends.effort(now.span, now.today)
        weeks = tuple(Week(week.monday, week.efforts) for week in found.weeks)
        self.query_one(StackedBars).weeks = Weeks(weeks)
        self.words.say(found.sentence, now.trends.ahead(now.today))
        self.note.say(found.failures, found.calibration, found.by_call)
