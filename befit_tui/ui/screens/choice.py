"""One of a few things to do, chosen with the arrows or its number."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.widgets.options import Options
from befit_tui.ui.widgets.text import clean


class Choice(Dialog[int | None]):
    """Gives the place of what was chosen, from 0; None when it was put away."""

    DEFAULT_CSS = """
    Choice {
        align: center middle;
        OptionList { width: 64; max-width: 96%; height: auto; max-height: 96%;
                     border: round $primary; background: $surface; padding: 0 1;
                     &:focus { border: round $primary; } }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "cancel", id="choice.cancel"),
        Binding("j", "move(1)", show=False, id="choice.down"),
        Binding("k", "move(-1)", show=False, id="choice.up"),
    ]

    def __init__(self, title: str, labels: Sequence[str], at: int = 0) -> None:
        """Offer ``labels``; ``at`` is the place of the one that is marked."""
        super().__init__()
        self._title = title
        self._labels = labels
        self._at = at

    def compose(self) -> ComposeResult:
        """The numbered labels in a frame."""
        lines = (
            Content.assemble((f"{number}  ", "$text-primary"), clean(label))
            for number, label in enumerate(self._labels, 1)
        )
        options = Options(*lines)
        options.border_title = Content(clean(self._title))
        options.border_subtitle = "enter choose · esc back"
        options.highlighted = self._at
        yield options

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        number = event.character or ""
        if number in "123456789" and 0 < int(number or 0) <= len(self._labels):
            event.stop()
            self.dismiss(int(number) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses what is marked."""
        self.dismiss(event.option_index)

    def action_move(self, step: int) -> None:
        """Move the mark."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()
