"""What the lifter wants for one exercise; enter changes the line under the cursor."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.preferences import (
    CHOICES,
    FIELDS,
    HELP,
    change_of,
    preference_words,
    with_preference,
)
from befit_tui.domain.value import Value
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export.lift_names import must_be_free
from befit_tui.logbook.lines import Run
from befit_tui.ui.screens.attempt import attempt
from befit_tui.ui.screens.choice import Choice
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.lines import Lines
from befit_tui.ui.widgets.text import clean, fit

NAME = 14
"""Width of the column of names, in cells."""


class _Row(Value, frozen=True):
    """A setting by its name, and what it is."""

    id: str
    words: str
    guess: str = ""
    is_heading: bool = False


class ExerciseSettings(Dialog[Exercise | None]):
    """Gives the exercise as it is wanted from now on, or None if nothing changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", id="exercise.change"),
        Binding("escape,E,q", "close", "close", id="exercise.close"),
    ]

    def __init__(
        self,
        exercise: Exercise,
        usual: Unit,
        check_name: Callable[[str], object],
        way: str = "",
    ) -> None:
        """``check_name`` refuses a name that another exercise has.

        ``way`` says how the lift moves on as guessed.
        """
        super().__init__()
        self._way = way
        self._before = self._exercise = exercise
        self._usual = usual
        self._check_name = check_name

    def compose(self) -> ComposeResult:
        """A line for each setting, and what it may be."""
        with DialogFrame(self._exercise.name):
            yield Lines(_line, self._rows())
            yield Static(classes="dialog-note")

    @on(LineList.Highlighted)
    def _tell(self) -> None:
        """Say what the setting may be."""
        row = self.query_one(Lines).row
        said = HELP[row.id] if row else ""
        self.query_one(".dialog-note", Static).update(Content(said))

    @work
    async def action_change(self) -> None:
        """Ask for the setting under the cursor."""
        if (row := self.query_one(Lines).row) is None:
            return
        choices = CHOICES.get(row.id)
        asked = self._choose(row.id, choices) if choices else self._ask(row.id)
        if (text := await asked) is not None:
            self._exercise = self._with(row.id, text)
            self.query_one(Lines).update_rows(self._rows())
            self.query_one(DialogFrame).say(self._exercise.name)

    async def _choose(self, field: str, choices: Sequence[str]) -> str | None:
        now = preference_words(self._exercise, field, self._usual)
        labels = [one or "the usual one" for one in choices]
        dialog = Choice(field.capitalize(), labels, choices.index(now))
        chosen = await self.app.push_screen_wait(dialog)
        return None if chosen is None else choices[chosen]

    async def _ask(self, field: str) -> str | None:
        prompt = Prompt(
            f"{field.capitalize()} of {self._exercise.name}",
            value=preference_words(self._exercise, field, self._usual),
            hint=HELP[field],
            check=lambda typed: self._check(field, typed),
        )
        return await self.app.push_screen_wait(prompt)

    def _check(self, field: str, text: str) -> None:
        self._with(field, text)
        if field == "name":
            self._check_name(text)

    def action_close(self) -> None:
        """Give the exercise back."""
        changed = self._exercise != self._before
        self.dismiss(self._exercise if changed else None)

    def _with(self, field: str, text: str) -> Exercise:
        return with_preference(self._exercise, field, text, self._usual)

    def _rows(self) -> tuple[_Row, ...]:
        return tuple(
            _Row(field, preference_words(self._exercise, field, self._usual), guess)
            for field in FIELDS
            for guess in (self._way if field == "progress" else "",)
        )


async def set_exercise(
    app: App[Any], logbook: Logbook, exercise: Exercise, way: str = ""
) -> bool:
    """Ask what the lifter wants for an exercise and keep it; whether it changed.

    ``way`` says how it moves on as guessed.
    """
    check = partial(must_be_free, logbook, exercise.id)
    dialog = ExerciseSettings(exercise, logbook.unit, check, way)
    changed = await app.push_screen_wait(dialog)
    if changed is None:
        return False
    change = {changed.id: change_of(changed)}
    label = f"settings of {changed.name}"
    return attempt(app, lambda: logbook.keep_items("changes", change, label))


def _line(row: _Row, width: int, _selected: bool) -> Iterator[Run]:
    yield f" {row.id:<{NAME}}", "strong"
    shown = clean(row.words) or clean(row.guess) or "–"
    yield fit(shown, width - NAME - 1), "" if row.words else "dim"
