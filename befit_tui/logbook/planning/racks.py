"""What there is to lift at a place: asked once, when a plan first takes a step."""

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.entry_plan import plan_of

LIBRARY_LIST = "noted"
WORDS = {
    "dumbbell": ("dumbbells", "2-30/2"),
    "kettlebell": ("kettlebells", "8-32/4"),
    "machine": ("stack", "5"),
    "cable": ("stack", "5"),
}
"""What is told of each equipment, and an example."""
TELLING = 4
"""Different loads of one kind that show the steps there are (product constant)."""


def unknown(logbook: Logbook, place: str) -> str:
    """``dumbbells`` or the like where the open workout takes a step nobody knows.

    Empty where all are known, shown by the past or were asked for, or no load goes up.
    """
    active = logbook.active
    lifts = Lifts.of(logbook, logbook.history)
    for at, entry in enumerate(active.entries if active is not None else ()):
        exercise = logbook.catalog.get(entry.exercise)
        what, _ = WORDS.get(exercise.equipment, ("", ""))
        counts = exercise.load is LoadKind.WEIGHT
        if not what or not counts or _is_known(logbook, exercise, what, place):
            continue
        rows = plan_of(logbook.opened(), at, lifts, logbook.unit).rows
        pairs = [(one.load, one.last.load) for one in rows if one.last is not None]
        if any(now and was and now.kg > was.kg for now, was in pairs):
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


def with_answer(before: str, what: str, answer: str, unit: Unit) -> str:
    """The line of a place with an answer in it."""
    item = f"{unit}: {what} {answer}"
    return "; ".join(filter(None, (before.strip(), item)))


def _is_known(logbook: Logbook, exercise: Exercise, what: str, place: str) -> bool:
    if any(one.get("id") == _id(what, place) for one in logbook.library.noted):
        return True
    unit = exercise.unit or logbook.unit
    owned = logbook.owned.get(unit)
    if owned and (owned.of(exercise.equipment) or (what == "stack" and owned.stack)):
        return True
    loads = {
        done.load.value
        for one in logbook.history.exposures(exercise.id)
        for done in one.entry.sets
        if done.load is not None and done.load.unit is unit
    }
    return not loads or len(loads) >= TELLING


def _id(what: str, place: str) -> str:
    return f"rack {what} {place}"
