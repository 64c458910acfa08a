"""A routine line by line: its exercises, each with its plan as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.errors import BefitError
from befit_tui.domain.grammar.plan_line import format_plan, parse_plan
from befit_tui.domain.routine import Routine
from befit_tui.domain.supersets import Entries, toggled, without_lone
from befit_tui.domain.workout import Entry, Target
from befit_tui.logbook import Logbook
from befit_tui.logbook.planning import routine_plans, routines
from befit_tui.ui.screens.dialog import DialogFrame
from befit_tui.ui.screens.list_dialog import UNDO, ListDialog
from befit_tui.ui.screens.planning.routine_rows import EntryRow, draw_entry
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.lines import Lines

HINT = (
    "3x6-8@1-3 r180 · 12 60%, 10 70%, 8 80% · 3x45s r60 · 5w, 5x5 80kg\n"
    "5x5 +2.5kg/session, fail 3: -10% · 2x5, 5+ +2.5kg/week, +5kg at 10\n"
    "5/3/1 tm=100 · 5x5 70% | 3x3 80% | 3x5 50% easy tm +5kg/cycle · 5x3 > 6x2 fail 1"
)
NEW_PLAN = "3x{}@1-3"


class RoutineEditor(ListDialog[None]):
    """Changes one routine; each change is a step of undo."""

    BINDING_GROUP_TITLE = "Routine"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "plan", "plan", id="routine.plan"),
        Binding("a", "add", "add", id="routine.add"),
        Binding("t", "type", "type a lift", id="routine.type"),
        Binding("A", "swap", "swap", id="routine.swap"),
        Binding("d,delete", "remove", "remove", id="routine.remove"),
        Binding("J,ctrl+down", "move(1)", "down", id="routine.down"),
        Binding("K,ctrl+up", "move(-1)", "up", id="routine.up"),
        Binding("g", "superset", "superset", id="routine.superset"),
        Binding("n", "note", "note", id="routine.note"),
        Binding("r", "rename", "rename", id="routine.rename"),
        UNDO,
    ]

    def __init__(self, logbook: Logbook, routine: Routine) -> None:
        super().__init__(logbook)
        self._routine = routine

    def compose(self) -> ComposeResult:
        """The exercises, and below them how a plan is written."""
        yield from self.frame(Lines(draw_entry), self._routine.name)

    def on_mount(self) -> None:
        """Show the routine."""
        self.show()
        self._follow()

    def show(self) -> None:
        """Draw the routine as the log holds it; one that is gone is closed."""
        known = routines.routines(self.logbook)
        found = next((one for one in known if one.id == self._routine.id), None)
        if found is None:
            self.dismiss(None)
            return
        self._routine = found
        self.query_one(DialogFrame).say(found.name)
        self._list.rows = tuple(
            EntryRow(index, entry, self.logbook.catalog.get(entry.exercise))
            for index, entry in enumerate(found.entries)
        )

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss(None)

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        row = self._list.row
        plan = format_plan(row.entry.target) if row is not None else ""
        lines = (f"{row.exercise.name}  {plan}" if row and plan else "", HINT)
        self.query_one("#about", Static).update(Content("\n".join(filter(None, lines))))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an exercise there is only adding one."""
        needs_row = ("plan", "swap", "remove", "move", "superset", "note")
        return action not in needs_row or self._list.row is not None

    # -- keys

    @work
    async def action_plan(self) -> None:
        """Type the plan of the exercise."""
        if (row := self._list.row) is None:
            return
        title = f"Plan of {row.exercise.name}"
        plan = routine_plans.plan_line(self.logbook, row.entry)
        text = await self.ask(title, plan, hint=HINT, check=self._parse)
        if text is not None and text != plan:
            self._plan(row.index, replace(row.entry, target=self._parse(text)))

    @work
    async def action_type(self) -> None:
        """Type an exercise with its plan, as in squat 5x5 +2.5kg/session."""
        text = await self.ask(
            "An exercise and its plan",
            hint="squat 5x5 +2.5kg/session, fail 3: -10% · bench 5/3/1 tm=100",
            check=lambda typed: routine_plans.parse_entry(self.logbook, typed),
        )
        if text is not None:
            entry = routine_plans.parse_entry(self.logbook, text)
            place = self._below
            if self.change(
                lambda: routine_plans.keep(
                    self.logbook, self._with(place, entry), entry, "added exercise"
                )
            ):
                self._list.go_to(str(place))

    @work
    async def action_add(self) -> None:
        """Add an exercise below the cursor."""
        if (chosen := await self.ask_exercise("Add an exercise")) is None:
            return
        reps = self.logbook.catalog.get(chosen).default_reps
        plan = NEW_PLAN.format(f"{reps[0]}-{reps[1]}") if reps else "3x45s"
        entry = Entry(exercise=chosen, target=parse_plan(plan))
        place = self._below
        if self._keep(self._with(place, entry).entries, "added exercise"):
            self._list.go_to(str(place))

    @work
    async def action_swap(self) -> None:
        """Put another exercise in the place of this one; the plan stays."""
        row = self._list.row
        if row and (chosen := await self.ask_exercise("Swap the exercise")):
            self._write(row.index, lambda entry: replace(entry, exercise=chosen))

    def action_remove(self) -> None:
        """Take the exercise out; u brings it back."""
        if (row := self._list.row) is not None:
            entries = self._routine.entries
            rest = (*entries[: row.index], *entries[row.index + 1 :])
            if self._keep(without_lone(rest), f"removed {row.exercise.name}"):
                self.tell(f"removed: {row.exercise.name} · u to undo")

    def action_move(self, step: int) -> None:
        """Move the exercise up or down."""
        if (row := self._list.row) is not None:
            entries = list(self._routine.entries)
            place = min(max(row.index + step, 0), len(entries) - 1)
            entries.insert(place, entries.pop(row.index))
            if self._keep(tuple(entries), "new order"):
                self._list.go_to(str(place))

    def action_superset(self) -> None:
        """Join the exercise to the one below, or part them."""
        if (row := self._list.row) is not None:
            entries, index = self._routine.entries, row.index
            self.change(lambda: self._save(toggled(entries, index), "superset"))

    @work
    async def action_note(self) -> None:
        """Write a note that every workout of the routine shows."""
        if (row := self._list.row) is None:
            return
        note = await self.ask(f"Note on {row.exercise.name}", row.entry.note)
        if note is not None:
            self._write(row.index, lambda entry: replace(entry, note=note))

    @work
    async def action_rename(self) -> None:
        """Give the routine another name."""
        name = await self.ask("Name of the routine", self._routine.name, check=named)
        if name is not None:
            renamed = replace(self._routine, name=name)
            self.change(lambda: routines.keep(self.logbook, renamed, "new name"))

    # -- inner workings

    def _parse(self, text: str) -> Target:
        return parse_plan(text, self.logbook.unit)

    def _plan(self, index: int, entry: Entry) -> None:
        """Keep the plan of an exercise, and the training max that was typed with it."""
        entries = self._routine.entries
        planned = (*entries[:index], entry, *entries[index + 1 :])
        routine = replace(self._routine, entries=planned)
        label = f"routine {routine.name}"
        self.change(lambda: routine_plans.keep(self.logbook, routine, entry, label))

    @property
    def _below(self) -> int:
        """The place below the cursor."""
        row = self._list.row
        return row.index + 1 if row is not None else len(self._routine.entries)

    def _with(self, place: int, entry: Entry) -> Routine:
        """The routine with one exercise more."""
        entries = self._routine.entries
        more = (*entries[:place], entry, *entries[place:])
        return replace(self._routine, entries=more)

    def _write(self, index: int, change: Callable[[Entry], Entry]) -> None:
        entries = self._routine.entries
        changed = tuple(
            change(entry) if at == index else entry for at, entry in enumerate(entries)
        )
        self._keep(changed, f"routine {self._routine.name}")

    def _keep(self, entries: Entries, label: str) -> bool:
        return self.change(lambda: self._save(entries, label))

    def _save(self, entries: Entries, label: str) -> None:
        routines.keep(self.logbook, replace(self._routine, entries=entries), label)

    @property
    def _list(self) -> LineList[EntryRow]:
        return self.query_one(LineList)


def named(text: str) -> None:
    """Refuse a name that says nothing.

    Raises:
        BefitError: it is empty.
    """
    if not text.strip():
        raise BefitError("A routine needs a name, as in Push A.")
