"""The dialog of routines and of the programmes that come with Befit."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from befit_tui.catalog.programmes import EQUIPMENT, Programme, programmes
from befit_tui.domain.errors import EntryError
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import schemes_of
from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import liftoscript, routines
from befit_tui.logbook.planning.programme import Programmes
from befit_tui.logbook.planning.routines import named
from befit_tui.ui.screens.dialog import Popup
from befit_tui.ui.screens.list_dialog import UNDO, ListDialog
from befit_tui.ui.screens.planning.routine_editor import RoutineEditor, next_words
from befit_tui.ui.screens.planning.training_maxes import TrainingMaxes
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit, padded

NAME = 22
"""Cells of the names of programmes: the longest has so many (product constant)."""
ROOMY = 36
"""Rows of the screen from which the exercises of a programme are told (product
constant)."""
LINES = 8
"""Exercises of the row under the cursor that are listed; product constant."""


class RoutineRow(Value, frozen=True):
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


class Chosen(Value, frozen=True):
    """A routine to start; ``week`` None: in the week that comes next."""

    routine: Routine
    week: int | None = None


class RoutinesScreen(ListDialog[Chosen | None, RoutineRow]):
    """Gives the routine to start, or None."""

    BINDING_GROUP_TITLE = "Routines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "start", id="routines.choose"),
        Binding("enter", "adopt", "take over", id="routines.adopt"),
        Binding("e", "edit", "edit", id="routines.edit"),
        Binding("n", "new", "new", id="routines.new"),
        Binding("r", "rename", "rename", id="routines.rename"),
        Binding("d,delete", "delete", "delete", id="routines.delete"),
        Binding("f", "folder", "folder", id="routines.folder"),
        *(
            Binding(
                f"{days}", f"days({days})", "days", show=not days, key_display="0-6"
            )
            for days in range(7)
        ),
        Binding("g", "equipment", "equipment", id="routines.equipment"),
        Binding("m", "maxes", "training maxes", id="routines.maxes"),
        Binding("i", "script", "from a file", id="routines.script"),
        Binding("w", "week", "in another week", id="routines.week"),
        Binding("D", "delete(True)", "delete the programme", id="routines.delete_all"),
        UNDO,
    ]

    def __init__(self, logbook: Logbook, days: int = 0, equipment: str = "") -> None:
        """Show the programmes for so many ``days`` a week, for what there is."""
        super().__init__(logbook, "Routines", _draw)
        self._days, self._equipment = days, equipment
        self._asks: Programmes | None = None

    def show(self) -> None:
        """Draw the routines, the next one first, then the programmes that suit."""
        self._asks = None
        mine = _own_rows(self.logbook)
        offered = _offered_rows(self._days, self._equipment)
        self._list.rows = (*mine, *offered)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A programme can only be taken over."""
        mine = ("choose", "edit", "rename", "delete", "folder", "week")
        if action == "adopt":
            return self._routine is None
        return action not in mine or self._routine is not None

    # -- keys

    @work
    async def action_choose(self) -> None:
        """Start the routine."""
        if (routine := self._routine) is not None:
            await self._ask_maxes()
            self.dismiss(Chosen(routine))

    @work
    async def action_adopt(self) -> None:
        """Take the programme over."""
        row = self._list.row
        if row is None or (programme := row.programme) is None:
            return
        if self.change(lambda: routines.adopt(self.logbook, programme)):
            self.tell(f"{programme.name} is among your routines · u to undo")
            made = (
                row.id
                for row in self._list.rows
                if row.routine and row.routine.programme == programme.name
            )
            self._list.go_to(next(made, ""))
            await self._ask_maxes()

    @work
    async def action_week(self) -> None:
        """Start the routine in a week of its cycle that is not the next one."""
        if (routine := self._routine) is None:
            return
        if routine.weeks < 2:
            self.tell(f"{routine.name} has no weeks: it is alike every time.")
            return
        week = await ask_line(
            self.app,
            f"Start {routine.name} in which week?",
            lambda typed: week_of(typed, routine),
            hint=f"1 to {routine.weeks}; the weeks go on from there",
        )
        if week is not None:
            await self._ask_maxes()
            self.dismiss(Chosen(routine, week))

    async def _ask_maxes(self) -> None:
        routine = self._routine
        if routine is not None and self._programmes.without_max(routine):
            await self.app.push_screen_wait(TrainingMaxes(self.logbook))
            self.show()

    @work
    async def action_maxes(self) -> None:
        """Set the training maxes of the lifts that go by one."""
        if not self._programmes.lifts_by_max(self._programmes.known):
            self.tell("No routine of yours goes by a training max yet.")
            return
        await self.app.push_screen_wait(TrainingMaxes(self.logbook))
        self.show()

    @work
    async def action_script(self) -> None:
        """Take a programme over from a file, and name what of it is not here."""
        title = "A programme in Liftoscript"
        hint = "a text file, as Liftosaur exports it"
        path = await ask_line(self.app, title, str, hint=hint)
        if not path:
            return
        found: list[liftoscript.TakenOver] = []
        where = Path(path).expanduser()
        if not self.change(
            lambda: found.append(liftoscript.take_over(self.logbook, where))
        ):
            return
        (taken,) = found
        self._list.go_to(taken.routines[0].id)
        lines = [Content(clean(one)) for one in taken.left_out]
        if lines:
            title = "What did not map; e edits it"
            await self.app.push_screen_wait(Popup(title, lines))

    def action_days(self, days: int) -> None:
        """Show programmes for so many days a week; 0 shows all."""
        self._days = days
        self._offer()

    def action_equipment(self) -> None:
        """Show programmes for the next kind of equipment, then for any."""
        kinds = ("", *EQUIPMENT)
        self._equipment = kinds[(kinds.index(self._equipment) + 1) % len(kinds)]
        self._offer()

    def _offer(self) -> None:
        self.show()
        offered = (row.id for row in self._list.rows if row.programme is not None)
        self._list.go_to(next(offered, ""))

    @property
    def _programmes(self) -> Programmes:
        if self._asks is None:
            self._asks = Programmes.of(self.logbook)
        return self._asks

    @work
    async def action_edit(self) -> None:
        """Change the routine line by line."""
        if (routine := self._routine) is not None:
            await self.app.push_screen_wait(RoutineEditor(self.logbook, routine))
            self.show()

    @work
    async def action_new(self) -> None:
        """Make a routine from nothing."""
        name = await ask_line(self.app, "Name of the new routine", named)
        if name is None:
            return
        log = self.logbook
        routine = Routine(id=log.new_id(), name=name, since=log.clock())
        if self.change(lambda: routines.keep(self.logbook, routine, f"routine {name}")):
            self._list.go_to(routine.id)
            await self.app.push_screen_wait(RoutineEditor(self.logbook, routine))
            self.show()

    @work
    async def action_rename(self) -> None:
        """Give the routine another name."""
        if (routine := self._routine) is None:
            return
        name = await ask_line(
            self.app, "Name of the routine", named, routine.name, retyped=named
        )
        if name is not None:
            renamed = replace(routine, name=name)
            self.change(lambda: routines.keep(self.logbook, renamed, "new name"))

    @work
    async def action_folder(self) -> None:
        """Put the routine with others that take turns with it, or with none."""
        if (routine := self._routine) is None:
            return
        hint = "routines of a folder take turns; empty for none"
        folder = await ask_line(
            self.app, "Folder", str, routine.programme, hint=hint, retyped=str
        )
        if folder is not None:
            moved = replace(routine, programme=folder)
            if self.change(lambda: routines.keep(self.logbook, moved, "folder")):
                self._list.go_to(routine.id)

    def action_delete(self, whole: bool = False) -> None:
        """Take the routine away, or its whole programme; u brings them back."""
        if (routine := self._routine) is None:
            return
        name = routine.programme if whole else ""
        if self.change(lambda: routines.delete(self.logbook, routine, name)):
            said = f"all of {name}" if name else routine.name
            self.tell(f"deleted: {said} · u to undo")

    # -- drawing

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        row = self._list.row
        plans: tuple[str, ...] = ()
        if row is not None and row.programme is not None:
            plans = self._about(row.programme)
        elif row is not None and row.routine is not None:
            plans = self._plans(row.routine)
        self.about("\n".join(map(clean, plans)))
        self.refresh_bindings()

    def _about(self, programme: Programme) -> tuple[str, ...]:
        """What a programme is, in lines; with its exercises where there is room."""
        found = programme.routines
        names: tuple[str, ...] = (" · ".join(one.name for one in found),)
        if self.app.size.height >= ROOMY:
            names = tuple(f"{one.name}: {self._exercises(one)}" for one in found)
        left_out = f"without {programme.left_out}" if programme.left_out else ""
        said = (programme.about, programme.source, left_out, *names)
        return tuple(filter(None, said))

    def _exercises(self, routine: Routine) -> str:
        names = (self.logbook.catalog.get(one.exercise).name for one in routine.entries)
        return ", ".join(names)

    def _plans(self, routine: Routine) -> tuple[str, ...]:
        entries = routine.entries
        if schemes_of(entries):
            entries = self._programmes.plan(routine)
        lines = [
            f"{clean(self.logbook.catalog.get(entry.exercise).name)}  "
            f"{next_words(entry)}"
            for entry in entries
        ]
        more = [f"and {len(lines) - LINES} more"] if len(lines) > LINES else []
        return (*lines[:LINES], *more) or ("no exercises yet · e edits",)

    @property
    def _routine(self) -> Routine | None:
        row = self._list.row
        return row.routine if row is not None else None


def week_of(text: str, routine: Routine) -> int:
    """The number of a week of a routine; EntryError if it is none."""
    if not text.strip().isdecimal() or not 1 <= int(text) <= routine.weeks:
        raise EntryError(f"Type a week from 1 to {routine.weeks}.")
    return int(text)


def _own_rows(logbook: Logbook) -> Iterator[RoutineRow]:
    today = logbook.clock().date()
    turns = routines.in_turn(routines.routines(logbook), logbook.history)
    for folder in dict.fromkeys(turn.routine.programme for turn in turns):
        yield RoutineRow(f"folder:{folder}", clean(folder) or "Yours")
        for turn in turns:
            if turn.routine.programme == folder:
                detail = routines.turn_words(turn, today, folder=False)
                yield RoutineRow(
                    turn.routine.id, turn.routine.name, detail, turn.routine
                )
    if turns:
        yield RoutineRow("gap", "")


def _offered_rows(days: int, equipment: str) -> Iterator[RoutineRow]:
    often = f"{days} days a week" if days else ""
    words = " · ".join(filter(None, ("Programmes", often, equipment)))
    yield RoutineRow("programmes", words)
    suiting = [one for one in programmes() if one.suits(days, equipment)]
    for one in suiting:
        meant = f"{' or '.join(map(str, one.days))} days"
        said = f"{meant:<12} {one.equipment:<12}"
        yield RoutineRow(f"programme:{one.name}", one.name, said, programme=one)
    if not suiting:
        yield RoutineRow("none", "none for that; 0 shows every number of days")


def _draw(row: RoutineRow, width: int, _selected: bool) -> Iterator[Run]:
    if row.is_heading:
        yield row.text, "dim"
        return
    if row.programme is not None:
        name = padded(clean(row.text), NAME)
    else:
        name = fit(clean(row.text), max(width // 2, 8))
    yield name, "strong"
    room = width - cell_len(name) - 3
    yield "   " + fit(clean(row.detail), room), "dim"
