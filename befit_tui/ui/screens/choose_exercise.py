"""Choosing an exercise; one that is new is asked about."""

from textual.app import App

from befit_tui.catalog.variant import suggest_own
from befit_tui.domain.exercise import Exercise
from befit_tui.logbook import NEW_EXERCISE, Logbook
from befit_tui.ui.screens.dialog import attempt
from befit_tui.ui.screens.own_exercise import OwnExerciseDialog
from befit_tui.ui.screens.picker import ExercisePicker


async def choose_exercise(
    app: App[object],
    logbook: Logbook,
    title: str,
    *,
    instead_of: Exercise | None = None,
) -> str | None:
    """The id of an exercise; None when none was chosen or the disk refused.

    ``instead_of`` is the one to be swapped: what trains the same comes first.
    """
    chosen = await app.push_screen_wait(ExercisePicker(logbook, title, instead_of))
    if chosen is None or not chosen.startswith(NEW_EXERCISE):
        return chosen
    guess = suggest_own(chosen.removeprefix(NEW_EXERCISE))
    if guess.id in logbook.catalog:
        return guess.id
    own = await app.push_screen_wait(OwnExerciseDialog(guess, "New exercise"))
    if own is None or not attempt(app, lambda: logbook.add_own(own)):
        return None
    return own.id
