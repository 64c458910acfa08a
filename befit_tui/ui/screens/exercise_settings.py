"""The dialog of what is set of one exercise: name, unit, step, rest, bar, note."""

from collections.abc import Iterator
from typing import Any

from textual.app import App

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.preferences import CHOICES, FIELDS
from befit_tui.logbook.exercise_settings import settings_of, settle, with_setting
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.screens.dialog import attempt
from befit_tui.ui.screens.form import Field, Form


async def set_exercise(
    app: App[Any], logbook: Logbook, exercise: Exercise, way: str = ""
) -> bool:
    """Ask what the lifter wants for an exercise and keep it; whether it changed.

    ``way`` says how it moves on as guessed.
    """
    wanted = exercise

    def take(field: str, text: object) -> None:
        nonlocal wanted
        wanted = with_setting(logbook, wanted, field, str(text))
        form.say(wanted.name)

    form = Form(exercise.name, lambda: tuple(_fields(logbook, wanted, way)), take)
    await app.push_screen_wait(form)
    if wanted == exercise:
        return False
    label = f"settings of {wanted.name}"
    return attempt(app, lambda: settle(logbook, wanted, label))


def _fields(logbook: Logbook, exercise: Exercise, way: str) -> Iterator[Field]:
    guesses = {"progress": way, "unit": str(logbook.unit)}
    for field, words, about in settings_of(logbook, exercise):
        if field not in FIELDS:
            continue

        def read(text: str, field: str = field) -> str:
            with_setting(logbook, exercise, field, text)
            return text

        choices = CHOICES.get(field, ())
        title = field.capitalize()
        yield Field(
            id=field,
            title=title if choices else f"{title} of {exercise.name}",
            about=about,
            value=words,
            words=words,
            read=read,
            choices={one or "the usual one": one for one in choices},
            anew=field != "note",
            guess=guesses.get(field, ""),
        )
