"""What is set of an exercise (name, bar, step, rest, hidden), and setting it.

What cannot be set (no such exercise, a name that is taken) is a BefitError.
"""

from collections.abc import Iterator

from befit_tui.catalog.meaning import name_key
from befit_tui.domain.codec import to_plain
from befit_tui.domain.errors import BefitError, EntryError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.library import ItemChanges
from befit_tui.domain.preferences import (
    FIELDS,
    HELP,
    QUESTIONS,
    answer,
    answered,
    change_of,
    preference_words,
    with_preference,
)
from befit_tui.domain.value import replace
from befit_tui.logbook.logbook import Logbook


def rename(logbook: Logbook, exercise_id: str, name: str) -> None:
    """Call an exercise otherwise; what it was called before still means it."""
    exercise = known_exercise(logbook, exercise_id)
    wanted = with_setting(logbook, exercise, "name", name)
    settle(logbook, wanted, f"{exercise.name} is called {wanted.name}")


def hide(logbook: Logbook, exercise_id: str, *, hidden: bool = True) -> None:
    """Leave an exercise out where one is chosen, or show it again; its sets stay."""
    exercise = known_exercise(logbook, exercise_id)
    label = f"{exercise.name} {'hidden' if hidden else 'shown'}"
    settle(logbook, replace(exercise, hidden=hidden), label)


def settings_of(logbook: Logbook, exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    """Everything that is set of an exercise: its field, its value, what it may be."""
    for field in FIELDS:
        yield field, preference_words(exercise, field, logbook.unit), HELP[field]
    for one in QUESTIONS if exercise.own else ():
        values = ", ".join(value for _, value, _ in one.answers)
        yield one.field, answer(exercise, one), f"one of {values}"


def with_setting(
    logbook: Logbook, exercise: Exercise, field: str, text: str
) -> Exercise:
    """The exercise with another value of a field of ``settings_of``."""
    fields = {name: about for name, _, about in settings_of(logbook, exercise)}
    if field not in fields:
        known = ", ".join(fields)
        raise EntryError(f"{field} is no setting of {exercise.name}: say {known}.")
    if field in FIELDS:
        others = (one for one in logbook.catalog if one.id != exercise.id)
        for other in others if field == "name" else ():
            if name_key(other.name) == name_key(text):
                raise BefitError(
                    f"There is an exercise called {other.name}: merge the two."
                )
        return with_preference(exercise, field, text, logbook.unit)
    question = next(one for one in QUESTIONS if one.field == field)
    if text not in [value for _, value, _ in question.answers]:
        raise EntryError(f"{field} is {fields[field]}, not {text!r}.")
    return answered(exercise, question, text)


def settle(logbook: Logbook, exercise: Exercise, label: str) -> None:
    """Keep an exercise as the lifter wants it, as one step of undo.

    What it was called before still means it.
    """
    was = logbook.catalog.get(exercise.id).name
    if exercise.own and exercise.name != was:
        exercise = replace(exercise, aliases=(was, *exercise.aliases))
    logbook.change((), label, kept(logbook, exercise))


def known_exercise(logbook: Logbook, exercise_id: str) -> Exercise:
    """The exercise with an id; BefitError where there is none."""
    exercise = logbook.catalog.find(exercise_id)
    if exercise is None:
        raise BefitError(f"There is no exercise with the id {exercise_id!r}.")
    return exercise


def kept(logbook: Logbook, exercise: Exercise) -> ItemChanges:
    """An exercise as the lifter wants it, in the list that it is kept in."""
    change = ("changes", exercise.id)
    if all(one.id != exercise.id for one in logbook.library.exercises):
        return {change: change_of(exercise)}
    # A change beside an exercise of one's own would stand over what is kept here.
    return {("exercises", exercise.id): to_plain(exercise), change: None}
