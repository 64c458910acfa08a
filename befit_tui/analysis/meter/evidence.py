"""What a set says about the lifter's capacity: its load, its total, its place.

A set of unknown effort is judged against the heavier ones of its day. Whoever does
60 kg x 12, 80 x 8 and 100 x 5 and rates none was not near failure at 60: the sets after
it say so. Such a set teaches nothing about the others; what its own load allows lies
between the reps that were done and those that the heavier ones promise.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import exp

from befit_tui.analysis.lift.sessions import resistance
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.meter.lifter import Lifter
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.workout import LoggedSet

EASING = 2.5
"""Reps left at which a set tires e times less than one to failure."""
UNRATED_WEARINESS = 0.5
"""How much a set of unknown effort tires; one to failure is 1."""
MOST_WEARINESS = 5.0
RECOVERY_S = 180.0
"""Seconds of rest in which weariness falls to 1/e: the loss in bench reps goes from 38%
after 2 min of rest to 14% after 5 (Willardson 2006; Richmond 2004)."""
LEAST_LASTS, MOST_LASTS = 0.6, 1.4
"""Bounds of what a long or a short rest makes of the weariness after the usual one."""

MOST_REPS = 30.0
"""No forecast goes beyond, unless the lifter did."""
EASY_SHARE, RAMP_SHARE = 0.9, 0.5
"""An unrated set before a heavier one was easy if its 1RM is below such a share of what
that one shows: it allowed so much of the reps more that the curve promises (product
constants)."""


class Evidence(Value, frozen=True):
    """A working set, reduced to what the meter learns from.

    ``kg`` is the resistance, or None when the set has none, ``first_kg`` that of the
    session's first set. ``left`` is None when the effort is unknown, and then ``reps``
    is only a lower bound. ``weariness`` counts the hard sets of the lift before it on
    that day.
    """

    kg: float | None
    first_kg: float | None
    reps: float
    left: float | None
    place: int
    weariness: float


def evidence(
    sets: Iterable[LoggedSet],
    exercise: Exercise,
    body_kg: float | None,
) -> Iterator[Evidence]:
    """The working sets of one session of a lift, in the order they were done."""
    tired, place, first = 0.0, 0, None
    for done in sets:
        if not is_working(done) or done.reps is None:
            continue
        left = known_left(done)
        tired *= recovery(done.rest_s, exercise.default_rest_s)
        if done.reps > 0 or left is not None:
            kg = resistance(exercise, done.kg, body_kg)
            first = first or kg
            yield Evidence(kg, first, done.reps, left, place, tired)
        tired, place = min(MOST_WEARINESS, tired + toll(left)), place + 1


def recovery(rest_s: float | None, usual_s: float) -> float:
    """What a rest makes of the weariness; 1 after the usual rest or an unknown one."""
    if rest_s is None:
        return 1.0
    return min(MOST_LASTS, max(LEAST_LASTS, exp((usual_s - rest_s) / RECOVERY_S)))


def toll(left: float | None) -> float:
    """How much a set tires: 1 to failure, less the more reps are left."""
    return UNRATED_WEARINESS if left is None else exp(-left / EASING)


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
    """Reps by which heavier sets after an unrated one showed it easy, or 0."""
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
