"""The past: workouts by month, and the one under the cursor in full."""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from befit_tui.domain.routine import Routine
from befit_tui.logbook.history.detail import detail_lines, plain
from befit_tui.logbook.planning.routines import save_workout
from befit_tui.ui.keys import HISTORY_KEYS
from befit_tui.ui.screens.attempt import attempt
from befit_tui.ui.screens.history.edit import HistoryEdits, named
from befit_tui.ui.screens.history.filter_line import FilterLine
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.yes_no import YesNo

OF_A_WORKOUT = (
    "open", "repeat", "copy", "delete", "month", "save_routine", "edit", "lift",
    "calendar", "change",
)  # fmt: skip
"""What needs a workout under the cursor."""
READING = ("note", "swap", "add_set")
"""What needs the keys in the detail."""


class HistoryPane(HistoryEdits):
    """Years of workouts under j and k; the detail follows the cursor."""

    BINDING_GROUP_TITLE = "History"
    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        reading = self.has_class("-reading")
        if action == "back":
            return reading or self.has_class("-filtering")
        if action == "filter":
            return not self._input.has_focus
        if action in READING:
            return reading
        if action == "open" and reading:
            return False
        return action not in OF_A_WORKOUT or self._list.workout is not None

    def action_open(self) -> None:
        """Give the detail the keys; on a narrow screen it takes all the room."""
        self.add_class("-reading")
        self._detail.focus()
        self.refresh_bindings()

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
        self.call_after_refresh(self._show_detail)

    @on(FilterLine.Submitted)
    def _filtered(self) -> None:
        self.set_class(bool(self._input.value.strip()), "-filtering")
        self.take_keys()

    def action_month(self, step: int) -> None:
        """One month back (-1) or on (1)."""
        self._list.step_month(step)

    @work
    async def action_calendar(self) -> None:
        """Jump to a day."""
        from befit_tui.ui.screens.history.calendar import Calendar  # noqa: PLC0415

        shown, here = self._list.workouts(), self._list.workout
        if here is None:
            return
        day = await self.app.push_screen_wait(Calendar(shown, here.started_at.date()))
        if day is not None:
            self._list.go_to_day(day)

    @work
    async def action_lift(self) -> None:
        """Every set ever of an exercise of the workout."""
        from befit_tui.ui.screens.lift_screen import LiftScreen  # noqa: PLC0415

        workout, spot = self._list.workout, self._detail.spot
        if workout is None or not workout.entries:
            return
        reading = self.has_class("-reading") and spot is not None and spot.entry >= 0
        at = spot.entry if reading and spot else 0
        lifts = list(dict.fromkeys(entry.exercise for entry in workout.entries))
        place = lifts.index(workout.entries[at].exercise)
        await self.app.push_screen_wait(
            LiftScreen(self._list.past, self._logbook.unit, lifts, place)
        )

    def action_copy(self) -> None:
        """Copy the workout as text."""
        workout = self._list.workout
        if workout is None:
            return
        self._list.past.judge(workout)
        lines = detail_lines(workout, self._list.past, self._logbook.unit)
        self.app.copy_to_clipboard(plain(lines))
        self.notify(f"copied: {named(workout)}", timeout=3, markup=False)

    def action_delete(self) -> None:
        """Delete the workout, or what the cursor is on in it; undo brings it back."""
        workout, spot = self._list.workout, self._detail.spot
        if workout is None:
            return
        if self.has_class("-reading") and spot is not None and spot.entry >= 0:
            self._remove(workout, spot)
        elif attempt(self.app, lambda: self._logbook.delete(workout)):
            self.take_keys()
            message = f"deleted: {named(workout)} · u to undo"
            self.notify(message, timeout=5, markup=False)
            self.draw_log()
            self.post_message(LogWritten())

    def action_save_routine(self) -> None:
        """Make a routine of the workout."""
        workout, log = self._list.workout, self._logbook
        if workout is None:
            return
        saved: list[Routine] = []
        if attempt(self.app, lambda: saved.append(save_workout(log, workout))):
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
                f"{named(workout)}?"
            )
            if not await self.app.push_screen_wait(YesNo(sentence)):
                return
            plan = self._logbook.append
        if attempt(self.app, lambda: plan(workout)):
            self.post_message(LogWritten())
            await self.app.run_action("mode('workout')")
