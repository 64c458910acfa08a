"""A dialog of one line: a note, a name, a path."""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from befit_tui.domain.errors import BefitError
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.line_input import LineInput
from befit_tui.ui.widgets.text import clean

Meant = TypeVar("Meant")


class Prompt(Dialog[Meant | None], Generic[Meant]):
    """Asks for one line and gives what ``read`` makes of it; None when it was put away.

    What it refuses with a ``BefitError`` stays in the line, with the sentence.
    With ``retyped`` the first key takes the place of ``value``, and a line typed anew
    is read by it instead.
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
        read: Callable[[str], Meant],
        *,
        value: str = "",
        hint: str = "",
        suggester: Suggester | None = None,
        retyped: Callable[[str], Meant] | None = None,
    ) -> None:
        says = [("enter", "keep")]
        if suggester is not None:
            says = [("enter", "read"), ("tab", "take the suggestion")]
        self._line = LineInput(value, suggester=suggester, replaces=retyped is not None)
        classes = "dialog-note" if hint else "dialog-note -empty"
        self._hint = Static(Content(hint), id="prompt-hint", classes=classes)
        super().__init__(DialogFrame(title, self._line, self._hint, says=says))
        self._read = read
        self._retyped = retyped

    async def on_mount(self) -> None:
        """Suggest how the line goes on that stands there already."""
        line = self._line
        if line.suggester is not None and line.value:
            await line.suggester._get_suggestion(line, line.value)

    def action_complete(self) -> None:
        """Take the suggestion."""
        self._line.action_end()
        self._line.action_cursor_right()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the line, and give what it means."""
        event.stop()
        read = (self._line.is_anew and self._retyped) or self._read
        try:
            meant = read(event.value.strip())
        except BefitError as error:
            self._hint.set_classes("dialog-note -refused")
            self._hint.update(Content(clean(str(error))))
        else:
            self.dismiss(meant)


async def ask_line(
    app: App[Any],
    title: str,
    read: Callable[[str], Meant],
    value: str = "",
    *,
    hint: str = "",
    retyped: Callable[[str], Meant] | None = None,
) -> Meant | None:
    """What is typed in a ``Prompt``; None when it was put away."""
    asked = Prompt(title, read, value=value, hint=hint, retyped=retyped)
    return await app.push_screen_wait(asked)
