"""The workout in progress: the sets, the line to type in, the meter, the rest."""

from typing import ClassVar

from textual import events, on
from textual.binding import BindingType

from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.workout.effort_question import BROKE, TECHNICAL, Answer
from befit_tui.logbook.workout.words import note_alert
from befit_tui.ui.keys import WORKOUT_KEYS
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.workout.loading import WorkoutRack
from befit_tui.ui.screens.workout.plans import WorkoutPlans
from befit_tui.ui.terminal_notice import tell
from befit_tui.ui.widgets.entry_line import EntryLine
from befit_tui.ui.widgets.rest_panel import STEP, RestPanel

ENTRY_STARTS = "0123456789+-.="
"""Keys that begin the entry line."""
BOUNCE_S = 0.3
"""Seconds after a logged set in which a second enter is a bouncing key (design)."""


class WorkoutPane(WorkoutPlans, WorkoutRack):
    """Logs sets. What a key does to the log is the editor's; this draws and asks."""

    BINDING_GROUP_TITLE = "Workout"
    BINDINGS: ClassVar[list[BindingType]] = [*WORKOUT_KEYS]

    _logged_at = float("-inf")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key counts between the end of a workout and the start panel."""
        return self._logbook.active is not None

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """The entry line and the question come before the bindings."""
        if self.app.focused is not self._list:
            return
        if self._entry.typing:
            self._entry.press(event)
            return
        key = event.character if event.is_printable else event.key
        if key and self.editor.press(key):
            event.stop()
            event.prevent_default()
            self.show()
        elif (
            event.character and event.character in ENTRY_STARTS and self.editor.set_row
        ):
            event.stop()
            event.prevent_default()
            self._begin_line(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted on a set is typed."""
        if self.editor.set_row and (text := " ".join(event.text.split())):
            event.stop()
            self._entry.insert(text) if self._entry.typing else self._begin_line(text)

    @on(EntryLine.Changed)
    def _typed(self, event: EntryLine.Changed) -> None:
        """Read back what is typed, and let the meter answer it."""
        self._entry.answer(self.editor.read_back(event.value))
        self._show_meter(event.value)

    @on(EntryLine.Submitted)
    def _entered(self, event: EntryLine.Submitted) -> None:
        event.stop()
        try:
            done = self.editor.submit(event.value)
        except EntryError as error:
            if not self._entry.refuse(str(error)):
                self._say(error)
            return
        except BefitError as error:
            self._say(error)
            return
        self._entry.clear()
        self._leave_line()
        self._after_set(
            done, ask=done is not None and done.left is None and not done.end
        )

    @on(EntryLine.Left)
    def _leave_line(self) -> None:
        self._list.typing = False
        self.refresh_bindings()
        self.show()

    def _begin_line(self, text: str) -> None:
        self._list.typing = True
        self.refresh_bindings()
        self._entry.begin(text)

    # -- actions

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.editor.move(step)
        self.show()

    def action_log(self) -> None:
        """Log the set as shown and ask how many reps were left."""
        row = self.editor.set_row
        if row is not None and row.done is not None:
            self.editor.ask(row.done.id)
            self.show()
            return
        if self.monotonic() - self._logged_at >= BOUNCE_S:
            self._log(None)

    def action_fail(self) -> None:
        """Log the set as technical failure."""
        self._log(TECHNICAL)

    def action_broke(self) -> None:
        """Log the set as ended because the form broke."""
        self._log(BROKE)

    def action_rep(self) -> None:
        """Count a rep, or start and stop the clock of a timed set."""
        if self.time_set():
            return
        row = self.editor.set_row
        if (
            row is not None
            and row.done is None
            and self.editor.presses.press(self.monotonic())
        ):
            self._show_row()

    def action_unrep(self) -> None:
        """Take a counted rep back."""
        self.editor.presses.take_back()
        self._show_row()

    def action_unrep_all(self) -> None:
        """Forget the counted reps, or the time; with none, leave the large view."""
        if not self.editor.presses.count and not self.editor.watch.is_used:
            self.remove_class("-focus")
        self.editor.presses.clear()
        self.editor.watch.clear()
        self._show_row()

    def action_reps(self, step: int) -> None:
        """One rep less or more."""
        self._change(lambda: self.editor.change_reps(step))

    def action_load(self, step: int) -> None:
        """One increment less or more."""
        self._change(lambda: self.editor.change_load(step))

    def action_kind(self, kind: str) -> None:
        """Warm-up or drop set, or a working set again."""
        self._change(lambda: self.editor.toggle_kind(Kind(kind)))

    def action_remove(self) -> None:
        """Take the row away; u brings it back."""
        if what := self._change(self.editor.remove):
            self.notify(f"removed: {what} · u to undo", timeout=4, markup=False)

    def action_reorder(self, step: int) -> None:
        """Move the exercise under the cursor."""
        self._change(lambda: self.editor.reorder(step))

    def action_rate(self) -> None:
        """Ask again about the last set."""
        self._change(self.editor.ask_last)

    def action_note_alert(self) -> None:
        """Note the alert that is shown; it is quiet until it is worse."""
        active = self._logbook.active
        said = self._change(lambda: note_alert(self.editor, active)) if active else ""
        self._drawn = None
        self.show()
        what = f"noted: {said} · u to undo" if said else "No alert is shown."
        self.notify(what, timeout=4, markup=False)

    def action_rest(self) -> None:
        """Start the rest, or make it longer."""
        if self._rest.rest is None:
            self._rest.begin(self._logbook.clock(), self._rest_target())
        else:
            self._rest.longer(STEP)

    def action_less_rest(self) -> None:
        """Make the rest shorter; one that has no time left ends."""
        self._rest.longer(-STEP)

    def _log(self, rating: Answer | None) -> None:
        try:
            done = self.editor.log(rating)
        except BefitError as error:
            self._say(error)
            return
        self._after_set(done, ask=rating is None)

    def _after_set(self, done: LoggedSet | None, *, ask: bool) -> None:
        self._logged_at = self.monotonic()
        if done is not None and done.at is not None:
            self._rest.begin(done.at, self._rest_target())
        if done is not None and ask and self._asks_about(done):
            self.editor.ask(done.id)
        self.show()
        self.post_message(LogWritten())

    def _asks_about(self, done: LoggedSet) -> bool:
        """Reps left mean something only where reps were counted."""
        counted = done.reps is not None
        return counted and self.settings.effort_question

    @on(RestPanel.Over)
    def _rest_is_over(self, event: RestPanel.Over) -> None:
        event.stop()
        exercise = self.editor.exercise
        following = f"Next: {exercise.name}." if exercise else "Go on."
        tell(self.app, self.settings.rest_alert, "Rest is over", following)
