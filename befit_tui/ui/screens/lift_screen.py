"""The history of one exercise: every set, its bests, its 1RM over time."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain import signs
from befit_tui.domain.load import Unit
from befit_tui.domain.wording import day_words
from befit_tui.logbook.history.lift import lift_past
from befit_tui.logbook.history.workout_list import Past
from befit_tui.logbook.lift_sessions import SessionRow
from befit_tui.logbook.lines import Run
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.screens.workout_detail import WorkoutDetail
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.series import Series
from befit_tui.ui.widgets.key_bar import KeyBar
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean

SAYS = ("j k", "session"), ("← →", "read the line"), ("J K", "bests")
DAY = 16
"""Cells for the day of a session."""
NO_1RM = "No set speaks for a 1RM: that takes a load and at most 12 reps to failure."


class LiftScreen(Dialog[None]):
    """One of the exercises of a workout over all of the past."""

    DEFAULT_CSS = """
    LiftScreen {
        background: $background;
        #lift-words { height: auto; padding: 0 1; }
        #lift-body, #lift-side { height: 1fr; }
        LineList, #lift-side WorkoutDetail, LineChart {
            border-top: blank; border-bottom: blank;
            border-title-color: $primary; border-title-style: bold;
        }
        LineList { width: 1fr; border-subtitle-color: $foreground 60%; }
        #lift-side { width: 1fr; border-left: solid $border-blurred; padding-left: 1; }
        LineChart { height: 2fr; }
        #lift-side WorkoutDetail { height: 3fr; width: 1fr; }
        &.-narrow #lift-body { layout: vertical; }
        &.-narrow #lift-side { layout: horizontal; border: none; }
        &.-narrow LineChart, &.-narrow #lift-side WorkoutDetail {
            width: 1fr; height: 1fr;
        }
        &.-low LineChart { display: none; }
        &.-low, &.-short {
            LineList, #lift-side WorkoutDetail, LineChart { border: none; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v,q", "dismiss(None)", "back", id="lift.back"),
        Binding("tab", "lift(1)", "next exercise", id="lift.next"),
        Binding("shift+tab", "lift(-1)", "before", show=False, id="lift.before"),
        Binding("J", "page(1)", "more of the bests", show=False, id="lift.down"),
        Binding("K", "page(-1)", "back in the bests", show=False, id="lift.up"),
        Binding("left", "read(-1)", "earlier", show=False, id="lift.earlier"),
        Binding("right", "read(1)", "later", show=False, id="lift.later"),
    ]

    def __init__(self, past: Past, unit: Unit, lifts: Sequence[str], place: int = 0):
        self._words = Static(id="lift-words")
        self._list = LineList(_line)
        self._list.border_title = "Every set"
        self._list.border_subtitle = f"{signs.RECORD} record · reps left or F"
        self._chart = LineChart(empty=NO_1RM)
        self._bests = WorkoutDetail()
        self._bests.border_title = "Bests"
        self._bests.can_focus = False
        side = Vertical(self._chart, self._bests, id="lift-side")
        body = Horizontal(self._list, side, id="lift-body")
        super().__init__(self._words, body, KeyBar(SAYS, of_dialog=True))
        self._past = past
        self._unit = unit
        self._lifts = lifts
        self._place = place

    def on_mount(self) -> None:
        """Show the exercise that was asked for."""
        self._list.focus()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A workout of one exercise has no next one."""
        return action != "lift" or len(self._lifts) > 1

    def action_lift(self, step: int) -> None:
        """The next exercise of the workout, or the one before."""
        self._place = (self._place + step) % len(self._lifts)
        self._show()

    def action_read(self, step: int) -> None:
        """Read the line at another session."""
        self._chart.move(step)

    def action_page(self, pages: int) -> None:
        """Scroll the bests."""
        self._bests.action_page(pages)

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        if (row := self._list.row) is not None:
            at, days = row.workout.day, self._chart.data.stops
            if at in days:
                self._chart.cursor = days.index(at)

    def _show(self) -> None:
        found = lift_past(self._past, self._lifts[self._place], self._unit)
        name = clean(found.exercise.name)
        words = Content.assemble((name, "bold"), f"  {found.sentence}")
        self._words.update(words)
        self._chart.border_title = found.strength.measure
        self._chart.data = Series(found.strength.points, found.strength.unit)
        self._bests.show(found.page, from_top=True)
        self._list.rows = found.rows
        self._list.action_first()


def _line(row: SessionRow, width: int, _selected: bool) -> Iterator[Run]:
    yield day_words(row.workout.started_at).ljust(DAY), "dim"
    used, sets = DAY, row.sets
    if DAY + sum(cell_len(text) + 2 for text, _ in sets) > width:
        sets = tuple(run for run in sets if run[1] != "dim") or sets  # no warm-ups
    for text, role in sets:
        used += cell_len(text) + 2
        if used > width:
            yield "  …", "dim"
            return
        yield f"  {text}", role
