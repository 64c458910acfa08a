"""An exercise: what it moves, its measure, what failure risks, its joints."""

from collections.abc import Mapping

from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import Count, Number, Value
from befit_tui.domain.vocabulary import LoadKind, Mechanic, Progress, Risk

OWN_PREFIX = "own-"
"""Begins the id of an exercise of the lifter's own."""
NO_PATTERN = "unknown"
"""The movement pattern of an exercise that nobody gave one."""
LB_PER_KG_STEP, LB_STEP = 2, 2.5
"""Gyms that count in pounds step 5 lb where others step 2.5 kg, or 2 kg of dumbbells:
all of their steps are made of 2.5 lb."""
_PRESSES = ("horizontal-push", "vertical-push", "dip")
_PULLS = ("horizontal-pull", "vertical-pull")
_LEGS = ("squat", "lunge", "olympic", "plyometric", "get-up")
LOADED_BY: Mapping[str, frozenset[str]] = {
    site: frozenset(patterns)
    for site, patterns in {
        "neck": ("neck", "shrug", "upright-row", "vertical-push", "get-up"),
        "shoulder": (
            *_PRESSES, *_PULLS, "chest-fly", "rear-delt-fly", "shoulder-raise",
            "shoulder-rotation", "shoulder-extension", "upright-row", "olympic",
            "hang", "get-up",
        ),
        "elbow": (
            *_PRESSES, *_PULLS, "elbow-flexion", "elbow-extension", "wrist",
            "upright-row", "olympic", "hang",
        ),
        "wrist": (
            *_PRESSES, "wrist", "elbow-flexion", "elbow-extension", "olympic",
            "carry", "hang", "get-up",
        ),
        "lower-back": (
            "squat", "hinge", "lunge", "olympic", "back-extension", "carry",
            "horizontal-pull", "plyometric", "core",
        ),
        "hip": (
            *_LEGS, "hinge", "hip-extension", "hip-abduction", "hip-adduction",
            "back-extension",
        ),
        "knee": (*_LEGS, "knee-extension", "knee-flexion"),
        "ankle": (*_LEGS, "calf", "carry"),
    }.items()
}  # fmt: skip
"""The movement patterns of the catalogue that load each joint, by anatomy; a product
constant."""


class Exercise(Value, frozen=True, kw_only=True):
    """One exercise of the catalogue, or one of the lifter's own.

    ``primary`` and ``secondary`` are muscle names of the catalogue, ``default_reps``
    the usual range or None for timed and distance work, ``default_rest_s`` seconds,
    ``increment_kg`` the usual step in load (0: nothing to add).

    ``failure_risk`` is None where nobody knows: a rule that needs one cannot judge.

    What the lifter wants for it: ``unit`` of its loads, ``rest_s`` seconds, the ``bar``
    it is done with, how it moves on (``progress``), a ``note`` that is shown each time,
    and that a list to choose from leaves it out (``hidden``). None leaves it to the
    program.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    equipment: str = "other"
    mechanic: Mechanic = Mechanic.COMPOUND
    pattern: str = NO_PATTERN
    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    load: LoadKind = LoadKind.WEIGHT
    unilateral: bool = False
    per_hand: bool = False
    failure_risk: Risk | None = None
    risk_reason: str = "none"
    default_reps: tuple[int, int] | None = (8, 12)
    default_rest_s: Count = 120
    increment_kg: Number = 2.5
    own: bool = False
    unit: Unit | None = None
    rest_s: Count | None = None
    bar: Load | None = None
    progress: Progress | None = None
    note: str = ""
    hidden: bool = False

    def __post_init__(self) -> None:
        if self.default_reps and self.default_reps[0] > self.default_reps[1]:
            raise ValueError("default_reps must be two whole numbers, lowest first")

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what it trains and of what failure risks."""
        return bool(self.primary) or self.failure_risk is not None

    @property
    def is_compound(self) -> bool:
        """Whether more than one joint moves; never said of what nobody knows."""
        return self.mechanic is Mechanic.COMPOUND and self.is_known

    @property
    def is_judged(self) -> bool:
        """Whether failure means anything: never for cardio and mobility."""
        return self.pattern not in ("cardio", "mobility")

    @property
    def is_counted(self) -> bool:
        """Whether its sets are counted in reps, so that some can be left."""
        return self.load not in (LoadKind.DURATION, LoadKind.DISTANCE)

    def increment(self, unit: Unit) -> float:
        """The usual step in load, as a number of ``unit``; 0 when nothing is added."""
        if unit is Unit.KG or not self.increment_kg:
            return self.increment_kg
        steps = round(self.increment_kg * LB_PER_KG_STEP / LB_STEP)
        return LB_STEP * max(steps, 1)


def loads_joint(exercise: Exercise, site: str) -> bool:
    """Whether an exercise loads a joint; False for a joint that is not known."""
    return exercise.pattern in LOADED_BY.get(site, frozenset())
