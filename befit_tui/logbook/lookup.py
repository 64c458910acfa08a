"""Which exercise the lifter means by an id, a name or a few letters of it."""

from befit_tui.catalog.search import search
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.logbook.logbook import Logbook

SUGGESTED = 3


class UnknownExerciseError(BefitError):
    """No exercise goes by a name."""


def find_exercise(logbook: Logbook, words: str) -> Exercise:
    """The exercise of that id or name, or else the likeliest that its words fit.

    UnknownExerciseError has the names that come closest.
    """
    catalog = logbook.catalog
    known = catalog.named(words)
    if known is not None:
        return known
    found = (
        search(catalog, words, recent=logbook.history.lately()) if words.strip() else []
    )
    if found and catalog.word_index.having(words):
        return found[0].exercise
    names = ", ".join(one.exercise.name for one in found[:SUGGESTED])
    closest = f"; the closest are {names}." if names else "."
    raise UnknownExerciseError(f"No exercise is called {words!r}{closest}")
