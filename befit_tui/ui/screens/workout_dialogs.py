"""What the workout screen asks in dialogs; none of them stands between two sets."""

from collections.abc import Callable

from textual import work

from befit_tui.logbook import desk_view
from befit_tui.ui.screens.finish import FinishDialog
from befit_tui.ui.screens.picker import ExercisePicker
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.screens.workout_view import WorkoutView


class WorkoutDialogs(WorkoutView):
    """The keys that open a dialog."""

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
            self._rest.stop()
            self.take_keys()

    async def _ask_exercise(self, title: str, then: Callable[[str], None]) -> None:
        picker = ExercisePicker(self._logbook.catalog, self._logbook.recent(), title)
        chosen = await self.app.push_screen_wait(picker)
        if chosen is not None:
            self._change(lambda: then(self._logbook.exercise_for(chosen)))
            self.take_keys()
