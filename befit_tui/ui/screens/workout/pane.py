"""The workout mode: what a key calls, what follows a logged set, the end of a rest."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.entry_line import LINE_STARTS
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Form, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet, Target
from befit_tui.logbook import workout_times
from befit_tui.logbook.doubts import BOUNCE
from befit_tui.logbook.lines import Line
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.effort_question import BROKE, TECHNICAL, Answer
from befit_tui.logbook.workout.rest import REST_STEP_S, rest_target
from befit_tui.logbook.workout.row_words import unlogged
from befit_tui.logbook.workout.today import note_alert
from befit_tui.settings import Settings
from befit_tui.ui.bell_and_clipboard import tell
from befit_tui.ui.keys import LINE_KEYS, PLANLESS_KEYS, QUESTION_KEYS, WORKOUT_KEYS
from befit_tui.ui.screens.pane import LogChanged, LogWritten, Pane
from befit_tui.ui.screens.workout.view import LARGE, WorkoutView
from befit_tui.ui.widgets.entry_line import EntryLine
from befit_tui.ui.widgets.rest_panel import RestPanel
from befit_tui.ui.widgets.set_list import SetList

T = TypeVar("T")
OF_THE_BODY = (LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED, LoadKind.REPS_ONLY)
"""Lifts whose row says BW, which one may type: b alone is a broken set there too."""
TICK_S = 1.0
"""Seconds between two looks at a running time or an open question."""
LETTER_S = 1.0
"""Seconds after the b in which a w makes it ``bw``; product constant."""


class WorkoutPane(Pane):
    """Gives the keys to the editor, which changes the log, and has it drawn."""

    BINDING_GROUP_TITLE = "Workout"
    BINDINGS: ClassVar[list[BindingType]] = [
        # A key stands where it stands first: the digits of a question before all.
        *LINE_KEYS,
        *QUESTION_KEYS[:2],
        *WORKOUT_KEYS,
        *QUESTION_KEYS[2:],
    ]
    NAME = "workout"
    KEYS_FOR = "SetList"

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(logbook, settings)
        self._monotonic = monotonic
        self.editor = WorkoutEditor(logbook, planned=False, monotonic=monotonic)
        self._cursor = self.editor.cursor
        self._cursor.presses.per_rep = settings.presses_per_rep
        self._view = WorkoutView(self.editor, logbook, monotonic)
        self._enter_at = self._broke_at = float("-inf")
        self._refused = False

    def compose(self) -> ComposeResult:
        """The sets and what is said beside them."""
        yield self._view

    def on_mount(self) -> None:
        """A clock for timed sets and questions, asleep while there are none."""
        self._ticking = self.set_interval(TICK_S, self._tick, pause=True)
        # The plan asks the meter of every lift; the first frame does not wait for it.
        self.call_after_refresh(self._plan)

    def _plan(self) -> None:
        """Plan the rows, once: when no part of the past can change them any more."""
        if not self._cursor.is_planned and not self._logbook.is_past_coming:
            self._cursor.plan()
            self._view.draw_log()

    def waits(self, event: events.Event) -> bool:
        """While the row shows no plan yet, a key that would mean it waits."""
        if self._cursor.is_planned or self._logbook.active is None:
            return False
        is_key = isinstance(event, events.Key) and event.key not in PLANLESS_KEYS
        return is_key or isinstance(event, events.Paste)

    @property
    def exercise(self) -> Exercise | None:
        """The exercise under the cursor."""
        return self._cursor.exercise

    @property
    def unlogged(self) -> str:
        """The reps or the time counted on the row: they go with no key but esc."""
        return unlogged(self._cursor)

    def say_unlogged(self) -> None:
        """Say what is not logged yet, until it is."""
        self._say(self.unlogged)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key counts between the end of a workout and the start panel.

        While it is asked how many reps were left, the keys are those of the question;
        any other closes it first, and then does its own job.
        """
        if self._logbook.active is None:
            return False
        if action == "forget_line":
            return self._view.entry.typing
        question = self._cursor.question
        if action == "answer" and question is not None:
            return question.open and question.offers(str(parameters[0]))
        return action != "answer" and not self._cursor.is_asking

    def on_log_changed(self, _: LogChanged) -> None:
        """Follow the log, seen or not: a command may want the editor right away."""
        self._follow_log()
        self._plan()

    # -- keys and the line to type in

    def on_key(self, event: events.Key) -> None:
        """The entry line and the question come before the bindings."""
        if self.app.focused is not self._view.list:
            return
        if self._view.entry.typing:
            self._view.entry.press(event)
            return
        if self._takes(event):
            event.stop()
            event.prevent_default()

    def _takes(self, event: events.Key) -> bool:
        """Whether a key belongs to the open question or begins a line."""
        broke_at, self._broke_at = self._broke_at, float("-inf")
        # On a lift of the body's weight the b of bw has logged a broken set.
        if event.character == "w" and self._monotonic() - broke_at <= LETTER_S:
            self._change(self._logbook.undo)
            self._follow_log()
            self._view.entry.begin("bw")
            return True
        was_asking = self._cursor.is_asking
        key = (event.character if event.is_printable else None) or event.key
        taken = self.editor.press(key)
        if taken or was_asking:
            self._view.show()
        starts = event.character and event.character in LINE_STARTS
        if starts and not taken and self._cursor.set_row:
            self._view.entry.begin(event.character or "")
            return True
        return taken

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted on a set is typed."""
        if self._cursor.set_row and (text := " ".join(event.text.split())):
            event.stop()
            entry = self._view.entry
            entry.insert(text) if entry.typing else entry.begin(text)

    @on(EntryLine.Changed)
    def _typed(self, event: EntryLine.Changed) -> None:
        """Read back what is typed, and let the meter answer it."""
        self._forget_refusal()
        self._view.entry.answer(self.editor.line.read_back(event.value))
        self._view.show_meter(event.value)

    @on(EntryLine.Submitted)
    def _entered(self, event: EntryLine.Submitted) -> None:
        event.stop()
        try:
            done = self.editor.submit(event.value)
        except BefitError as error:
            if not self._view.entry.refuse(str(error)):
                self._say(error)
            return
        self._view.entry.clear()
        self._after_set(
            done, ask=done is not None and done.left is None and not done.end
        )

    @on(EntryLine.Left)
    def _leave_line(self) -> None:
        if line := self._change(self.editor.take_answer_back):
            self._view.entry.begin(line)

    @on(WorkoutView.Asking)
    def _asking(self, event: WorkoutView.Asking) -> None:
        """Name the keys of the question, or those of the row again.

        What the answer changes is told when there is no question any more.
        """
        event.stop()
        self.refresh_bindings()
        if not self._cursor.is_asking:
            self.post_message(LogWritten())

    # -- the set under the cursor

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self._cursor.move(step)
        self._view.show()

    @on(SetList.Chosen)
    def _clicked(self, event: SetList.Chosen) -> None:
        """Move the cursor to the row that was clicked."""
        event.stop()
        row = self._cursor.row
        if row and row.id != event.row_id and self.unlogged:
            self.say_unlogged()
            return
        self.editor.close_question()
        self._cursor.go_to(event.row_id)
        self._view.show()

    def action_log(self) -> None:
        """Log the set as shown and ask how many reps were left.

        An enter that bounces was meant for the set before, or for the list of lifts.
        """
        row = self._cursor.set_row
        if row is not None and row.done is not None:
            asked = row.done
            self._attempt(lambda: self.editor.ask(asked))
            self._view.show()
            return
        if self._monotonic() - self._enter_at >= BOUNCE.total_seconds():
            self._log(None)

    def action_fail(self) -> None:
        """Log the set as technical failure."""
        self._log(TECHNICAL)

    def action_broke(self) -> None:
        """Log the set as ended because the form broke."""
        row = self._cursor.set_row
        self._log(BROKE)
        if row and not row.done and row.exercise.load in OF_THE_BODY:
            self._broke_at = self._monotonic()

    def action_rep(self) -> None:
        """Count a rep, or start and stop the clock of a timed set."""
        if self._cursor.is_timed:
            self._cursor.watch.press()
            self._ticking.resume()
            self._view.show_row()
            return
        row, presses = self._cursor.set_row, self._cursor.presses
        if row and not row.done and presses.press(self._monotonic()):
            self._view.show_row()

    def action_unrep(self) -> None:
        """Take a counted rep back."""
        self._cursor.presses.take_back()
        self._view.show_row()

    def action_unrep_all(self) -> None:
        """Forget the counted reps, or the time; with none, leave the large view."""
        if not self._cursor.presses.count and not self._cursor.watch.is_used:
            self._view.remove_class(LARGE)
        self._cursor.leave_row()
        self._forget_refusal()
        self._view.show_row()

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
        what = self._change(self.editor.remove)
        if what is not None:
            said = f"removed: {what} · u to undo" if what else "Nothing to remove here."
            self.notify(said, timeout=4)

    def action_rate(self) -> None:
        """Ask again about the last set."""
        self._change(self.editor.ask_last)

    @work
    async def action_note(self) -> None:
        """Write a note on the set under the cursor, on a title row on the exercise.

        While it is asked how a set ended, the note is on that one.
        """
        if self._cursor.row is None:
            return
        asked = self._cursor.question
        if asked is not None:
            self._cursor.go_to_set(asked.set_id)
        what, old = self.editor.note_under_cursor()
        note = await self._ask(f"Note on {what}", str, old)
        if note is not None:
            self._change(lambda: self.editor.write_note(note))
        if asked is not None:
            self._cursor.go_on()
            self._view.show()

    # -- the exercises and what is planned

    @work
    async def action_add(self) -> None:
        """Choose an exercise and put it at the end."""
        await self._ask_exercise("Add an exercise", self.editor.add)

    @work
    async def action_swap(self) -> None:
        """Choose another exercise for the place under the cursor."""
        from befit_tui.ui.screens.dialog import attempt

        if (old := self.exercise) is not None and attempt(
            self.app, self.editor.check_swap
        ):
            await self._ask_exercise(f"Swap {old.name}", self.editor.swap, old)

    def action_reorder(self, step: int) -> None:
        """Move the exercise under the cursor."""
        self._change(lambda: self.editor.reorder(step))

    def action_superset(self) -> None:
        """Join the exercise under the cursor to the one below, or part them."""
        self._change(self.editor.join_superset)

    def action_ramp(self) -> None:
        """Plan warm-ups before the first working set."""
        from befit_tui.logbook.workout.warm_ups import plan_warm_ups

        self._change(lambda: plan_warm_ups(self.editor, self.settings.gears))

    @work
    async def action_short(self) -> None:
        """Ask for the minutes there are, and keep what fits."""
        from befit_tui.logbook.workout.short_session import shorten

        def cut(line: str) -> None:
            self.notify(shorten(self._cursor, line), timeout=8)

        minutes = self._logbook.opened().minutes_planned
        hint = "the minutes you have from now, as in 25"
        await self._ask("Short session", cut, str(minutes or ""), hint)
        self._show_log()

    @work
    async def action_targets(self) -> None:
        """Ask for the plan of the exercise."""
        from befit_tui.ui.screens.workout.plan_form import plan_form

        def keep(plan: Target) -> None:
            self._change(lambda: self.editor.write_plan(plan))

        if (exercise := self.exercise) is not None:
            unit = self._cursor.unit
            form = plan_form(exercise.name, self.editor.plan, keep, unit)
            await self.app.push_screen_wait(form)

    @work
    async def action_exercise_settings(self) -> None:
        """Name, unit, step, rest, bar and note of the exercise, and hiding it."""
        if (exercise := self.exercise) is None:
            return
        from befit_tui.ui.screens.exercise_settings import set_exercise

        title = self._cursor.title
        way = title.way if title is not None else ""
        if await set_exercise(self.app, self._logbook, exercise, way):
            self._show_log()

    @work
    async def action_routines(self) -> None:
        """Choose a routine and offer to append it."""
        from befit_tui.logbook.planning.programme import append
        from befit_tui.ui.screens.dialog import YesNo
        from befit_tui.ui.screens.planning.routines import RoutinesScreen

        chosen = await self.app.push_screen_wait(RoutinesScreen(self._logbook))
        self._show_log()
        # The undo of that screen may have taken the workout itself back.
        if chosen is None or (active := self._logbook.active) is None:
            return
        name = active.name or "A workout"
        asked = f"{name} is open: append the exercises of {chosen.routine.name}?"
        if await self.app.push_screen_wait(YesNo(asked, "Append")):
            self._change(lambda: append(self._logbook, chosen.routine, chosen.week))
            self.editor.restart()
            self._view.show()

    @work
    async def action_save_routine(self) -> None:
        """Make a routine of the open workout; u takes it back."""
        await self._save_routine()

    async def _save_routine(self) -> None:
        """Ask what the routine shall be called, and keep it."""
        active = self._logbook.opened()
        hint = "a routine of this name gets the plan of the workout instead"
        usual = routines.routine_name(active)
        if not (name := await self._ask("Name of the routine", str, usual, hint)):
            return
        named = replace(active, name=name)
        saved = self._change(lambda: routines.save_workout(self._logbook, named))
        if saved is not None:
            self.notify(f"routine saved: {saved.name} · u to undo", timeout=5)

    # -- what helps beside the set

    def action_plates(self) -> None:
        """Show what goes on each side of the bar."""
        from befit_tui.logbook.workout.plates import plates

        self._pop_up("Plates", lambda: plates(self._cursor, self.settings.gears))

    def action_neighbours(self) -> None:
        """Show what three loads would allow."""
        from befit_tui.logbook.workout.meter_view import neighbours

        self._pop_up("What the loads beside it allow", lambda: neighbours(self._cursor))

    def action_lift(self) -> None:
        """Every set ever of the exercise under the cursor."""
        from befit_tui.logbook.history.workout_list import Past
        from befit_tui.ui.screens.lift_screen import LiftScreen

        if (exercise := self.exercise) is not None:
            past = Past(self._logbook.history, self._logbook.catalog)
            lift = LiftScreen(past, self._logbook.unit, [exercise.id])
            self.app.push_screen(lift)

    def action_focus_view(self) -> None:
        """Large characters instead of the sets, or the sets again."""
        self._view.toggle_class(LARGE)
        self._view.show_row()

    def action_note_alert(self) -> None:
        """Note the alert that is shown; it is quiet until it is worse."""
        said = self._change(lambda: note_alert(self._cursor))
        self._view.draw_log()
        what = f"noted: {said} · u to undo" if said else "No alert is shown."
        self.notify(what, timeout=4)

    def action_rest(self) -> None:
        """Start the rest, or make it longer."""
        if self._view.rest.rest is None:
            self._view.rest.begin(self._logbook.clock(), rest_target(self._cursor))
        else:
            self._longer_rest(REST_STEP_S)

    def action_less_rest(self) -> None:
        """Make the rest shorter; one that has no time left ends."""
        self._longer_rest(-REST_STEP_S)

    def _longer_rest(self, seconds: int) -> None:
        """Move the end of the rest, which is kept over a restart."""
        if (rest := self._view.rest.rest) is not None:
            target = rest.longer(seconds).target
            self._attempt(lambda: self.editor.change_rest(target))
            self._view.rest.longer(seconds)

    @on(RestPanel.Over)
    def _rest_is_over(self, event: RestPanel.Over) -> None:
        event.stop()
        exercise = self.exercise
        following = f"Next: {exercise.name}." if exercise else "Go on."
        tell(self.app, self.settings.rest_alert, "Rest is over", following)

    # -- the workout as a whole

    @work
    async def action_check_in(self) -> None:
        """Ask how the lifter comes in; kept for today's workout if none is open."""
        from befit_tui.ui.screens.planning.check_in_and_block import ask_check_in
        from befit_tui.ui.screens.workout.start import cut_short

        before = self._logbook.opened().minutes_planned
        if await ask_check_in(self.app, self._logbook):
            cut_short(self.app, self._logbook, before)
            self._show_log()

    @work
    async def action_finish(self) -> None:
        """Show the summary; enter there ends the workout."""
        from befit_tui.ui.screens.workout import finish

        log, ended_at, questions = self._logbook, None, finish.new_questions()
        band = self.settings.volume_band
        while way := await self.app.push_screen_wait(
            finish.FinishDialog(self._cursor, ended_at, questions, band)
        ):
            if way == finish.TIMES:
                ended_at = await self._ask_times(ended_at)
            elif way == finish.ROUTINE:
                await self._save_routine()
            else:
                break
        if way == finish.END:
            if questions.answers:
                rating = questions.answers
                self._change(
                    lambda: log.keep(replace(log.opened(), **rating), "session rating")
                )
            self._change(lambda: self.editor.finish(ended_at))
            # This pane goes with its workout, and what it waits for goes with it.
            self.app.run_worker(finish.ask_easy_week(self.app, log))

    @work
    async def action_times(self) -> None:
        """Correct when the workout started, or end it at another time than now."""
        ended_at = await self._ask_times(None)
        if ended_at is not None:
            self._change(lambda: self.editor.finish(ended_at))

    def action_put_away(self) -> None:
        """Drop the open workout; u brings it back."""
        self._change(self._logbook.discard)
        self.notify("the workout is put away · u to undo")

    # -- inner workings

    async def _ask(
        self, title: str, read: Callable[[str], T], value: str, hint: str = ""
    ) -> T | None:
        """What is typed in a dialog; None when it was put away."""
        from befit_tui.ui.screens.prompt import ask_line

        return await ask_line(self.app, title, read, value, hint=hint)

    def _pop_up(self, title: str, lines: Callable[[], Iterable[Line]]) -> None:
        """Show some lines over the sets; why there are none is said."""
        from befit_tui.ui.screens.dialog import Popup
        from befit_tui.ui.widgets.card_panel import content

        shown = self._attempt(lambda: [*map(content, lines())])
        if shown is not None:
            self.app.push_screen(Popup(title, shown))

    async def _ask_exercise(
        self, title: str, then: Callable[[str], None], old: Exercise | None = None
    ) -> None:
        from befit_tui.ui.screens.picker import choose_exercise

        chosen = await choose_exercise(self.app, self._logbook, title, instead_of=old)
        if chosen is not None:
            self._cursor.refresh()
            self._change(lambda: then(chosen))
            self._enter_at = self._monotonic()
            self.take_keys()

    async def _ask_times(self, ended_at: datetime | None) -> datetime | None:
        """Correct the start; gives the end that was typed, or else ``ended_at``."""
        from befit_tui.domain.grammar.day_entry import parse_times

        begun, now = self._logbook.opened().started_at, self._logbook.clock()
        end = f"-{ended_at:%H:%M}" if ended_at else ""
        stood, here = (begun, ended_at), self._logbook.here
        times = await self._ask(
            "Start and end",
            lambda typed: parse_times(typed, stood, now, here),
            f"{begun:%H:%M}{end}",
            "18:02-19:04, or only the start: 18:02",
        )
        if times is None:
            return ended_at
        start, ended_at = times
        if start != begun:
            self._change(lambda: workout_times.with_times(self._logbook, start))
        return ended_at

    def _log(self, rating: Answer | None) -> None:
        try:
            done = self.editor.log(rating)
        except BefitError as error:
            self._say(error)
            return
        self._after_set(done, ask=rating is None)

    def _after_set(self, done: LoggedSet | None, *, ask: bool) -> None:
        self._enter_at = self._monotonic()
        self._forget_refusal()
        if done is not None and done.at is not None:
            self._view.rest.begin(done.at, rest_target(self._cursor))
        asks = ask and self.settings.effort_question
        # Reps left mean something only where reps were counted.
        if asks and done is not None and done.reps is not None:
            self.editor.ask(done)
            if done.form is Form.SLIPPED:
                self.editor.press("s")
            self._ticking.resume()  # it closes where no rest is running, too
        self._view.show()
        if not self._cursor.is_asking:
            self.post_message(LogWritten())

    def _tick(self) -> None:
        """Show the running time, close the question; nothing wakes up without them."""
        if self._cursor.watch.is_running:
            self._view.show_row()
        elif not self._cursor.is_asking or self._view.close_late_question():
            self._ticking.pause()

    def _follow_log(self) -> None:
        self._cursor.follow()
        self._cursor.presses.per_rep = self.settings.presses_per_rep
        self._view.draw_log()

    def _show_log(self) -> None:
        """Draw what a dialog has written, and tell of it."""
        self._follow_log()
        self.post_message(LogWritten())

    def _change(self, change: Callable[[], T]) -> T | None:
        """Change the log and draw it; a refusal is said, and nothing has changed."""
        try:
            return self._attempt(change)
        finally:
            self._view.show()
            self.post_message(LogWritten())

    def _attempt(self, step: Callable[[], T]) -> T | None:
        """Do what may be refused; a refusal is said."""
        try:
            return step()
        except BefitError as error:
            self._say(error)
            return None

    def _say(self, refusal: BefitError | str) -> None:
        self._refused = True
        self.notify(str(refusal), severity="warning")

    def _forget_refusal(self) -> None:
        """What was refused is typed anew, or done by now."""
        if self._refused:
            self._refused = False
            self.app.call_later(self.app.run_action, "forget_notices")
