"""The exercises that are made for a name: forms of known ones, guesses, unknown."""

from collections.abc import Collection

from befit_tui.catalog.meaning import own_id
from befit_tui.catalog.names import equipment_named, normal
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.preferences import QUESTIONS, answered
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import LoadKind, Mechanic, Risk

MODIFIERS = frozenset(
    (
        "alternate", "alternating", "away", "bar", "bent", "both", "close",
        "decline", "deficit", "double", "eccentric", "egyptian", "elevated",
        "grip", "half", "hand", "handed", "handle", "heavy", "high", "hold",
        "incline", "inverse", "isolateral", "isometric", "kneeling", "lean",
        "left", "light", "low", "lying", "narrow", "negative", "neutral",
        "onearm", "oneleg", "overhand", "parallel", "partial", "pause",
        "plateloaded", "prone", "reverse", "right", "seated", "selector",
        "slow", "speed", "standing", "straight", "supinated", "supine", "tempo",
        "two", "underhand", "weighted", "wide",
    )
)  # fmt: skip
"""Words that say how a movement is done and leave its muscles and its risk alone."""

_ONE_SIDED = frozenset(("onearm", "oneleg"))
_GUIDED = frozenset(("band", "cable", "machine", "smith"))

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


def unknown_own(name: str) -> Exercise:
    """An own exercise of which nothing is known but its name, and what that names."""
    return Exercise(
        id=own_id(name),
        name=name.strip(),
        equipment=next(reversed(equipment_named(name)), "other"),
        own=True,
    )


def variant(name: str, english: str, kin: Exercise) -> Exercise:
    """An own exercise of that name with the muscles, pattern and risk of ``kin``.

    ``english`` is the name in the words of the catalogue.
    """
    one_sided = not _ONE_SIDED.isdisjoint(normal(english).split())
    return replace(
        kin,
        id=own_id(name),
        name=name.strip(),
        aliases=(),
        own=True,
        equipment=next(reversed(equipment_named(english)), kin.equipment),
        unilateral=kin.unilateral or one_sided,
    )


def shares_risk(
    english: str, kin: Exercise, kinds: Collection[Exercise], added: Collection[str]
) -> bool:
    """Whether failure risks the same on an exercise of that name as on its kin.

    It does while the words ``added`` leave the equipment of ``kin`` alone; else only
    where all ``kinds``, the exercises of the same movement, risk the same.
    """
    tool = equipment_named(english)[-1:]
    if tool == (kin.equipment,):
        return True
    if not tool and MODIFIERS.issuperset(added):
        return True
    shared = {kind.failure_risk for kind in kinds}
    # A guided form of a free one is less of a risk, and nobody says by how much.
    free = bool(tool) and tool[0] not in _GUIDED
    return shared == {Risk.GOOD} or (len(shared) == 1 and free)


def guess_own(name: str) -> Exercise:
    """The exercise that an unknown name most likely means; it has no muscles.

    Failure counts as a risk unless the name says that the load is guided. Where the
    name of a squat, hinge or overhead press is silent on equipment it is a barbell
    lift, as lifters write them.
    """
    words = f" {normal(name)} "
    pattern = next((one for one, said in _PATTERNS if _any(said, words)), "unknown")
    silent = "other" if pattern == "unknown" else "barbell"
    equipment = next(reversed(equipment_named(name)), silent)
    isolation = pattern == "unknown" and _ISOLATION & set(words.split())
    risk, reason = _risk(pattern, equipment)
    return replace(
        unknown_own(name),
        equipment=equipment,
        mechanic=Mechanic.ISOLATION if isolation else Mechanic.COMPOUND,
        pattern=pattern,
        failure_risk=risk,
        risk_reason=reason,
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


def _any(phrases: tuple[str, ...], words: str) -> bool:
    return any(f" {phrase} " in words for phrase in phrases)


def _risk(pattern: str, equipment: str) -> tuple[Risk, str]:
    guided = equipment in _GUIDED and equipment != "smith"
    if pattern == "olympic":
        return Risk.AVOID, "olympic"
    if pattern == "hinge" and not guided and equipment != "bodyweight":
        return Risk.AVOID, "spinal-load"
    if equipment in _BAR and pattern != "unknown":
        return Risk.AVOID, _WHY[pattern]
    if guided and pattern in ("unknown", "vertical-push"):
        return Risk.GOOD, "none"
    return Risk.CAUTION, _WHY.get(pattern, "balance")
