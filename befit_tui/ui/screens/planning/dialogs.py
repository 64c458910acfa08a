"""The dialogs of planning: the check-in of the day, a block of training."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from befit_tui.domain.errors import BefitError
from befit_tui.logbook import Logbook, check_in
from befit_tui.logbook.planning import blocks
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.ui.screens.questionnaire_dialog import QuestionnaireDialog


async def ask_check_in(app: App[Any], logbook: Logbook) -> bool:
    """Ask how the lifter comes in and keep it; whether there was no error."""

    def outcome(questions: Questionnaire) -> str:
        found = check_in.readiness_now(logbook, questions)
        return found.words if found is not None else "Every line may stay empty."

    questions = check_in.new_questions(logbook)
    await app.push_screen_wait(
        QuestionnaireDialog(questions, "Check-in", outcome, esc_keeps=True)
    )
    try:
        kept = check_in.keep(logbook, questions)
    except BefitError as error:
        app.notify(str(error), severity="error", markup=False)
        return False
    if kept and logbook.active is None:
        app.notify("Kept for the workout you start today.", timeout=4, markup=False)
    return True


async def plan(app: App[Any], logbook: Logbook, what: str) -> None:
    """Plan a ``deload``, move it ``earlier`` or ``later``, or ask for a ``phase``."""
    if what != "phase":
        weeks = {"earlier": -1, "later": 1}.get(what)
        _tell(
            app,
            lambda: (
                blocks.move_deload(logbook, weeks)
                if weeks
                else blocks.plan_deload(logbook)
            ),
        )
        return
    questions = blocks.new_questions(logbook.clock().date())
    outcome = partial(blocks.outcome, now=blocks.phase_words(logbook))
    dialog = QuestionnaireDialog(questions, "Plan a phase", outcome, esc_keeps=False)
    if await app.push_screen_wait(dialog) and (block := blocks.block_of(questions)):
        _tell(app, lambda: blocks.plan(logbook, block))


def _tell(app: App[Any], planner: Callable[[], str]) -> None:
    try:
        app.notify(planner(), timeout=6, markup=False)
    except BefitError as error:
        app.notify(str(error), severity="error", markup=False)
