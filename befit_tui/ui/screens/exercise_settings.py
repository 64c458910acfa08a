"""What the lifter wants for one exercise; enter changes the line under the cursor."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.preferences import (
    FIELDS,
    HELP,
    preference_words,
    with_preference,
)
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.screens.prompt import Prompt
from befit_tui.ui.widgets.options import Options
from befit_tui.ui.widgets.text import clean


class ExerciseSettings(Dialog[Exercise | None]):
    """Gives the exercise as it is wanted from now on, or None if nothing changed."""

    DEFAULT_CSS = """
    ExerciseSettings {
        align: center middle;
        Vertical { width: 76; max-width: 96%; height: auto; border: round $primary;
                   background: $surface; padding: 0 1; }
        OptionList { border: none; height: auto; background: $surface; padding: 0;
                     &:focus { border: none; } }
        Static { color: $foreground 60%; height: auto; margin-top: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,E", "close", "close", id="exercise.close"),
    ]

    def __init__(self, exercise: Exercise, usual: Unit, way: str = "") -> None:
        """``way`` says how the lift moves on as guessed."""
        super().__init__()
        self._way = way
        self._before = self._exercise = exercise
        self._usual = usual

    def compose(self) -> ComposeResult:
        """A line for each setting, and what it may be."""
        with Vertical() as frame:
            frame.border_title = Content(clean(self._exercise.name))
            frame.border_subtitle = "enter change · esc close"
            yield Options(*(Option(self._line(field), id=field) for field in FIELDS))
            yield Static()

    def on_option_list_option_highlighted(
        self, event: OptionList.OptionHighlighted
    ) -> None:
        """Say what the setting may be."""
        self.query_one(Static).update(Content(HELP[event.option.id or FIELDS[0]]))

    @work
    async def on_option_list_option_selected(
        self, event: OptionList.OptionSelected
    ) -> None:
        """Ask for the setting under the cursor."""
        field = event.option.id or FIELDS[0]
        text = await self.app.push_screen_wait(
            Prompt(
                f"{field.capitalize()} of {clean(self._exercise.name)}",
                value=preference_words(self._exercise, field, self._usual),
                hint=HELP[field],
                check=lambda typed: self._with(field, typed),
            )
        )
        if text is not None:
            self._exercise = self._with(field, text)
            options = self.query_one(OptionList)
            for each in FIELDS:
                options.replace_option_prompt(each, self._line(each))

    def action_close(self) -> None:
        """Give the exercise back."""
        changed = self._exercise != self._before
        self.dismiss(self._exercise if changed else None)

    def _with(self, field: str, text: str) -> Exercise:
        return with_preference(self._exercise, field, text, self._usual)

    def _line(self, field: str) -> Content:
        words = preference_words(self._exercise, field, self._usual)
        guess = self._way if field == "progress" and not words else ""
        return Content.assemble(
            (f"{field:<12}", "bold"),
            (clean(words) or "–", "$primary"),
            (f"  {clean(guess)}", "$foreground 60%"),
        )
