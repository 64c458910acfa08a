"""Editing a routine as a table: exercises, sets, reps, effort, load, rest."""

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.binding import Binding, BindingType

from befit_tui.analysis.planning.programme import heading
from befit_tui.analysis.planning.results import plain_words
from befit_tui.domain import signs
from befit_tui.domain.edit import Entries, toggled, without_lone
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.plan_line import (
    CELL_HINTS,
    COLUMNS,
    PlanRow,
    format_plan,
    has_table,
    parse_plan,
    rows_of,
    with_cell,
)
from befit_tui.domain.grammar.scheme_line import clause_words
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import KIND_WORDS
from befit_tui.domain.workout import Entry, Target
from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import programme, routine_lines, routines
from befit_tui.ui.screens.list_dialog import UNDO, ListDialog
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit, padded

WIDTHS = {"sets": 6, "reps": 9, "left": 7, "load": 9, "rest": 7}
"""Cells of each column; the name has what is left."""
LEAST_NAME = 14
"""Cells that a name has at least; product constant."""
HINT = (
    "3x6-8@1-3 r180 · 12 60%, 10 70%, 8 80% · 3x45s r60 · 5w, 5x5 80kg\n"
    "5x5 +2.5kg/session, fail 3: -10% · 2x5, 5+ +2.5kg/week, +5kg at 10\n"
    "5/3/1 tm=100 · 5x5 70% | 3x3 80% | 3x5 50% easy tm +5kg/cycle · 5x3 > 6x2 fail 1"
)
NEW_PLAN = "3x{}@1-3"


class EntryRow(Value, frozen=True):
    """The ``group``th row of an exercise; weeks and stages are a ``line``."""

    index: int
    entry: Entry
    exercise: Exercise
    group: int = 0
    plan: PlanRow | None = None
    line: str = ""

    @property
    def id(self) -> str:
        """Its place."""
        return f"{self.index}" if not self.group else f"{self.index}.{self.group}"


class Columns(Value, frozen=True):
    """The names of the columns."""

    id: str = "columns"
    is_heading: bool = True


def table_rows(index: int, entry: Entry, exercise: Exercise) -> Iterator[EntryRow]:
    """The rows of one exercise."""
    if not has_table(entry.target):
        yield EntryRow(index, entry, exercise, line=format_plan(entry.target))
        return
    for group, plan in enumerate(rows_of(entry.target)):
        yield EntryRow(index, entry, exercise, group, plan)


def next_words(entry: Entry) -> str:
    """What the next workout asks of a lift: its plan, or what a programme makes of it.

    ``3 × 6-8 · 1-3 left``, ``5/3/1 week 2 · 3+ at 90% of 100 kg``,
    ``5x5 62.5kg · 62.5: 5 × 5 last time``.
    """
    target = entry.target
    if target is None or target.scheme is None:
        return (target and plain_words(target)) or format_plan(target)
    sets = heading(target) or format_plan(replace(target, scheme=None, rest_s=None))
    how = target.scheme.why or clause_words(
        replace(target.scheme, of_max=False, max=None)
    )
    return " · ".join(filter(None, (sets, how)))


def draw_entry(
    row: EntryRow | Columns, width: int, selected: bool, column: str
) -> Iterator[Run]:
    """Name and cells; the one of ``column`` stands in brackets under the cursor."""
    room = max(width - sum(WIDTHS.values()) - 1, LEAST_NAME)
    if isinstance(row, Columns):
        yield f" {'':<{room}}", "dim"
        for name, cells in WIDTHS.items():
            yield f"{name:<{cells}}", "dim"
        return
    name = _name(row)
    if row.plan is None:  # a long line stands nearer to a short name
        free = width - 1 - cell_len(row.line)
        room = min(room, max(free, cell_len(name) + 2, LEAST_NAME))
    yield f" {padded(name, room - 1)} ", "strong"
    if row.plan is None:
        yield fit(row.line, width - room - 1), "" if selected else "dim"
        return
    for key, cells in WIDTHS.items():
        text = row.plan.cells[key] or ("" if row.group and key == "rest" else "·")
        here = selected and key == column
        shown = f"[{fit(text, cells - 3)}]" if here else f" {fit(text, cells - 2)}"
        yield f"{shown:<{cells}}", "strong" if here else "" if selected else "dim"


def _name(row: EntryRow) -> str:
    kind = KIND_WORDS[row.plan.kind] if row.plan else ""
    if row.group:
        return "  then" if row.plan and row.plan.kind is Kind.WORK else f"  {kind}"
    mark = "" if row.entry.superset is None else f"{row.entry.superset}{signs.IN_TURN} "
    note = f"  {signs.NOTE} {row.entry.note}" if row.entry.note else ""
    warm = f" ({kind})" if row.plan and row.plan.kind is not Kind.WORK else ""
    return clean(f"{mark}{row.exercise.name}{warm}{note}")


class RoutineEditor(ListDialog[None, EntryRow | Columns]):
    """Changes one routine; each change is a step of undo."""

    BINDING_GROUP_TITLE = "Routine"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "cell", "change", id="routine.cell"),
        Binding("left", "column(-1)", "column", key_display="← →", id="routine.left"),
        Binding("right", "column(1)", "column after", show=False, id="routine.right"),
        Binding("p", "plan", "as a line", id="routine.plan"),
        Binding("a", "add", "add", id="routine.add"),
        Binding("t", "type", "type an exercise", id="routine.type"),
        Binding("A", "swap", "swap", id="routine.swap"),
        Binding("d,delete", "remove", "remove", id="routine.remove"),
        Binding("J,ctrl+down", "move(1)", "down", id="routine.down"),
        Binding("K,ctrl+up", "move(-1)", "up", id="routine.up"),
        Binding("g", "superset", "superset", id="routine.superset"),
        Binding("n", "note", "note", id="routine.note"),
        UNDO,
    ]

    def __init__(self, logbook: Logbook, routine: Routine) -> None:
        super().__init__(logbook, routine.name, self._draw)
        self._routine = routine
        self._column = COLUMNS[1]

    def on_mount(self) -> None:
        """Say what the row under the cursor may hold."""
        self._follow()

    def show(self) -> None:
        """Draw the routine as the log holds it; one that is gone is closed."""
        known = {one.id: one for one in routines.routines(self.logbook)}
        if self._routine.id not in known:
            self.dismiss(None)
            return
        self._routine = known[self._routine.id]
        self.frame.say(self._routine.name)
        rows: list[EntryRow | Columns] = [Columns()]
        for index, entry in enumerate(self._routine.entries):
            exercise = self.logbook.catalog.get(entry.exercise)
            rows += table_rows(index, entry, exercise)
        self._list.rows = tuple(rows)

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        row = self._row
        plan = format_plan(row.entry.target) if row is not None else ""
        said = HINT
        if row is not None and row.plan is not None:
            said = f"{self._column}: {CELL_HINTS[self._column]}"
        named = clean(f"{row.exercise.name}  {plan}") if row and plan else ""
        note = f"{signs.NOTE} {clean(row.entry.note)}" if row and row.entry.note else ""
        about = "\n".join(filter(None, (named, note, said)))
        self.about(about)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an exercise there is only adding one."""
        needs_row = ("plan", "cell", "swap", "remove", "move", "superset", "note")
        return action not in needs_row or self._row is not None

    # -- keys

    def action_column(self, step: int) -> None:
        """Go to the column before (-1) or after (1)."""
        at = COLUMNS.index(self._column) + step
        self._column = COLUMNS[min(max(at, 0), len(COLUMNS) - 1)]
        self._list.refresh()
        self._follow()

    @work
    async def action_cell(self) -> None:
        """Type what the cell under the cursor shall hold."""
        row, column = self._row, self._column
        if row is None or row.plan is None:
            self.action_plan()
            return

        now, hint, before = row.plan.cells[column], CELL_HINTS[column], row.entry.target

        def changed(text: str) -> Target | None:
            return before if text == now else with_cell(before, row.group, column, text)

        title = f"{column.capitalize()} of {row.exercise.name}"
        target = await ask_line(
            self.app, title, changed, now, hint=hint, retyped=changed
        )
        if target not in (None, before):
            self._write(row, target=target)

    @work
    async def action_plan(self) -> None:
        """Type the plan of the exercise; a training max in it is kept too."""
        if (row := self._row) is None:
            return

        plan, before = programme.plan_line(self.logbook, row.entry), row.entry.target

        def parsed(text: str) -> Target | None:
            return before if text == plan else parse_plan(text, self.logbook.unit)

        title = f"Plan of {row.exercise.name}"
        target = await ask_line(self.app, title, parsed, plan, hint=HINT)
        if target not in (None, before):
            self._write(row, target=target)

    @work
    async def action_type(self) -> None:
        """Type an exercise with its plan, as in squat 5x5 +2.5kg/session."""

        def parsed(text: str) -> Entry:
            return routine_lines.parse_entry(self.logbook, text)

        hint = "squat 5x5 +2.5kg/session, fail 3: -10% · bench 5/3/1 tm=100"
        title = "An exercise and its plan"
        if entry := await ask_line(self.app, title, parsed, hint=hint):
            self._insert(entry)

    @work
    async def action_add(self) -> None:
        """Add an exercise below the cursor."""
        if chosen := await self.ask_exercise("Add an exercise"):
            reps = self.logbook.catalog.get(chosen).default_reps
            plan = NEW_PLAN.format(f"{reps[0]}-{reps[1]}") if reps else "3x45s"
            self._insert(Entry(exercise=chosen, target=parse_plan(plan)))

    @work
    async def action_swap(self) -> None:
        """Put another exercise in the place of this one; the plan stays."""
        if (row := self._row) is None:
            return
        title = f"Swap {clean(row.exercise.name)}"
        if chosen := await self.ask_exercise(title, row.exercise):
            self._write(row, exercise=chosen)

    def action_remove(self) -> None:
        """Take the exercise out; u brings it back."""
        if (row := self._row) is not None:
            entries = self._routine.entries
            rest = (*entries[: row.index], *entries[row.index + 1 :])
            if self._keep(without_lone(rest), f"removed {row.exercise.name}"):
                self.tell(f"removed: {row.exercise.name} · u to undo")

    def action_move(self, step: int) -> None:
        """Move the exercise up or down."""
        if (row := self._row) is not None:
            entries = list(self._routine.entries)
            place = min(max(row.index + step, 0), len(entries) - 1)
            entries.insert(place, entries.pop(row.index))
            if self._keep(tuple(entries), "new order"):
                self._list.go_to(str(place))

    def action_superset(self) -> None:
        """Join the exercise to the one below, or part them."""
        if (row := self._row) is not None:
            entries, index = self._routine.entries, row.index
            self.change(lambda: self._save(toggled(entries, index), "superset"))

    @work
    async def action_note(self) -> None:
        """Write a note that every workout of the routine shows."""
        if (row := self._row) is None:
            return
        title = f"Note on {row.exercise.name}"
        note = await ask_line(self.app, title, str, row.entry.note)
        if note is not None:
            self._write(row, note=note)

    # -- inner workings

    def _insert(self, entry: Entry) -> None:
        """Put an exercise below the cursor, with a training max typed with it."""
        entries = self._routine.entries
        place = self._row.index + 1 if self._row else len(entries)
        longer = (*entries[:place], entry, *entries[place:])
        if self._keep(longer, "added exercise", entry):
            self._list.go_to(str(place))

    def _write(self, row: EntryRow, **changed: Any) -> None:
        entry, entries = replace(row.entry, **changed), self._routine.entries
        rest = entries[row.index + 1 :]
        label = f"routine {self._routine.name}"
        self._keep((*entries[: row.index], entry, *rest), label, entry)

    def _keep(self, entries: Entries, label: str, typed: Entry | None = None) -> bool:
        return self.change(lambda: self._save(entries, label, typed))

    def _save(self, entries: Entries, label: str, typed: Entry | None = None) -> None:
        routine = replace(self._routine, entries=entries)
        programme.keep(self.logbook, routine, (typed,) if typed else (), label)

    def _draw(
        self, row: EntryRow | Columns, width: int, selected: bool
    ) -> Iterator[Run]:
        return draw_entry(row, width, selected, self._column)

    @property
    def _row(self) -> EntryRow | None:
        row = self._list.row
        return row if isinstance(row, EntryRow) else None
