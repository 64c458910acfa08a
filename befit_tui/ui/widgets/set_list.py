"""The sets of the workout, drawn by one widget whatever their number."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import EffortScale, End, Form, Kind
from befit_tui.domain.wording import (
    SCALE_WORDS,
    UNRATED,
    amount_words,
    left_words,
    load_words,
    manner_words,
    rated_set_words,
)
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.lines import Run
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow, TitleRow
from befit_tui.logbook.workout.words import planned_words, remark
from befit_tui.ui.widgets.entry_line import PASSED_ON
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit

NUMBER, LOAD, REPS, LEFT = 4, 8, 7, 6
"""Widths of the columns, in cells."""
LAST, NARROW_LAST = 16, 13
ROOMY = 56
"""Cells from which "last time" keeps its full width."""


@dataclass(frozen=True, slots=True)
class Gap:
    """No row: a line between exercises, a reminder, the names of the columns."""

    id: str
    text: str = ""
    is_heading: bool = True


Line = TitleRow | SetRow | Gap


class SetList(LineList[Line], inherit_bindings=False):
    """The rows of the workout in progress; the editor moves their cursor."""

    BINDINGS: ClassVar[list[BindingType]] = []

    class Chosen(Message):
        """A row was clicked; the cursor of the workout is to go there."""

        def __init__(self, row_id: str) -> None:
            super().__init__()
            self.row_id = row_id

    def __init__(self, cursor: RowCursor, unit: Unit) -> None:
        super().__init__(self._draw, pointer="▸")
        self._row_cursor = cursor
        self.unit = unit
        self.typing = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While a line is typed no other key does what it does on the row."""
        return self.typing and key not in ("enter", "escape", *PASSED_ON)

    def choose(self, row: Line) -> None:
        """Leave it to the workout's own cursor, unless a line is being typed."""
        if not self.typing:
            self.post_message(self.Chosen(row.id))

    def show_rows(self) -> None:
        """Take the rows and the cursor of the editor."""
        lines = tuple(_with_gaps(self._row_cursor.rows))
        if lines != self.rows:
            self.update_rows(lines)
        if self._row_cursor.row is not None:
            self.go_to(self._row_cursor.row.id)

    def refresh_row(self) -> None:
        """Draw the line under the cursor again."""
        row = self._row_cursor.row
        for place, line in enumerate(self.rows):
            if row is not None and line.id == row.id:
                self.refresh_line(place)

    def refresh_sets(self, ids: Collection[str]) -> None:
        """Draw logged sets again, as when they have become records."""
        for place, line in enumerate(self.rows):
            if isinstance(line, SetRow) and line.done and line.done.id in ids:
                self.refresh_line(place)

    def _draw(self, line: Line, width: int, selected: bool) -> Iterator[Run]:
        if isinstance(line, TitleRow):
            return _title(line, width, self.unit)
        if isinstance(line, SetRow):
            return self._set(line, width, selected)
        if line.id == "columns":
            return _columns(width, self.unit, self._scale)
        return iter([(fit(clean(line.text), width), "warn")])

    @property
    def _scale(self) -> EffortScale:
        return self._row_cursor.logbook.effort_scale

    def _set(self, row: SetRow, width: int, selected: bool) -> Iterator[Run]:
        title = next(
            one
            for one in self.rows
            if isinstance(one, TitleRow) and one.entry == row.entry
        )
        exercise = title.exercise
        last_width = LAST if width >= ROOMY else NARROW_LAST
        last = row.planned.last
        said = rated_set_words(last, exercise, self.unit) if last else ""
        role = "" if row.done else "strong" if selected else "dim"
        yield _number(row).rjust(2) + "  ", role
        yield fit(clean(said), last_width - 1).ljust(last_width), "dim"
        if row.done is not None:
            load = load_words(row.done.load, exercise, self.unit)
            yield _cells(load, amount_words(row.done)), role
            yield from _outcome(row.done, self._scale)
            if labels := self._row_cursor.records.labels.get(row.done.id):
                yield f"  ◆ {' · '.join(labels)}", "warn"
            return
        shown = self._row_cursor.planned(row)
        load = load_words(shown.load, exercise, self.unit)
        amount = planned_words(shown)
        yield _cells(load, amount), role
        if row.planned.skipped:
            yield "skipped", "dim"
        elif selected:
            room = max(0, width - NUMBER - last_width - LOAD - REPS)
            yield fit(clean(remark(self._row_cursor, row)), room), "warn"


def _with_gaps(rows: tuple[TitleRow | SetRow, ...]) -> Iterator[Line]:
    for row in rows:
        if isinstance(row, TitleRow) and row.entry:
            yield Gap(f"gap:{row.entry}")
        yield row
        if isinstance(row, TitleRow) and row.note:
            yield Gap(f"note:{row.entry}", f"» {row.note}")
        if isinstance(row, TitleRow) and row.reminder:
            yield Gap(f"reminder:{row.entry}", f"» {row.reminder}")
        if isinstance(row, TitleRow) and not row.entry:
            yield Gap("columns")


def _title(row: TitleRow, width: int, unit: Unit) -> Iterator[Run]:
    """Name, plan and zone of an exercise, as far as there is room."""
    mark = "" if row.superset is None else f"{row.superset}⟲ "
    name = fit(clean(mark + row.exercise.name), width - 1)
    yield name, "strong"
    room = width - len(name)
    zone = row.zone
    plans = [words for words in row.plan_words if len(words) + 3 <= room]
    hints = (
        (plans[0] if plans else "", "dim"),
        (manner_words(row.exercise, unit), "dim"),
        ("▲ stop short" if zone.stop_short else "", "warn"),
    )
    for text, role in hints:
        if text and len(text) + 3 <= room:
            room -= len(text) + 3
            yield "   " + text, role


def _columns(width: int, unit: Unit, scale: EffortScale) -> Iterator[Run]:
    last = LAST if width >= ROOMY else NARROW_LAST
    text = " # ".ljust(NUMBER) + "last time".ljust(last) + _cells(str(unit), "reps")
    yield text + SCALE_WORDS[scale].ljust(LEFT) + "form", "dim"


def _cells(load: str, amount: str) -> str:
    return load.rjust(LOAD - 2).ljust(LOAD) + amount.rjust(REPS - 2).ljust(REPS)


def _number(row: SetRow) -> str:
    kind = row.done.kind if row.done else row.planned.kind
    return {Kind.WARMUP: "w", Kind.DROP: "d"}.get(kind, str(row.planned.number))


def _outcome(done: LoggedSet, scale: EffortScale) -> Iterator[Run]:
    """Reps left or RPE, form and what was special, each as a word or a glyph."""
    left = left_words(done, scale)
    if not is_working(done) and left == UNRATED:
        left = ""
    failed = done.end is not None and done.end is not End.STOPPED
    yield left.ljust(LEFT), "bad" if failed or known_left(done) == 0 else ""
    if done.form is Form.INTACT:
        yield "✓", "good"
    elif done.form is Form.SLIPPED:
        yield "~ slipped", "warn"
    elif done.form is Form.BROKE:
        yield "✗ broke", "bad"
    elif left:
        yield UNRATED, "dim"
    if failed:
        yield "  missed" if done.end is End.MISSED else "  failure", "bad"
    if done.note:
        yield "  " + clean(done.note), "dim"
