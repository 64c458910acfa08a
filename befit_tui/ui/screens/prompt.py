"""A dialog of one line: a note, a name, a path."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from befit_tui.domain.errors import BefitError
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.line_input import LineInput
from befit_tui.ui.widgets.text import clean


class Prompt(Dialog[str | None]):
    """Asks for one line of text; None when it was put away with esc.

    What ``check`` refuses with a ``BefitError`` stays in the line, with the sentence.
    With ``retyped`` the first key takes the place of ``value``, and a line typed anew
    is given to it instead of to ``check``.
    """

    DEFAULT_CSS = """
    Prompt #prompt-hint.-refused { color: $text-warning; }
    Prompt #prompt-hint.-empty { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="prompt.cancel"),
        Binding("tab", "complete", show=False, id="prompt.complete"),
    ]

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        hint: str = "",
        suggester: Suggester | None = None,
        check: Callable[[str], object] | None = None,
        retyped: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._check = check
        self._retyped = retyped
        self._title = title
        self._value = value
        self._hint = hint
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """A framed line with a hint below it."""
        says = [("enter", "keep")]
        if self._suggester is not None:
            says = [("enter", "read"), ("tab", "take the suggestion")]
        with DialogFrame(self._title, says=says):
            yield LineInput(
                self._value,
                suggester=self._suggester,
                replaces=self._retyped is not None,
            )
            classes = "dialog-note" if self._hint else "dialog-note -empty"
            yield Static(Content(self._hint), id="prompt-hint", classes=classes)

    async def on_mount(self) -> None:
        """Suggest how the line goes on that stands there already."""
        if self._suggester is not None and self._value:
            line = self.query_one(LineInput)
            await self._suggester._get_suggestion(line, self._value)

    def action_complete(self) -> None:
        """Take the suggestion."""
        line = self.query_one(LineInput)
        line.action_end()
        line.action_cursor_right()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text back."""
        event.stop()
        text = event.value.strip()
        anew = self.query_one(LineInput).is_anew and self._retyped is not None
        check = self._retyped if anew else self._check
        try:
            if check is not None:
                check(text)
        except BefitError as error:
            hint = self.query_one("#prompt-hint", Static)
            hint.set_classes("dialog-note -refused")
            hint.update(Content(clean(str(error))))
        else:
            self.dismiss(text)
