"""What every dialog has in common: one look, and that it is answered once."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from befit_tui.ui.widgets.key_bar import KeyBar, Said
from befit_tui.ui.widgets.text import clean

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], Generic[Result]):
    """A screen over the others that ends with its first answer."""

    # Beside a list the frame of what lies below would stand as a second one.
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        &.-narrow DialogFrame.-tall { width: 100%; max-width: 100%; }
        &.-low DialogFrame {
            border: none; border-top: blank; max-width: 100%; max-height: 100%;
            #kept, #picker-legend { display: none; }
        }
        &.-low, &.-short {
            DialogFrame KeyBar, DialogFrame > .dialog-note { margin-top: 0; }
        }
    }
    """

    _is_answered = False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Give the answer and close; what comes after the first answer is nothing."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        return super().dismiss(result)


class DialogFrame(VerticalScroll, inherit_bindings=False):
    """The frame of a dialog: its title above, its keys below, scrolling between.

    ``says`` are keys that are no bindings of the dialog, each with what it does; the
    bindings follow them. One that is ``tall`` takes the height there is, for a list;
    one that ``scrolls`` takes the keys itself.
    """

    DEFAULT_CSS = """
    DialogFrame {
        width: 76; max-width: 98%; height: auto; max-height: 96%;
        border: round $primary; background: $surface; padding: 0 1;
        border-title-color: $foreground; border-title-style: bold;
        scrollbar-size-vertical: 1;
        &.-wide { width: 104; }
        &.-tall { height: 94%; max-height: 34; }
        & > Static { height: auto; }
        & > .dialog-note { color: $foreground 60%; margin-top: 1; }
        & > LineList { background: $surface; height: auto; }
        &.-tall > LineList { height: 1fr; }
        KeyBar { margin-top: 1; padding: 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "up", show=False),
        Binding("down", "scroll_down", "down", show=False),
        Binding("home", "scroll_home", "first", show=False),
        Binding("end", "scroll_end", "last", show=False),
        Binding("pageup", "page_up", "page up", show=False),
        Binding("pagedown", "page_down", "page down", show=False),
    ]

    def __init__(
        self,
        title: str,
        *,
        says: Sequence[Said] = (),
        tall: bool = False,
        wide: bool = False,
        scrolls: bool = False,
    ) -> None:
        super().__init__(can_focus=scrolls)
        self.say(title)
        self.keys = KeyBar(says, of_dialog=True)
        self.set_class(tall, "-tall")
        self.set_class(wide, "-wide")

    def say(self, title: str) -> None:
        """Put another title up, verbatim."""
        self.border_title = Content(clean(title))

    def compose(self) -> ComposeResult:
        """The keys, below what was put in."""
        yield self.keys
