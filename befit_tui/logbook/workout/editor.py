"""What a key does to the workout in progress.

The editor is what the workout screen is without its looks; every change it makes goes
through the logbook, so it is on disk when the method returns.
"""

from datetime import datetime
from typing import Any

from befit_tui.analysis.planning.rows import targets_of
from befit_tui.domain.edit import last_set
from befit_tui.domain.errors import EntryError
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.other_day import end_of
from befit_tui.logbook.typed_set import (
    check_complete,
    correction,
    logged_as,
    nudged,
)
from befit_tui.logbook.workout import changes
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.effort_question import Answer, EffortQuestion
from befit_tui.logbook.workout.rows import SetRow, TitleRow
from befit_tui.logbook.workout.typed_line import TypedLine


class WorkoutEditor:
    """Logs and changes what stands under ``cursor``; ``line`` reads what is typed."""

    def __init__(self, logbook: Logbook, *, planned: bool = True) -> None:
        self._logbook = logbook
        self.cursor = RowCursor(logbook, planned=planned)
        self.line = TypedLine(logbook, self.cursor)

    # -- logging

    def log(self, rating: Answer | None = None) -> LoggedSet | None:
        """Log the row as it is shown; a logged row gets the rating instead.

        Raises:
            BefitError: the row lacks reps, a time or a distance, or its load.
        """
        row = self.cursor.set_row
        if row is None:
            self.cursor.move(1)
            return None
        if row.done is not None:
            if rating is not None:
                self.rate(row.done.id, rating)
            return row.done
        shown = self.cursor.planned(row)
        check_complete(shown, self.cursor.exercise)
        values = replace(logged_as(shown), **(rating.fields if rating else {}))
        return self._log(row, values, self.cursor.presses.times)

    def submit(self, text: str) -> LoggedSet | None:
        """Log what was typed, or correct the logged set under the cursor with it.

        Gives the last set that was logged, None after a correction.

        Raises:
            EntryError: the text cannot be read; nothing has changed.
            DoubtError: it is likely a slip; the same text is taken the next time.
        """
        row = self.cursor.set_row
        if row is None:
            raise EntryError("Move to a set first; a adds an exercise.")
        found = self.line.entered(row, text)
        if row.done is not None:
            fields = correction(found)
            changes.change_set(self._logbook, row.done.id, "corrected set", **fields)
            self.cursor.refresh()
            return None
        done = None
        for values in found:
            done = self._log(row, values, None)
            row = self._next_of(row.entry, values.kind) or row
        return done

    # -- the question about the set just logged

    def rate(self, set_id: str, answer: Answer) -> None:
        """Write the effort of a logged set."""
        changes.change_set(self._logbook, set_id, answer.label, **answer.fields)
        self.cursor.refresh()

    def ask(self, set_id: str) -> None:
        """Ask how many reps were left in a set."""
        (done,) = (one for one in self._logbook.opened().sets if one.id == set_id)
        self.cursor.question = EffortQuestion(
            set_id,
            self._logbook.clock(),
            self._logbook.effort_scale,
            is_warmup=done.kind is Kind.WARMUP,
        )

    def stop_asking(self, rest_s: float) -> bool:
        """Close the question once the rest is over; whether it was closed."""
        question = self.cursor.question
        if question is None or not question.is_late(self.cursor.now(), rest_s):
            return False
        self.cursor.question = None
        return True

    def ask_last(self) -> None:
        """Ask again about the set logged last, if there is one."""
        if (last := last_set(self._logbook.opened())) is not None:
            self.ask(last.id)

    def press(self, key: str) -> bool:
        """Give a key to the open question; whether the key was taken."""
        if self.cursor.question is None:
            return False
        taken, answer = self.cursor.question.press(key, self._logbook.clock())
        if answer is not None:
            self.rate(self.cursor.question.set_id, answer)
        if not taken:
            self.cursor.question = None
        return taken

    # -- changing the row

    def change_reps(self, step: int) -> None:
        """One rep more or less; on a logged set the set itself is corrected."""
        if (row := self.cursor.set_row) is None:
            return
        self._change(
            row, "corrected set", **nudged(row.done or self.cursor.planned(row), step)
        )

    def change_load(self, step: int) -> None:
        """One increment of load more or less, never below zero."""
        row, exercise = self.cursor.set_row, self.cursor.exercise
        if row is None or exercise is None:
            return
        old = row.done.load if row.done else self.cursor.planned(row).load
        load = old or Load(0, self.cursor.unit)
        load = load.to(exercise.unit or load.unit)
        value = max(0.0, load.value + step * (exercise.increment(load.unit) or 1))
        load = Load(round(value, 2), load.unit)
        self._change(row, str(load), load=load)

    def toggle_kind(self, kind: Kind) -> None:
        """Make the set a warm-up or a drop set, or a working set again."""
        if (row := self.cursor.set_row) is None:
            return
        now = row.done.kind if row.done else self.cursor.planned(row).kind
        new = Kind.WORK if now is kind else kind
        self._change(row, f"{new} set", kind=new)

    # -- taking away

    def remove(self) -> str:
        """Take away the set under the cursor, on a title the exercise; what it was."""
        row = self.cursor.row
        self.cursor.leave_row()
        if isinstance(row, TitleRow):
            changes.remove_entry(self._logbook, row.entry)
            label = row.exercise.name
        elif isinstance(row, SetRow) and row.done is not None:
            changes.remove_set(self._logbook, row.done.id)
            label = "set"
        elif isinstance(row, SetRow) and not row.further:
            label = self._remove_planned(row)
        else:
            return ""
        self.cursor.forget_drafts()
        self.cursor.refresh()
        return label

    def reorder(self, step: int) -> None:
        """Move the exercise under the cursor up (-1) or down (1)."""
        if (row := self.cursor.row) is None:
            return
        to = min(max(row.entry + step, 0), len(self._logbook.opened().entries) - 1)
        changes.move_entry(self._logbook, row.entry, step)
        self.cursor.forget_drafts()
        self.cursor.refresh()
        self.cursor.go_to(f"{to}:title")

    # -- exercises and notes

    def add(self, exercise: str) -> None:
        """Put an exercise at the end and the cursor on its first set."""
        changes.add_exercise(self._logbook, exercise)
        self.cursor.refresh()
        self.cursor.go_to_next(len(self._logbook.opened().entries) - 1)

    def swap(self, exercise: str) -> None:
        """Put another exercise in the place under the cursor."""
        if (row := self.cursor.row) is not None:
            changes.swap_exercise(self._logbook, row.entry, exercise)
            self.cursor.forget_drafts()
            self.cursor.refresh()
            self.cursor.go_to_next(row.entry)

    def note_under_cursor(self) -> tuple[str, str]:
        """What a note would be written on, and the note that is there."""
        row, done = self.cursor.row, self._done
        if done is not None:
            return "the set", done.note
        exercise = self.cursor.exercise
        note = self._logbook.opened().entries[row.entry].note if row else ""
        return exercise.name if exercise else "the workout", note

    def write_note(self, note: str) -> None:
        """Write a note on the logged set under the cursor, or else on the exercise."""
        row, done = self.cursor.row, self._done
        if done is not None:
            changes.change_set(self._logbook, done.id, "note", note=note)
        elif row is not None:
            changes.change_entry(self._logbook, row.entry, "note", note=note)
        self.cursor.refresh()

    def finish(self, ended_at: datetime | None = None) -> None:
        """End the workout, now unless another time is given, and file it."""
        self._logbook.finish(ended_at or end_of(self._logbook.opened()))
        self.restart()

    def restart(self) -> None:
        """Take up another workout: the cursor goes to its next set."""
        self.cursor.leave_row()
        self.cursor.forget_drafts()
        self.cursor.at = 0
        self.cursor.refresh()
        self.cursor.go_on()

    # -- inner workings

    @property
    def _done(self) -> LoggedSet | None:
        """The logged set under the cursor."""
        return self.cursor.set_row.done if self.cursor.set_row else None

    def _log(
        self, row: SetRow, values: LoggedSet, times: tuple[float, ...] | None
    ) -> LoggedSet:
        done = changes.log(
            self._logbook, row.entry, values, rep_times=times, planned=row.planned
        )
        self.cursor.forget_draft(row)
        self.cursor.leave_row()
        self.cursor.refresh()
        self.cursor.go_to_next(row.entry)
        return done

    def _next_of(self, entry: int, kind: Kind) -> SetRow | None:
        """The next set of a kind that is still to do in an entry."""
        rows = (row for row in self.cursor.sets_of(entry) if row.is_waiting)
        return next((row for row in rows if row.planned.kind is kind), None)

    def _change(self, row: SetRow, label: str, **fields: Any) -> None:
        if row.done is not None:
            changes.change_set(self._logbook, row.done.id, label, **fields)
            self.cursor.refresh()
            return
        self.cursor.draft(row, replace(self.cursor.planned(row), **fields))

    def _remove_planned(self, row: SetRow) -> str:
        """Plan what the other rows of the exercise show; with none it goes too."""
        entry = self._logbook.opened().entries[row.entry]
        others = tuple(
            other.planned
            for other in self.cursor.sets_of(row.entry)
            if not other.further and other.place != row.place
        )
        if not others:
            changes.remove_entry(self._logbook, row.entry)
            return self._logbook.catalog.get(entry.exercise).name
        changes.plan_sets(self._logbook, row.entry, targets_of(others, entry))
        return "planned set"
