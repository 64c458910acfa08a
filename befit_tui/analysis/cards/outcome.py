"""What came after failure: the next session. Information only.

It compares a lifter with themselves, says nothing that chance alone explains, and
gives its numbers. What failure does over weeks is the sentence for Sunday (``paying``).
"""

from collections.abc import Iterator, Sequence
from math import log, sqrt
from statistics import fmean, stdev

from befit_tui.analysis.alerts.snapshot import Snapshot
from befit_tui.analysis.cards.effort import Card
from befit_tui.analysis.lift import LevelPoint, Measure
from befit_tui.domain.exercise import Exercise

MANY, FEW = 3, 1
"""Sets to failure in a workout from which it is heavy on failure, and up to which it
is light (product constants)."""
FEWEST = 5
"""Sessions of either kind before they are compared (product constant)."""
WAYS = 1.96
"""Standard errors to either side of a difference that hold 95%: it is said of one
lifter in twenty by chance, where it is said at all."""


def outcome_cards(snapshot: Snapshot) -> Iterator[Card]:
    """How lifts did after workouts with much and little failure.

    Each session is set against the level *before* the workout in question: that one's
    own result, lucky or not, would come back as a fall or a rise of the next.
    """
    failures = {w.id: snapshot.counts(w).failures for w in snapshot.log}
    changes: dict[str, list[float]] = {}
    for points in (_points(snapshot, lift) for lift in snapshot.lifts):
        for before, now, later in zip(points, points[1:], points[2:], strict=False):
            if now.workout in failures and not (now.anew or later.anew):
                change = log(later.shown / before.value)
                changes.setdefault(now.workout, []).append(change)
    # One number a workout: its lifts had a good day or a bad one together.
    means = [(failures[one], fmean(found)) for one, found in changes.items()]
    much = [change for failed, change in means if failed >= MANY]
    little = [change for failed, change in means if failed <= FEW]
    if min(len(much), len(little)) < FEWEST:
        return
    gap = fmean(much) - fmean(little)
    error = sqrt(stdev(much) ** 2 / len(much) + stdev(little) ** 2 / len(little))
    if abs(gap) > WAYS * error:
        side = "lower" if gap < 0 else "higher"
        said = (
            f"After failure-heavy days your next estimate was {abs(gap):.1%} {side} "
            f"than after light ones ({len(much)} and {len(little)} sessions)."
        )
        numbers = (("difference, %", gap), ("band, %", WAYS * error))
        shares = tuple((what, round(100 * share, 2)) for what, share in numbers)
        yield Card("The next session", said, shares)


def _points(snapshot: Snapshot, exercise: Exercise) -> Sequence[LevelPoint]:
    """The level of a lift that has a 1RM: other measures differ in scale."""
    verdict = snapshot.verdict(exercise)
    return verdict.level if verdict.measure is Measure.E1RM else ()
