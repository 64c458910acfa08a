"""The calendar view: a year of training at a glance."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from befit_tui.domain.wording import SHORT_MONTHS
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.trends.calendar import Month, day_lines
from befit_tui.ui.screens.pane import ShowWorkout
from befit_tui.ui.screens.trends.trend_view import TrendView
from befit_tui.ui.widgets.charts.days import Days, YearHeatmap
from befit_tui.ui.widgets.line_panel import LinePanel


class CalendarView(TrendView):
    """The days, how regular they were, and the workout of the day under the cursor."""

    NAME = "calendar"
    FRAME = "Days of training"
    CHART = YearHeatmap
    BESIDE = "Load × reps of every workout"
    HINT = "← → week · ↑ ↓ day · enter to the history"

    def __init__(self, logbook: Logbook) -> None:
        self._months: tuple[Month, ...] = ()
        self._month_list = MonthList()
        super().__init__(logbook)

    def compose(self) -> ComposeResult:
        """The days; the workout of one and the months beside or below them."""
        yield self._frame
        yield Container(self.note, self._month_list, id="calendar-day")
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
        self._months = found.months if found is not None else ()
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
        self._month_list.show(self._months, self.chart.day)

    def open(self) -> None:
        """Show the workout in the history."""
        for workout in self.to_open[:1]:
            self.post_message(ShowWorkout(workout.id))

    @property
    def to_open(self) -> Sequence[Workout]:
        """What was done on the day under the cursor."""
        day = self.chart.day
        return self.shown.trends.on_day(day) if day else ()


class MonthList(LinePanel):
    """What the months came to; the one of the day under the cursor stands out."""

    _months: tuple[Month, ...] = ()
    _day: date | None = None

    def show(self, months: tuple[Month, ...], day: date | None) -> None:
        """Show months, the newest first."""
        if (months, day) != (self._months, self._day):
            self._months, self._day = months, day
            self.redraw()

    def draw(self) -> Iterator[Content]:
        """As many as have room, around that of the day."""
        months, room = self._months, self.size.height - 1
        until = self._day or date.min
        here = next((n for n, one in enumerate(months) if one.first <= until), 0)
        start = max(min(here - room // 2, len(months) - room), 0)
        yield Content.styled("month    workouts   sets  hours", "$foreground 60%")
        for place, month in enumerate(months[start : start + room], start):
            style = "bold" if place == here else "$foreground 80%"
            yield Content.styled(_line(month), style)


def _line(month: Month) -> str:
    """``Nov 2026       15    210  12:40``; no hours where none are known."""
    name = f"{SHORT_MONTHS[month.first.month - 1]} {month.first.year}"
    hours, minutes = divmod(round(month.seconds / 60), 60)
    took = f"{hours}:{minutes:02}" if month.seconds else "–"
    return f"{name:<8} {month.workouts:>8} {month.sets:>6,} {took:>6}"
