"""The lifter's routines and the programmes that come with Befit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.catalog.templates import Programme, programmes
from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.domain.routine import Routine
from befit_tui.logbook import Logbook
from befit_tui.logbook.lines import Run
from befit_tui.logbook.planning import routines
from befit_tui.ui.screens.list_dialog import UNDO, ListDialog
from befit_tui.ui.screens.planning.routine_editor import RoutineEditor, named
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.lines import Lines
from befit_tui.ui.widgets.text import clean, fit

LINES = 8
"""Exercises of the row under the cursor that are listed; product constant."""


@dataclass(frozen=True, slots=True)
class RoutineRow:
    """A routine of the lifter's, or a programme to take over, or a heading."""

    id: str
    text: str
    detail: str = ""
    routine: Routine | None = None
    programme: Programme | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the cursor passes over it."""
        return self.routine is None and self.programme is None


class RoutinesScreen(ListDialog[Routine | None]):
    """Gives the routine to start, or None."""

    BINDING_GROUP_TITLE = "Routines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "start", id="routines.choose"),
        Binding("e", "edit", "edit", id="routines.edit"),
        Binding("n", "new", "new", id="routines.new"),
        Binding("r", "rename", "rename", id="routines.rename"),
        Binding("d,delete", "delete", "delete", id="routines.delete"),
        UNDO,
    ]

    def compose(self) -> ComposeResult:
        """The rows, and what the one under the cursor holds."""
        yield from self.frame(Lines(_draw), "Routines")

    def on_mount(self) -> None:
        """Show what there is."""
        self.show()

    def show(self) -> None:
        """Draw the routines, the next one first, then the programmes."""
        self._list.rows = tuple(_rows(self.logbook))

    def action_close(self) -> None:
        """Start nothing."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A programme can only be taken over."""
        mine = ("edit", "rename", "delete")
        return action not in mine or self._routine is not None

    # -- keys

    def action_choose(self) -> None:
        """Start the routine, or take the programme over."""
        row = self._list.row
        if row is not None and row.programme is not None:
            programme = row.programme
            if self.change(lambda: routines.adopt(self.logbook, programme)):
                self.tell(f"{programme.name} is among your routines · u to undo")
                self._list.go_to(self._of_programme(programme.name))
        elif self._routine is not None:
            self.dismiss(self._routine)

    @work
    async def action_edit(self) -> None:
        """Change the routine line by line."""
        if (routine := self._routine) is not None:
            await self.app.push_screen_wait(RoutineEditor(self.logbook, routine))
            self.show()

    @work
    async def action_new(self) -> None:
        """Make a routine from nothing."""
        name = await self.ask("Name of the new routine", check=named)
        if name is None:
            return
        routine = Routine(id=self.logbook.new_id(), name=name)
        if self.change(lambda: routines.keep(self.logbook, routine, f"routine {name}")):
            self._list.go_to(routine.id)
            await self.app.push_screen_wait(RoutineEditor(self.logbook, routine))
            self.show()

    @work
    async def action_rename(self) -> None:
        """Give the routine another name."""
        if (routine := self._routine) is None:
            return
        name = await self.ask("Name of the routine", routine.name, check=named)
        if name is not None:
            renamed = replace(routine, name=name)
            self.change(lambda: routines.keep(self.logbook, renamed, "new name"))

    def action_delete(self) -> None:
        """Take the routine away; u brings it back."""
        routine = self._routine
        if routine and self.change(lambda: routines.delete(self.logbook, routine)):
            self.tell(f"deleted: {routine.name} · u to undo")

    # -- drawing

    def _of_programme(self, name: str) -> str:
        """The id of the first row with a routine of a programme; empty without one."""
        return next(
            (
                row.id
                for row in self._list.rows
                if row.routine is not None and row.routine.programme == name
            ),
            "",
        )

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        row = self._list.row
        plans: tuple[str, ...] = ()
        if row is not None and row.programme is not None:
            plans = tuple(one.name for one in row.programme.routines)
            plans = (row.programme.about, " · ".join(plans), "enter takes it over")
        elif row is not None and row.routine is not None:
            plans = self._plans(row.routine)
        self.query_one("#about", Static).update(Content("\n".join(map(clean, plans))))
        self.refresh_bindings()

    def _plans(self, routine: Routine) -> tuple[str, ...]:
        lines = [
            f"{clean(self.logbook.catalog.get(entry.exercise).name)}  "
            f"{format_plan(entry.target)}"
            for entry in routine.entries
        ]
        more = [f"and {len(lines) - LINES} more"] if len(lines) > LINES else []
        return (*lines[:LINES], *more) or ("no exercises yet · e edits",)

    @property
    def _routine(self) -> Routine | None:
        row = self._list.row
        return row.routine if row is not None else None

    @property
    def _list(self) -> LineList[RoutineRow]:
        return self.query_one(LineList)


def _rows(logbook: Logbook) -> Iterator[RoutineRow]:
    today = logbook.clock().date()
    turns = routines.in_turn(routines.routines(logbook), logbook.history)
    if turns:
        yield RoutineRow("mine", "Yours")
    for turn in turns:
        detail = routines.turn_words(turn, today)
        yield RoutineRow(turn.routine.id, turn.routine.name, detail, turn.routine)
    if turns:
        yield RoutineRow("gap", "")
    yield RoutineRow("programmes", "Programmes to take over and change")
    for one in programmes():
        days = f"{len(one.routines)} workouts · {one.about}"
        yield RoutineRow(f"programme:{one.name}", one.name, days, programme=one)


def _draw(row: RoutineRow, width: int, _selected: bool) -> Iterator[Run]:
    if row.is_heading:
        yield row.text, "dim"
        return
    name = fit(clean(row.text), max(width // 2, 8))
    yield name, "strong"
    yield "   " + fit(clean(row.detail), width - cell_len(name) - 3), "dim"
