"""Which exercise the lifter means by an id, a name or a few letters of it."""

from collections.abc import Collection, Sequence

from befit_tui.catalog.meaning import How
from befit_tui.catalog.names import word_bag
from befit_tui.catalog.search import PLACE, alike, search
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.logbook.logbook import Logbook

SUGGESTED = 3
CLEARLY = 3
"""Times as often as any other that one must be done to be clearly meant; product
constant."""


class UnknownExerciseError(BefitError):
    """No exercise goes by a name."""


class UnclearExerciseError(BefitError):
    """Several exercises fit a text, and none is clearly the lifter's own."""


def find_exercise(logbook: Logbook, words: str) -> Exercise:
    """The exercise of that id or name, or else the likeliest that its words fit.

    For what reads and says the name of the exercise. UnknownExerciseError has the names
    that come closest.
    """
    return _candidates(logbook, words)[0]


def exercise_meant(logbook: Logbook, words: str) -> Exercise:
    """The exercise that the words clearly mean, for what writes.

    Raises:
        UnknownExerciseError: as ``find_exercise``.
        UnclearExerciseError: several fit; the message names them.
    """
    found = _candidates(logbook, words)
    if (clear := _clear(logbook, found)) is not None:
        return clear
    *names, last = [one.name for one in found[:SUGGESTED]]
    if len(found) > SUGGESTED:
        names, last = [*names, last], f"{len(found) - SUGGESTED} more"
    named = f"{', '.join(names)} or {last}"
    raise UnclearExerciseError(f"{words!r} may mean {named}: type more of the name.")


def _candidates(logbook: Logbook, words: str) -> Sequence[Exercise]:
    """The exercises that the words fit best, the likeliest first; at least one."""
    known = logbook.catalog.named(words)
    if known is None:
        index = logbook.catalog.word_index
        if not index.having(words) and not index.having(index.apart(words)):
            raise UnknownExerciseError(_unknown(logbook, words))
        return _fitting(logbook, words)[0]
    if _is_named_in_full(logbook, words, known):
        return [known]
    # An exercise that was never done may have a name that is short for one that was, as
    # ``leg curl``: for any where it leaves open what it is done with.
    sure = [] if logbook.catalog.meaning(words).is_vague else [known]
    found, done = _fitting(logbook, words, sure)
    said = word_bag(words)
    own = [one for one in found if one.id in done and said <= word_bag(one.name)]
    is_done = any(one.id in done for one in sure)
    return sure if is_done else [*own, *sure] or [known]


def _fitting(
    logbook: Logbook, words: str, wanted: Sequence[Exercise] = ()
) -> tuple[Sequence[Exercise], Collection[str]]:
    """What the words fit best, and what the lifter does.

    Months are read for it where nothing ``wanted``, or else found, was done lately:
    what was done long ago is the lifter's own, too.
    """
    done = _done(logbook)
    found = alike(logbook.catalog, words, recent=done)
    looked_for = {one.id for one in wanted or found}
    if logbook.unread_months and looked_for.isdisjoint(done):
        logbook.read_months()
        return _fitting(logbook, words, wanted)
    return found, done


def _is_named_in_full(logbook: Logbook, words: str, known: Exercise) -> bool:
    """Whether the words are an id, a whole name, or the lifter's choice."""
    return (
        words == known.id
        or word_bag(words) == word_bag(known.name)
        or logbook.catalog.meaning(words).how is How.CHOSEN
    )


def _clear(logbook: Logbook, found: Sequence[Exercise]) -> Exercise | None:
    """The one that is meant: the only one, in the open workout, or the usual one."""
    active = logbook.active
    today = {entry.exercise for entry in active.entries} if active else set()
    here = [one for one in found if one.id in today]
    if len(found) == 1 or len(here) == 1:
        return (here or found)[0]
    times = {one.id: len(logbook.history.exposures(one.id)) for one in found}
    if not any(times.values()):
        usual = [one for one in found if one.id in PLACE]
        return usual[0] if len(usual) == 1 else None
    # One that was never done is there because the words are a name of it.
    latest, *others = (times[one.id] for one in found)
    is_usual = 0 < CLEARLY * max(others) <= latest and all(others)
    return found[0] if is_usual else None


def _done(logbook: Logbook) -> tuple[str, ...]:
    """What the lifter does, as far as the log was read, the latest first."""
    active, past = logbook.active, logbook.history.newest_first()
    every = (*((active,) if active else ()), *past)
    return tuple(
        dict.fromkeys(e.exercise for one in every for e in one.entries if e.sets)
    )


def _unknown(logbook: Logbook, words: str) -> str:
    """That there is no such exercise, and what to do."""
    logbook.read_months()
    near = search(logbook.catalog, words, recent=_done(logbook), limit=SUGGESTED)
    names = ", ".join(one.exercise.name for one in near) if words.strip() else ""
    if names:
        return f"No exercise is called {words!r}; the closest are {names}."
    how = "befit exercises and a word, as curl or chest, lists some"
    return f"No exercise is called {words!r}; {how}."
