"""The loads that a lifter can put on a lift, guessed from those put on so far."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.owned import Owned
from befit_tui.domain.grammar.typed import MOST_LOAD
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.plates import Gear, totals
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind

SIZES = {
    Unit.KG: (4.0, 6.0, 8.0, 10.0, *(float(size) for size in range(12, 52, 4))),
    Unit.LB: (9.0, 13.0, 18.0, 26.0, 35.0, 44.0, 53.0, 62.0, 70.0, 80.0, 88.0, 97.0,
              106.0),
}  # fmt: skip
"""The kettlebells that are made: 4 kg apart, and what they are called in pounds."""
WITH_PLATES = ("barbell", "smith", "ez-bar", "trap-bar")
"""What is loaded with plates: who takes large steps there could take small ones."""
STACKS = ("machine", "cable")
HEAVIEST = {Unit.KG: 400.0, Unit.LB: 880.0}
"""Loads of a bar that are worked out; beyond, there are none."""
FINEST = {Unit.KG: 2.5, Unit.LB: 5.0}
"""What two of the smallest plates of a gym weigh."""
TELLING = 3
"""Different loads that show a step (product constant)."""
LEAST_STEP = 0.25
"""Nothing that is lifted comes in smaller steps."""
CLOSE = 1e-6
USUAL = {Unit.KG: 20.0, Unit.LB: 45.0}
"""The usual bar: no barbell lift is lighter."""


class Rack(Value, frozen=True):
    """Loads in ``unit``: every ``step`` from ``start``, or the ``sizes`` there are.

    ``used`` are loads that were lifted. A ``step`` of 0 has none but these. ``fine`` is
    the smallest step there is, for whom the usual one is too large; 0: the usual one.
    Of ``sizes`` the next one is at least ``jump`` heavier; nothing is under ``least``.
    """

    unit: Unit
    step: float
    start: float = 0.0
    used: tuple[float, ...] = ()
    sizes: tuple[float, ...] = ()
    fine: float = 0.0
    jump: float = 0.0
    least: float = 0.0

    @property
    def finest(self) -> "Rack":
        """The same rack by its smallest steps."""
        if not 0 < self.fine < self.step:
            return replace(self, jump=0.0)
        start = round(self.start % self.fine, 2)
        return replace(self, step=self.fine, start=start)

    def below(self, value: float) -> float | None:
        """The heaviest load up to ``value``; None when there is none."""
        value = min(value, MOST_LOAD)
        known = [one for one in (*self.used, *self.sizes) if one <= value + CLOSE]
        if self.step and not self.sizes:
            steps = floor((value + CLOSE - self.start) / self.step)
            known.append(round(self.start + steps * self.step, 2))
        return max((one for one in known if one >= self.least), default=None)

    def above(self, value: float) -> float | None:
        """The lightest load over ``value``: one that was used, where it is near."""
        if value < self.least - CLOSE:
            return self.least
        known = [one for one in (*self.used, *self.sizes) if one > value + CLOSE]
        if not self.step or self.sizes:
            far = [one for one in known if one >= value + self.jump - CLOSE]
            return min(far or known, default=None)
        steps = floor((value + CLOSE - self.start) / self.step) + 1
        found = round(self.start + steps * self.step, 2)
        near = [one for one in known if one <= value + 1.5 * self.step]
        return min(near, default=found if found <= MOST_LOAD else None)

    def beneath(self, value: float) -> float | None:
        """The heaviest load under ``value``; None when there is none."""
        return self.below(value - 2 * CLOSE)

    def nearest(self, load: Load) -> Load | None:
        """The load nearest to one of any unit, the lighter of two."""
        value = load.to(self.unit).value
        both = [
            one for one in (self.below(value), self.above(value)) if one is not None
        ]
        found = min(both, key=lambda one: abs(one - value), default=None)
        return None if found is None else Load(found, self.unit)


def rack_of(
    exercise: Exercise, loads: Sequence[Load], unit: Unit, owned: Owned | None = None
) -> Rack:
    """The rack of a lift by its loads, the newest last; ``owned`` says more."""
    if exercise.load is LoadKind.REPS_ONLY:
        return Rack(unit, 0.0)
    bar = _bar(exercise, unit, owned or Owned())
    known = _known(exercise, unit, owned, bar) if owned is not None else None
    if known is not None:
        return known
    own = [one.value for one in loads if one.unit is unit and one.value > 0]
    used = tuple(sorted(set(own)))
    if exercise.equipment == "kettlebell":
        return Rack(unit, 0.0, used=used, sizes=SIZES[unit])
    fine = FINEST[unit] if exercise.equipment in WITH_PLATES else 0.0
    step = _step(used, exercise.increment(unit), fine)
    start = round(own[-1] % step, 2) if own and step else 0.0
    start = 0.0 if step - start < CLOSE else start
    # Who lifted less, in whichever unit, has a lighter bar.
    lightest = min((one.to(unit).value for one in loads if one.value > 0), default=bar)
    least = bar if lightest > bar - CLOSE else min(used, default=0.0)
    return Rack(unit, step, start, used, fine=fine, least=least)


def _bar(exercise: Exercise, unit: Unit, owned: Owned) -> float:
    """The bar alone: the lifter's, else the usual one; 0 where there is none."""
    if exercise.bar is not None:
        return exercise.bar.to(unit).value
    return (owned.bar or USUAL[unit]) if exercise.equipment == "barbell" else 0.0


def _known(exercise: Exercise, unit: Unit, owned: Owned, bar: float) -> Rack | None:
    if exercise.load is not LoadKind.WEIGHT:
        return None
    if sizes := owned.of(exercise.equipment):
        return Rack(unit, 0.0, sizes=sizes)
    if owned.stack and exercise.equipment in STACKS:
        return Rack(unit, owned.stack)
    if not bar or not owned.plates:
        return None
    every = totals(Gear(bar, owned.plates), HEAVIEST[unit])
    return Rack(unit, 0.0, sizes=every, jump=exercise.increment(unit), least=bar)


def _step(used: tuple[float, ...], usual: float, fine: float) -> float:
    """The smallest change that was made, if all loads agree with it.

    With plates it is smaller than the smallest of a gym (``fine``) only where most of
    the loads between two of these were lifted: 82 and 82.5 are one load, twice written.
    """
    gaps = [b - a for a, b in pairwise(used) if b - a >= LEAST_STEP]
    if len(used) < TELLING or not usual:
        return usual
    least = min(gaps, default=usual)
    agreed = all(abs(gap / least - round(gap / least)) < 0.01 for gap in gaps)
    if not agreed or (least > usual and fine):
        return usual
    between = {round(one % fine, 2) for one in used} if least < fine else ()
    return usual if between and 2 * len(between) <= fine / least else round(least, 2)


class Bar(Value, frozen=True):
    """A lift with its rack: what the loads of the books become on it."""

    exercise: Exercise
    rack: Rack

    @staticmethod
    def of(exercise: Exercise, rack: Rack) -> "Bar":
        """By the smallest steps of the rack, whichever of them were used."""
        finest = rack.finest
        return Bar(exercise, finest if finest.sizes else replace(finest, used=()))

    @property
    def unit(self) -> Unit:
        """The unit that loads are given in."""
        return self.rack.unit

    @property
    def takes_load(self) -> bool:
        """Whether load can be added to the lift at all."""
        return self.exercise.load in (
            LoadKind.WEIGHT,
            LoadKind.BODYWEIGHT_PLUS,
            LoadKind.ASSISTED,
        )

    def nearest(self, value: float) -> Load:
        """The load nearest to a number of the rack's unit; halfway up, as tables do."""
        below, above = self.rack.below(value), self.rack.above(value)
        if below is None or (above is not None and above - value <= value - below):
            below = above
        return Load(below or 0.0, self.unit)

    def beneath(self, value: float) -> Load:
        """The heaviest load up to a number of the rack's unit, or the lightest."""
        return Load(self.rack.below(value) or self.rack.least, self.unit)

    def share(self, load: Load, percent: float) -> Load:
        """A percent of a load, to the nearest that there is."""
        return self.nearest(load.to(self.unit).value * percent / 100)

    def less(self, load: Load, percent: float) -> Load:
        """A load with a percent off, never more than that is left; assistance grows."""
        if self.exercise.load is LoadKind.ASSISTED:
            return self.nearest(load.to(self.unit).value * (1 + percent / 100))
        return self.beneath(load.to(self.unit).value * (1 - percent / 100))

    def more(self, load: Load, step: Load) -> Load:
        """A load with a step on it, or the smallest one there is; assistance falls."""
        value, by = load.to(self.unit).value, step.to(self.unit).value
        if self.exercise.load is LoadKind.ASSISTED:
            return self.beneath(max(0.0, value - by))
        found, above = self.nearest(value + by), self.rack.above(value)
        if found.value > value + CLOSE or above is None:
            return found
        return Load(above, self.unit)
