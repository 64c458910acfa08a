"""A dialog of one line: a note, a name, a path."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from befit_tui.ui.widgets.line_input import LineInput


class Prompt(ModalScreen[str | None]):
    """Asks for one line of text; None when it was put away with esc."""

    DEFAULT_CSS = """
    Prompt {
        align: center middle;
        #prompt { width: 70; max-width: 96%; height: auto; border: round $primary;
                  background: $surface; padding: 0 1; }
        #prompt-hint { color: $foreground 60%; height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "cancel", id="prompt.cancel"),
    ]

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        hint: str = "",
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """A framed line with a hint below it."""
        with Vertical(id="prompt") as frame:
            frame.border_title = Content(self._title)
            yield LineInput(self._value, suggester=self._suggester)
            yield Static(Content(self._hint), id="prompt-hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text back."""
        event.stop()
        self.dismiss(event.value.strip())
