"""What the workout screen asks in dialogs; none of them stands between two sets.

The first screen shows none of them, so each is imported by the key that opens it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual import work

from befit_tui.logbook import other_day
from befit_tui.logbook.workout import words
from befit_tui.logbook.workout.changes import rate_session
from befit_tui.ui.screens.pane import LogWritten
from befit_tui.ui.screens.workout.view import WorkoutView

if TYPE_CHECKING:
    from befit_tui.logbook.questionnaire import Questionnaire


class WorkoutDialogs(WorkoutView):
    """The keys that open a dialog."""

    @work
    async def action_add(self) -> None:
        """Choose an exercise and put it at the end."""
        await self._ask_exercise("Add an exercise", self.editor.add)

    @work
    async def action_swap(self) -> None:
        """Choose another exercise for the place under the cursor."""
        if self.editor.row is not None:
            await self._ask_exercise("Swap the exercise", self.editor.swap)

    @work
    async def action_note(self) -> None:
        """Write a note on the set under the cursor, on a title row on the exercise."""
        if self.editor.row is None:
            return
        from befit_tui.ui.screens.prompt import Prompt

        what, old = self.editor.note_under_cursor()
        note = await self.app.push_screen_wait(Prompt(f"Note on {what}", value=old))
        if note is not None:
            self._change(lambda: self.editor.write_note(note))

    @work
    async def action_check_in(self) -> None:
        """Ask how the lifter comes in; kept for today's workout if none is open."""
        from befit_tui.ui.screens.planning.dialogs import ask_check_in

        if await ask_check_in(self.app, self._logbook):
            self.draw_log()
            self.post_message(LogWritten())

    @work
    async def action_finish(self) -> None:
        """Show the summary; enter there ends the workout."""
        active = self._logbook.active
        if active is None:
            return
        from befit_tui.ui.screens.workout.finish import (
            END,
            ROUTINE,
            TIMES,
            new_questions,
        )

        ended_at, questions = None, new_questions()
        while (way := await self._ask_finish(ended_at, questions)) in (TIMES, ROUTINE):
            if way == TIMES:
                ended_at = await self.ask_times(ended_at)
            else:
                await self.run_action("save_routine")
        if way == END:
            if questions.answers:
                self._change(lambda: rate_session(self._logbook, **questions.answers))
            self.end_workout(ended_at)

    def end_workout(self, ended_at: datetime | None = None) -> None:
        """File the workout, ended now unless another time is given."""
        self._change(lambda: self.editor.finish(ended_at))

    async def _ask_finish(
        self, ended_at: datetime | None, questions: "Questionnaire"
    ) -> str | None:
        from befit_tui.ui.screens.workout.finish import FinishDialog

        active, unit = self._logbook.opened(), self._logbook.unit
        ended = replace(active, ended_at=ended_at or other_day.end_of(active))
        summary = words.summary_of(self.editor, ended, unit)
        return await self.app.push_screen_wait(FinishDialog(summary, questions))

    async def ask_times(self, ended_at: datetime | None) -> datetime | None:
        """Correct the start of the open workout; gives its end if one was typed."""
        from befit_tui.domain.grammar.day_entry import parse_times
        from befit_tui.ui.screens.prompt import Prompt

        active, now = self._logbook.opened(), self._logbook.clock()
        end = f"-{ended_at:%H:%M}" if ended_at else ""
        prompt = Prompt(
            "Start and end",
            value=f"{active.started_at:%H:%M}{end}",
            hint="18:02-19:04, or only the start: 18:02",
            check=lambda typed: parse_times(typed, active.started_at, now),
        )
        text = await self.app.push_screen_wait(prompt)
        if text is None:
            return ended_at
        start, ended_at = parse_times(text, active.started_at, now)
        if f"{start:%H:%M}" != f"{active.started_at:%H:%M}":
            self._change(lambda: other_day.with_times(self._logbook, start))
        return ended_at

    async def _ask_exercise(self, title: str, then: Callable[[str], None]) -> None:
        from befit_tui.ui.screens.choose_exercise import choose_exercise

        chosen = await choose_exercise(self.app, self._logbook, title)
        if chosen is not None:
            self.editor.refresh()
            self._change(lambda: then(chosen))
            self.take_keys()
