"""The workout in progress: the sets, the line to type in, the meter, the rest."""

import time
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook import Logbook, desk_view
from befit_tui.logbook.desk import Desk, last_set
from befit_tui.logbook.effort_question import BROKE, TECHNICAL, Answer
from befit_tui.settings import Settings
from befit_tui.ui.keys import WORKOUT_KEYS
from befit_tui.ui.screens.finish import FinishDialog
from befit_tui.ui.screens.pane import LogChanged, LogWritten, Pane
from befit_tui.ui.screens.picker import ExercisePicker
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.screens.start import EMPTY, IMPORT, StartPanel, workouts_to_repeat
from befit_tui.ui.widgets.entry_line import EntryLine
from befit_tui.ui.widgets.meter_panel import MeterPanel
from befit_tui.ui.widgets.rest_panel import Rest, RestPanel
from befit_tui.ui.widgets.set_list import SetList
from befit_tui.ui.widgets.text import clean
from befit_tui.ui.widgets.today_panel import TodayPanel

T = TypeVar("T")

ENTRY_HINT = "8 · 82.5x8 · +2.5 · 8@1 · 8@f"
ENTRY_STARTS = "0123456789+-.="
"""Keys that begin the entry line."""
NOT_ASKED_AFTER = 60
"""Seconds after which the question "reps left?" closes by itself (design)."""


class WorkoutPane(Pane):
    """Logs sets. What a key does to the log is the desk's; this draws and asks."""

    BINDING_GROUP_TITLE = "Workout"
    BINDINGS: ClassVar[list[BindingType]] = [*WORKOUT_KEYS]

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.settings = settings
        self._logbook = logbook
        self._monotonic = monotonic
        self.desk = Desk(logbook)

    def compose(self) -> ComposeResult:
        """The start panel, or the sets beside the meter, the rest and the day."""
        yield StartPanel()
        with Horizontal(id="workout-body"):
            with Vertical(id="workout-left"):
                with Vertical(id="sets"):
                    yield SetList(self.desk, self._logbook.unit)
                with Horizontal(id="entry"):
                    yield Static(id="entry-label")
                    yield EntryLine()
                    yield Static(id="entry-echo")
            with Vertical(id="workout-side"):
                yield MeterPanel()
                yield RestPanel(self._logbook.clock)
                yield TodayPanel()

    def on_mount(self) -> None:
        """Draw the log and take up a rest that was running."""
        self._resume_rest()
        self.show()
        self.call_after_refresh(self.take_keys)

    def on_log_changed(self, _: LogChanged) -> None:
        """Draw what the log holds now."""
        self.desk.refresh()
        self.show()

    def take_keys(self) -> None:
        """Give the keys to the sets, or to the start panel."""
        idle = self._logbook.active is None
        self.query_one(StartPanel if idle else SetList).focus()

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """The question and the entry line come before the bindings."""
        if self.app.focused is not self._list:
            return
        key = event.character if event.is_printable else event.key
        if key and self.desk.press(key):
            event.stop()
            event.prevent_default()
            self.show()
        elif event.character and event.character in ENTRY_STARTS and self.desk.set_row:
            event.stop()
            event.prevent_default()
            self._entry.begin(event.character)

    @on(EntryLine.Changed)
    def _typed(self, event: EntryLine.Changed) -> None:
        """Read back what is typed, and let the meter answer it."""
        echo = self.query_one("#entry-echo", Static)
        echo.remove_class("-refused")
        echo.update(Content(self.desk.read_back(event.value)))
        self._show_meter(event.value)

    @on(EntryLine.Submitted)
    def _entered(self, event: EntryLine.Submitted) -> None:
        event.stop()
        try:
            done = self.desk.submit(event.value)
        except EntryError as error:
            echo = self.query_one("#entry-echo", Static)
            echo.add_class("-refused")
            echo.update(Content(str(error)))
            return
        except BefitError as error:
            self._say(error)
            return
        self._leave_entry()
        self._after_set(
            done, ask=done is not None and done.left is None and not done.end
        )

    @on(EntryLine.Left)
    def _leave_entry(self) -> None:
        self._entry.clear()
        self.query_one("#entry-echo", Static).update("")
        self.take_keys()
        self.show()

    # -- actions

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.desk.move(step)
        self.show()

    def action_log(self) -> None:
        """Log the set as shown and ask how many reps were left."""
        row = self.desk.set_row
        if row is not None and row.done is not None:
            self.desk.ask(row.done.id)
            self.show()
            return
        self._log(None)

    def action_fail(self) -> None:
        """Log the set as technical failure."""
        self._log(TECHNICAL)

    def action_broke(self) -> None:
        """Log the set as ended because the form broke."""
        self._log(BROKE)

    def action_rep(self) -> None:
        """Count a rep."""
        row = self.desk.set_row
        if (
            row is not None
            and row.done is None
            and self.desk.presses.press(self._monotonic())
        ):
            self._show_row()

    def action_unrep(self) -> None:
        """Take a counted rep back."""
        self.desk.presses.take_back()
        self._show_row()

    def action_unrep_all(self) -> None:
        """Forget the counted reps."""
        self.desk.presses.clear()
        self._show_row()

    def action_reps(self, step: int) -> None:
        """One rep less or more."""
        self._change(lambda: self.desk.change_reps(step))

    def action_load(self, step: int) -> None:
        """One increment less or more."""
        self._change(lambda: self.desk.change_load(step))

    def action_kind(self, kind: str) -> None:
        """Warm-up or drop set, or a working set again."""
        self._change(lambda: self.desk.toggle_kind(Kind(kind)))

    def action_remove(self) -> None:
        """Take the row away; u brings it back."""
        if what := self._change(self.desk.remove):
            self.notify(f"removed: {what} · u to undo", timeout=4, markup=False)

    def action_reorder(self, step: int) -> None:
        """Move the exercise under the cursor."""
        self._change(lambda: self.desk.reorder(step))

    def action_rate(self) -> None:
        """Ask again about the last set."""
        self._change(self.desk.ask_last)

    def action_rest(self) -> None:
        """Start the rest, or make it longer."""
        panel = self.query_one(RestPanel)
        if panel.rest is None:
            panel.rest = Rest(self._logbook.clock(), self._rest_target())
        else:
            panel.rest = panel.rest.longer(15)

    def action_stop_rest(self) -> None:
        """End the rest."""
        self.query_one(RestPanel).rest = None

    @work
    async def action_add(self) -> None:
        """Choose an exercise and put it at the end."""
        await self._ask_exercise("Add an exercise", self.desk.add)

    @work
    async def action_swap(self) -> None:
        """Choose another exercise for the place under the cursor."""
        if self.desk.row is not None:
            await self._ask_exercise("Swap the exercise", self.desk.swap)

    @work
    async def action_note(self) -> None:
        """Write a note on the set under the cursor, on a title row on the exercise."""
        if self.desk.row is None:
            return
        what, old = self.desk.note_under_cursor()
        note = await self.app.push_screen_wait(Prompt(f"Note on {what}", value=old))
        if note is not None:
            self._change(lambda: self.desk.write_note(note))

    @work
    async def action_finish(self) -> None:
        """Show the summary; enter there ends the workout."""
        active = self._logbook.active
        if active is None:
            return
        summary = desk_view.summary_of(self.desk, active, self._logbook.unit)
        if await self.app.push_screen_wait(FinishDialog(summary)):
            self._change(self.desk.finish)
            self.query_one(RestPanel).rest = None
            self.take_keys()

    @on(StartPanel.Chosen)
    def _begin(self, event: StartPanel.Chosen) -> None:
        if event.way == IMPORT:
            self.app.call_later(self.app.run_action, "import_log")
            return
        self._change(lambda: self.desk.begin(None if event.way == EMPTY else event.way))
        self.take_keys()
        if event.way == EMPTY:
            self.action_add()

    # -- drawing

    def show(self) -> None:
        """Draw the whole pane from the desk."""
        active = self._logbook.active
        start = self.query_one(StartPanel)
        start.display = active is None
        self.query_one("#workout-body").display = active is not None
        if active is None:
            past = workouts_to_repeat(self._logbook.history.newest_first())
            start.offer(past, self._logbook.clock().date())
            return
        frame = self.query_one("#sets")
        title = f"{active.name or 'Workout'} · {day_words(active.started_at)}"
        frame.border_title = Content(clean(title))
        frame.border_subtitle = desk_view.progress(self.desk)
        self._list.unit = self._logbook.unit
        self._list.show_desk()
        self._show_row()
        today = self.query_one(TodayPanel)
        today.alerts = desk_view.alerts_of(self.desk, active)

    def _show_row(self) -> None:
        """Draw what depends on the row under the cursor."""
        self._list.refresh_row()
        question = self.desk.question
        asking = question is not None and question.open
        label = desk_view.prompt(self.desk, self._logbook.unit)
        self.query_one("#entry-label", Static).update(Content(label))
        self.query_one("#entry").set_class(asking, "-asking")
        self._entry.placeholder = "" if asking else ENTRY_HINT
        self._show_meter("")

    def _show_meter(self, typed: str) -> None:
        active, unit = self._logbook.active, self._logbook.unit
        view = desk_view.meter(self.desk, unit, active, typed) if active else None
        self.query_one(MeterPanel).view = view

    def _log(self, rating: Answer | None) -> None:
        try:
            done = self.desk.log(rating)
        except BefitError as error:
            self._say(error)
            return
        self._after_set(done, ask=rating is None)

    def _after_set(self, done: LoggedSet | None, *, ask: bool) -> None:
        if done is not None and done.at is not None:
            self.query_one(RestPanel).rest = Rest(done.at, self._rest_target())
            if ask and self.settings.effort_question:
                self.desk.ask(done.id)
                self.set_timer(NOT_ASKED_AFTER, self.show)
        self.show()
        self.post_message(LogWritten())

    def _resume_rest(self) -> None:
        active = self._logbook.active
        last = last_set(active) if active else None
        if last is not None and last.at is not None:
            self.query_one(RestPanel).rest = Rest(last.at, self._rest_target())

    def _rest_target(self) -> int:
        active = self._logbook.active
        return desk_view.rest_target(self.desk, active) if active else 0

    def _change(self, change: Callable[[], T]) -> T | None:
        """Change the log and draw it; a refusal is said, and nothing has changed."""
        try:
            return change()
        except BefitError as error:
            self._say(error)
            return None
        finally:
            self.show()
            self.post_message(LogWritten())

    async def _ask_exercise(self, title: str, then: Callable[[str], None]) -> None:
        picker = ExercisePicker(self._logbook.catalog, self._logbook.recent(), title)
        chosen = await self.app.push_screen_wait(picker)
        if chosen is not None:
            self._change(lambda: then(chosen))
            self.take_keys()

    def _say(self, error: BefitError) -> None:
        self.notify(str(error), severity="warning", markup=False)

    @property
    def _list(self) -> SetList:
        return self.query_one(SetList)

    @property
    def _entry(self) -> EntryLine:
        return self.query_one(EntryLine)
