"""Plain guesses beside the forecast: lifters do again what they did.

Many do ten reps because ten are the plan, and somebody with the log in hand would name
a set that was like this one. Which way to name it is right differs between lifters, so
each way is weighed by how far it was off for this one (``lifter.Lifter.trust``).
"""

from collections.abc import Iterable, Sequence
from statistics import median

from befit_tui.analysis.meter.curve import BEYOND
from befit_tui.analysis.meter.similarity import Point

SAME = 0.011
"""Loads that differ by no more in ln are the same, in kilograms and in pounds."""
LATELY = 5
"""Latest sets with the same load whose middle is a guess (product constant)."""


def guesses(
    points: Sequence[Point], reps: Sequence[float], at: Point
) -> tuple[float | None, ...]:
    """Four guesses for a set, None where the log is silent.

    They are: the last set with this load in this place of an earlier session, the last
    with this load, the set before, carried to this load, and the middle of the latest
    few with this load.

    Args:
        points: the remembered sets, oldest first.
        reps: what each reached, from any origin.
        at: the set to come.
    """
    sets = list(zip(points, reps, strict=True))
    same = [each for each in sets if abs(each[0].load - at.load) < SAME]
    here = [
        each
        for each in same
        if each[0].place == at.place and each[0].session != at.session
    ]
    carried = [
        (known, total + BEYOND * (known.load - at.load)) for known, total in sets[-1:]
    ]
    middle = median(total for _, total in same[-LATELY:]) if same else None
    last = (found[-1][1] if found else None for found in (here, same, carried))
    return (*last, middle)


def weighted_median(found: Iterable[tuple[float, float]]) -> float:
    """The lowest value with at least half of the weight at or below it."""
    values = sorted(found)
    missing = sum(weight for _, weight in values) / 2
    for value, weight in values:
        missing -= weight
        if missing <= 0:
            return value
    return values[-1][0]
