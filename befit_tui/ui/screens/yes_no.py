"""A question in one sentence, answered with one key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.text import clean


class YesNo(Dialog[bool]):
    """Gives True for y or enter, False for n or esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "dismiss(True)", "yes", id="question.yes"),
        Binding("n,escape", "dismiss(False)", "no", id="question.no"),
    ]

    def __init__(self, sentence: str, title: str = "Yes or no?") -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """The sentence in a frame that names the keys."""
        with DialogFrame(self._title):
            yield Static(Content(clean(self._sentence)))
