"""One line to type in, without a frame and without a blinking cursor."""

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input

from befit_tui.domain.text import clean
from befit_tui.ui.widgets.line_list import LineList


class LineInput(Input):
    """Textual's input as a single line; a blinking cursor would redraw for ever.

    With ``replaces`` the first character typed takes the place of the value, while
    left and backspace edit it; ``is_anew`` tells whether the whole was replaced. One
    that ``leads`` a list of what is found moves its cursor, and takes its keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "lead('move', 1)", show=False),
        Binding("up", "lead('move', -1)", show=False),
        Binding("pagedown", "lead('page', 1.0)", show=False),
        Binding("pageup", "lead('page', -1.0)", show=False),
    ]

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
        leads: LineList[Any] | None = None,
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
        self._leads = leads
        if leads is not None:
            leads.can_focus = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where it leads no list, a dialog may have the keys for one."""
        return action != "lead" or self._leads is not None

    def action_lead(self, move: str, steps: float) -> None:
        """Move the cursor of the list while the letters stay in the line."""
        getattr(self._leads, f"action_{move}")(steps)

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
