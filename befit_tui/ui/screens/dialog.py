"""What every dialog has in common, and the simplest of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.widgets.key_bar import KeyBar, KeyWords
from befit_tui.ui.widgets.text import clean

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], Generic[Result]):
    """A screen over the others that ends with its first answer.

    What is ``inside`` is mostly one ``DialogFrame``.
    """

    # Beside a list the frame of what lies below would stand as a second one.
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        &.-narrow DialogFrame.-tall { width: 100%; max-width: 100%; }
        &.-low DialogFrame {
            border: none; border-top: blank; max-width: 100%; max-height: 100%;
            #foot, #picker-legend { display: none; }
        }
        &.-low, &.-short {
            DialogFrame KeyBar, DialogFrame > .dialog-note { margin-top: 0; }
        }
    }
    """

    def __init__(self, *inside: Widget) -> None:
        super().__init__()
        self._inside = inside
        self._is_answered = False

    def compose(self) -> ComposeResult:
        """What is inside."""
        yield from self._inside

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Give the answer and close; what comes after the first answer is nothing."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        return super().dismiss(result)


class DialogFrame(VerticalScroll, inherit_bindings=False):
    """The frame of a dialog: its title above, its keys below, what is inside between.

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
        *inside: Widget,
        says: Sequence[KeyWords] = (),
        tall: bool = False,
        wide: bool = False,
        scrolls: bool = False,
    ) -> None:
        super().__init__(*inside, can_focus=scrolls)
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


def attempt(app: App[Any], change: Callable[[], object]) -> bool:
    """Make a change; a refusal is said, and nothing has changed."""
    try:
        change()
    except BefitError as error:
        app.notify(str(error), severity="warning")
        return False
    return True


class YesNo(Dialog[bool]):
    """Gives True for y or enter, False for n or esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "dismiss(True)", "yes", id="question.yes"),
        Binding("n,escape", "dismiss(False)", "no", id="question.no"),
    ]

    def __init__(self, sentence: str, title: str) -> None:
        super().__init__(DialogFrame(title, Static(Content(clean(sentence)))))


CLOSES = ("any key", "close")
SCROLLS = ("up", "down", "home", "end", "pageup", "pagedown")
"""Keys of a frame that holds more than it shows."""


class Popup(Dialog[None]):
    """Some lines in a frame over the workout; ``enter`` shows the ``whole`` if any."""

    DEFAULT_CSS = """
    Popup {
        background: $background 40%;
        DialogFrame { width: auto; }
        DialogFrame > Static { width: auto; max-width: 100%; }
    }
    """

    def __init__(
        self, title: str, lines: Iterable[Content], whole: Sequence[Content] = ()
    ) -> None:
        says = [("enter", "all"), CLOSES] if whole else [CLOSES]
        self._lines = Static(Content("\n").join(lines))
        self._frame = DialogFrame(title, self._lines, says=says, scrolls=True)
        super().__init__(self._frame)
        self._whole = whole

    def on_key(self, event: events.Key) -> None:
        """Close at once, whatever the key, unless it asks for more or scrolls."""
        if self._frame.max_scroll_y and event.key in SCROLLS:
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter" and self._whole:
            self._lines.update(Content("\n").join(self._whole))
            self._whole = ()
            self._frame.keys.say([CLOSES])
            return
        self.dismiss()


WIDTH = 64
"""Cells of the longest line of a card."""
EDGES = 10
"""Rows and columns that the frame of a card takes."""


def show_card(app: App[Any], exercise: Exercise, logbook: Logbook) -> None:
    """Open the card of an exercise."""
    from befit_tui.logbook.exercise_card import exercise_card  # noqa: PLC0415
    from befit_tui.ui.widgets.card_panel import card_lines  # noqa: PLC0415

    card = exercise_card(exercise, logbook.history.exposures(exercise.id), logbook.unit)
    width, height = app.size
    room = min(width - EDGES, WIDTH), height - EDGES
    lines = card_lines(card, *room, alone=True)
    app.push_screen(Popup("What the exercise is", lines))
