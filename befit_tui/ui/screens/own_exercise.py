"""A new exercise of the lifter's own: what it is, asked in four keys."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain import signs
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.preferences import QUESTIONS, Question, answer, answered
from befit_tui.ui.screens.dialog import Dialog, DialogFrame

WIDTH = 76
"""Cells of the dialog where there is room for it."""


class OwnExerciseDialog(Dialog[Exercise | None]):
    """Gives the exercise with its four answers, or None when it was put away.

    The answers it comes with are marked, and taken by enter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "take", "as marked", id="own.take"),
        Binding("left", "step(-1)", "answer before", show=False, id="own.before"),
        Binding("right", "step(1)", "answer after", show=False, id="own.after"),
        Binding("backspace,up", "back", "question before", id="own.back"),
        Binding("escape", "dismiss(None)", "back", id="own.cancel"),
    ]

    def __init__(self, exercise: Exercise, title: str) -> None:
        says = (("a letter", "answers"), ("← →", "another"))
        self._questions = Static()
        frame = DialogFrame(f"{title}: {exercise.name}", self._questions, says=says)
        super().__init__(frame)
        self._exercise = exercise
        self._at = 0

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

    def action_step(self, step: int) -> None:
        """Mark the answer before the one that is marked (-1) or after it (1)."""
        question = QUESTIONS[self._at]
        values = [value for _, value, _ in question.answers]
        now = answer(self._exercise, question)
        at = values.index(now) + step if now in values else 0
        self._exercise = answered(self._exercise, question, values[at % len(values)])
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
        self._questions.update(Content("\n").join(parts))

    def _lines(self, place: int, question: Question) -> list[Content]:
        now = answer(self._exercise, question)
        chosen = next(
            (words for _, value, words in question.answers if value == now), now
        )
        asked = place == self._at
        style = "bold" if place <= self._at else "$foreground 50%"
        head = Content.assemble(
            (f"{signs.POINTER} " if asked else "  ", "$text-accent"),
            (f"{question.words:<21}", "$foreground 70%"),
            (chosen, style),
        )
        if not asked:
            return [head]
        return [head, *self._answers(question, now)]

    def _answers(self, question: Question, now: str) -> list[Content]:
        """The answers in columns, as many as there is room for."""
        column = max(len(words) for *_, words in question.answers) + 5
        room = min(WIDTH, self.app.size.width * 98 // 100) - 4
        in_a_row = max(1, room // column)
        said = [
            Content.assemble(
                (f" {signs.CHOSEN} " if value == now else "   ", "$text-accent"),
                (key, "bold $text-primary"),
                f" {words}".ljust(column - 4),
            )
            for key, value, words in question.answers
        ]
        rows = range(0, len(said), in_a_row)
        return [Content("").join(said[at : at + in_a_row]) for at in rows]
