"""What a new exercise most likely is by its name, for its lifter to confirm."""

from befit_tui.catalog.names import equipment_named, normal
from befit_tui.catalog.own_name import own_id
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.own_exercise import QUESTIONS, answered
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import LoadKind, Mechanic, Risk

_PATTERNS = (
    ("olympic", ("clean", "snatch", "jerk")),
    ("hinge", ("deadlift", "good morning", "swing")),
    ("lunge", ("lunge", "split squat", "stepup")),
    ("squat", ("squat",)),
    (
        "vertical-push",
        ("overhead press", "shoulder press", "military press", "push press"),
    ),
)
"""The movements whose failure is risky, by words of the name; the first that fits."""

_ISOLATION = frozenset(
    ("curl", "extension", "fly", "kickback", "pushdown", "raise", "shrug")
)
_BAR = frozenset(("barbell", "ez-bar", "trap-bar"))
_GUIDED = frozenset(("band", "cable", "machine"))

_WHY = {
    "squat": "spinal-load",
    "hinge": "spinal-load",
    "lunge": "balance",
    "vertical-push": "bar-over-body",
}
"""What failing a movement risks."""


_MUSCLES = (
    ("hamstrings", ("leg curl", "deadlift", "good morning", "nordic", "hamstring")),
    ("glutes", ("hip thrust", "glute", "bridge", "swing", "kickback")),
    ("quads", ("squat", "lunge", "leg press", "leg extension", "stepup", "quad")),
    ("calves", ("calf", "calves")),
    ("triceps", ("pushdown", "triceps", "tricep", "skullcrusher", "extension")),
    ("biceps", ("curl", "biceps", "bicep")),
    ("side-delts", ("raise", "overhead", "shoulder", "military", "delt", "arnold")),
    ("lats", ("row", "pulldown", "pullup", "chinup", "pull", "lat", "pullover")),
    ("chest", ("bench", "fly", "chest", "pushup", "dip", "press")),
    ("abs", ("crunch", "plank", "situp", "ab", "abs", "hollow", "leg raise")),
)
"""Muscles by words of the name, the first that fits; the lifter has the last word."""
_TIMED = ("plank", "hold", "hang", "sit", "stretch")
_FAR = ("run", "walk", "carry", "sled", "bike", "rowing", "swim", "sprint")


def guess_own(name: str) -> Exercise:
    """The exercise that an unknown name most likely means; it has no muscles.

    Failure counts as a risk unless the name says that the load is guided. Where the
    name of a squat, hinge or overhead press is silent on equipment it is a barbell
    lift, as lifters write them.
    """
    pattern = _pattern(name)
    named = equipment_named(name)[-1:]
    equipment = named[0] if named else ("other" if pattern == "unknown" else "barbell")
    isolation = pattern == "unknown" and _ISOLATION & set(normal(name).split())
    risk, reason = _risk(pattern, equipment)
    return Exercise(
        id=own_id(name),
        name=name.strip(),
        equipment=equipment,
        mechanic=Mechanic.ISOLATION if isolation else Mechanic.COMPOUND,
        pattern=pattern,
        failure_risk=risk,
        risk_reason=reason,
        own=True,
    )


def suggest_own(name: str) -> Exercise:
    """An exercise of that name with a likely answer to each of the questions."""
    _, muscle, load, _ = QUESTIONS
    exercise = guess_own(name)
    words = f" {normal(name)} "
    if found := next((m for m, said in _MUSCLES if _any(said, words)), ""):
        exercise = answered(exercise, muscle, found)
    if _any(_TIMED, words):
        return answered(exercise, load, LoadKind.DURATION)
    if _any(_FAR, words):
        return answered(exercise, load, LoadKind.DISTANCE)
    if exercise.equipment == "bodyweight":
        return replace(exercise, load=LoadKind.BODYWEIGHT_PLUS)
    return exercise


def _pattern(name: str) -> str:
    words = f" {normal(name)} "
    return next((one for one, said in _PATTERNS if _any(said, words)), "unknown")


def _any(phrases: tuple[str, ...], words: str) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


def _risk(pattern: str, equipment: str) -> tuple[Risk, str]:
    if pattern == "olympic":
        return Risk.AVOID, "olympic"
    if pattern == "hinge" and equipment not in {*_GUIDED, "bodyweight"}:
        return Risk.AVOID, "spinal-load"
    if equipment in _BAR and pattern != "unknown":
        return Risk.AVOID, _WHY[pattern]
    if equipment in _GUIDED and pattern in ("unknown", "vertical-push"):
        return Risk.GOOD, "none"
    return Risk.CAUTION, _WHY.get(pattern, "balance")
