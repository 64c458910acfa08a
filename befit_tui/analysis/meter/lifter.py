"""What the meter knows of a lifter whatever the lift: habits, and trust in bands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import exp

from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.workout import LoggedSet, Workout

USUAL_REPS, USUAL_WEIGHT = 8.0, 1.0
"""Reps to failure that a lifter's sets allow, and how many sets that guess is worth."""
UNRATED_LEFT, UNRATED_WEIGHT = 1.0, 7.0
"""Reps left in a set of unknown effort, and how many pairs that guess is worth."""
LONGEST_TOTAL = 20
"""Longer sets are left out of the usual: they would outweigh many short ones."""
WHOLE_SHARE = 0.9
"""From this share of whole totals on, a lifter is taken to count in whole reps."""

BAND_80 = 1.2816
"""Standard deviations to either side that hold 80% of a normal distribution."""
WIDENING, NARROWING = 0.04, 0.01
"""What a miss adds to ln of the band's width, and a hit takes off: in balance when
four in five hold (adaptive conformal inference: Gibbs & Candes 2021)."""


@dataclass(frozen=True, slots=True)
class Lifter:
    """Sums over a lifter's rated sets; ``Lifter()`` is one nobody knows yet.

    ``gaps`` are the reps that a rated set reached beyond the unrated set before it
    with the same load. ``width`` is ln of what the bands are stretched by.
    """

    totals: float = 0.0
    short: int = 0
    gaps: float = 0.0
    pairs: int = 0
    whole: int = 0
    rated: int = 0
    width: float = 0.0

    @property
    def usual(self) -> float:
        """Reps plus reps left that this lifter's sets have on average."""
        weight = self.short + USUAL_WEIGHT
        return (self.totals + USUAL_REPS * USUAL_WEIGHT) / weight

    @property
    def unrated_left(self) -> float:
        """Reps left in this lifter's sets of unknown effort, on average."""
        return (self.gaps + UNRATED_LEFT * UNRATED_WEIGHT) / (
            self.pairs + UNRATED_WEIGHT
        )

    @property
    def stretch(self) -> float:
        """Standard deviations to either side in this lifter's 80% band."""
        return BAND_80 * exp(self.width)

    @property
    def grain(self) -> float:
        """The step in which this lifter's totals come: 1, or 0.5 where halves are."""
        return 1.0 if self.whole >= WHOLE_SHARE * self.rated else 0.5

    def after(self, workout: Workout) -> "Lifter":
        """The lifter with one more workout on the books."""
        known = self
        before: dict[str, LoggedSet] = {}
        for entry in workout.entries:
            for done in filter(is_working, entry.sets):
                known = known._with(done, before.get(entry.exercise))
                before[entry.exercise] = done
        return known

    def judged(self, held: bool) -> "Lifter":
        """The lifter after one more band did, or did not, hold what was done."""
        step = -NARROWING if held else WIDENING
        return replace(self, width=self.width + step)

    def _with(self, done: LoggedSet, before: LoggedSet | None) -> "Lifter":
        left = known_left(done)
        if left is None or done.reps is None:
            return self
        total = done.reps + left
        short = total <= LONGEST_TOTAL
        gap = _gap(total, done, before)
        return replace(
            self,
            totals=self.totals + (total if short else 0),
            short=self.short + short,
            gaps=self.gaps + (gap or 0),
            pairs=self.pairs + (gap is not None),
            whole=self.whole + (total == int(total)),
            rated=self.rated + 1,
        )


def lifter_of(workouts: Iterable[Workout]) -> Lifter:
    """The lifter that a log shows; ``workouts`` in any order."""
    known = Lifter()
    for workout in workouts:
        known = known.after(workout)
    return known


def _gap(total: float, done: LoggedSet, before: LoggedSet | None) -> float | None:
    """Reps beyond the unrated set before, -2 to 6; None where they do not compare."""
    if before is None or before.reps is None or before.load != done.load:
        return None
    if known_left(before) is not None:
        return None
    return max(-2.0, min(6.0, total - before.reps))
