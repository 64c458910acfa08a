"""What the lifter wants for one exercise."""

from collections.abc import Iterator
from typing import Any

from textual.app import App

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.preferences import (
    CHOICES,
    FIELDS,
    HELP,
    preference_words,
    with_preference,
)
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export.lift_names import must_be_free, settle
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
        wanted = with_preference(wanted, field, str(text), logbook.unit)
        form.say(wanted.name)

    form = Form(exercise.name, lambda: tuple(_fields(logbook, wanted, way)), take)
    await app.push_screen_wait(form)
    if wanted == exercise:
        return False
    label = f"settings of {wanted.name}"
    return attempt(app, lambda: settle(logbook, wanted, label))


def _fields(logbook: Logbook, exercise: Exercise, way: str) -> Iterator[Field]:
    for field in FIELDS:

        def read(text: str, field: str = field) -> str:
            with_preference(exercise, field, text, logbook.unit)
            if field == "name":
                must_be_free(logbook, exercise.id, text)
            return text

        words = preference_words(exercise, field, logbook.unit)
        choices = CHOICES.get(field, ())
        title = field.capitalize()
        yield Field(
            id=field,
            title=title if choices else f"{title} of {exercise.name}",
            about=HELP[field],
            value=words,
            words=words,
            read=read,
            choices={one or "the usual one": one for one in choices},
            typed=words,
            anew=field != "note",
            guess=way if field == "progress" else "",
        )
