"""The questions that plan a block of training."""

from datetime import date, timedelta
from typing import Any

from befit_tui.domain.phase import DELOAD_WEEKS, LONGEST_WEEKS, Block
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import short_day_words
from befit_tui.logbook.planning.blocks import block_words
from befit_tui.logbook.questionnaire import Question, Questionnaire, choice, typed

NONE = "no phase"
"""The answer for plain training; None is no answer."""
_CHOICES = {
    "h": Phase.HYPERTROPHY,
    "s": Phase.STRENGTH,
    "d": Phase.DELOAD,
    "n": NONE,
}
BLOCK_WEEKS = 6
"""Weeks of a block unless others are typed: most lifters ease off after 5.6 (Rogerson
2024)."""


def new_questions(today: date) -> Questionnaire:
    """What for, from when, how many weeks."""
    phases = "h hypertrophy, s strength, d deload, n none"
    start = "← → a day · m the next Monday"
    return Questionnaire(
        (
            Question("phase", "phase", phases, choice(_CHOICES)),
            Question("start", "starts", start, _starts(today), short_day_words),
            Question("weeks", "weeks", "1 to 52, then enter", typed(LONGEST_WEEKS)),
        ),
        {"start": today},
    )


def block_of(questions: Questionnaire) -> Block | None:
    """The block that the answers describe; None while nothing says what for."""
    phase = questions.answers.get("phase")
    if phase is None:
        return None
    weeks = int(float(questions.answers.get("weeks") or 0))
    return new_block(phase, questions.answers["start"], weeks)


def new_block(phase: str, start: date, weeks: int = 0) -> Block:
    """A block for a phase or ``NONE``; 0 weeks: as many as are usual."""
    planned = None if phase == NONE else Phase(phase)
    usual = DELOAD_WEEKS if planned is Phase.DELOAD else BLOCK_WEEKS
    return Block(planned, start, weeks or usual)


def outcome(questions: Questionnaire, now: str = "") -> str:
    """What would be planned, in a sentence; before that what ``now`` is."""
    block = block_of(questions)
    if block is None:
        return now or "A block is for size, for strength, or a deload with 4 left."
    return f"{block_words(block)}."


def _starts(today: date) -> Any:
    def press(now: Any, key: str) -> tuple[Any, bool] | None:
        day = now or today
        if key in ("left", "right"):
            return day + timedelta(days=1 if key == "right" else -1), False
        if key == "m":
            return day + timedelta(days=7 - day.weekday()), False
        return None

    return press
