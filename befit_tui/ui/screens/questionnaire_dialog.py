"""A page of questions under single keys, with what the answers come to."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from befit_tui.logbook.questionnaire import Question, Questionnaire
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.widgets.text import clean

LABEL, ANSWER = 13, 11
"""Widths of the columns, in cells."""


class QuestionnaireDialog(Dialog[bool]):
    """Gives True when the answers shall be kept.

    ``outcome`` says what the answers come to so far; ``esc_keeps`` tells whether esc
    ends the questions or takes everything back.
    """

    DEFAULT_CSS = """
    QuestionnaireDialog {
        align: center middle;
        VerticalScroll { width: 75; max-width: 96%; height: auto; max-height: 100%;
                         border: round $primary; background: $surface; padding: 0 1; }
        Static { height: auto; }
        #questions-outcome { margin-top: 1; color: $foreground 85%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "close", id="questions.leave"),
    ]

    def __init__(
        self,
        questions: Questionnaire,
        title: str,
        outcome: Callable[[Questionnaire], str],
        *,
        esc_keeps: bool,
    ) -> None:
        super().__init__()
        self._questions = questions
        self._title = title
        self._outcome = outcome
        self._esc_keeps = esc_keeps

    def compose(self) -> ComposeResult:
        """A line for each question above what they come to."""
        with VerticalScroll() as frame:
            frame.border_title = Content(self._title)
            keeps = "esc keep and close" if self._esc_keeps else "esc back"
            frame.border_subtitle = f"enter next · ↑ ↓ move · {keeps}"
            yield Static(id="questions-lines")
            yield Static(id="questions-outcome")

    def on_mount(self) -> None:
        """Draw the answers there are."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Every key but esc and the program's own goes to the questions."""
        key = event.character if event.is_printable else event.key
        if key is None or not self._questions.press(key):
            return
        event.stop()
        event.prevent_default()
        if self._questions.done:
            self.dismiss(True)
        else:
            self._show()

    def action_leave(self) -> None:
        """Close the page; an answer that looks like a slip is asked about first."""
        if self._esc_keeps and not self._questions.may_leave():
            self._show()
        else:
            self.dismiss(self._esc_keeps)

    def _show(self) -> None:
        lines = [
            self._line(line, current=place == self._questions.at)
            for place, line in enumerate(self._questions.lines)
        ]
        self.query_one("#questions-lines", Static).update(Content("\n").join(lines))
        now = self._questions.lines[self._questions.at]
        said = (self._questions.doubt, now.more, self._outcome(self._questions))
        words = "\n".join(clean(one) for one in said if one)
        self.query_one("#questions-outcome", Static).update(Content(words))

    def _line(self, line: Question, *, current: bool) -> Content:
        answer = clean(self._questions.words(line))
        shown = answer or ("_" if current else "–")
        return Content.assemble(
            ("▸ " if current else "  ", "$primary"),
            (line.label.ljust(LABEL), "bold" if current else ""),
            (shown.ljust(ANSWER), "bold $primary" if answer else "$foreground 50%"),
            (" " + line.hint, "$foreground 60%"),
        )
