"""What the meter knows of a lifter whatever the lift: habits, and its own misses."""

from collections.abc import Iterator
from math import exp

from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import LoggedSet, Workout

LONGEST_TOTAL = 20
"""Longer sets are left out of the usual: one would outweigh many short ones."""
WHOLE_SHARE = 0.9
"""From this share of whole totals on, a lifter is taken to count in whole reps."""
WORST_MISS = 6.0
"""A forecast that missed by more reps teaches no more than this."""
MISSES, MISSES_SHARE = 20, 0.15
"""Latest misses, and the share of their mean that is added to the next forecast."""
TRUST = 4
"""Power of its mean error by which a guess is trusted less (product constant)."""
SIMILAR, HABITS = 2.0, 4
"""How much the forecast from similar sets has to say for each plain guess of the same
error, and how many of these there are (``curve``)."""
BAND_80 = 1.2816
"""Standard deviations to either side that hold 80% of a normal distribution."""
WIDENING, NARROWING = 0.04, 0.01
"""What a miss adds to ln of the band's width, and a hit takes off: in balance when
four in five hold (adaptive conformal inference: Gibbs & Candes 2021)."""


class Forecast(Value, frozen=True):
    """Reps plus reps left that a set will reach, and the ends of an 80% band.

    ``plain`` is the mean before the lifter's own correction.
    ``guesses`` are the reps that sets like it suggest, and the plain ones beside it
    (``curve``): None where silent.
    """

    reps: float
    low: float
    high: float
    plain: float
    guesses: tuple[float | None, ...] = ()


class Mean(Value, frozen=True):
    """A mean of as many observations as ``weight``; the first ones may be a guess."""

    value: float
    weight: float

    def plus(self, *observed: float) -> "Mean":
        """The mean with more observations."""
        weight = self.weight + len(observed)
        return Mean((self.value * self.weight + sum(observed)) / weight, weight)


class Lifter(Value, frozen=True):
    """A lifter; ``Lifter()`` is one nobody knows. The guesses are product constants.

    ``usual`` are the reps plus reps left of rated sets, ``whole`` the share of them
    without a half. ``unrated`` are the reps that a rated set reached beyond the unrated
    one before it with the same load. ``misses`` are what the latest forecasts fell
    short by, ``off`` the mean errors of the forecast from similar sets and of the plain
    guesses beside it, ``width`` ln of what bands are stretched by.
    """

    usual: Mean = Mean(8.0, 1.0)
    whole: Mean = Mean(1.0, 1.0)
    unrated: Mean = Mean(1.0, 10.0)
    misses: tuple[float, ...] = ()
    off: tuple[Mean, ...] = (Mean(1.0, 10.0), *(Mean(1.5, 10.0),) * HABITS)
    width: float = 0.0

    @property
    def stretch(self) -> float:
        """Standard deviations to either side in this lifter's 80% band."""
        return BAND_80 * exp(self.width)

    @property
    def grain(self) -> float:
        """The step in which this lifter's totals come: 1, or 0.5 where halves are."""
        return 1.0 if self.whole.value >= WHOLE_SHARE else 0.5

    @property
    def correction(self) -> float:
        """Reps that forecasts of late ask to be corrected by."""
        return MISSES_SHARE * sum(self.misses) / max(1, len(self.misses))

    @property
    def trust(self) -> tuple[float, ...]:
        """What the forecast from similar sets has to say, and each plain guess."""
        return tuple(
            (1.0 if number else SIMILAR) / each.value**TRUST
            for number, each in enumerate(self.off)
        )

    def after(self, workout: Workout) -> "Lifter":
        """The lifter with the habits of one more workout."""
        rated = list(_rated(workout))
        totals = [total for total, _ in rated]
        return replace(
            self,
            usual=self.usual.plus(*(each for each in totals if each <= LONGEST_TOTAL)),
            whole=self.whole.plus(*(each == int(each) for each in totals)),
            unrated=self.unrated.plus(*(gap for _, gap in rated if gap is not None)),
        )

    def taught(self, total: float, said: Forecast) -> "Lifter":
        """The lifter after one more forecast was followed by ``total`` reps."""
        held = said.low <= total <= said.high
        return replace(
            self,
            misses=(*self.misses, total - said.plain)[-MISSES:],
            off=tuple(
                mean if each is None else mean.plus(min(WORST_MISS, abs(each - total)))
                for mean, each in zip(self.off, said.guesses, strict=True)
            ),
            width=self.width + (-NARROWING if held else WIDENING),
        )


def _rated(workout: Workout) -> Iterator[tuple[float, float | None]]:
    """The total of each rated set, and reps beyond the unrated one before, -2 to 6."""
    before: dict[str, LoggedSet] = {}
    for entry in workout.entries:
        for done in filter(is_working, entry.sets):
            left = known_left(done)
            if left is not None and done.reps is not None:
                total, last = done.reps + left, before.get(entry.exercise)
                gap = None
                if last and last.reps is not None and last.load == done.load:
                    unrated = known_left(last) is None
                    gap = max(-2.0, min(6.0, total - last.reps)) if unrated else None
                yield total, gap
            before[entry.exercise] = done
