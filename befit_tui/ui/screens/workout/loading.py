"""What helps before racking up: plates, other loads, warm-ups, targets, a far view."""

from collections.abc import Callable, Iterable

from textual import on, work
from textual.content import Content

from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.logbook.workout.focus import focus_text
from befit_tui.ui.screens.workout.view import WorkoutView
from befit_tui.ui.widgets.focus_view import FocusView
from befit_tui.ui.widgets.rest_panel import RestPanel

PLAN_HINT = "3x6-8@1-3 r180 · 3x8 · 1x5w, 12 60%, 8 80%@1-2 r2:00 · r90"


class WorkoutRack(WorkoutView):
    """The keys that look something up, and the large characters."""

    def action_plates(self) -> None:
        """Show what goes on each side of the bar."""
        from befit_tui.logbook.workout.loading import loading
        from befit_tui.ui.widgets.bar_drawing import loading_lines

        self._look_up(
            "Plates",
            lambda: loading_lines(loading(self.editor, self.settings.gears)),
        )

    def action_neighbours(self) -> None:
        """Show what three loads would allow."""
        from befit_tui.logbook.workout.loading import neighbours
        from befit_tui.ui.widgets.bar_drawing import neighbour_lines

        self._look_up(
            "What the bar allows now",
            lambda: neighbour_lines(neighbours(self.editor, self._logbook)),
        )

    def action_ramp(self) -> None:
        """Plan warm-ups before the first working set."""
        from befit_tui.logbook.workout.loading import plan_ramp

        gears = self.settings.gears
        self._change(lambda: plan_ramp(self.editor, self._logbook, gears))

    @work
    async def action_targets(self) -> None:
        """Ask for the plan of the exercise until it can be read."""
        exercise = self.editor.exercise
        if exercise is None:
            return
        from befit_tui.logbook.workout.exercise_plan import plan_line, write_plan
        from befit_tui.ui.screens.prompt import Prompt

        line: str | None = plan_line(self.editor, self._logbook)
        hint, title = PLAN_HINT, f"Plan of {exercise.name}"
        while (
            line := await self.app.push_screen_wait(
                Prompt(title, value=line or "", hint=hint)
            )
        ) is not None:
            try:
                write_plan(self.editor, self._logbook, line)
            except EntryError as error:
                hint = str(error)
                continue
            except BefitError as error:
                self._say(error)
            self.show()
            return

    def action_focus_view(self) -> None:
        """Large characters instead of the sets, or the sets again."""
        self.toggle_class("-focus")
        self._show_row()

    @on(RestPanel.Ticked)
    def _rest_ticked(self, event: RestPanel.Ticked) -> None:
        """Keep the large rest right; a question does not outlast the rest."""
        event.stop()
        if self.editor.stop_asking(self._rest_target()):
            self.show()
        else:
            self._show_focus()

    def _show_row(self) -> None:
        super()._show_row()
        self._show_focus()

    def _show_focus(self) -> None:
        if self.has_class("-focus"):
            shown = focus_text(self.editor, self._meter)
            self.query_one(FocusView).show(shown, self._rest.words)

    def _look_up(self, title: str, find: Callable[[], Iterable[Content]]) -> None:
        try:
            lines = list(find())
        except BefitError as error:
            self._say(error)
            return
        from befit_tui.ui.screens.popup import Popup

        self.app.push_screen(Popup(title, lines))
