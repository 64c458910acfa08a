"""A year of training at a glance."""

from collections.abc import Sequence

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
        lines = day_lines(self._workouts, self.logbook.catalog, self.logbook.unit)
        rest = "" if self.chart.day is None else "A day of rest."
        self.note.say(*(lines if self._workouts else (rest,)))

    @property
    def can_open(self) -> bool:
        """Whether there was a workout on the day."""
        return bool(self._workouts)

    def open(self) -> None:
        """Show the workout in the history."""
        for workout in self._workouts[:1]:
            self.post_message(ShowWorkout(workout.id))

    @property
    def _workouts(self) -> Sequence[Workout]:
        """What was done on the day under the cursor."""
        day = self.chart.day
        return self.shown.trends.on_day(day) if day else ()
