"""What a key does to the open workout.

The editor is what the workout screen is without its looks. Every change is one undo
step and on disk when it returns. All raise a ``BefitError`` when no workout is open,
and a ``StoreError`` when the disk refuses; then nothing has changed.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from befit_tui.analysis.planning.rows import PlannedSet, swapped, taken_next
from befit_tui.domain import edit
from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.grammar.entry_sets import ONLY_REPS
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Entry, LoggedSet, Range, SetTarget, Target, Workout
from befit_tui.logbook.doubts import BOUNCE
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import check_complete, correction, logged_as, nudged
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.effort_question import Answer, EffortQuestion
from befit_tui.logbook.workout.rows import Row, SetRow
from befit_tui.logbook.workout.typed_line import TypedLine
from befit_tui.logbook.workout_times import end_of

LEAST_REST_S = 1.0
"""No lifter begins the next set sooner; product constant."""


def log(
    logbook: Logbook,
    index: int,
    values: LoggedSet,
    *,
    rep_times: tuple[float, ...] | None = None,
    planned: PlannedSet | None = None,
) -> LoggedSet:
    """Log a set in the entry at ``index`` and give it back as it is on disk.

    ``planned`` is the row that it fulfils, which need not be the next one.
    """
    active = logbook.opened()
    at = None if active.entered_later else logbook.moment(active)
    done = replace(
        values,
        id=logbook.new_id(),
        at=at,
        rest_s=None if at is None else _rest_before(active, at, values, rep_times),
        rep_times=rep_times,
        asked_left=None if planned is None else _asked_left(planned, values),
    )
    name = logbook.catalog.get(active.entries[index].exercise).name
    if planned is not None and planned.kind is done.kind:
        active = edit.with_entry_changed(
            active, index, lambda entry: taken_next(entry, planned)
        )
    logbook.keep(edit.with_set(active, index, done), f"set of {name}")
    return done


def _asked_left(planned: PlannedSet, values: LoggedSet) -> Range | None:
    """The reps to leave that a row asks of a working set that is done on it."""
    work = planned.kind is values.kind is Kind.WORK and values.reps is not None
    return (planned.zone.low, planned.zone.high) if work else None


def _rated(done: LoggedSet, answer: Answer) -> LoggedSet:
    """The set with an answer; one that left nothing was no warm-up."""
    done = replace(done, **answer.fields)
    was_work = done.kind is Kind.WARMUP and answer.fields.get("left") == 0
    return replace(done, kind=Kind.WORK) if was_work else done


def _rest_before(
    active: Workout,
    now: datetime,
    values: LoggedSet,
    rep_times: tuple[float, ...] | None,
) -> float | None:
    """Seconds between the last set and this one; the set's own time is taken off."""
    ends = [done.at for done in active.sets if done.at is not None]
    if not ends:
        return None
    length = rep_times[-1] if rep_times else (values.seconds or 0.0)
    rest_s = round((now - max(ends)).total_seconds() - length, 1)
    # Sets typed in one line are logged at one moment: how they were spaced is unknown.
    return rest_s if rest_s >= LEAST_REST_S else None


def add_exercise(logbook: Logbook, exercise: str) -> Workout:
    """Add an exercise at the end; a workout is opened if none is."""
    active = logbook.active or logbook.start()
    name = logbook.catalog.get(exercise).name
    return logbook.keep(edit.with_entry(active, Entry(exercise=exercise)), name)


class WorkoutEditor:
    """Logs and changes what stands under ``cursor``; ``line`` is what is typed there.

    ``bounce`` is the time within which the same text again is a key held down.
    """

    def __init__(
        self,
        logbook: Logbook,
        *,
        planned: bool = True,
        bounce: timedelta = BOUNCE,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._logbook = logbook
        self.cursor = RowCursor(logbook, planned=planned, monotonic=monotonic)
        self.line = TypedLine(self.cursor, bounce)

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
        check_complete(shown, row.exercise)
        values = logged_as(shown)
        values = values if rating is None else _rated(values, rating)
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
        typed_on, found = self.line.enter(row, text)
        if row.done is not None:
            fields = correction(text, typed_on, row.done)
            self._change_set(row.done.id, "corrected set", **fields)
            return None
        done = None
        for values in found:
            done = self._log(row, values, None)
            row = self._next_of(row.entry, values.kind) or row
        return done

    def take_answer_back(self) -> str:
        """The line with the digit that answered before it, if that was offered.

        The set that it rated is not rated any more.
        """
        if whole := self.line.stray.take_back():
            self._logbook.undo()
            self.cursor.refresh()
        return whole

    def change_rest(self, seconds: int) -> None:
        """Rest so long after the set logged last, also after a restart."""
        if (last := self.cursor.last_set) is not None:
            self._change_set(last.id, "length of the rest", next_rest_s=seconds)

    # -- the question about the set just logged

    def rate(self, set_id: str, answer: Answer) -> None:
        """Write the effort of a logged set."""
        self._edit_set(set_id, answer.label, lambda done: _rated(done, answer))

    def ask(self, done: LoggedSet) -> None:
        """Ask how many reps were left in a set; EntryError where none were counted."""
        if done.reps is None:
            raise EntryError(ONLY_REPS)
        self.cursor.question = EffortQuestion(
            done.id,
            self._logbook.clock(),
            self._logbook.effort_scale,
            is_warmup=done.kind is Kind.WARMUP,
        )

    def stop_asking(self, rest_s: float) -> bool:
        """Close the question once the rest is over; whether it was closed."""
        question = self.cursor.question
        if question is None or not question.is_late(self._logbook.clock(), rest_s):
            return False
        self.close_question()
        return True

    def close_question(self) -> None:
        """Close the question, if there is one; that the form slipped is kept."""
        self.press("escape")
        self.cursor.question = None

    def ask_last(self) -> None:
        """Ask again about the set logged last, if there is one."""
        if (last := self.cursor.last_set) is not None:
            self.ask(last)

    def press(self, key: str) -> bool:
        """Give a key to the question; whether the key was taken.

        One that closes it and has its own job may still want to know what was asked.
        """
        question, taken, answer = self.cursor.question, False, None
        if question is not None:
            was_open = question.open
            taken, answer = question.press(key, self._logbook.clock())
            if answer is not None:
                self.rate(question.set_id, answer)
            if not taken and not was_open:
                self.cursor.question = None
        has_digit = answer is not None and key.isdigit()
        self.line.stray.press(key if has_digit else "", answer.label if answer else "")
        return taken

    # -- changing the row

    def change_reps(self, step: int) -> None:
        """One rep more or less; on a logged set the set itself is corrected."""
        if (row := self.cursor.set_row) is not None:
            if self.cursor.presses.count:
                self.cursor.presses.correct(step)
                return
            fields = nudged(self.cursor.shown(row), step)
            self.cursor.watch.clear()
            self._change(row, "corrected set", **fields)

    def change_load(self, step: int) -> None:
        """One increment of load more or less, never below zero."""
        if (row := self.cursor.set_row) is None:
            return
        load = self.cursor.shown(row).load or Load(0, self.cursor.unit)
        load = load.to(row.exercise.unit or load.unit)
        value = max(0.0, load.value + step * (row.exercise.increment(load.unit) or 1))
        load = Load(round(value, 2), load.unit)
        self._change(row, str(load), load=load)

    def toggle_kind(self, kind: Kind) -> None:
        """Make the set a warm-up or a drop set, or a working set again."""
        if (row := self.cursor.set_row) is not None:
            new = Kind.WORK if self.cursor.shown(row).kind is kind else kind
            self._change(row, f"{new} set", kind=new)

    # -- taking away

    def remove(self) -> str:
        """Take away the set under the cursor, on a title the exercise; what it was."""
        row = self.cursor.row
        self.cursor.leave_row()
        if row is None or (isinstance(row, SetRow) and row.further):
            return ""
        workout = self._logbook.opened()
        if isinstance(row, SetRow) and row.done is not None:
            what = "set"
            self._keep(edit.without_set(workout, row.done.id), "removed set")
        elif isinstance(row, SetRow) and (others := self._others_planned(row)):
            what = "planned set"
            self.plan_sets(row, others)
        else:
            what = row.exercise.name
            self._keep(edit.without_entry(workout, row.entry), f"removed {what}")
        self.cursor.forget_drafts()
        return what

    def _others_planned(self, row: SetRow) -> tuple[SetTarget, ...]:
        """What the other rows of its exercise aim at."""
        rows = (one for one in self.cursor.sets_of(row.entry) if not one.further)
        return tuple(one.planned.target for one in rows if one.place != row.place)

    # -- exercises, their order, notes

    def reorder(self, step: int) -> None:
        """Move the exercise under the cursor up (-1) or down (1)."""
        if (row := self.cursor.row) is None:
            return
        active = self._logbook.opened()
        to = min(max(row.entry + step, 0), len(active.entries) - 1)
        self._keep(edit.with_entry_moved(active, row.entry, step), "new order")
        self.cursor.forget_drafts()
        self.cursor.go_to(f"{to}:title")

    def join_superset(self) -> None:
        """Join the exercise under the cursor to the one below, or part them.

        Raises:
            BefitError: there is no exercise below.
        """
        if (row := self.cursor.row) is not None:
            active = self._logbook.opened()
            joined = edit.toggled(active.entries, row.entry)
            self._keep(replace(active, entries=joined), "superset")

    def add(self, exercise: str) -> None:
        """Put an exercise at the end and the cursor on its first set."""
        active = add_exercise(self._logbook, exercise)
        self.cursor.refresh()
        self.cursor.go_to_next(len(active.entries) - 1)

    def check_swap(self) -> None:
        """Refuse to swap an exercise whose sets are logged: they belong to it."""
        if (row := self.cursor.row) is not None and self._entry(row).sets:
            raise BefitError("Sets are logged here; add the other exercise with a.")

    def swap(self, exercise: str) -> None:
        """Put another exercise in the place under the cursor.

        Raises:
            BefitError: sets are logged already.
        """
        self.check_swap()
        if (row := self.cursor.row) is not None:
            self._edit_entry(
                row, "swapped exercise", lambda old: swapped(old, exercise)
            )
            self.cursor.forget_drafts()
            self.cursor.go_to_next(row.entry)

    def note_under_cursor(self) -> tuple[str, str]:
        """What a note would be written on, and the note that is there."""
        row = self.cursor.row
        if row is None:
            return "the workout", ""
        if isinstance(row, SetRow) and row.done is not None:
            return "the set", row.done.note
        return row.exercise.name, self._entry(row).note

    def write_note(self, note: str) -> None:
        """Write a note on the logged set under the cursor, or else on the exercise."""
        row = self.cursor.row
        if isinstance(row, SetRow) and row.done is not None:
            self._change_set(row.done.id, "note", note=note)
        elif row is not None:
            self._change_entry(row, "note", note=note)

    # -- the plan of the exercise under the cursor as a line: sets, reps, effort, rest

    def plan(self) -> Target:
        """What is planned without how it moves on; else what the rows show."""
        if (row := self.cursor.row) is None:
            return Target()
        target = replace(self._entry(row).target or Target(), scheme=None)
        rows = [
            one
            for one in self.cursor.sets_of(row.entry)
            if one.planned.kind is Kind.WORK and not one.further
        ]
        reps = row.exercise.default_reps
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
        old = self._entry(row).target or Target()
        target = replace(old, rest_s=plan.rest_s, sets=plan.sets)
        self._change_entry(row, "changed plan", target=target)
        self.cursor.forget_drafts()
        if isinstance(row, SetRow) and row.done is None:
            self.cursor.go_to_next(row.entry)

    def plan_sets(self, row: Row, targets: tuple[SetTarget, ...]) -> None:
        """Plan these sets for the exercise of a row; its rest stays."""
        target = replace(self._entry(row).target or Target(), sets=targets)
        self._change_entry(row, "changed plan", target=target)

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

    def _log(
        self, row: SetRow, values: LoggedSet, times: tuple[float, ...] | None
    ) -> LoggedSet:
        done = log(
            self._logbook, row.entry, values, rep_times=times, planned=row.planned
        )
        self.cursor.newest = done.id
        self.cursor.forget_draft(row)
        self.cursor.leave_row()
        self.cursor.refresh()
        self.cursor.go_to_next(row.entry)
        return done

    def _next_of(self, entry: int, kind: Kind) -> SetRow | None:
        """The next set of a kind that is still to do in an entry."""
        rows = (row for row in self.cursor.sets_of(entry) if row.is_waiting)
        return next((row for row in rows if row.planned.kind is kind), None)

    def _entry(self, row: Row) -> Entry:
        return self._logbook.opened().entries[row.entry]

    def _change(self, row: SetRow, label: str, **fields: Any) -> None:
        """Correct a logged set; of one to come make something else than its plan."""
        if row.done is not None:
            self._change_set(row.done.id, label, **fields)
        else:
            self.cursor.draft(row, replace(self.cursor.uncounted(row), **fields))

    def _change_set(self, set_id: str, label: str, **fields: Any) -> None:
        self._edit_set(set_id, label, lambda done: replace(done, **fields))

    def _edit_set(
        self, set_id: str, label: str, change: Callable[[LoggedSet], LoggedSet]
    ) -> None:
        workout = self._logbook.opened()
        self._keep(edit.with_set_changed(workout, set_id, change), label)

    def _change_entry(self, row: Row, label: str, **fields: Any) -> None:
        self._edit_entry(row, label, lambda entry: replace(entry, **fields))

    def _edit_entry(
        self, row: Row, label: str, change: Callable[[Entry], Entry]
    ) -> None:
        workout = self._logbook.opened()
        self._keep(edit.with_entry_changed(workout, row.entry, change), label)

    def _keep(self, workout: Workout, label: str) -> None:
        self._logbook.keep(workout, label)
        self.cursor.refresh()
