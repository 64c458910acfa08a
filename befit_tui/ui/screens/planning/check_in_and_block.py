"""The dialogs of a check-in, and of a block of training or a deload."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from befit_tui.logbook import check_in
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import blocks
from befit_tui.logbook.questionnaire import Questionnaire
from befit_tui.ui.screens.dialog import attempt
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
    kept: list[object] = []
    if not attempt(app, lambda: kept.append(check_in.keep(logbook, questions))):
        return False
    if any(kept) and logbook.active is None:
        app.notify("Kept for the workout you start today.", timeout=4)
    return True


async def plan(app: App[Any], logbook: Logbook, what: str) -> None:
    """Plan a ``deload``, move it ``earlier`` or ``later``, or ask for a ``phase``."""

    def tell(planner: Callable[[], str]) -> None:
        attempt(app, lambda: app.notify(planner(), timeout=6))

    if what != "phase":
        weeks = {"earlier": -1, "later": 1}.get(what)
        move = partial(blocks.move_deload, logbook, weeks) if weeks else None
        tell(move or partial(blocks.plan_deload, logbook))
        return
    questions = blocks.new_questions(logbook.clock().date())
    outcome = partial(blocks.outcome, now=blocks.phase_words(logbook))
    dialog = QuestionnaireDialog(questions, "Plan a block", outcome, esc_keeps=False)
    answered = await app.push_screen_wait(dialog)
    if answered and (block := blocks.block_of(questions)):
        tell(partial(blocks.plan, logbook, block))
