"""What failure risks on an exercise, derived from how it is done.

The article names both ends. Good: cable exercises, machine presses and rows, leg
extensions and curls, dumbbell isolation, controlled bodyweight. Avoid: heavy squats,
deadlifts and heavy hinges, Olympic lifts, heavy overhead presses, anything where
failure costs balance or spinal control. What it does not name lies between: caution.
"""

from typing import NamedTuple

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Mechanic, Risk

BAR = {"barbell", "ez-bar", "trap-bar"}
HAND = {"dumbbell", "kettlebell"}
FREE = BAR | HAND
UNLOADED_OR_GUIDED = {"machine", "cable", "band", "bodyweight"}


class Rule(NamedTuple):
    """A class for the exercises of some patterns, narrowed by equipment or side."""

    patterns: str
    equipment: set[str] | None
    risk: Risk
    reason: str
    unilateral: bool | None = None

    def covers(self, exercise: Exercise) -> bool:
        return (
            exercise.pattern in self.patterns.split()
            and (self.equipment is None or exercise.equipment in self.equipment)
            and self.unilateral in (None, exercise.unilateral)
        )


AVOID, CAUTION, GOOD = Risk.AVOID, Risk.CAUTION, Risk.GOOD

RULES = (
    Rule("olympic", None, AVOID, "olympic"),
    Rule("get-up", None, AVOID, "balance"),
    Rule("hinge", FREE | {"smith", "other"}, AVOID, "balance", unilateral=True),
    Rule("hinge", FREE | {"smith", "other"}, AVOID, "spinal-load"),
    Rule("hinge", {"bodyweight"}, CAUTION, "balance"),
    Rule("hinge", None, CAUTION, "spinal-load"),
    Rule("squat", BAR, AVOID, "spinal-load"),
    Rule("squat", HAND | {"smith", "machine"}, CAUTION, "spinal-load"),
    Rule("squat", None, CAUTION, "balance", unilateral=True),
    Rule("squat", None, GOOD, "none"),
    Rule("lunge", BAR, AVOID, "balance"),
    Rule("lunge plyometric carry", None, CAUTION, "balance"),
    Rule("vertical-push", BAR | {"other"}, AVOID, "bar-over-body"),
    Rule("vertical-push", {"smith"}, CAUTION, "bar-over-body"),
    Rule("vertical-push", HAND, CAUTION, "balance"),
    Rule("horizontal-push", BAR | {"smith"}, CAUTION, "bar-over-body"),
    Rule("horizontal-push", HAND | {"other"}, CAUTION, "balance"),
    Rule("dip", {"other"}, CAUTION, "balance"),
    Rule("horizontal-pull", FREE | {"smith"}, CAUTION, "spinal-load"),
    Rule("horizontal-pull vertical-pull dip", None, GOOD, "none"),
    Rule("horizontal-push vertical-push", None, GOOD, "none"),
    Rule("back-extension neck", None, CAUTION, "spinal-load"),
    Rule("shrug", BAR, CAUTION, "spinal-load"),
    Rule("hip-extension", {"barbell"}, CAUTION, "bar-over-body"),
    Rule("elbow-extension shoulder-extension", BAR, CAUTION, "bar-over-body"),
    Rule("calf", {"barbell"}, CAUTION, "balance"),
    Rule("shrug hip-extension upright-row", None, GOOD, "none"),
    Rule("core cardio hang wrist mobility", None, GOOD, "none"),
)
"""The first rule that covers an exercise gives its class."""


class Departure(NamedTuple):
    """A class that departs from the rules, and why."""

    risk: Risk
    reason: str
    why: str


EXCEPTIONS = {
    "overhead-squat-barbell": Departure(AVOID, "balance", "balance goes first"),
    "landmine-press-barbell": Departure(CAUTION, "balance", "the bar pivots in front"),
    "landmine-press-single-arm-barbell": Departure(CAUTION, "balance", "as with two"),
    "leg-press-machine": Departure(GOOD, "none", "a sled with stops, trunk supported"),
    "seated-leg-press-machine": Departure(GOOD, "none", "as the leg press"),
    "leg-press-single-leg-machine": Departure(GOOD, "none", "as the leg press"),
    "belt-squat-machine": Departure(GOOD, "none", "hangs from the hips, handles"),
    "incline-row-dumbbell": Departure(GOOD, "none", "the chest is supported"),
    "seal-row-barbell": Departure(GOOD, "none", "the chest is supported"),
    "pullover-dumbbell": Departure(CAUTION, "bar-over-body", "over the face"),
    "skullcrusher-dumbbell": Departure(CAUTION, "bar-over-body", "over the face"),
    "push-up-clap": Departure(CAUTION, "balance", "lands on the hands"),
    "pull-up-kipping": Departure(CAUTION, "balance", "swings"),
    "muscle-up": Departure(CAUTION, "balance", "turns over the bar at speed"),
    "handstand-push-up": Departure(AVOID, "balance", "lands on head and neck"),
    "handstand-hold": Departure(CAUTION, "balance", "inverted, can be stepped out of"),
    "box-jump": Departure(AVOID, "balance", "a missed landing is the failure"),
    "ab-wheel": Departure(CAUTION, "spinal-load", "the lower back sags"),
    "dragon-flag": Departure(CAUTION, "spinal-load", "the lower back sags"),
    "sissy-squat": Departure(CAUTION, "balance", "knees forward, nothing to hold"),
    "sled-push": Departure(GOOD, "none", "nothing to drop"),
    "sled-pull": Departure(GOOD, "none", "nothing to drop"),
    "superman": Departure(GOOD, "none", "on the floor without load"),
    "renegade-row-dumbbell": Departure(CAUTION, "balance", "rests on two bells"),
}


def rule_for(exercise: Exercise) -> tuple[Risk, str]:
    """The class and reason by rule, exceptions aside.

    Caution without a reason means that no rule covers the exercise.
    """
    if exercise.pattern == "calf" and "seated" in exercise.id:
        return Risk.GOOD, "none"  # the load lies on the thighs
    for rule in RULES:
        if rule.covers(exercise):
            return rule.risk, rule.reason
    isolation = exercise.mechanic is Mechanic.ISOLATION
    good = isolation or exercise.equipment in UNLOADED_OR_GUIDED
    return (Risk.GOOD if good else Risk.CAUTION), "none"


def expected_risk(exercise: Exercise) -> tuple[Risk, str]:
    """The class and reason that the catalogue must give."""
    departure = EXCEPTIONS.get(exercise.id)
    if departure:
        return departure.risk, departure.reason
    return rule_for(exercise)
