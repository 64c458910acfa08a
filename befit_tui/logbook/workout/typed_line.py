"""The line typed on the row under the cursor: how it reads, and what is doubtful.

A likely slip is asked about once: the first enter shows the question, the second, with
the same text on the same row, is the answer.
"""

from dataclasses import dataclass
from datetime import datetime

from befit_tui.analysis.lift.doubt import Doubt
from befit_tui.domain.errors import DoubtError, EntryError
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.typed_set import TypedRow, read_sets, typed_row, words_of
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.doubts import doubt_of
from befit_tui.logbook.workout.effort_question import BOUNCE
from befit_tui.logbook.workout.rows import SetRow

ENTER_AGAIN = "Enter again keeps it"


@dataclass(frozen=True, slots=True)
class _Asked:
    """The text that was doubted, on which row and when the question was shown."""

    row: str
    text: str
    at: datetime


class TypedLine:
    """Reads what is typed on the row under the cursor; it changes nothing."""

    def __init__(self, logbook: Logbook, cursor: RowCursor) -> None:
        self._logbook = logbook
        self._cursor = cursor
        self._asked: _Asked | None = None

    def entered(self, row: SetRow, text: str) -> tuple[SetValues, ...]:
        """The sets that the line means, when enter is pressed.

        Raises:
            EntryError: it cannot be read; the message says what to type.
            DoubtError: it is likely a slip; the same text is taken the next time.
        """
        typed_on = self._typed_on(row)
        found = read_sets(text, typed_on)
        if doubt := self._doubt(row, typed_on, found):
            self._ask_once(row, text, doubt)
        return found

    def read_back(self, text: str) -> str:
        """How the line reads, with what is doubtful, or why it does not read yet."""
        row = self._cursor.set_row
        if self._asked is not None and self._asked.text != text:
            self._asked = None
        if row is None or not text:
            return ""
        typed_on = self._typed_on(row)
        try:
            words = words_of(text, typed_on)
            doubt = self._doubt(row, typed_on, read_sets(text, typed_on))
        except EntryError as error:
            return str(error)
        return f"{words} ▲ {doubt.why}" if doubt else words

    def values(self, text: str) -> SetValues | None:
        """The set that the line would log; None while it cannot be read."""
        row = self._cursor.set_row
        try:
            return read_sets(text, self._typed_on(row))[0] if row and text else None
        except EntryError:
            return None

    def _ask_once(self, row: SetRow, text: str, doubt: Doubt) -> None:
        """Ask about a likely slip, unless it was asked and this enter answers it.

        An enter that bounces, or is held down, is no answer.
        """
        asked, now = self._asked, self._cursor.now()
        answers = (
            asked is not None
            and (asked.row, asked.text) == (row.id, text)
            and now - asked.at >= BOUNCE
        )
        self._asked = None if answers else _Asked(row.id, text, now)
        if not answers:
            raise DoubtError(f"{doubt} {ENTER_AGAIN}")

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
