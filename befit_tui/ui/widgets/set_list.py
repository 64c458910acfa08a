"""The sets of the open workout, drawn by one widget whatever their number."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from befit_tui.domain import signs
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
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
from befit_tui.logbook.workout.row_words import remarks
from befit_tui.logbook.workout.rows import SetRow, TitleRow, amount_of
from befit_tui.ui.widgets.entry_line import PASSED_ON, EntryLine
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.runs import cells
from befit_tui.ui.widgets.text import clean, fit

NUMBER, LOAD, REPS, LEFT = 4, 8, 7, 6
"""Widths of the columns, in cells."""
FORM = 1
"""Cells that "last time" leaves for the sign of the form."""
SHORTEST_REMARK = 8
"""Cells below which the beginning of a remark would tell nothing."""
LEAST_LAST = 12
"""Cells of "last time" at least, its heading and a gap."""
IN_TARGET = "in target"
NOT_YET = "…"
"""Where the plan of a row will stand."""


class Gap(Value, frozen=True):
    """No row: a line between exercises, a reminder, the names of the columns."""

    id: str
    text: str = ""
    is_heading: bool = True


Line = TitleRow | SetRow | Gap


class SetList(LineList[Line], inherit_bindings=False):
    """The rows of the open workout; the editor moves their cursor.

    The list has the keys also while a set is typed into the ``entry`` line.
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    class Chosen(Message):
        """A row was clicked; the cursor of the workout is to go there."""

        def __init__(self, row_id: str) -> None:
            super().__init__()
            self.row_id = row_id

    def __init__(self, cursor: RowCursor, entry: EntryLine) -> None:
        super().__init__(self._draw, follow=lambda: None)
        self._row_cursor = cursor
        self._entry = entry
        self.is_alone = True
        """Whether nothing beside it says why a set is planned, or what against it."""
        self._last = LEAST_LAST
        self._taken: tuple[TitleRow | SetRow, ...] = ()
        self._records = cursor.records
        self._drawn_for = self._unit, Size()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While a line is typed no other key does what it does on the row."""
        return self._entry.typing and key not in ("enter", "escape", *PASSED_ON)

    def choose(self, row: Line) -> None:
        """Leave it to the workout's own cursor, unless a line is being typed."""
        if not self._entry.typing:
            self.post_message(self.Chosen(row.id))

    def show_rows(self) -> None:
        """Take the rows and the cursor of the editor, with air where all of it fits."""
        rows, page = self._row_cursor.rows, self._page
        drawn_for = self._unit, page
        if rows is not self._taken or drawn_for != self._drawn_for:
            self._taken, self._drawn_for = rows, drawn_for
            self._take(rows, page)
        if self._row_cursor.row is not None:
            self.go_to(self._row_cursor.row.id)

    def _take(self, rows: tuple[TitleRow | SetRow, ...], page: Size) -> None:
        """Draw the lines that differ, those of new and former records among them."""
        lines = tuple(_with_gaps(rows, page.width - 1))
        airy = tuple(_with_air(lines))
        said = (self._last_words(row) for row in rows if isinstance(row, SetRow))
        widest = max(LEAST_LAST, max(map(cell_len, said), default=0) + 2)
        if widest != self._last:
            self._last = widest
            self.refresh()
        self.update_rows(airy if len(airy) <= page.height else lines)
        before, self._records = self._records, self._row_cursor.records
        changed = {set_id for set_id, _ in before.items() ^ self._records.items()}
        for place, line in enumerate(self.rows):
            if isinstance(line, SetRow) and line.done and line.done.id in changed:
                self.refresh_line(place)

    def on_resize(self, event: Resize) -> None:
        """Give the rows the air that there is room for now."""
        super().on_resize(event)
        self.show_rows()

    def _last_words(self, row: SetRow) -> str:
        if (last := row.planned.last) is None:
            return ""
        return clean(rated_set_words(last, row.exercise, self._unit))

    def _lines_of(self, place: int | None) -> range:
        """The row under the cursor with the air around it."""
        if place is None:
            return range(0)
        first, last = place, place
        while first and _is_air(self.rows[first - 1]):
            first -= 1
        while last + 1 < len(self.rows) and _is_air(self.rows[last + 1]):
            last += 1
        return range(first, last + 1)

    def refresh_row(self) -> None:
        """Draw the line under the cursor again."""
        if self._cursor is not None:
            self.refresh_line(self._cursor)

    def _draw(self, line: Line, width: int, selected: bool) -> Iterator[Run]:
        if isinstance(line, TitleRow):
            return _title(line, width, self._unit)
        if isinstance(line, SetRow):
            return self._set(line, width, selected)
        if line.id == "columns":
            last = _last_width(self._last, width)
            return _columns(last, self._unit, self._scale)
        return iter([(fit(clean(line.text), width), "warn")])

    @property
    def _unit(self) -> Unit:
        return self._row_cursor.logbook.unit

    @property
    def _scale(self) -> EffortScale:
        return self._row_cursor.logbook.effort_scale

    def _set(self, row: SetRow, width: int, selected: bool) -> Iterator[Run]:
        last_width = _last_width(self._last, width)
        role = "" if row.done else "strong" if selected else "dim"
        kind = self._row_cursor.shown(row).kind
        number = {Kind.WARMUP: "w", Kind.DROP: "d"}.get(kind, str(row.planned.number))
        yield number.rjust(2) + "  ", role
        yield fit(self._last_words(row), last_width - 1).ljust(last_width), "dim"
        if row.done is None and not self._row_cursor.is_planned:
            yield _cells(NOT_YET, NOT_YET), "dim"
            return
        if row.done is not None:
            load = load_words(row.done.load, row.exercise, self._unit)
            yield _cells(load, amount_words(row.done)), role
            labels = self._row_cursor.records.get(row.done.id, ())
            room = width - NUMBER - last_width - LOAD - REPS
            outcome = [*_outcome(row.done, self._scale)]
            # Without room for it whole, that it failed is told by the reps left alone.
            outcome = outcome if cells(outcome) <= room else outcome[:2]
            outcome += _remarks(row.done, labels, room - cells(outcome))
            yield from outcome
            if self._row_cursor.is_planned:
                room -= cells(outcome) + 1
                fits = row.is_inside and room > len(IN_TARGET) + 2
                yield (IN_TARGET.rjust(room) if fits else ""), "good"
            return
        shown = self._row_cursor.planned(row)
        load = load_words(shown.load, row.exercise, self._unit)
        amount = amount_of(shown)
        yield _cells(load, amount), role
        if row.planned.skipped:
            yield "skipped", "dim"
        elif selected:
            room = max(0, width - NUMBER - last_width - LOAD - REPS)
            remarked = remarks(self._row_cursor, row, alone=self.is_alone)
            said = [clean(one) for one in remarked]
            fitting = (one for one in said if cell_len(one) <= room)
            cut = fit(said[0], room) if said and room > SHORTEST_REMARK else ""
            yield next(fitting, cut), "warn"


def _with_gaps(rows: tuple[TitleRow | SetRow, ...], width: int) -> Iterator[Line]:
    for row in rows:
        if isinstance(row, TitleRow) and row.entry:
            yield Gap(f"gap:{row.entry}")
        yield row
        notes = (row.note, row.reminder) if isinstance(row, TitleRow) else ()
        for note in filter(None, notes):
            text = f"{signs.NOTE} {clean(note)}"
            found = wrap(
                text,
                max(width, 9),
                subsequent_indent="  ",
                max_lines=3,
                placeholder="…",
            )
            for number, line in enumerate(found):
                yield Gap(f"note:{row.entry}:{note}:{number}", line)
        if isinstance(row, TitleRow) and not row.entry:
            yield Gap("columns")


def _is_working(line: Line) -> bool:
    shown = (line.done or line.planned) if isinstance(line, SetRow) else None
    return shown is not None and shown.kind is not Kind.WARMUP


def _with_air(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with a blank above and below each working set.

    Beside the row under the cursor a blank is marked as that is: the row is tall.
    """
    apart = False
    for line in lines:
        if apart or _is_working(line):
            yield Gap(f"air:{line.id}")
        yield line
        apart = _is_working(line)


def _is_air(line: Line) -> bool:
    return isinstance(line, Gap) and line.id.startswith("air:")


def _title(row: TitleRow, width: int, unit: Unit) -> Iterator[Run]:
    """The name of an exercise; flush right its plan, as far as there is room."""
    mark = "" if row.superset is None else f"{row.superset}{signs.IN_TURN} "
    name = fit(clean(mark + row.exercise.name), width - 1)
    yield name, "strong"
    room = width - cell_len(name)
    hints = _hints(row, room, unit)
    yield " " * (room - _cells_of(hints) - 1), ""
    for text, role in hints:
        yield f"   {text}", role


def _hints(row: TitleRow, room: int, unit: Unit) -> tuple[Run, ...]:
    """What fits of the plan, how loads are counted, and a warning.

    The zone, which the track of the meter shows too, goes first.
    """
    manner = (manner_words(row.exercise, unit), "dim")
    warning = (f"{signs.CARE} no failure" if row.zone.stop_short else "", "warn")
    plans: list[Run] = [(words, "dim") for words in row.plan_words]
    wordings: list[tuple[Run, ...]] = [(plan, manner, warning) for plan in plans]
    wordings += [(plans[-1], manner), (plans[-1],)]
    for wording in wordings:
        hints = tuple(hint for hint in wording if hint[0])
        if _cells_of(hints) <= room:
            return hints
    return ()


def _cells_of(hints: Iterable[Run]) -> int:
    return sum(cell_len(text) + 3 for text, _ in hints)


def _last_width(widest: int, width: int) -> int:
    """The cells that "last time" gets: all it wants where the line has room."""
    room = width - NUMBER - LOAD - REPS - LEFT - FORM
    return max(min(widest, room), LEAST_LAST)


def _columns(last: int, unit: Unit, scale: EffortScale) -> Iterator[Run]:
    text = " # ".ljust(NUMBER) + "last time".ljust(last) + _cells(str(unit), "reps")
    yield text + SCALE_WORDS[scale].ljust(LEFT) + "form", "dim"


def _cells(load: str, amount: str) -> str:
    return load.rjust(LOAD - 2).ljust(LOAD) + amount.rjust(REPS - 2).ljust(REPS)


def _outcome(done: LoggedSet, scale: EffortScale) -> Iterator[Run]:
    """Reps left or RPE, form and what was special, each as a word or a glyph."""
    left = left_words(done, scale)
    if not is_working(done) and left == UNRATED:
        left = ""
    failed = done.end is not None and done.end is not End.STOPPED
    yield left.ljust(LEFT), "bad" if failed or known_left(done) == 0 else ""
    if done.form is Form.INTACT:
        yield signs.AS_MEANT, "good"
    elif done.form is Form.SLIPPED:
        yield "~ slipped", "warn"
    elif done.form is Form.BROKE:
        yield f"{signs.BROKE} broke", "bad"
    elif left:
        yield UNRATED, "dim"
    if failed:
        yield "  missed" if done.end is End.MISSED else "  failure", "bad"


def _remarks(done: LoggedSet, labels: Sequence[str], room: int) -> Iterator[Run]:
    """The records that a set is, as many as fit, and its note in what is left."""
    wordings = [" · ".join(labels[:count]) for count in range(len(labels), -1, -1)]
    said = (f"  {signs.RECORD} {words}".rstrip() for words in wordings)
    record = next((one for one in said if cell_len(one) <= room), "") if labels else ""
    if record:
        yield record, "warn"
    room -= cell_len(record) + 2
    if done.note and room > 0:
        yield f"  {fit(clean(done.note), room)}", "dim"
