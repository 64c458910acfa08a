"""What a key does to the workout in progress.

The editor is what the workout screen is without its looks; every change it makes goes
through the logbook, so it is on disk when the method returns.
"""

import re
from datetime import datetime, timedelta
from typing import Any

from befit_tui.analysis.planning.rows import targets_of
from befit_tui.domain import edit, signs
from befit_tui.domain.edit import last_set
from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_sets import MANY_LEFT
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet, SetTarget, Target
from befit_tui.logbook.doubts import BOUNCE, Doubt, SlipQuestion, doubt_of
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.other_day import end_of
from befit_tui.logbook.typed_set import (
    TypedRow,
    check_complete,
    correction,
    logged_as,
    nudged,
    read_sets,
    typed_row,
    words_of,
)
from befit_tui.logbook.workout import changes
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.effort_question import Answer, EffortQuestion
from befit_tui.logbook.workout.rows import SetRow, TitleRow

MAY_BE_POUNDS = re.compile(r"\d+ *l", re.IGNORECASE)
"""Reps of the left side, or a load on the way to ``100lb``."""
NEAR_WORK = 0.9
"""Share of the working load from which as many reps are work; product constant."""


class WorkoutEditor:
    """Logs and changes what stands under ``cursor``, and reads what is typed on it.

    ``bounce`` is the time within which the same text again is a key held down.
    """

    def __init__(
        self, logbook: Logbook, *, planned: bool = True, bounce: timedelta = BOUNCE
    ) -> None:
        self._logbook = logbook
        self.cursor = RowCursor(logbook, planned=planned)
        self._slip = SlipQuestion(self.cursor.now, bounce)

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
        typed_on, found = self._read(row, text)
        self._slip.ask((row.id, text), self._doubt(row, typed_on, found))
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

    def read_back(self, text: str) -> str:
        """How the line reads, with what is doubtful, or why it does not read yet."""
        row = self.cursor.set_row
        self._slip.forget_other_than((row.id if row else "", text))
        if row is None or not text:
            return ""
        try:
            typed_on, found = self._read(row, text)
            words = words_of(text, typed_on)
            doubt = self._doubt(row, typed_on, found)
        except EntryError as error:
            return str(error)
        if row.planned.kind is Kind.WARMUP and found[0].kind is Kind.WORK:
            words += ", a working set"
        if MAY_BE_POUNDS.fullmatch(text):
            return f"{text[:-1].strip()} lb? go on with b · as it is: {words}"
        return f"{words} {signs.CARE} {doubt.why}" if doubt else words

    def values(self, text: str) -> LoggedSet | None:
        """The set that the line would log; None while it cannot be read, or not yet."""
        row = self.cursor.set_row
        if not row or not text or MAY_BE_POUNDS.fullmatch(text):
            return None
        try:
            return self._read(row, text)[1][0]
        except EntryError:
            return None

    # -- the question about the set just logged

    def rate(self, set_id: str, answer: Answer) -> None:
        """Write the effort of a logged set."""
        changes.change_set(self._logbook, set_id, answer.label, **answer.fields)
        self.cursor.refresh()

    def ask(self, done: LoggedSet) -> None:
        """Ask how many reps were left in a set."""
        self.cursor.question = EffortQuestion(
            done.id,
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
            self.ask(last)

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
            without = edit.without_set(self._logbook.opened(), row.done.id)
            self._logbook.keep(without, "removed set")
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
        active = self._logbook.opened()
        to = min(max(row.entry + step, 0), len(active.entries) - 1)
        moved = edit.with_entry_moved(active, row.entry, step)
        self._logbook.keep(moved, "new order")
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

    # -- the plan of the exercise under the cursor as a line: sets, reps, effort, rest

    def plan(self) -> Target:
        """What is planned without how it moves on; else what the rows show."""
        row, exercise = self.cursor.row, self.cursor.exercise
        if row is None or exercise is None:
            return Target()
        target = self._logbook.opened().entries[row.entry].target or Target()
        target = replace(target, scheme=None)
        rows = [
            one
            for one in self.cursor.sets_of(row.entry)
            if one.planned.kind is Kind.WORK and not one.further
        ]
        reps = exercise.default_reps
        is_told = any(one.reps or one.seconds for one in target.sets)
        if is_told or not reps or not rows:
            return target
        zone = rows[0].zone
        shown = SetTarget(reps=reps, left=(zone.low, min(zone.high, 10)))
        return replace(target, sets=(shown,) * len(rows))

    def write_plan(self, plan: Target) -> None:
        """Plan other sets or another rest for the exercise under the cursor."""
        if (row := self.cursor.row) is None:
            return
        old = self._logbook.opened().entries[row.entry].target or Target()
        target = replace(old, rest_s=plan.rest_s, sets=plan.sets)
        changes.change_entry(self._logbook, row.entry, "changed plan", target=target)
        self.cursor.forget_drafts()
        if isinstance(row, SetRow) and row.done is None:
            self.cursor.refresh()
            self.cursor.go_to_next(row.entry)
        self.cursor.refresh()

    # -- the end

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

    def _doubt(
        self, row: SetRow, typed_on: TypedRow, found: tuple[LoggedSet, ...]
    ) -> Doubt | None:
        workout, lifts = self._logbook.opened(), self.cursor.lifts
        return doubt_of(
            found[0],
            typed_on,
            workout,
            lifts,
            lambda: self.cursor.reading(row, found[0].load),
        )

    def _read(self, row: SetRow, text: str) -> tuple[TypedRow, tuple[LoggedSet, ...]]:
        """The row and the sets of the line; on a warm-up work if that was typed."""
        entry = self._logbook.opened().entries[row.entry]
        sets = entry.sets[: row.place]
        shown = row.done or self.cursor.planned(row)
        exercise = self._logbook.catalog.get(entry.exercise)
        above = sets[-1] if sets else None
        typed_on = typed_row(self._logbook, exercise, shown, above)
        found = read_sets(text, typed_on)
        is_warmup = row.done is None and row.planned.kind is Kind.WARMUP
        if is_warmup and self._is_work(row, found[0]):
            typed_on = replace(typed_on, shown=replace(typed_on.shown, kind=Kind.WORK))
            found = read_sets(text, typed_on)
        return typed_on, found

    def _is_work(self, row: SetRow, typed: LoggedSet) -> bool:
        """Whether a set is none to warm up with: rated as hard, or as heavy as work."""
        left = left_of_rpe(typed.rpe) if typed.left is None else typed.left
        if left is not None and left < MANY_LEFT:
            return True
        planned = map(self.cursor.planned, self.cursor.sets_of(row.entry))
        work = [one for one in planned if one.kind is Kind.WORK and one.load]
        if typed.load is None or not work:
            return False
        load, least = typed.load.kg, min(one.load.kg for one in work if one.load)
        as_many = (typed.reps or 0) >= min(one.reps or 1 for one in work)
        return load >= least or (as_many and load >= NEAR_WORK * least)

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
