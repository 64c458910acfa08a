"""A look at something beside the set: any key closes it again."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from befit_tui.ui.screens.dialog import Dialog, DialogFrame

CLOSES = ("any key", "close")


class Popup(Dialog[None]):
    """Some lines in a frame over the workout; ``enter`` shows the ``whole`` if any."""

    DEFAULT_CSS = """
    Popup {
        background: $background 40%;
        DialogFrame { width: auto; }
        DialogFrame > Static { width: auto; }
    }
    """

    def __init__(
        self, title: str, lines: Iterable[Content], whole: Sequence[Content] = ()
    ) -> None:
        super().__init__()
        self._title = title
        self._content = Content("\n").join(lines)
        self._whole = whole

    def compose(self) -> ComposeResult:
        """The lines."""
        says = [("enter", "all"), CLOSES] if self._whole else [CLOSES]
        with DialogFrame(self._title, says=says):
            yield Static(self._content)

    def on_key(self, event: events.Key) -> None:
        """Close at once, whatever the key, unless it asks for more."""
        event.stop()
        event.prevent_default()
        if event.key == "enter" and self._whole:
            self.query_one(Static).update(Content("\n").join(self._whole))
            self._whole = ()
            self.query_one(DialogFrame).keys.say([CLOSES])
            return
        self.dismiss()
