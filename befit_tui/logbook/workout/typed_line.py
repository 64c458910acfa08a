"""The line typed on the row under the cursor: how it reads, and what is doubtful."""

import re

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.logbook.doubts import Doubt, SlipQuestion, doubt_of
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import TypedRow, read_sets, typed_row, words_of
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow

MAY_BE_POUNDS = re.compile(r"\d+ *l", re.IGNORECASE)
"""Reps of the left side, or a load on the way to ``100lb``."""


class TypedLine:
    """Reads what is typed on the row under the cursor; it changes nothing."""

    def __init__(self, logbook: Logbook, cursor: RowCursor) -> None:
        self._logbook = logbook
        self._cursor = cursor
        self._question = SlipQuestion(cursor.now)

    def entered(self, row: SetRow, text: str) -> tuple[SetValues, ...]:
        """The sets that the line means, when enter is pressed.

        Raises:
            EntryError: it cannot be read; the message says what to type.
            DoubtError: it is likely a slip; the same text is taken the next time.
        """
        typed_on = self._typed_on(row)
        found = read_sets(text, typed_on)
        self._question.ask((row.id, text), self._doubt(row, typed_on, found))
        return found

    def read_back(self, text: str) -> str:
        """How the line reads, with what is doubtful, or why it does not read yet."""
        row = self._cursor.set_row
        self._question.forget_other_than((row.id if row else "", text))
        if row is None or not text:
            return ""
        typed_on = self._typed_on(row)
        try:
            words = words_of(text, typed_on)
            doubt = self._doubt(row, typed_on, read_sets(text, typed_on))
        except EntryError as error:
            return str(error)
        if MAY_BE_POUNDS.fullmatch(text):
            return f"{text[:-1].strip()} lb? go on with b · as it is: {words}"
        return f"{words} ▲ {doubt.why}" if doubt else words

    def values(self, text: str) -> SetValues | None:
        """The set that the line would log; None while it cannot be read, or not yet."""
        row = self._cursor.set_row
        if not row or not text or MAY_BE_POUNDS.fullmatch(text):
            return None
        try:
            return read_sets(text, self._typed_on(row))[0]
        except EntryError:
            return None

    def _doubt(
        self, row: SetRow, typed_on: TypedRow, found: tuple[SetValues, ...]
    ) -> Doubt | None:
        workout, lifts = self._logbook.opened(), self._cursor.lifts
        reading = self._cursor.reading(row, found[0].load)
        return doubt_of(found[0], typed_on, workout, lifts, reading)

    def _typed_on(self, row: SetRow) -> TypedRow:
        entry = self._logbook.opened().entries[row.entry]
        sets = entry.sets[: row.place]
        shown = row.done or self._cursor.planned(row)
        exercise = self._logbook.catalog.get(entry.exercise)
        return typed_row(self._logbook, exercise, shown, sets[-1] if sets else None)
