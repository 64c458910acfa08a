"""The table of written names: what lift each was taken for, and saying otherwise."""

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
        if (lift := self._list.row) is not None:
            self._take(lift, lift.exercise.id)

    @work
    async def action_another(self) -> None:
        """Choose the lift that the name means, for the whole log."""
        if (lift := self._list.row) is not None:
            chosen = await self.ask_exercise(f"{clean(lift.written)} is", lift.exercise)
            if chosen is not None:
                self._take(lift, chosen)

    def action_own(self) -> None:
        """Make the name a lift of its own, with the muscles that it had."""
        lift = self._list.row
        if lift and self.change(
            lambda: exercise_names.make_own(self.logbook, lift.written)
        ):
            self.tell(f"{lift.written} is an exercise of its own · u to undo")

    @work
    async def action_rename(self) -> None:
        """Call the lift otherwise; the old name still means it."""
        if (lift := self._list.row) is None:
            return
        name = await ask_line(self.app, "Name of the exercise", str, lift.exercise.name)
        if name:
            self.change(lambda: rename(self.logbook, lift.exercise.id, name))

    @work
    async def action_merge(self) -> None:
        """Make all of the lift another one."""
        if (lift := self._list.row) is None:
            return
        into = await self.ask_exercise(
            f"All of {clean(lift.exercise.name)} is", lift.exercise
        )
        if into is not None and self.change(
            lambda: exercise_names.merge(self.logbook, lift.exercise.id, into)
        ):
            self.tell(f"{lift.exercise.name} is merged · u to undo")

    def action_hide(self) -> None:
        """Leave the lift out where one is chosen, or show it again."""
        if (lift := self._list.row) is not None:
            hidden = not lift.exercise.hidden
            self.change(lambda: hide(self.logbook, lift.exercise.id, hidden=hidden))

    def _take(self, lift: NamedExercise, exercise_id: str) -> None:
        if self.change(
            lambda: exercise_names.choose(self.logbook, lift.written, exercise_id)
        ):
            name = self.logbook.catalog.get(exercise_id).name
            self.tell(f"{lift.written} is {name} · u to undo")

    # -- drawing

    @on(LineList.Highlighted)
    def _follow(self) -> None:
        lift = self._list.row
        lines = () if lift is None else _about(lift)
        self.about("\n".join(map(clean, lines)))


def _about(lift: NamedExercise) -> Iterator[str]:
    exercise = lift.exercise
    how = "hidden" if exercise.hidden else lift.how_words
    yield f"{lift.written} = {exercise.name}: {how}, {counted(lift.sets, 'set')}"
    if not exercise.is_known:
        yield "nothing is known of it: enter chooses an exercise that it is, or is like"
        return
    risk = exercise.failure_risk
    muscles = ", ".join((*exercise.primary, *exercise.secondary)) or "no muscle"
    failing = f"failure: {risk}" if risk else "nobody knows what failure risks"
    yield f"{exercise.equipment} · {muscles} · {failing}"


def _draw(lift: NamedExercise, width: int, selected: bool) -> Iterator[Run]:
    wide = width > WIDE
    cells = (width - SETS - HOW) // 2 - 1 if wide else width // 2 - 1
    role = "dim" if lift.exercise.hidden else "" if lift.exercise.is_known else "warn"
    how = "hidden" if lift.exercise.hidden else lift.how_words
    if lift.written == lift.exercise.name:
        yield f"{padded(clean(lift.written), 2 * cells + 1)} ", role or "strong"
    else:
        yield f"{padded(clean(lift.written), cells)} ", "strong"
        yield f"{padded(clean(lift.exercise.name), cells)} ", role
    if wide:
        yield f"{padded(how, HOW - 1)} ", "" if selected else "dim"
        yield f"{counted(lift.sets, 'set'):>{SETS}}", "dim"
