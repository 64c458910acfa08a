"""The programme of the made-up lifter, as data.

Every day counts back from today, so that the story is the same whenever it is told:
the last session was yesterday and today is a Push A day.
"""

from collections.abc import Mapping

from befit_tui.domain.value import Value
from befit_tui.domain.workout import Range

WEEKS = 52
DELOADS = range(7, WEEKS, 6)
"""Weeks ago with an easier week: every sixth (Rogerson 2024), the last one overdue."""
HOLIDAY = range(158, 184)
"""Days ago without a workout."""
STALL = range(84)
"""Days ago in which a stalled lift no longer grows."""
SLUMP = range(15)
"""Days ago in which the bench press falls below the usual."""
ALL_DONE = range(36)
"""Days ago in which no session is missed, so that the slump has its evidence."""

WEEK: Mapping[int, tuple[str, ...]] = {
    0: ("Push A",),
    2: ("Pull A",),
    4: ("Push B", "Pull B"),
    6: ("Legs",),
}
"""Day of the training week with its session; where there are two, week by week."""


class Lift(Value, frozen=True):
    """One exercise of a session, and what the lifter can do with it.

    ``best`` is the true one-repetition maximum in kg a year ago (body mass included
    on bodyweight-plus lifts; a hold in seconds on timed ones), ``gain`` its growth
    over the year as a share. ``to_failure`` allows failure on the last set; entries
    that share a ``superset`` alternate.
    """

    exercise: str
    best: float
    gain: float
    sets: int = 3
    reps: Range | None = None
    left: Range | None = None
    rest_s: int = 90
    warmups: int = 0
    to_failure: bool = False
    superset: int | None = None
    stalls: bool = False
    slumps: bool = False
    notes: tuple[str, ...] = ()


HARD = (1, 3)
HEAVY = (2, 3)
NEAR = (1, 2)

SESSIONS: Mapping[str, tuple[Lift, ...]] = {
    "Push A": (
        Lift(
            "bench-press-barbell", 94, 0.13, 3, (6, 8), HARD, 180,
            warmups=3, slumps=True,
            notes=("elbow fine after warm-up", "pin 9 for the safeties"),
        ),
        Lift("incline-bench-press-dumbbell", 38, 0.16, 3, (8, 10), NEAR, 120),
        Lift("chest-fly-cable", 26, 0.18, 2, (10, 15), NEAR),
        Lift(
            "triceps-pushdown-cable", 40, 0.2, 3, (10, 15), NEAR, to_failure=True,
            notes=("rope, not the bar",),
        ),
        Lift("lateral-raise-dumbbell", 14, 0.18, 3, (12, 20), NEAR, 75,
             to_failure=True),
    ),
    "Pull A": (
        Lift(
            "pull-up", 106, 0.11, 3, (6, 10), NEAR, 150,
            notes=("dead hang every rep", "grip went first"),
        ),
        Lift("bent-over-row-barbell", 82, 0.15, 3, (8, 10), HARD, 120, warmups=2),
        Lift("seated-row-cable", 78, 0.15, 2, (8, 12), NEAR, 120),
        Lift("face-pull-cable", 34, 0.18, 3, (12, 20), NEAR, 60, superset=1),
        Lift(
            "hammer-curl-dumbbell", 21, 0.16, 3, (10, 15), NEAR, 60,
            to_failure=True, superset=1,
        ),
    ),
    "Push B": (
        Lift(
            "overhead-press-barbell", 62, 0.1, 3, (6, 8), HEAVY, 180, warmups=2,
            notes=("ribs down",),
        ),
        Lift("chest-press-machine", 85, 0.17, 3, (8, 12), NEAR, 120, to_failure=True,
             notes=("seat 4",)),
        Lift("lateral-raise-cable", 14, 0.2, 3, (12, 20), NEAR, 75, to_failure=True),
        Lift("overhead-triceps-extension-cable", 32, 0.2, 3, (10, 15), NEAR,
             to_failure=True),
        Lift("plank", 70, 0.5, 2, rest_s=60),
    ),
    "Pull B": (
        Lift("lat-pulldown-cable", 84, 0.15, 3, (8, 12), NEAR, 120, to_failure=True),
        Lift("row-single-arm-dumbbell", 42, 0.15, 3, (8, 12), HARD, 120, warmups=1),
        Lift("straight-arm-pulldown-cable", 36, 0.16, 2, (10, 15), NEAR),
        Lift("reverse-fly-machine", 38, 0.18, 3, (12, 20), NEAR, to_failure=True),
        Lift("preacher-curl-ez-bar", 40, 0.15, 3, (10, 15), NEAR, to_failure=True,
             notes=("elbow fine after warm-up",)),
    ),
    "Legs": (
        Lift(
            "squat-barbell", 126, 0.14, 3, (5, 8), HEAVY, 180, warmups=3, stalls=True,
            notes=("belt hole 4", "belt hole 4, knees out", "new shoes"),
        ),
        Lift("romanian-deadlift-barbell", 120, 0.16, 3, (8, 10), HEAVY, 150, warmups=1),
        Lift("leg-press-machine", 205, 0.2, 2, (8, 12), NEAR, 120, notes=("seat 3",)),
        Lift("lying-leg-curl-machine", 54, 0.16, 3, (10, 15), NEAR, to_failure=True),
        Lift("standing-calf-raise-machine", 120, 0.2, 3, (10, 20), NEAR, 60,
             to_failure=True),
    ),
}  # fmt: skip

SESSION_NOTES = (
    "gym packed, shorter rests",
    "slept badly, fine once warm",
    "good one",
    "skipped lunch, felt it",
    "bar speed better than last week",
)
