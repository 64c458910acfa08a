"""Slips of a key: the loads and reps that are too far off a lift's past to be believed.

A slip is far off (a lost decimal point, a digit too many), progress is not. Beginners
add a tenth a session at most, so half as much again leaves room for long lay-offs,
other machines and sandbagged sets.
"""

from befit_tui.analysis.lift.sessions import NOMINAL_BODY_KG
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import LoadKind

TOO_MUCH = 1.5
"""Times the heaviest load or the most reps that is too much (product constant)."""
TOO_LIGHT = 0.25
"""Below this share a working load is likely a slip, or a warm-up (product constant)."""
SPARE_REPS = 5
"""Reps on top of that: half as many again of few is nothing (product constant)."""


def is_too_heavy(
    exercise: Exercise, weight: float, heaviest: float, body_kg: float | None
) -> bool:
    """Whether a weight is beyond ``TOO_MUCH`` times the heaviest of the lift.

    Weights are kilograms on the bar, added to the body or, below zero, taken off it;
    where the body is moved it counts in both.
    """
    body = (body_kg or NOMINAL_BODY_KG) if exercise.load.on_body else 0.0
    return body + weight > TOO_MUCH * (body + heaviest) > 0


def is_too_light(exercise: Exercise, weight: float, usual: float) -> bool:
    """Whether a weight on the bar is below a quarter of the usual one, in kilograms."""
    return exercise.load is LoadKind.WEIGHT and weight < TOO_LIGHT * usual


def is_too_many(reps: int, most: float) -> bool:
    """Whether so many reps are beyond ``TOO_MUCH`` times the most and a few more."""
    return reps > TOO_MUCH * most + SPARE_REPS
