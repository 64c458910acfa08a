"""The table of written names: what each was taken for, and saying otherwise."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from befit_tui.domain.wording import counted
from befit_tui.logbook.exercise_settings import hide, rename
from befit_tui.logbook.import_export import exercise_names
from befit_tui.logbook.import_export.exercise_names import NamedExercise
from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.screens.list_dialog import UNDO, ListDialog
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, padded

WIDE = 70
"""Cells from which there is room for how a name was matched, and its sets."""
SETS = 10
"""Cells for ``12345 sets``."""
HOW = 19
"""Cells for how a name was matched: all of it stands below the list."""

Source = Callable[[], Sequence[NamedExercise]]
"""Gives the names to show as they are taken now."""


class ExerciseNames(ListDialog[None, NamedExercise]):
    """What names mean, the most doubtful first; a change goes through the whole log."""

    BINDING_GROUP_TITLE = "Names of exercises"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "accept", id="names.accept"),
        Binding("enter", "another", "another", id="names.another"),
        Binding("o", "own", "its own", id="names.own"),
        Binding("r", "rename", "rename", id="names.rename"),
        Binding("m", "merge", "merge", id="names.merge"),
        Binding("h", "hide", "hide", id="names.hide"),
        UNDO,
    ]

    def __init__(self, logbook: Logbook, names: Source | None = None) -> None:
        super().__init__(logbook, "Names of exercises", _draw)
        self._names = names or (lambda: exercise_names.named_exercises(logbook))

    def show(self) -> None:
        """Draw the names as they are taken now."""
        self._list.rows = tuple(self._names())

    # -- keys

    def action_accept(self) -> None:
        """Keep what the name was taken for, and doubt it no more."""
        if (row := self._list.row) is not None:
            self._take(row, row.exercise.id)

    @work
    async def action_another(self) -> None:
        """Choose the exercise that the name means, for the whole log."""
        if (row := self._list.row) is not None:
            chosen = await self.ask_exercise(f"{clean(row.written)} is", row.exercise)
            if chosen is not None:
                self._take(row, chosen)

    def action_own(self) -> None:
        """Make the name an exercise of its own, with the muscles that it had."""
        row = self._list.row
        if row and self.change(
            lambda: exercise_names.make_own(self.logbook, row.written)
        ):
            self.tell(f"{row.written} is an exercise of its own · u to undo")

    @work
    async def action_rename(self) -> None:
        """Call the exercise otherwise; the old name still means it."""
        if (row := self._list.row) is None:
            return
        name = await ask_line(self.app, "Name of the exercise", str, row.exercise.name)
        if name:
            self.change(lambda: rename(self.logbook, row.exercise.id, name))

    @work
    async def action_merge(self) -> None:
        """Make all of the exercise another one."""
        if (row := self._list.row) is None:
            return
        into = await self.ask_exercise(
            f"All of {clean(row.exercise.name)} is", row.exercise
        )
        if into is not None and self.change(
            lambda: exercise_names.merge(self.logbook, row.exercise.id, into)
        ):
            self.tell(f"{row.exercise.name} is merged · u to undo")

    def action_hide(self) -> None:
        """Leave the exercise out where one is chosen, or show it again."""
        if (row := self._list.row) is not None:
            hidden = not row.exercise.hidden
            self.change(lambda: hide(self.logbook, row.exercise.id, hidden=hidden))

    def _take(self, row: NamedExercise, exercise_id: str) -> None:
        if self.change(
            lambda: exercise_names.choose(self.logbook, row.written, exercise_id)
        ):
            name = self.logbook.catalog.get(exercise_id).name
            self.tell(f"{row.written} is {name} · u to undo")

    # -- drawing

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        row = self._list.row
        lines = () if row is None else _about(row)
        self.about("\n".join(map(clean, lines)))


def _about(row: NamedExercise) -> Iterator[str]:
    exercise = row.exercise
    how = "hidden" if exercise.hidden else row.how_words
    yield f"{row.written} = {exercise.name}: {how}, {counted(row.sets, 'set')}"
    if not exercise.is_known:
        yield "nothing is known of it: enter chooses an exercise that it is, or is like"
        return
    risk = exercise.failure_risk
    muscles = ", ".join((*exercise.primary, *exercise.secondary)) or "no muscle"
    failing = f"failure: {risk}" if risk else "nobody knows what failure risks"
    yield f"{exercise.equipment} · {muscles} · {failing}"


def _draw(row: NamedExercise, width: int, selected: bool) -> Iterator[Run]:
    wide = width > WIDE
    cells = (width - SETS - HOW) // 2 - 1 if wide else width // 2 - 1
    role = "dim" if row.exercise.hidden else "" if row.exercise.is_known else "warn"
    how = "hidden" if row.exercise.hidden else row.how_words
    if row.written == row.exercise.name:
        yield f"{padded(clean(row.written), 2 * cells + 1)} ", role or "strong"
    else:
        yield f"{padded(clean(row.written), cells)} ", "strong"
        yield f"{padded(clean(row.exercise.name), cells)} ", role
    if wide:
        yield f"{padded(how, HOW - 1)} ", "" if selected else "dim"
        yield f"{counted(row.sets, 'set'):>{SETS}}", "dim"
