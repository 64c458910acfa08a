"""Reps against load for one set to come: whatever it rests on, heavier never gains.

Beside the forecast stand plain guesses: many do ten reps because ten are the plan, and
somebody with the log in hand would name a set that was like this one. Which way to name
it is right differs between lifters, so each is weighed by how far it was off for this
one (``lifter.Lifter.trust``).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp
from statistics import median

from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.meter.memory import Point
from befit_tui.domain.value import Value

BEYOND = 10.0
"""Reps that a unit of ln(load) costs outside the remembered loads: less than a curve
for one day, since lifters go lighter on days and in sets when they can do less."""
HABIT = 0.2
"""On a new lift the slope of habit holds as far down, and a formula does better beyond:
1.4 and 2.1 reps of mean error over 392 such sets of a published log. Of more load than
ever nothing tells but the formula, and no plan should hope for more."""
SAME = 0.011
"""Loads that differ by no more in ln are the same, in kilograms and in pounds."""
LATELY = 5
"""Latest sets with the same load whose middle is a guess (product constant)."""


class Knot(Value, frozen=True):
    """The ``reps`` guessed at ln of a ``load``; ``weight`` is how much that counts."""

    load: float
    reps: float
    weight: float


class RepCurve(Value, frozen=True):
    """Reps that fall, or stay, from each load to the next; lightest first.

    ``new`` says that the lift is in its first sessions: then little is known of what
    a load far from all others makes of it, and beyond habit Epley's formula holds.
    """

    knots: tuple[Knot, ...]
    new: bool = False

    def at(self, load: float) -> float:
        """The reps at ln of a load: between two knots, or beyond the ends."""
        first, last = self.knots[0], self.knots[-1]
        if load < first.load:
            return self._beyond(first.reps, first.load - load)
        for one, two in pairwise(self.knots):
            if load <= two.load:
                share = (load - one.load) / (two.load - one.load)
                return one.reps + share * (two.reps - one.reps)
        return self._beyond(last.reps, last.load - load)

    def _beyond(self, reps: float, lighter: float) -> float:
        """The reps ``lighter`` in ln than an end with ``reps``; heavier if negative."""
        habit = min(HABIT, max(0.0, lighter)) if self.new else lighter
        reps += BEYOND * habit
        return EPLEY * ((1 + reps / EPLEY) * exp(lighter - habit) - 1)


def falling(knots: Iterable[Knot]) -> tuple[Knot, ...]:
    """The knots from light to heavy, with neighbours that rise set to their mean.

    Pool adjacent violators (Ayer et al. 1955): of all curves that never rise it is the
    nearest to the guesses.
    """
    pools: list[tuple[float, float, list[Knot]]] = []
    for knot in sorted(knots, key=lambda each: each.load):
        reps, weight, members = knot.reps, knot.weight, [knot]
        while pools and pools[-1][0] < reps:
            before, more, others = pools.pop()
            reps = (before * more + reps * weight) / (more + weight)
            weight, members = weight + more, others + members
        pools.append((reps, weight, members))
    return tuple(
        Knot(knot.load, reps, knot.weight)
        for reps, _, members in pools
        for knot in members
    )


def guesses(
    points: Sequence[Point], reps: Sequence[float], at: Point
) -> tuple[float | None, ...]:
    """Four guesses for a set, None where the log is silent.

    The last set with this load in this place of an earlier session, the last with this
    load, the set before, carried to this load, and the middle of the latest few.
    ``points`` are oldest first, ``reps`` from any origin.
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


def weighted_median(found: Iterable[tuple[float | None, float]]) -> float:
    """The lowest known value with at least half of the weight at or below it."""
    values = sorted((value, weight) for value, weight in found if value is not None)
    missing = sum(weight for _, weight in values) / 2
    for value, weight in values:
        missing -= weight
        if missing <= 0:
            return value
    return values[-1][0]
