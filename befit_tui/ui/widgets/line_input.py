"""One line to type in, without a frame and without a blinking cursor."""

from textual.suggester import Suggester
from textual.widgets import Input


class LineInput(Input):
    """Textual's input as a single line; a blinking cursor would redraw for ever."""

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
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            suggester=suggester,
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False
