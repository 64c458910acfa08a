"""What the lifter wants for one exercise; enter changes the line under the cursor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.preferences import (
    FIELDS,
    HELP,
    preference_words,
    with_preference,
)
from befit_tui.logbook.lines import Run
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.lines import Lines
from befit_tui.ui.widgets.text import clean, fit

NAME = 14
"""Width of the column of names, in cells."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A setting by its name, and what it is."""

    id: str
    words: str
    is_heading: bool = False


class ExerciseSettings(Dialog[Exercise | None]):
    """Gives the exercise as it is wanted from now on, or None if nothing changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", id="exercise.change"),
        Binding("escape,E,q", "close", "close", id="exercise.close"),
    ]

    def __init__(self, exercise: Exercise, usual: Unit) -> None:
        super().__init__()
        self._before = self._exercise = exercise
        self._usual = usual

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
        field = row.id
        text = await self.app.push_screen_wait(
            Prompt(
                f"{field.capitalize()} of {self._exercise.name}",
                value=preference_words(self._exercise, field, self._usual),
                hint=HELP[field],
                check=lambda typed: self._with(field, typed),
            )
        )
        if text is not None:
            self._exercise = self._with(field, text)
            self.query_one(Lines).update_rows(self._rows())

    def action_close(self) -> None:
        """Give the exercise back."""
        changed = self._exercise != self._before
        self.dismiss(self._exercise if changed else None)

    def _with(self, field: str, text: str) -> Exercise:
        return with_preference(self._exercise, field, text, self._usual)

    def _rows(self) -> tuple[_Row, ...]:
        return tuple(
            _Row(field, preference_words(self._exercise, field, self._usual))
            for field in FIELDS
        )


def _line(row: _Row, width: int, _selected: bool) -> Iterator[Run]:
    yield f" {row.id:<{NAME}}", "strong"
    yield fit(clean(row.words) or "–", width - NAME - 1), "" if row.words else "dim"
