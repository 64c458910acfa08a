"""The summary at the end of a workout; enter ends it, esc goes back to it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from befit_tui.logbook.questionnaire import Question, Questionnaire, scale
from befit_tui.logbook.workout.summary import Summary
from befit_tui.ui.screens.dialog import Dialog
from befit_tui.ui.widgets.text import clean

END, TIMES, ROUTINE = "end", "times", "routine"


LABEL = 22
"""Cells of the labels."""


def new_questions() -> Questionnaire:
    """About the whole session, both optional: one digit each."""
    effort = "1 very easy … 9 · 0 is 10, all you had"
    return Questionnaire(
        (
            Question("session_rpe", "session effort", effort, scale(1, 10)),
            Question("focus", "focus", "1 scattered … 5 sharp", scale(1, 5)),
        )
    )


class FinishDialog(Dialog[str | None]):
    """Gives ``END`` to end the workout, ``TIMES`` or ``ROUTINE`` before that."""

    DEFAULT_CSS = """
    FinishDialog {
        align: center middle;
        VerticalScroll { width: 76; max-width: 96%; height: auto; max-height: 90%;
                         border: round $primary; background: $surface; padding: 1 2; }
        Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,x", "dismiss('end')", "finish", id="finish.end"),
        Binding("t", "dismiss('times')", "start and end", id="finish.times"),
        Binding("R", "dismiss('routine')", "save as routine", id="finish.routine"),
        Binding("escape", "dismiss(None)", "back to the workout", id="finish.back"),
    ]

    def __init__(self, summary: Summary, questions: Questionnaire) -> None:
        super().__init__()
        self._summary = summary
        self._questions = questions

    def compose(self) -> ComposeResult:
        """The whole summary as text."""
        with VerticalScroll() as frame:
            frame.border_title = Content(clean(self._summary.name))
            frame.border_subtitle = (
                "enter finish · R save as routine · t times · esc back"
            )
            yield Static(Content("\n").join(self._facts()))
            yield Static(self._drawn_questions(), id="finish-questions")
            yield Static(Content("\n").join(self._lifts()))

    def on_key(self, event: events.Key) -> None:
        """Digits answer the questions, backspace takes an answer back."""
        key = event.character or event.key
        if (key.isdigit() or key == "backspace") and self._questions.press(key):
            event.stop()
            self.query_one("#finish-questions", Static).update(self._drawn_questions())

    def _drawn_questions(self) -> Content:
        return Content("\n").join(
            Content.assemble(
                (f"{line.label:<{LABEL}}", "$foreground 60%"),
                (f"{self._questions.words(line) or '–':<4}", "bold"),
                (
                    line.hint,
                    "$primary" if place == self._questions.at else "$foreground 50%",
                ),
            )
            for place, line in enumerate(self._questions.lines)
        )

    def _facts(self) -> list[Content]:
        return [
            Content.assemble((f"{label:<{LABEL}}", "$foreground 60%"), (value, "bold"))
            for label, value in self._summary.facts
        ]

    def _lifts(self) -> list[Content]:
        lines = [Content("")]
        for lift in self._summary.lifts:
            lines.append(
                Content.assemble((clean(lift.name), "bold"), "  ", clean(lift.words))
            )
            lines += [
                Content.styled(f"  ◆ {clean(record)}", "$text-warning")
                for record in lift.records
            ]
            if lift.coming:
                lines.append(
                    Content.styled(f"  {clean(lift.coming)}", "$foreground 75%")
                )
        return lines
