"""What the slowing of counted reps says about reps left. Weak, experimental evidence.

One press at each lockout gives the time of a whole rep, of which only the way up slows
with fatigue. No open data could validate the reading, so it only nudges the meter.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median, pstdev

from befit_tui.analysis.meter.ask import Left
from befit_tui.analysis.meter.lifter import BAND_80

LIFTING_S = 0.8
"""Time of the way up in a fresh rep: a third of a bench rep (product constant)."""
LONGEST_PAUSE_S, SHORTEST_REP_S = 3.0, 0.6
"""A longer gap is a pause, a shorter one a bounced key (product constants)."""
UNSTEADY = 0.20
"""Coefficient of variation of the first reps above which there is no tempo."""
FURTHEST = 5.0
"""Slowing tells nothing apart beyond so many reps left (Izquierdo 2006: bench reps do
not slow before a third of the set is done)."""
MOST_SLOWING = 75.0
"""Loss of speed in percent that the curve was fitted up to."""


def slowing(rep_times: Sequence[float], *, unilateral: bool = False) -> float | None:
    """Reps left by the press times of a set, in seconds; None if they say nothing.

    Sides of a ``unilateral`` lift may be switched, so that gaps mean nothing.
    """
    gaps = [after - before for before, after in pairwise(rep_times)]
    first = gaps[:3]
    if (
        unilateral
        or len(rep_times) < 4
        or min(gaps) < SHORTEST_REP_S
        or max(gaps[-3:]) > LONGEST_PAUSE_S
        or pstdev(first) > UNSTEADY * mean(first)
    ):
        return None
    slower = max(0.0, median(gaps[-2:]) - median(first))
    lost = 100 * (1 - LIFTING_S / (LIFTING_S + slower))
    left = len(rep_times) * (100 / max(1.0, _share_done(lost)) - 1)
    return left if left <= FURTHEST else None


def nudged(left: Left, seen: float | None) -> Left:
    """Reps left blended with the slowing by inverse variances, the band as wide."""
    if seen is None:
        return left
    own = max(0.25, (left.high - left.low) / 2 / BAND_80)
    weight = own**2 / (own**2 + _spread(seen) ** 2)
    value = left.value + weight * (seen - left.value)
    shift = value - left.value
    return Left(value, max(0.0, min(value, left.low + shift)), left.high + shift)


def _share_done(lost: float) -> float:
    """Percent of reps done by percent of speed lost, bench (Gonzalez-Badillo 2017)."""
    lost = min(MOST_SLOWING, lost)
    return 5.55281 + 1.83311 * lost - 0.00855 * lost**2


def _spread(left: float) -> float:
    """Error of the reading by reps left, simulated with self-paced reps.

    Mean errors of 0.8 reps at failure, 2.0 at two left and about 3 beyond, times 1.25
    for a standard deviation, and doubled because the curve is that of one lift.
    """
    return 2 * 1.25 * min(3.2, 0.8 + 0.6 * left)
