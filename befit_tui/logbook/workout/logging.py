"""Logging sets: the row as it is shown or typed, and how many reps were left."""

from dataclasses import replace

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.typed_set import (
    check_complete,
    correction,
    read_back,
    read_sets,
    shown_of,
    values_of,
)
from befit_tui.logbook.workout import changes
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.effort_question import Answer, EffortQuestion
from befit_tui.logbook.workout.rows import SetRow


class SetLogging(RowCursor):
    """What puts a set into the log and says how it went."""

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
            changes.change_set(self._logbook, row.done.id, "corrected set", **fields)
            self.refresh()
            return None
        done = None
        for values in found:
            done = self._log(row, values, None)
            row = self._next_of(row.entry, values.kind) or row
        return done

    def rate(self, set_id: str, answer: Answer) -> None:
        """Write the effort of a logged set."""
        changes.change_set(self._logbook, set_id, answer.label, **answer.fields)
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

    # -- inner workings

    def _log(
        self, row: SetRow, values: SetValues, times: tuple[float, ...] | None
    ) -> LoggedSet:
        done = changes.log(
            self._logbook, row.entry, values, rep_times=times, planned=row.planned
        )
        self.drafts = {
            key: draft
            for key, draft in self.drafts.items()
            if not key.startswith(f"{row.entry}:")
        }
        self.leave_row()
        self.refresh()
        self.go_to_next(row.entry)
        return done

    def _next_of(self, entry: int, kind: Kind) -> SetRow | None:
        """The next set of a kind that is still to do in an entry."""
        waiting = (
            row
            for row in self.rows
            if isinstance(row, SetRow) and row.entry == entry and row.is_waiting
        )
        return next((row for row in waiting if row.planned.kind is kind), None)

    def _read(self, row: SetRow, text: str) -> tuple[SetValues, ...]:
        active, exercise = self._logbook.active, self.exercise
        if active is None or exercise is None:
            return ()
        sets = active.entries[row.entry].sets[: row.place]
        shown = shown_of(row.done or self.planned(row))
        return read_sets(text, shown, self.unit, sets[-1] if sets else None, exercise)


def last_set(workout: Workout) -> LoggedSet | None:
    """The set that was logged last, by its time."""
    timed = [done for done in workout.sets if done.at is not None]
    return max(timed, key=lambda done: done.at, default=None)  # type: ignore[arg-type, return-value]
