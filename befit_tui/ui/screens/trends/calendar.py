"""A year of training at a glance."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from befit_tui.logbook.trends.calendar import day_lines
from befit_tui.ui.screens.pane import ShowWorkout
from befit_tui.ui.screens.trends.trend_view import (
    NOTHING,
    TrendView,
    beside,
    framed,
)
from befit_tui.ui.widgets.charts.days import Days
from befit_tui.ui.widgets.charts.heatmap import YearHeatmap
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Point, Series
from befit_tui.ui.widgets.words import Words


class CalendarView(TrendView):
    """The days, how regular they were, and the workout of the day under the cursor."""

    NAME = "calendar"
    FRAME = "Days of training"
    BESIDE = "Load × reps of every workout"
    HINT = "← → week · ↑ ↓ day · enter to the history"

    def compose(self) -> ComposeResult:
        """The calendar, below it the day."""
        with Vertical(classes="trends-frame"):
            yield from framed(chart=YearHeatmap(empty=NOTHING))
        yield beside(chart=LineChart(empty=NOTHING))

    @property
    def choices(self) -> int:
        """The number of days."""
        return self.chart.stops

    def choose(self, step: int) -> None:
        """Another day."""
        self.chart.move(step)

    def move(self, step: int) -> None:
        """Another week."""
        self.chart.move(7 * step)

    def draw(self) -> None:
        """The days of a year or more."""
        now = self.shown
        found = now.trends.calendar(now.span, now.today)
        chart = self.query_one(YearHeatmap)
        ahead = now.trends.ahead(now.today)
        if found is None:
            self.words.say(now.trends.nothing(now.span, now.today), ahead)
            chart.days = None
        else:
            self.words.say(found.sentence, found.streaks, ahead)
            fresh = chart.days is None
            chart.days = Days(found.first, found.last, found.sets)
            if fresh:
                chart.seek(max(found.sets))
        if self.is_broad:
            self._draw_moved()

    def _draw_moved(self) -> None:
        now = self.shown
        found = now.trends.moved(None, now.span, now.today, self.logbook.unit)
        self.query_one(".trends-beside-words", Words).say(found.sentence)
        self.query_one(LineChart).series = Series(
            tuple(Point(one.day, one.value) for one in found.points),
            str(found.unit),
            first=now.span.first(now.today),
            last=now.today,
            stems=True,
        )

    def read(self) -> None:
        """The workouts of the day."""
        day = self._day
        workouts = self.shown.trends.on_day(day) if day else ()
        lines = day_lines(workouts, self.logbook.catalog, self.logbook.unit)
        rest = "" if day is None else "A day of rest."
        self.note.say(*(lines if workouts else (rest,)))

    @property
    def can_open(self) -> bool:
        """Whether there was a workout on the day."""
        return self._day is not None and bool(self.shown.trends.on_day(self._day))

    def open(self) -> None:
        """Show the workout in the history."""
        if self.can_open and self._day:
            workout = self.shown.trends.on_day(self._day)[0]
            self.post_message(ShowWorkout(workout.id))

    @property
    def _day(self) -> date | None:
        return self.query_one(YearHeatmap).day
