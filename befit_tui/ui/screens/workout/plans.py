"""What is planned around a workout: routines, its times, how an exercise is done."""

from textual import work

from befit_tui.logbook.planning import routines
from befit_tui.logbook.workout import changes
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.workout.dialogs import WorkoutDialogs


class WorkoutPlans(WorkoutDialogs):
    """The keys for what stands around the sets."""

    def on_mount(self) -> None:
        """A clock for timed sets, asleep while none is running."""
        self._ticking = self.set_interval(1.0, self._tick, pause=True)

    @work
    async def action_routines(self) -> None:
        """Choose a routine and offer to append it."""
        from befit_tui.ui.screens.planning.routines import RoutinesScreen

        routine = await self.app.push_screen_wait(RoutinesScreen(self._logbook))
        self._redraw()
        if routine is None or (active := self._logbook.active) is None:
            return
        from befit_tui.ui.screens.yes_no import YesNo

        name = active.name or "A workout"
        sentence = f"{name} is open: append the exercises of {routine.name}?"
        if await self.app.push_screen_wait(YesNo(sentence)):
            self._change(lambda: routines.append(self._logbook, routine))
            self.editor.restart()
            self._redraw()

    def action_lift(self) -> None:
        """Every set ever of the exercise under the cursor."""
        from befit_tui.logbook.history.past import Past
        from befit_tui.ui.screens.lift_screen import LiftScreen

        exercise = self.editor.exercise
        if exercise is not None:
            past = Past(self._logbook.history, self._logbook.catalog)
            self.app.push_screen(LiftScreen(past, self._logbook.unit, [exercise.id]))

    def action_save_routine(self) -> None:
        """Make a routine of the open workout; u takes it back."""
        if (active := self._logbook.active) is None:
            return
        saved = self._change(lambda: routines.save_workout(self._logbook, active))
        if saved is not None:
            message = f"routine saved: {saved.name} · u to undo"
            self.notify(message, timeout=5, markup=False)

    @work
    async def action_exercise_settings(self) -> None:
        """Unit, step, rest, bar and note of the exercise under the cursor."""
        if (exercise := self.editor.exercise) is None:
            return
        from befit_tui.domain.preferences import change_of
        from befit_tui.ui.screens.exercise_settings import ExerciseSettings

        dialog = ExerciseSettings(exercise, self._logbook.unit)
        changed = await self.app.push_screen_wait(dialog)
        if changed is not None:
            change = {changed.id: change_of(changed)}
            label = f"settings of {changed.name}"
            self._change(lambda: self._logbook.keep_items("changes", change, label))
            self._redraw()

    def action_superset(self) -> None:
        """Join the exercise under the cursor to the one below, or part them."""
        if (row := self.editor.row) is not None:
            self._change(lambda: changes.join_superset(self._logbook, row.entry))
            self._redraw()

    @work
    async def action_times(self) -> None:
        """Correct when the workout started, or end it at another time than now."""
        if self._logbook.active is None:
            return
        ended_at = await self.ask_times(None)
        if ended_at is not None:
            self.end_workout(ended_at)

    def action_put_away(self) -> None:
        """Drop the open workout; u brings it back."""
        if self._logbook.active is not None:
            self._change(self._logbook.discard)
            self.notify("the workout is put away · u to undo", markup=False)

    def time_set(self) -> bool:
        """Start or stop the clock of a timed set; False when reps are counted here."""
        if not self.editor.is_timed:
            return False
        self.editor.watch.press(self.editor.now())
        self._ticking.resume()
        self._show_row()
        return True

    def _tick(self) -> None:
        """Show the running time; nothing wakes up while none is running."""
        if self.editor.watch.is_running:
            self._show_row()
        else:
            self._ticking.pause()

    def _redraw(self) -> None:
        self.draw_log()
        self.post_message(LogWritten())
