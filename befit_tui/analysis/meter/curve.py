"""Reps against load for one set to come: whatever it rests on, heavier never gains."""

from collections.abc import Iterable
from itertools import pairwise
from math import exp

from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.domain.value import Value

BEYOND = 10.0
"""Reps that a unit of ln(load) costs outside the remembered loads: less than a curve
for one day, since lifters go lighter on days and in sets when they can do less."""
HABIT = 0.2
"""On a new lift the slope of habit holds as far, and a formula does better beyond: 1.4
and 2.1 reps of mean error over 392 such sets of a published log."""


class Knot(Value, frozen=True):
    """The ``reps`` guessed at ln of a ``load``; ``weight`` is how much that counts."""

    load: float
    reps: float
    weight: float


class Curve(Value, frozen=True):
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
        habit = max(-HABIT, min(HABIT, lighter)) if self.new else lighter
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
