"""How close to failure the sets came, week by week."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical

from befit_tui.analysis.volume import WEEK
from befit_tui.logbook.trends.effort import Effort
from befit_tui.logbook.trends.periods import Period, periods_of
from befit_tui.ui.screens.trends.trend_view import (
    NOTHING,
    TrendView,
    beside,
    framed,
)
from befit_tui.ui.widgets.charts.stacked import StackedBars
from befit_tui.ui.widgets.charts.weeks import REPS_LEFT, Category, Week, Weeks
from befit_tui.ui.widgets.words import Words

FAILURES = (Category("sets to failure a workout", "F", "█"),)


class EffortView(TrendView):
    """Stacked weeks; failure against the budget; calls against what was left."""

    NAME = "effort"
    FRAME = "Sets a week by reps left"
    BESIDE = "Sets to failure a workout"

    def compose(self) -> ComposeResult:
        """The chart between two groups of sentences; beside it failure alone."""
        with Vertical(classes="trends-frame"):
            yield from framed(chart=StackedBars(empty=NOTHING))
        yield beside(chart=StackedBars(empty=NOTHING))

    def draw(self) -> None:
        """The weeks and what they come to."""
        now = self.shown
        found = now.trends.effort(now.span, now.today)
        mondays = [week.monday for week in found.weeks]
        whole = sum(monday + WEEK <= now.today for monday in mondays)
        periods = periods_of(mondays, self.measured(), whole)
        self.query_one(".trends-frame StackedBars", StackedBars).weeks = Weeks(
            tuple(_efforts(found, periods)),
            noun="sets" if _days(periods) == WEEK.days else "sets a week",
            days=_days(periods),
        )
        self.words.say(found.sentence, now.trends.ahead(now.today))
        self.note.say(found.failures, found.calibration, found.by_call)
        if self.is_broad:
            self._draw_failures(found, periods)

    def _draw_failures(self, found: Effort, periods: tuple[Period, ...]) -> None:
        budget = self.logbook.thresholds.failure_budget
        chart = self.query_one(".trends-beside StackedBars", StackedBars)
        weeks = tuple(
            Week(
                period.first,
                (_failures(found, period),),
                "" if period.is_week else period.words,
            )
            for period in periods
        )
        band = (budget, budget)
        chart.weeks = Weeks(weeks, FAILURES, "sets a workout", band, _days(periods))
        self.query_one(".trends-beside-words", Words).say(found.failures)


def _efforts(found: Effort, periods: tuple[Period, ...]) -> Iterator[Week]:
    for period in periods:
        counts = tuple(
            period.mean([week.efforts[part] for week in found.weeks])
            for part in range(len(REPS_LEFT))
        )
        yield Week(period.first, counts, "" if period.is_week else period.words)


def _failures(found: Effort, period: Period) -> float:
    weeks = found.weeks[period.places.start : period.places.stop]
    workouts = sum(len(week.workouts) for week in weeks)
    return sum(week.efforts.failure for week in weeks) / workouts if workouts else 0.0


def _days(periods: tuple[Period, ...]) -> float:
    """How long a bar lasts."""
    return 7 * max((len(period.places) for period in periods), default=1)
