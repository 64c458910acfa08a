"""Which loads there are at a place: asked once, when they first matter."""

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook

LIBRARY_LIST = "noted"
WORDS = {
    "dumbbell": ("dumbbells", "2-30/2"),
    "kettlebell": ("kettlebells", "8-32/4"),
    "machine": ("stack", "5"),
    "cable": ("stack", "5"),
}
"""What is told of each equipment, and an example."""
FIRST = 3
"""Sessions of a lift from which its steps matter (product constant)."""
TELLING = 4
"""Different loads of one kind that show the steps there are (product constant)."""


def unknown(logbook: Logbook, workout: Workout, place: str) -> str:
    """``dumbbells`` or the like if a workout used some whose steps nobody knows.

    Empty where all are known, shown by the past, or were asked for at this place.
    """
    for entry in workout.entries:
        exercise = logbook.catalog.get(entry.exercise)
        what, _ = WORDS.get(exercise.equipment, ("", ""))
        counts = exercise.load is LoadKind.WEIGHT and any(s.load for s in entry.sets)
        if not what or not counts or _is_known(logbook, exercise, place):
            continue
        return what
    return ""


def question(what: str, place: str) -> str:
    """What to ask of what is not known."""
    where = "at home" if place == "home" else "in your gym"
    if what == "stack":
        return f"How far are the weights of a stack apart {where}?"
    return f"Which {what} are there {where}?"


def example(what: str) -> str:
    """How an answer looks."""
    found = next(words for name, words in WORDS.values() if name == what)
    return f"as in {found}; empty: guessed from what you lift"


def remember(logbook: Logbook, what: str, place: str) -> None:
    """Note that it was asked, so that nobody asks again."""
    item = {"id": _id(what, place), "day": logbook.clock().date().isoformat()}
    logbook.keep_items(LIBRARY_LIST, {_id(what, place): item}, f"{what} asked")


def told(before: str, what: str, answer: str, unit: Unit) -> str:
    """The line of a place with an answer in it."""
    item = f"{unit}: {what} {answer}"
    return "; ".join(filter(None, (before.strip(), item)))


def _is_known(logbook: Logbook, exercise: Exercise, place: str) -> bool:
    what, _ = WORDS[exercise.equipment]
    if any(one.get("id") == _id(what, place) for one in logbook.library.noted):
        return True
    unit = exercise.unit or logbook.unit
    owned = logbook.owned.get(unit)
    if owned and (owned.of(exercise.equipment) or (what == "stack" and owned.stack)):
        return True
    past = logbook.history.exposures(exercise.id)
    loads = {
        done.load.value
        for one in past
        for done in one.entry.sets
        if done.load is not None and done.load.unit is unit
    }
    # The first sessions find the load; only then a step up is at hand.
    return len(past) < FIRST or len(loads) >= TELLING


def _id(what: str, place: str) -> str:
    return f"rack {what} {place}"
