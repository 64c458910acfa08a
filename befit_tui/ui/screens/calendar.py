"""The days of training as a calendar, to jump by date."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from befit_tui.domain.workout import Workout
from befit_tui.ui.widgets.charts.days import Days
from befit_tui.ui.widgets.charts.heatmap import YearHeatmap


class Calendar(ModalScreen[date | None]):
    """Gives the day that was chosen; None when it was put away."""

    DEFAULT_CSS = """
    Calendar {
        align: center middle;
        #calendar { width: 116; max-width: 100%; height: 12; max-height: 100%;
                    border: round $primary; background: $surface; padding: 0 1; }
        YearHeatmap { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go there", id="calendar.choose"),
        Binding("left_square_bracket", "months(-1)", "four weeks back"),
        Binding("right_square_bracket", "months(1)", "four weeks on"),
        Binding("escape,c,q", "dismiss(None)", "close", id="calendar.close"),
    ]

    def __init__(self, workouts: Sequence[Workout], day: date) -> None:
        """Show the days of ``workouts``, newest first, with the cursor on ``day``."""
        super().__init__()
        sets: Counter[date] = Counter()
        for workout in workouts:
            sets[workout.started_at.date()] += len(workout.sets)
        first, last = min(sets), max(sets)
        self._days = Days(first, last, sets)
        self._place = (day - first).days

    def compose(self) -> ComposeResult:
        """The calendar in a frame that names the keys."""
        with Vertical(id="calendar") as frame:
            frame.border_title = "Go to a day"
            frame.border_subtitle = "← → week · ↑ ↓ day · [ ] four weeks · enter go"
            yield YearHeatmap(empty="No workouts yet.")

    def on_mount(self) -> None:
        """Put the cursor on the day of the list."""
        chart = self.query_one(YearHeatmap)
        chart.days = self._days
        chart.cursor = self._place

    def action_months(self, step: int) -> None:
        """Four weeks back or on."""
        self.query_one(YearHeatmap).action_move(28 * step)

    def action_choose(self) -> None:
        """Give the day under the cursor."""
        self.dismiss(self.query_one(YearHeatmap).day)
