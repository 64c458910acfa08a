"""The effort view: how close to failure the sets came, week by week."""

from befit_tui.logbook.trends.effort import Effort
from befit_tui.logbook.trends.periods import Period, Periods, days_of
from befit_tui.ui.screens.trends.trend_view import TrendView
from befit_tui.ui.widgets.charts.stacked import REPS_LEFT, Category, StackedBars, Weeks

FAILURES = (Category("sets to failure a workout", "F", "█"),)


class EffortView(TrendView):
    """Stacked weeks; failure against the budget; calls against what was left."""

    NAME = "effort"
    FRAME = "Sets a week by reps left"
    CHART = SECOND = StackedBars
    BESIDE = "Sets to failure a workout"

    def draw(self) -> None:
        """The weeks and what they come to."""
        found = self.shown.trends.effort(self.shown.window)
        periods = self.periods([week.first for week in found.weeks])
        self.chart.data = Weeks(
            periods,
            tuple(_efforts(found, period) for period in periods),
            noun="sets" if days_of(periods) == 7 else "sets a week",
        )
        self.say(found.sentence)
        # Where there is room for a chart of failure, it says this above it.
        failures = "" if self.is_broad else found.failures
        self.note.say(failures, found.calibration, found.by_call)
        if self.is_broad:
            self._draw_failures(found, periods)

    def _draw_failures(self, found: Effort, periods: Periods) -> None:
        budget = self.logbook.thresholds.failure_budget
        counts = tuple((_failures(found, period),) for period in periods)
        noun, band = "sets a workout", (budget, budget)
        self.second.data = Weeks(periods, counts, FAILURES, noun, band)
        self.second_words.say(found.failures)


def _efforts(found: Effort, period: Period) -> tuple[float, ...]:
    return tuple(
        period.mean([week.efforts[part] for week in found.weeks])
        for part in range(len(REPS_LEFT))
    )


def _failures(found: Effort, period: Period) -> float:
    weeks = period.of(found.weeks)
    workouts = sum(len(week.workouts) for week in weeks)
    return sum(week.efforts.failure for week in weeks) / workouts if workouts else 0.0
