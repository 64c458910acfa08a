"""The line typed on the row under the cursor: how it reads, and what is doubtful."""

import re

from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_sets import MANY_LEFT
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.doubts import Doubt, SlipQuestion, doubt_of
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import TypedRow, read_sets, typed_row, words_of
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow

MAY_BE_POUNDS = re.compile(r"\d+ *l", re.IGNORECASE)
"""Reps of the left side, or a load on the way to ``100lb``."""
NEAR_WORK = 0.9
"""Share of the working load from which as many reps are work; product constant."""


class TypedLine:
    """Reads what is typed on the row under the cursor; it changes nothing."""

    def __init__(self, logbook: Logbook, cursor: RowCursor) -> None:
        self._logbook = logbook
        self._cursor = cursor
        self._question = SlipQuestion(cursor.now)

    def entered(self, row: SetRow, text: str) -> tuple[LoggedSet, ...]:
        """The sets that the line means, when enter is pressed.

        Raises:
            EntryError: it cannot be read; the message says what to type.
            DoubtError: it is likely a slip; the same text is taken the next time.
        """
        typed_on = self._typed_on(row, text)
        found = read_sets(text, typed_on)
        self._question.ask((row.id, text), self._doubt(row, typed_on, found))
        return found

    def read_back(self, text: str) -> str:
        """How the line reads, with what is doubtful, or why it does not read yet."""
        row = self._cursor.set_row
        self._question.forget_other_than((row.id if row else "", text))
        if row is None or not text:
            return ""
        typed_on = self._typed_on(row, text)
        try:
            words, found = words_of(text, typed_on), read_sets(text, typed_on)
            if row.planned.kind is Kind.WARMUP and found[0].kind is Kind.WORK:
                words += ", a working set"
            doubt = self._doubt(row, typed_on, found)
        except EntryError as error:
            return str(error)
        if MAY_BE_POUNDS.fullmatch(text):
            return f"{text[:-1].strip()} lb? go on with b · as it is: {words}"
        return f"{words} ▲ {doubt.why}" if doubt else words

    def values(self, text: str) -> LoggedSet | None:
        """The set that the line would log; None while it cannot be read, or not yet."""
        row = self._cursor.set_row
        if not row or not text or MAY_BE_POUNDS.fullmatch(text):
            return None
        try:
            return read_sets(text, self._typed_on(row, text))[0]
        except EntryError:
            return None

    def _doubt(
        self, row: SetRow, typed_on: TypedRow, found: tuple[LoggedSet, ...]
    ) -> Doubt | None:
        workout, lifts = self._logbook.opened(), self._cursor.lifts
        reading = self._cursor.reading(row, found[0].load)
        return doubt_of(found[0], typed_on, workout, lifts, reading)

    def _typed_on(self, row: SetRow, text: str) -> TypedRow:
        """The row; a warm-up counts as a working set if that is what was typed."""
        typed_on = self._typed_as_shown(row)
        if row.done is not None or row.planned.kind is not Kind.WARMUP:
            return typed_on
        try:
            typed = read_sets(text, typed_on)[0]
        except EntryError:
            return typed_on
        if not self._is_work(row, typed):
            return typed_on
        return replace(typed_on, shown=replace(typed_on.shown, kind=Kind.WORK))

    def _is_work(self, row: SetRow, typed: LoggedSet) -> bool:
        """Whether a set is none to warm up with: rated as hard, or as heavy as work."""
        left = left_of_rpe(typed.rpe) if typed.left is None else typed.left
        if left is not None and left < MANY_LEFT:
            return True
        planned = (
            self._cursor.planned(one)
            for one in self._cursor.rows
            if isinstance(one, SetRow) and one.entry == row.entry
        )
        work = [one for one in planned if one.kind is Kind.WORK and one.load]
        if typed.load is None or not work:
            return False
        load, least = typed.load.kg, min(one.load.kg for one in work if one.load)
        as_many = (typed.reps or 0) >= min(one.reps or 1 for one in work)
        return load >= least or (as_many and load >= NEAR_WORK * least)

    def _typed_as_shown(self, row: SetRow) -> TypedRow:
        entry = self._logbook.opened().entries[row.entry]
        sets = entry.sets[: row.place]
        shown = row.done or self._cursor.planned(row)
        exercise = self._logbook.catalog.get(entry.exercise)
        return typed_row(self._logbook, exercise, shown, sets[-1] if sets else None)
