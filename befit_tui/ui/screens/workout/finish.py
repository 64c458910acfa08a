"""The dialog that finishes a workout: the summary; enter ends it, esc goes back."""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.value import replace
from befit_tui.domain.wording import week_began
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.muscles import week_sets
from befit_tui.logbook.planning import easy_weeks
from befit_tui.logbook.questionnaire import Question, Questionnaire, scale
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.finish.page import page_parts, summary_text
from befit_tui.logbook.workout.finish.picture import save_picture
from befit_tui.logbook.workout.finish.summary import summary_of
from befit_tui.logbook.workout_times import end_of
from befit_tui.paths import short_path
from befit_tui.ui.bell_and_clipboard import copy
from befit_tui.ui.screens.dialog import Dialog, DialogFrame, YesNo, attempt
from befit_tui.ui.widgets.body.muscles import MuscleMap
from befit_tui.ui.widgets.card_panel import content
from befit_tui.ui.widgets.large_text import large
from befit_tui.ui.widgets.runs import wrapped
from befit_tui.ui.widgets.text import clean

END, TIMES, ROUTINE = "end", "times", "routine"

FRAME, EDGES = 126, 7
"""Cells of the frame where there is room, and those of border, padding, scrollbar."""
LABEL = 18
"""Cells of the headings and labels, where they stand beside what they are of."""
BESIDE = 84
"""Cells from which headings stand beside what they are of."""
DIGITS, DIGIT_ROWS = 46, 5
"""The most cells that the figure in large takes, and its rows."""
LOW = 18
"""Rows of the terminal below which the figure is a plain one."""


def new_questions() -> Questionnaire:
    """About the whole session, both optional: one digit each."""
    effort = "1 very easy … 9 · 0 for 10"
    return Questionnaire(
        (
            Question("session_rpe", "session effort", effort, scale(1, 10)),
            Question("focus", "focus", "1 scattered … 5 sharp", scale(1, 5)),
        )
    )


async def ask_easy_week(app: App[Any], logbook: Logbook) -> None:
    """Whether a light week that is over was easy on purpose; asked once of each."""
    week = easy_weeks.unmarked(logbook) if logbook.active is None else ()
    if not week:
        return
    if await app.push_screen_wait(YesNo(easy_weeks.question(week), "An easy week?")):
        attempt(app, lambda: easy_weeks.mark(logbook, week))
    else:
        attempt(app, lambda: easy_weeks.leave(logbook, week))


class FinishDialog(Dialog[str | None]):
    """Gives ``END`` to end the workout, ``TIMES`` or ``ROUTINE`` before that."""

    DEFAULT_CSS = f"""
    FinishDialog {{
        align: center middle;
        DialogFrame {{
            width: {FRAME}; max-height: 98%; padding: 0 2; scrollbar-gutter: stable;
        }}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,x", "dismiss('end')", "finish", id="finish.end"),
        Binding("y", "copy", "copy", id="finish.copy"),
        Binding("Y", "picture", "picture", id="finish.picture"),
        Binding("t", "dismiss('times')", "times", id="finish.times"),
        Binding("R", "dismiss('routine')", "routine", id="finish.routine"),
        Binding("escape", "dismiss(None)", "back", id="finish.back"),
    ]

    def __init__(
        self,
        cursor: RowCursor,
        ended_at: datetime | None,
        questions: Questionnaire,
        band: tuple[float, float],
    ) -> None:
        """``band`` is how many hard sets a week a muscle should get."""
        log = cursor.logbook
        active = log.opened()
        self._workout = replace(active, ended_at=ended_at or end_of(active))
        self._summary = summary_of(cursor, self._workout)
        self._root, self._questions = log.store.root, questions
        began = week_began(self._workout.day)
        sets = week_sets(log.history, self._workout, log.catalog.get, began)
        week = [MuscleMap(sets, band)] if any(sets.values()) else []
        self._top, self._answers = Static(), Static()
        self._page = Static(id="finish-parts")
        inside = self._top, self._answers, self._page, *week
        self._frame = DialogFrame(self._summary.name, *inside, scrolls=True)
        super().__init__(self._frame)

    def on_mount(self) -> None:
        """Write the page before it is seen."""
        self._draw()

    def on_resize(self) -> None:
        """Write it for the room there is now."""
        self.call_after_refresh(self._draw)

    def on_key(self, event: events.Key) -> None:
        """Digits answer the questions, backspace takes an answer back."""
        key = event.character or event.key
        if (key.isdigit() or key == "backspace") and self._questions.press(key):
            event.stop()
            self._answers.update(Content("\n").join(self._question_lines()))

    def action_copy(self) -> None:
        """Copy the summary as text."""
        copy(self.app, summary_text(self._summary))
        self.notify("the summary is copied as text", timeout=4)

    def action_picture(self) -> None:
        """Save the summary as a picture, and say where."""

        def save() -> None:
            path = save_picture(self._summary, self._workout, self._root)
            self.notify(f"saved: {short_path(path)}", timeout=8)

        attempt(self.app, save)

    @property
    def _width(self) -> int:
        """Cells of a line, also before the frame has its place."""
        known = self._frame.scrollable_content_region.width
        return known or min(FRAME, self.app.size.width * 98 // 100) - EDGES

    def _draw(self) -> None:
        lines = Content("\n").join
        self._top.update(lines(self._head()))
        self._answers.update(lines(self._question_lines()))
        self._page.update(lines(self._parts()))

    def _head(self) -> Iterator[Content]:
        """When it was, and the one thing to be proud of beside its figure."""
        summary, proud = self._summary, self._summary.proud
        yield Content.styled(clean(summary.head), "$foreground 60%")
        low = self.app.size.height < LOW
        if not low:
            yield Content("")
        room = min(DIGITS, self._width * 3 // 5)
        rows = large(proud.figure, room, 1 if low else DIGIT_ROWS)
        beside = len(rows[0])
        said = [Content("")] * (len(rows) > 1)
        for text, style in (
            (proud.words, "bold"),
            (proud.detail, ""),
            (clean(proud.where), "$foreground 60%"),
        ):
            if text:
                said += Content.styled(text, style).wrap(self._width - beside - 3)
        for row, words in zip_longest(rows, said, fillvalue=""):
            digits = (str(row).ljust(beside), "bold $text-primary")
            yield Content.assemble(digits, "   ", words)
        yield Content("")

    def _question_lines(self) -> Iterator[Content]:
        for place, line in enumerate(self._questions.lines):
            here = place == self._questions.at
            yield Content.assemble(
                (f"{line.label:<{LABEL}}", "$foreground 60%"),
                (f"{self._questions.words(line) or '–':<4}", "bold"),
                (line.hint, "$primary" if here else "$foreground 60%"),
            )

    def _parts(self) -> Iterator[Content]:
        """Each heading with its lines beside it, or below it and set in."""
        beside = self._width >= BESIDE
        edge = LABEL if beside else 2
        for part in page_parts(self._summary, self._width - edge):
            yield Content("")
            title = Content.styled(part.title, "bold $text-primary")
            if not beside:
                yield title
            lead = title.pad_right(LABEL - title.cell_length) if beside else None
            for line in part.lines:
                for row in wrapped(line, self._width - edge):
                    yield (lead or Content(" " * edge)) + content(row)
                    lead = None
