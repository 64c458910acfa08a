"""A dialog of questions under single keys, with what the answers come to."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.value import Value
from befit_tui.logbook.lines import Run
from befit_tui.logbook.questionnaire import Question, Questionnaire
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.line_list import Lines
from befit_tui.ui.widgets.text import clean, fit

LABEL, ANSWER = 14, 12
"""Widths of the columns, in cells."""
WIDE, BESIDE = 76, 33
"""The width of the frame, and what of it is not for a hint."""
SAYS = (
    ("a digit", "fills, the next goes on"),
    ("enter", "next"),
    ("backspace", "clear"),
)


class _Row(Value, frozen=True):
    """A question and its answer in words."""

    id: str
    question: Question
    answer: str


class QuestionnaireDialog(Dialog[bool]):
    """Gives True when the answers shall be kept.

    ``outcome`` says what the answers come to so far; ``esc_keeps`` tells whether esc
    ends the questions or takes everything back.
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
        self._questions = questions
        self._lines = Lines(_line, self._rows(), follow=self._follow)
        self._told = Static(classes="dialog-note")
        super().__init__(DialogFrame(title, self._lines, self._told, says=SAYS))
        self._outcome = outcome
        self._esc_keeps = esc_keeps
        self._is_drawing = False

    def on_mount(self) -> None:
        """Draw the answers there are."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Every key but esc and the program's own goes to the questions."""
        key = event.character if event.is_printable else event.key
        if key is None:
            return
        if not self._questions.press(key):
            if event.is_printable and key.isdigit():
                self._refuse(key)
            return
        event.stop()
        event.prevent_default()
        if self._questions.done:
            self.dismiss(True)
        else:
            self._show()

    def _refuse(self, key: str) -> None:
        """Say what the line takes, where a digit would go beyond it."""
        line = self._questions.lines[self._questions.at]
        said = f"{key} was not taken: {line.label} is {line.hint}"
        self.notify(said, severity="warning", timeout=5)

    def _follow(self) -> None:
        """A click on a line, or a key of the list, gives the line the keys."""
        row = self._lines.row
        if row is not None and not self._is_drawing:
            self._questions.go_to(row.id)
            self._show()

    def action_leave(self) -> None:
        """Close the page; an answer that looks like a slip is asked about first."""
        if self._esc_keeps and not self._questions.may_leave():
            self._show()
        else:
            self.dismiss(self._esc_keeps)

    def _show(self) -> None:
        now = self._questions.lines[self._questions.at]
        self._is_drawing = True
        self._lines.update_rows(self._rows())
        self._lines.go_to(now.name)
        self._is_drawing = False
        room = min(self.app.size.width, WIDE) - BESIDE
        cut = now.hint if len(now.hint) > room else ""
        told = self._outcome(self._questions)
        said = (self._questions.doubt, cut, now.more, told)
        words = "\n".join(clean(one) for one in said if one)
        self._told.update(Content(words))

    def _rows(self) -> tuple[_Row, ...]:
        questions = self._questions
        return tuple(
            _Row(line.name, line, questions.words(line)) for line in questions.lines
        )


def _line(row: _Row, width: int, selected: bool) -> Iterator[Run]:
    label, hint = row.question.label, row.question.hint
    yield f"{label:<{LABEL}}", "strong" if selected else ""
    answer = fit(clean(row.answer), ANSWER - 1)
    yield f"{answer or '–':<{ANSWER}}", "good" if answer else "dim"
    yield fit(hint, width - LABEL - ANSWER), "dim"
