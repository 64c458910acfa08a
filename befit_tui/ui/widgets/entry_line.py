"""The line in which a set is typed: it keeps every key until enter or esc."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from befit_tui.ui.widgets.line_input import LineInput


class EntryLine(LineInput):
    """An input whose first key replaces and whose keys never reach a binding."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "put away", show=True, id="entry.leave"),
    ]

    class Left(Message):
        """The line was put away without logging."""

    def begin(self, character: str) -> None:
        """Start a new line with the key that was pressed on the row."""
        self.value = character
        self.cursor_position = len(character)
        self.focus()

    def action_leave(self) -> None:
        """Empty the line and give the row its keys back."""
        self.clear()
        self.post_message(self.Left())

    async def _on_key(self, event: events.Key) -> None:
        await super()._on_key(event)
        if event.key in ("up", "down", "tab", "shift+tab"):
            event.stop()
            event.prevent_default()
