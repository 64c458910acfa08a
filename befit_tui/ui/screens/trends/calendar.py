"""A year of training at a glance."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from befit_tui.domain.workout import Workout
from befit_tui.logbook.trends.calendar import day_lines
from befit_tui.ui.screens.pane import ShowWorkout
from befit_tui.ui.screens.trends.trend_view import TrendView
from befit_tui.ui.widgets.charts.days import Days, YearHeatmap


class CalendarView(TrendView):
    """The days, how regular they were, and the workout of the day under the cursor."""

    NAME = "calendar"
    FRAME = "Days of training"
    CHART = YearHeatmap
    BESIDE = "Load × reps of every workout"
    HINT = "← → week · ↑ ↓ day · enter to the history"

    def compose(self) -> ComposeResult:
        """The days; the workout of one beside or below them."""
        yield self._frame
        yield Container(self.note, id="calendar-day")
        yield self.second_frame

    def inside(self) -> Iterable[Widget]:
        """Nothing below the days."""
        return self.words, self.chart

    @property
    def choices(self) -> int:
        """The number of days."""
        return self.chart.stop_count

    def choose(self, step: int) -> None:
        """Another day."""
        self.chart.move(step)

    def move(self, step: int) -> None:
        """Another week."""
        self.chart.move(7 * step)

    def draw(self) -> None:
        """The days of a year or more."""
        now = self.shown
        found = now.trends.calendar(now.window)
        if found is None:
            self.say(now.trends.nothing(now.window))
            self.chart.data = Days()
        else:
            self.say(found.sentence, found.streaks)
            fresh = not self.chart.stop_count
            self.chart.data = Days(found.first, found.last, found.sets)
            if fresh:
                self.chart.seek(max(found.sets, default=found.last))
        if self.is_broad:
            self.draw_moved()

    def read(self) -> None:
        """The workouts of the day."""
        rest = "" if self.chart.day is None else "A day of rest."
        catalog, unit = self.logbook.catalog, self.logbook.unit
        told = day_lines(self.to_open, catalog, unit) if self.to_open else (rest,)
        self.note.say(*told)

    def open(self) -> None:
        """Show the workout in the history."""
        for workout in self.to_open[:1]:
            self.post_message(ShowWorkout(workout.id))

    @property
    def to_open(self) -> Sequence[Workout]:
        """What was done on the day under the cursor."""
        day = self.chart.day
        return self.shown.trends.on_day(day) if day else ()
