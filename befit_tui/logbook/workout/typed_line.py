"""A line typed on the row under the cursor: read back at every key, then entered."""

import re
from datetime import timedelta

from befit_tui.domain import signs
from befit_tui.domain.effort import left_of_rpe
from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.entry_sets import MANY_LEFT
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.doubts import Doubt, SlipQuestion, doubt_of
from befit_tui.logbook.typed_set import (
    TypedRow,
    logged_as,
    read_sets,
    typed_row,
    words_of,
)
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow, shown_words
from befit_tui.logbook.workout.stray_digit import StrayDigit

MAY_BE_POUNDS = re.compile(r"\d+ *l", re.IGNORECASE)
"""Reps of the left side, or a load on the way to ``100lb``."""
NEAR_WORK = 0.9
"""Share of the working load from which as many reps are work; product constant."""

Read = tuple[TypedRow, tuple[LoggedSet, ...]]
"""The row as a line was typed on it, and the sets that the line means."""


class TypedLine:
    """Reads a line as sets of the row under ``cursor``; it logs nothing.

    ``bounce`` is the time within which the same text again is a key held down.
    """

    def __init__(self, cursor: RowCursor, bounce: timedelta) -> None:
        self._cursor = cursor
        self._slip = SlipQuestion(cursor.logbook.clock, bounce)
        self.stray = StrayDigit()

    def read_back(self, text: str) -> str:
        """How the line reads, with what is doubtful, or why it does not read yet."""
        row = self._cursor.set_row
        self._slip.forget_other_than((row.id if row else "", text))
        self.stray.offered = ""
        if row is None or not text:
            return ""
        try:
            typed_on, found = self._read(row, text)
            words = words_of(text, typed_on)
            doubt = self._doubt(row, typed_on, found, self._whole(row, text))
        except EntryError as error:
            return str(error)
        was_warmup = self._cursor.shown(row).kind is Kind.WARMUP
        if was_warmup and found[0].kind is Kind.WORK:
            words += ", a working set"
        if MAY_BE_POUNDS.fullmatch(text):
            return f"{text[:-1].strip()} lb? go on with b · as it is: {words}"
        return f"{words} {signs.CARE} {doubt.why}" if doubt else words

    def values(self, text: str) -> LoggedSet | None:
        """The set that the line would log; None while it cannot be read, or not yet."""
        row = self._cursor.set_row
        if not row or not text or MAY_BE_POUNDS.fullmatch(text):
            return None
        try:
            return self._read(row, text)[1][0]
        except EntryError:
            return None

    def enter(self, row: SetRow, text: str) -> Read:
        """What the line means, once it is entered.

        Raises:
            EntryError: the text cannot be read.
            DoubtError: it is likely a slip; the same text is taken the next time.
        """
        whole = self.stray.offered = self._whole(row, text)
        try:
            typed_on, found = self._read(row, text)
        except EntryError as error:
            offer = f" The {self.stray.words}; esc takes that back: {whole}."
            raise EntryError(f"{error}{offer if whole else ''}") from error
        self._slip.ask((row.id, text), self._doubt(row, typed_on, found, whole))
        self.stray.offered = ""
        return typed_on, found

    # -- inner workings

    def _whole(self, row: SetRow, text: str) -> str:
        shown = logged_as(self._cursor.shown(row))
        return self.stray.whole(text, self.values, shown)

    def _read(self, row: SetRow, text: str) -> Read:
        """The row and the sets of the line; on a warm-up work if that was typed."""
        log = self._cursor.logbook
        sets = log.opened().entries[row.entry].sets[: row.place]
        above = sets[-1] if sets else None
        shown = self._cursor.shown(row)
        typed_on = typed_row(log, row.exercise, shown, above)
        found = read_sets(text, typed_on)
        is_warmup = row.done is None and shown.kind is Kind.WARMUP
        if is_warmup and self._is_work(row, found[0]):
            typed_on = replace(typed_on, shown=replace(typed_on.shown, kind=Kind.WORK))
            found = read_sets(text, typed_on)
        return typed_on, found

    def _is_work(self, row: SetRow, typed: LoggedSet) -> bool:
        """Whether a set is none to warm up with: rated as hard, or as heavy as work."""
        left = left_of_rpe(typed.rpe) if typed.left is None else typed.left
        if left is not None and left < MANY_LEFT:
            return True
        if row.planned.kind is not Kind.WARMUP:
            return False  # the lifter made it a warm-up, whatever its load
        planned = map(self._cursor.planned, self._cursor.sets_of(row.entry))
        work = [one for one in planned if one.kind is Kind.WORK and one.load]
        if typed.load is None or not work:
            return False
        load, least = typed.load.kg, min(one.load.kg for one in work if one.load)
        as_many = (typed.reps or 0) >= min(one.reps or 1 for one in work)
        return load >= least or (as_many and load >= NEAR_WORK * least)

    def _doubt(
        self,
        row: SetRow,
        typed_on: TypedRow,
        found: tuple[LoggedSet, ...],
        whole: str,
    ) -> Doubt | None:
        if whole:
            what = shown_words(found[0], row.exercise, self._cursor.unit)
            way_out = f", esc takes the answer back: {whole}"
            return Doubt(what, f"the {self.stray.words}.", way_out)
        return doubt_of(
            found[0],
            typed_on,
            self._cursor.logbook.opened(),
            self._cursor.lifts,
            self._cursor.earlier(row),
        )
