"""The workout under the fingers: the cursor, what its row shows, what a key does to it.

The desk is what the workout screen is without its looks; every change it makes goes
through the logbook, so it is on disk when the method returns.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from befit_tui.domain.entry_sets import SetValues
from befit_tui.domain.errors import EntryError
from befit_tui.domain.load import Load
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet, SetTarget, Workout
from befit_tui.logbook import open_workout
from befit_tui.logbook.board import SetRow, TitleRow
from befit_tui.logbook.desk_rows import DeskRows
from befit_tui.logbook.effort_question import Answer, EffortQuestion
from befit_tui.logbook.other_day import end_of
from befit_tui.logbook.typed_set import (
    check_complete,
    correction,
    nudged,
    read_back,
    read_sets,
    shown_of,
    values_of,
)


class Desk(DeskRows):
    """What the keys of the workout screen do."""

    # -- changing the row

    def change_reps(self, step: int) -> None:
        """One rep more or less; on a logged set the set itself is corrected."""
        if (row := self.set_row) is None:
            return
        self._change(
            row, "corrected set", **nudged(row.done or self.planned(row), step)
        )

    def change_load(self, step: int) -> None:
        """One increment of load more or less, never below zero."""
        row, exercise = self.set_row, self.exercise
        if row is None or exercise is None:
            return
        old = row.done.load if row.done else self.planned(row).load
        load = old or Load(0, self.unit)
        load = load.to(exercise.unit or load.unit)
        value = max(0.0, load.value + step * (exercise.increment(load.unit) or 1))
        load = Load(round(value, 2), load.unit)
        self._change(row, str(load), load=load)

    def toggle_kind(self, kind: Kind) -> None:
        """Make the set a warm-up or a drop set, or a working set again."""
        if (row := self.set_row) is None:
            return
        now = row.done.kind if row.done else self.planned(row).kind
        new = Kind.WORK if now is kind else kind
        self._change(row, f"{new} set", kind=new)

    # -- logging

    def log(self, rating: Answer | None = None) -> LoggedSet | None:
        """Log the row as it is shown; a logged row gets the rating instead.

        Raises:
            BefitError: the row lacks reps, a time or a distance, or its load.
        """
        row = self.set_row
        if row is None:
            self.move(1)
            return None
        if row.done is not None:
            if rating is not None:
                self.rate(row.done.id, rating)
            return row.done
        shown = self.planned(row)
        check_complete(shown, self.exercise)
        values = replace(values_of(shown), **(rating.fields if rating else {}))
        return self._log(row, values, self.presses.times)

    def submit(self, text: str) -> LoggedSet | None:
        """Log what was typed, or correct the logged set under the cursor with it.

        Gives the last set that was logged, None after a correction.

        Raises:
            EntryError: the text cannot be read; nothing has changed.
        """
        row = self.set_row
        if row is None:
            raise EntryError("Move to a set first; a adds an exercise.")
        found = self._read(row, text)
        if row.done is not None:
            fields = correction(found)
            open_workout.change_set(
                self._logbook, row.done.id, "corrected set", **fields
            )
            self.refresh()
            return None
        done = None
        for values in found:
            done = self._log(row, values, None)
            row = self.set_row if self.set_row is not None else row
        return done

    def rate(self, set_id: str, answer: Answer) -> None:
        """Write the effort of a logged set."""
        open_workout.change_set(self._logbook, set_id, answer.label, **answer.fields)
        self.refresh()

    def ask(self, set_id: str) -> None:
        """Ask how many reps were left in a set."""
        self.question = EffortQuestion(set_id, self._logbook.clock())

    def stop_asking(self, rest_s: float) -> bool:
        """Close the question once the rest is over; whether it was closed."""
        question = self.question
        if question is None or not question.is_late(self.now(), rest_s):
            return False
        self.question = None
        return True

    def ask_last(self) -> None:
        """Ask again about the set logged last, if there is one."""
        if (last := last_set(self._workout)) is not None:
            self.ask(last.id)

    def press(self, key: str) -> bool:
        """Give a key to the open question; whether the key was taken."""
        if self.question is None:
            return False
        taken, answer = self.question.press(key, self._logbook.clock())
        if answer is not None:
            self.rate(self.question.set_id, answer)
        if not taken:
            self.question = None
        return taken

    def read_back(self, text: str) -> str:
        """How the typed text reads; empty while it cannot be read."""
        row, exercise = self.set_row, self.exercise
        if row is None or exercise is None or not text:
            return ""
        shown = shown_of(row.done or self.planned(row))
        return read_back(text, shown, self.unit, exercise)

    def typed_values(self, text: str) -> SetValues | None:
        """The set that the typed text would log; None while it cannot be read."""
        row = self.set_row
        try:
            return self._read(row, text)[0] if row and text else None
        except EntryError:
            return None

    # -- taking away

    def remove(self) -> str:
        """Take away the set under the cursor, on a title the exercise; what it was."""
        row = self.row
        self.leave_row()
        if isinstance(row, TitleRow):
            open_workout.remove_entry(self._logbook, row.entry)
            label = row.exercise.name
        elif isinstance(row, SetRow) and row.done is not None:
            open_workout.remove_set(self._logbook, row.done.id)
            label = "set"
        elif isinstance(row, SetRow) and not row.further:
            open_workout.plan_sets(self._logbook, row.entry, self._plan_without(row))
            label = "planned set"
        else:
            return ""
        self.drafts.clear()
        self.refresh()
        return label

    def reorder(self, step: int) -> None:
        """Move the exercise under the cursor up (-1) or down (1)."""
        if (row := self.row) is None:
            return
        to = min(max(row.entry + step, 0), len(self._workout.entries) - 1)
        open_workout.move_entry(self._logbook, row.entry, step)
        self.drafts.clear()
        self.refresh()
        self.go_to(f"{to}:title")

    # -- exercises and notes

    def begin(self, workout_id: str | None) -> None:
        """Open an empty workout, or one that repeats the workout of that id."""
        past = self._logbook.history.get(workout_id) if workout_id else None
        if past is None:
            self._logbook.start()
        else:
            self._logbook.repeat(past)
        self.restart()

    def add(self, exercise: str) -> None:
        """Put an exercise at the end and the cursor on its first set."""
        open_workout.add_exercise(self._logbook, exercise)
        self.refresh()
        self.go_to_next(len(self._workout.entries) - 1)

    def swap(self, exercise: str) -> None:
        """Put another exercise in the place under the cursor."""
        if (row := self.row) is not None:
            open_workout.swap_exercise(self._logbook, row.entry, exercise)
            self.drafts.clear()
            self.refresh()
            self.go_to_next(row.entry)

    def note_under_cursor(self) -> tuple[str, str]:
        """What a note would be written on, and the note that is there."""
        row = self.row
        if isinstance(row, SetRow) and row.done is not None:
            return "the set", row.done.note
        exercise = self.exercise
        note = self._workout.entries[row.entry].note if row else ""
        return exercise.name if exercise else "the workout", note

    def write_note(self, note: str) -> None:
        """Write a note on the logged set under the cursor, or else on the exercise."""
        row = self.row
        if isinstance(row, SetRow) and row.done is not None:
            open_workout.change_set(self._logbook, row.done.id, "note", note=note)
        elif row is not None:
            open_workout.note_entry(self._logbook, row.entry, note)
        self.refresh()

    def finish(self, ended_at: datetime | None = None) -> None:
        """End the workout, now unless another time is given, and file it."""
        self._logbook.finish(ended_at or end_of(self._workout))
        self.restart()

    def restart(self) -> None:
        """Take up another workout: the cursor goes to its next set."""
        self.leave_row()
        self.drafts.clear()
        self.cursor = 0
        self.refresh()
        self.go_to_next()

    # -- inner workings

    def _log(
        self, row: SetRow, values: SetValues, times: tuple[float, ...] | None
    ) -> LoggedSet:
        done = open_workout.log(self._logbook, row.entry, values, rep_times=times)
        self.drafts = {
            key: draft
            for key, draft in self.drafts.items()
            if not key.startswith(f"{row.entry}:")
        }
        self.leave_row()
        self.refresh()
        self.go_to_next(row.entry)
        return done

    def _change(self, row: SetRow, label: str, **fields: Any) -> None:
        if row.done is not None:
            open_workout.change_set(self._logbook, row.done.id, label, **fields)
            self.refresh()
            return
        shown = self.planned(row)
        self.presses.clear()
        self.watch.clear()
        self.drafts[row.id] = replace(shown, **fields)

    def _read(self, row: SetRow, text: str) -> tuple[SetValues, ...]:
        active, exercise = self._logbook.active, self.exercise
        if active is None or exercise is None:
            return ()
        sets = active.entries[row.entry].sets[: row.place]
        shown = shown_of(row.done or self.planned(row))
        return read_sets(text, shown, self.unit, sets[-1] if sets else None, exercise)

    def _plan_without(self, row: SetRow) -> tuple[SetTarget, ...]:
        """The plan of the row's exercise with this row left out."""
        target = self._workout.entries[row.entry].target
        old = target.sets if target else ()
        return tuple(
            old[other.place]
            if other.place < len(old)
            else SetTarget(kind=other.planned.kind)
            for other in self.rows
            if isinstance(other, SetRow)
            and (other.entry, other.further) == (row.entry, False)
            and other.place != row.place
        )


def last_set(workout: Workout) -> LoggedSet | None:
    """The set that was logged last, by its time."""
    timed = [done for done in workout.sets if done.at is not None]
    return max(timed, key=lambda done: done.at, default=None)  # type: ignore[arg-type, return-value]
