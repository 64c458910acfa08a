"""Four questions about an exercise of the lifter's own, one key each."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.own_exercise import QUESTIONS, Question, answer, answered
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.widgets.text import clean

WIDTH = 74
"""Cells of the dialog where there is room for it."""


class OwnExerciseDialog(Dialog[Exercise | None]):
    """Gives the exercise with its four answers, or None when it was put away.

    The answers it comes with are marked, and taken by enter.
    """

    DEFAULT_CSS = """
    OwnExerciseDialog {
        align: center middle;
        Static { width: 74; max-width: 96%; height: auto; border: round $primary;
                 background: $surface; padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "as marked", id="own.take"),
        Binding("backspace", "back", "the question before", id="own.back"),
        Binding("escape", "dismiss(None)", "cancel", id="own.cancel"),
    ]

    def __init__(self, exercise: Exercise, title: str) -> None:
        super().__init__()
        self._exercise = exercise
        self._title = title
        self._at = 0

    def compose(self) -> ComposeResult:
        """The four questions; the answers of the one that is asked."""
        frame = Static()
        frame.border_title = Content(f"{self._title}: {clean(self._exercise.name)}")
        frame.border_subtitle = "a letter answers · enter as marked · esc cancel"
        yield frame

    def on_mount(self) -> None:
        """Ask the first question."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """The letter of an answer."""
        question = QUESTIONS[self._at]
        for key, value, _ in question.answers:
            if event.character == key:
                event.stop()
                self._exercise = answered(self._exercise, question, value)
                self.action_take()

    def action_take(self) -> None:
        """Go on with the marked answer; after the last question it is done."""
        if self._at + 1 == len(QUESTIONS):
            self.dismiss(self._exercise)
            return
        self._at += 1
        self._show()

    def action_back(self) -> None:
        """Return to the question before."""
        self._at = max(0, self._at - 1)
        self._show()

    def _show(self) -> None:
        parts = [
            part
            for place, question in enumerate(QUESTIONS)
            for part in self._lines(place, question)
        ]
        self.query_one(Static).update(Content("\n").join(parts))

    def _lines(self, place: int, question: Question) -> list[Content]:
        now = answer(self._exercise, question)
        chosen = next(
            (words for _, value, words in question.answers if value == now), now
        )
        asked = place == self._at
        style = "bold" if place <= self._at else "$foreground 50%"
        head = Content.assemble(
            ("▸ " if asked else "  ", "$text-accent"),
            (f"{question.words:<21}", "$foreground 70%"),
            (chosen, style),
        )
        if not asked:
            return [head]
        return [head, *self._answers(question, now)]

    def _answers(self, question: Question, now: str) -> list[Content]:
        """The answers in columns, as many as there is room for."""
        column = max(len(words) for *_, words in question.answers) + 5
        room = min(WIDTH, self.app.size.width * 96 // 100) - 4
        in_a_row = max(1, room // column)
        said = [
            Content.assemble(
                (" ▪ " if value == now else "   ", "$text-accent"),
                (key, "bold $text-primary"),
                f" {words}".ljust(column - 4),
            )
            for key, value, words in question.answers
        ]
        rows = range(0, len(said), in_a_row)
        return [Content("").join(said[at : at + in_a_row]) for at in rows]
