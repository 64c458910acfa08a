"""The days of training as a calendar, to jump by date."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from befit_tui.domain.workout import Workout
from befit_tui.logbook.trends.calendar import sets_by_day
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.charts.days import Days, YearHeatmap


class Calendar(Dialog[date | None]):
    """Gives the day that was chosen; None when it was put away."""

    DEFAULT_CSS = """
    Calendar {
        DialogFrame { width: 116; height: 13; overflow: hidden; }
        YearHeatmap { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go there", id="calendar.choose"),
        Binding("left", "move(-7)", "week back", show=False),
        Binding("right", "move(7)", "week on", show=False),
        Binding("up,k", "move(-1)", "day back", show=False),
        Binding("down,j", "move(1)", "day on", show=False),
        Binding("left_square_bracket", "move(-28)", "four weeks back", show=False),
        Binding("right_square_bracket", "move(28)", "four weeks", key_display="[ ]"),
        Binding("home", "end(-1)", "first day", show=False),
        Binding("end", "end(1)", "last day", show=False),
        Binding("escape,c,q", "dismiss(None)", "close", id="calendar.close"),
    ]

    def __init__(self, workouts: Sequence[Workout], day: date) -> None:
        """Show the days of ``workouts``, newest first, with the cursor on ``day``."""
        says = ("← →", "week"), ("↑ ↓", "day")
        self._chart = YearHeatmap(empty="No workouts yet.")
        super().__init__(DialogFrame("Go to a day", self._chart, says=says))
        sets = sets_by_day(workouts)
        self._days = Days(min(sets), max(sets), sets)
        self._day = day

    def on_mount(self) -> None:
        """Put the cursor on the day of the list."""
        self._chart.data = self._days
        self._chart.seek(self._day)

    def action_move(self, days: int) -> None:
        """Go on by a number of days, or back."""
        self._chart.move(days)

    def action_end(self, step: int) -> None:
        """Go to the last day (1) or the first (-1)."""
        self._chart.move(step * self._chart.stop_count)

    def action_choose(self) -> None:
        """Give the day under the cursor."""
        self.dismiss(self._chart.day)
