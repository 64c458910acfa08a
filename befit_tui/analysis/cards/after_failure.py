"""What failure does to the next session of a lift: heavy days against light ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log, sqrt
from statistics import fmean, stdev

from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.lift import Measure

MANY, FEW = 3, 1
"""Sets to failure in a workout from which it is heavy on failure, and up to which it
is light (product constants)."""
FEWEST = 8
"""Sessions of either kind before they are compared (product constant)."""
SAME = 1.06
"""Times a load up to which others are about the same: where light days follow heavy
ones, the load makes the difference, not the failure (product constant)."""
WAYS = 3.0
"""Standard errors to either side of the difference that must leave out none at all. It
is asked of the same log week after week: 1.96 would be wrong too often."""


@dataclass(frozen=True, slots=True)
class AfterFailure:
    """How much lower (below zero) lifts were after workouts heavy on failure.

    ``gap`` and ``band``, to either side of it, are shares; ``many`` and ``few`` count
    the workouts of either kind.
    """

    gap: float
    band: float
    many: int
    few: int

    @property
    def is_sure(self) -> bool:
        """Whether it is more than chance makes."""
        return abs(self.gap) > self.band

    @property
    def words(self) -> str:
        """``after failure-heavy days your next estimate was 3.1% (± 1.2) lower``."""
        side = "lower" if self.gap < 0 else "higher"
        by = f"{abs(self.gap):.1%} (± {100 * self.band:.1f}) {side}"
        return (
            f"after failure-heavy days your next estimate was {by} than after light "
            f"ones, over {self.many} and {self.few} sessions"
        )


def after_failure(snapshot: Snapshot) -> AfterFailure | None:
    """The difference in the log of the last year; None where sessions are few.

    Each session is set against the level *before* the workout in question: that one's
    own result, lucky or not, would come back as a fall or a rise of the next.
    """
    failures = {one.id: snapshot.counts(one).failures for one in snapshot.log}
    changes: dict[str, list[float]] = {}
    for workout, change in _changes(snapshot):
        if workout in failures:
            changes.setdefault(workout, []).append(change)
    # One number a workout: its lifts had a good day or a bad one together.
    means = [(failures[one], fmean(found)) for one, found in changes.items()]
    much = [change for failed, change in means if failed >= MANY]
    little = [change for failed, change in means if failed <= FEW]
    if min(len(much), len(little)) < FEWEST:
        return None
    gap = fmean(much) - fmean(little)
    error = sqrt(stdev(much) ** 2 / len(much) + stdev(little) ** 2 / len(little))
    return AfterFailure(gap, WAYS * error, len(much), len(little))


def _changes(snapshot: Snapshot) -> Iterator[tuple[str, float]]:
    """Each workout by its id with what a lift of it did the next time."""
    verdicts = map(snapshot.verdict, snapshot.lifts)
    # Levels in other measures differ in scale.
    for points in (one.level for one in verdicts if one.measure is Measure.E1RM):
        for before, now, later in zip(points, points[1:], points[2:], strict=False):
            loads = (before.kg, now.kg, later.kg)
            if not (now.anew or later.anew) and max(loads) <= SAME * min(loads):
                yield now.workout, log(later.shown / before.value)
