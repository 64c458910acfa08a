"""Sets of unknown effort, judged against the heavier ones of their day.

Whoever does 60 kg x 12, 80 x 8 and 100 x 5 and rates none was not near failure at 60:
the sets after it say so. Such a set teaches nothing about the others; what its own load
allows lies between the reps that were done and those that the heavier ones promise.
"""

from collections.abc import Iterator, Sequence

from befit_tui.analysis.meter.curve import EPLEY
from befit_tui.analysis.meter.evidence import Evidence
from befit_tui.analysis.meter.lifter import Lifter

MOST_REPS = 30.0
"""No forecast goes beyond."""
EASY_SHARE, RAMP_SHARE = 0.9, 0.5
"""An unrated set before a heavier one was easy if its 1RM is below such a share of what
that one shows: it allowed so much of the reps more that the curve promises (product
constants)."""


def telling(sets: Sequence[Evidence], lifter: Lifter) -> list[Evidence]:
    """The sets of a session without the easy ones of a ramp up."""
    spared = _spared(sets, lifter)
    return [each for each, more in zip(sets, spared, strict=True) if not more]


def ramp(sets: Sequence[Evidence], lifter: Lifter) -> Iterator[tuple[float, float]]:
    """Load and likely reps to failure of the easy ones."""
    for each, more in zip(sets, _spared(sets, lifter), strict=True):
        if more:
            yield each.kg or 0.0, total(each, lifter) + RAMP_SHARE * more


def _spared(sets: Sequence[Evidence], lifter: Lifter) -> list[float]:
    """Reps by which the heavier sets after each showed that it was easy, or 0.

    Only unrated sets can be: those of a ramp up to the work.
    """
    found = []
    for number, each in enumerate(sets):
        kg = each.kg or 0.0
        after = (one for one in sets[number + 1 :] if (one.kg or 0.0) > kg)
        best = max((one_rm(one, lifter) for one in after), default=0.0)
        is_easy = each.left is None and kg and one_rm(each, lifter) < EASY_SHARE * best
        most = min(MOST_REPS, EPLEY * (best / kg - 1)) if is_easy else 0.0
        found.append(max(0.0, most - total(each, lifter)))
    return found


def one_rm(done: Evidence, lifter: Lifter) -> float:
    """The load for one rep by Epley's formula, in kilograms; 0 without a load."""
    return (done.kg or 0.0) * (1 + total(done, lifter) / EPLEY)


def total(done: Evidence, lifter: Lifter) -> float:
    """Reps plus reps left, the lifter's usual number where it was not reported."""
    return done.reps + (lifter.unrated.value if done.left is None else done.left)
