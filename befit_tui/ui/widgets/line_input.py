"""One line to type in, without a frame and without a blinking cursor."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from befit_tui.domain.text import clean


class LineInput(Input):
    """Textual's input as a single line; a blinking cursor would redraw for ever.

    With ``replaces`` the first character typed takes the place of the value, while
    left and backspace edit it; ``is_anew`` tells whether the whole was replaced.
    """

    DEFAULT_CSS = """
    LineInput {
        border: none; height: 1; padding: 0; width: 1fr; background: transparent;
        &:focus { border: none; background-tint: transparent 0%; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        replaces: bool = False,
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            suggester=suggester,
            compact=True,
            select_on_focus=replaces,
        )
        self.cursor_blink = False
        self.is_anew = False

    def on_paste(self, event: events.Paste) -> None:
        """Put what is pasted on one line; Textual would drop all but its first."""
        event.text = clean(event.text.strip("\r\n"))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` for a part of the line, and mark when it was for all of it."""
        if self.value and start <= 0 and end >= len(self.value):
            self.is_anew = True
        super().replace(text, start, end)

    def action_delete_left(self) -> None:
        """Delete one character; the selection of a line just opened gives way."""
        self._edit_from_end()
        super().action_delete_left()

    def action_cursor_left(self, select: bool = False) -> None:
        """Move to the left; the selection of a line just opened gives way."""
        self._edit_from_end()
        super().action_cursor_left(select)

    def _edit_from_end(self) -> None:
        if self.select_on_focus and len(self.selected_text) == len(self.value):
            self.cursor_position = len(self.value)
