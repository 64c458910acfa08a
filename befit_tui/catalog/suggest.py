"""What a new exercise of the lifter's most likely is, as a first answer to confirm."""

from befit_tui.catalog.guess import guess_own
from befit_tui.catalog.names import normal
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.own_exercise import QUESTIONS, answered
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import LoadKind

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
