"""A few lifts, one of each sort that the analysis tells apart."""

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import LoadKind, Mechanic, Risk

BENCH = Exercise(
    id="bench-press-barbell",
    name="Bench Press",
    equipment="barbell",
    primary=("chest",),
    secondary=("triceps", "front-delts"),
    failure_risk=Risk.CAUTION,
    default_reps=(6, 8),
    default_rest_s=180,
)
SQUAT = Exercise(
    id="squat-barbell",
    name="Squat",
    equipment="barbell",
    primary=("quads", "glutes"),
    failure_risk=Risk.AVOID,
    default_rest_s=180,
)
DEADLIFT = Exercise(
    id="deadlift-barbell",
    name="Deadlift",
    equipment="barbell",
    primary=("hamstrings",),
    failure_risk=Risk.AVOID,
)
CURL = Exercise(
    id="curl-dumbbell",
    name="Curl",
    equipment="dumbbell",
    mechanic=Mechanic.ISOLATION,
    primary=("biceps",),
    failure_risk=Risk.GOOD,
    default_rest_s=90,
)
SKULLCRUSHER = Exercise(
    id="skullcrusher",
    name="Skullcrusher",
    equipment="ez-bar",
    mechanic=Mechanic.ISOLATION,
    primary=("triceps",),
    failure_risk=Risk.CAUTION,
)
CABLE_ROW = Exercise(
    id="row-cable",
    name="Row",
    equipment="cable",
    primary=("lats",),
    secondary=("biceps",),
    failure_risk=Risk.GOOD,
)
PULL_UP = Exercise(
    id="pull-up",
    name="Pull Up",
    equipment="bodyweight",
    primary=("lats",),
    secondary=("biceps",),
    load=LoadKind.BODYWEIGHT_PLUS,
    failure_risk=Risk.GOOD,
)
ASSISTED_DIP = Exercise(
    id="dip-assisted",
    name="Assisted Dip",
    equipment="machine",
    primary=("chest",),
    load=LoadKind.ASSISTED,
    failure_risk=Risk.GOOD,
)
PUSH_UP = Exercise(
    id="push-up",
    name="Push Up",
    equipment="bodyweight",
    primary=("chest",),
    load=LoadKind.REPS_ONLY,
    failure_risk=Risk.GOOD,
)
PLANK = Exercise(
    id="plank",
    name="Plank",
    equipment="bodyweight",
    mechanic=Mechanic.ISOLATION,
    pattern="core",
    primary=("abs",),
    load=LoadKind.DURATION,
    failure_risk=Risk.GOOD,
    default_reps=None,
)
RUN = Exercise(
    id="run",
    name="Running",
    equipment="machine",
    pattern="cardio",
    primary=("quads",),
    load=LoadKind.DISTANCE,
    default_reps=None,
)

_ALL = (
    BENCH, SQUAT, DEADLIFT, CURL, SKULLCRUSHER, CABLE_ROW, PULL_UP, ASSISTED_DIP,
    PUSH_UP, PLANK, RUN,
)  # fmt: skip


def lift(exercise_id: str) -> Exercise:
    """The lift of an id, as the catalogue would give it."""
    return {found.id: found for found in _ALL}[exercise_id]
