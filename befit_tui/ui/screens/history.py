"""The past: workouts by month, and the one under the cursor in full."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from befit_tui.domain.errors import BefitError
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.routine import Routine
from befit_tui.domain.wording import MONTHS, day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook
from befit_tui.logbook.past import Past, PastRow, TextRow, counted, rows_of
from befit_tui.logbook.past_detail import detail_lines, detail_page, plain
from befit_tui.logbook.routines import save_workout
from befit_tui.ui.keys import HISTORY_KEYS
from befit_tui.ui.screens.history_detail import WorkoutDetail
from befit_tui.ui.screens.history_list import HistoryList
from befit_tui.ui.screens.history_question import YesNo
from befit_tui.ui.screens.pane import LogChanged, LogWritten, Pane
from befit_tui.ui.widgets.line_input import LineInput
from befit_tui.ui.widgets.text import clean

NOTHING_YET = (
    TextRow("1", "No workouts yet."),
    TextRow("2", "W starts one, I brings in a log"),
    TextRow("3", "from Hevy, Strong or FitNotes."),
)
NO_MATCH = (
    TextRow("1", "No workout holds all these words."),
    TextRow("2", "esc shows them all again."),
)

LEGEND = "● failure  ◆ record  ▲ ■ alert"


class HistoryPane(Pane):
    """Years of workouts under j and k; the detail follows the cursor."""

    KEYS_FOR = "HistoryList"
    BINDING_GROUP_TITLE = "History"
    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS]

    def __init__(self, logbook: Logbook, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._logbook = logbook
        self._judging: Worker[None] | None = None
        self._drawn: tuple[Workout | None, bool, Unit] | None = None

    def compose(self) -> ComposeResult:
        """The line to filter by, the list, the detail."""
        with Horizontal(id="history-filter"):
            yield Static("/ ", id="history-slash")
            yield LineInput(placeholder="words of a workout, an exercise or a note")
            yield Static(id="history-count")
        with Horizontal(id="history-body"):
            yield HistoryList(Past(History(), self._logbook.catalog))
            yield WorkoutDetail()

    def on_mount(self) -> None:
        """Name the frames."""
        line = self.query_one("#history-filter")
        line.border_subtitle = "enter to the list · esc all workouts"
        self._list.border_subtitle = LEGEND
        self._detail.border_title = "Workout"

    def on_log_changed(self, _: LogChanged) -> None:
        """Draw the log if it can be seen; the mode bar asks again when it is shown."""
        if not self.display:
            return
        past = self._list.past.renewed(self._logbook.history, self._logbook.catalog)
        if past is not self._list.past:
            self._list.past = past
            self._show_rows()
            self.refresh_bindings()
        self._show_detail()

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.remove_class("-reading")
        super().take_keys()

    # -- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if action == "back":
            return self.has_class("-reading") or self.has_class("-filtering")
        if action == "filter":
            return not self._input.has_focus
        if action == "open" and self.has_class("-reading"):
            return False
        if action in ("open", "repeat", "copy", "delete", "month", "save_routine"):
            return self._list.workout is not None
        return True

    def action_open(self) -> None:
        """Give the detail the keys; on a narrow screen it takes all the room."""
        self.add_class("-reading")
        self._detail.focus()

    def action_back(self) -> None:
        """From the detail to the list, from the filter to all workouts."""
        if not self.has_class("-reading"):
            self._input.value = ""
            self.remove_class("-filtering")
        self.take_keys()

    def action_filter(self) -> None:
        """Open the line to filter by."""
        self.remove_class("-reading")
        self.add_class("-filtering")
        self._input.focus()
        # Reads every workout once, so that the first letter need not.
        self.call_after_refresh(self._search)

    def action_month(self, step: int) -> None:
        """One month back (-1) or on (1)."""
        self._list.step_month(step)

    def action_copy(self) -> None:
        """Copy the workout as text."""
        workout = self._list.workout
        if workout is None:
            return
        self._list.past.judge(workout)
        lines = detail_lines(workout, self._list.past, self._logbook.unit)
        self.app.copy_to_clipboard(plain(lines))
        self.notify(f"copied: {_name(workout)}", timeout=3, markup=False)

    def action_delete(self) -> None:
        """Delete the workout; undo brings it back."""
        workout = self._list.workout
        if workout is not None and self._try(lambda: self._logbook.delete(workout)):
            message = f"deleted: {_name(workout)} · u to undo"
            self.notify(message, timeout=5, markup=False)
            self.on_log_changed(LogChanged())
            self.post_message(LogWritten())

    def action_save_routine(self) -> None:
        """Make a routine of the workout."""
        workout = self._list.workout
        if workout is None:
            return
        saved: list[Routine] = []
        if self._try(lambda: saved.append(save_workout(self._logbook, workout))):
            message = f"routine saved: {saved[0].name} · u to undo"
            self.notify(message, timeout=5, markup=False)

    @work
    async def action_repeat(self) -> None:
        """Plan the workout for today; with one open, offer to append."""
        workout, active = self._list.workout, self._logbook.active
        if workout is None:
            return
        plan = self._logbook.repeat
        if active is not None:
            sentence = (
                f"{active.name or 'A workout'} is open: append the exercises of "
                f"{_name(workout)}?"
            )
            if not await self.app.push_screen_wait(YesNo(sentence)):
                return
            plan = self._logbook.append
        if self._try(lambda: plan(workout)):
            self.post_message(LogWritten())
            await self.app.run_action("mode('workout')")

    # -- events

    @on(LineInput.Changed)
    def _typed(self) -> None:
        before = self._list.workout
        self._show_rows()
        if self._list.workout is not before:
            self._list.action_first()
        self.refresh_bindings()

    @on(LineInput.Submitted)
    def _filtered(self) -> None:
        self.set_class(bool(self._input.value.strip()), "-filtering")
        self.take_keys()

    @on(HistoryList.Highlighted)
    def _follow(self) -> None:
        self._show_detail()

    @on(HistoryList.Unjudged)
    def _look_closer(self) -> None:
        if self._judging is None or self._judging.is_finished:
            self._judging = self._judge()

    @work
    async def _judge(self) -> None:
        """Work out what is notable about the workouts in sight, between two keys."""
        while workout := next(self._list.waiting(), None):
            for _ in self._list.past.judging(workout):
                await asyncio.sleep(0)
            self._list.redraw(workout)
            if workout is self._list.workout:
                self._show_detail()
            await asyncio.sleep(0)

    # -- drawing

    def _show_rows(self) -> None:
        history = self._list.past.history
        query = self._input.value
        found = self._list.past.search(query, self._logbook.clock().date())
        rows: tuple[PastRow, ...] = rows_of(found.workouts)
        if not rows:
            rows = NO_MATCH if len(history) else NOTHING_YET
        self._list.rows = rows
        shown, every = f"{len(found.workouts):,}", counted(len(history), "workout")
        count = f"{shown} of {every} · {counted(found.sets, 'set')}"
        self.query_one("#history-count", Static).update(Content(f"  {count}"))
        self._list.border_title = self._since()

    def _since(self) -> str:
        """How much there is to look back on."""
        if self._logbook.unread_months:
            return "History · reading older months"
        oldest = next(iter(self._logbook.history), None)
        if oldest is None:
            return "History"
        month = MONTHS[oldest.started_at.month - 1][:3]
        every = counted(len(self._logbook.history), "workout")
        return f"History · {every} since {month} {oldest.started_at.year}"

    def _show_detail(self) -> None:
        workout, past = self._list.workout, self._list.past
        judged = workout is not None and past.verdict(workout) is not None
        drawing = (workout, judged, self._logbook.unit)
        if drawing == self._drawn:
            return
        same = self._drawn is not None and self._drawn[0] is workout
        self._drawn = drawing
        page = detail_page(workout, past, self._logbook.unit) if workout else ()
        self._detail.show(page, from_top=not same)

    # -- inner workings

    def _search(self) -> None:
        self._list.past.search("", self._logbook.clock().date())

    def _try(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except BefitError as error:
            self.notify(str(error), severity="warning", markup=False)
            return False
        return True

    @property
    def _list(self) -> HistoryList:
        return self.query_one(HistoryList)

    @property
    def _detail(self) -> WorkoutDetail:
        return self.query_one(WorkoutDetail)

    @property
    def _input(self) -> LineInput:
        return self.query_one(LineInput)


def _name(workout: Workout) -> str:
    return f"{clean(workout.name) or 'Workout'}, {day_words(workout.started_at)}"
