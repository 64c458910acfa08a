"""The four questions about an exercise of the lifter's own, each with its answers."""

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind, Risk

Answers = tuple[tuple[str, str, str], ...]
"""Key, value and words of each answer."""

NO_MUSCLE = "other"
"""The answer for an exercise that trains no muscle of the list."""
NOT_KNOWN = "unknown"
"""The answer where nobody knows what failure risks."""


class Question(Value, frozen=True):
    """One thing to know: ``field`` is equipment, muscle, load or risk."""

    field: str
    words: str
    answers: Answers


QUESTIONS = (
    Question(
        "equipment",
        "Done with",
        (
            ("b", "barbell", "barbell"),
            ("d", "dumbbell", "dumbbell"),
            ("m", "machine", "machine"),
            ("c", "cable", "cable"),
            ("w", "bodyweight", "body weight"),
            ("s", "smith", "Smith machine"),
            ("k", "kettlebell", "kettlebell"),
            ("r", "band", "rubber band"),
            ("o", "other", "other"),
        ),
    ),
    Question(
        "muscle",
        "Mostly for",
        (
            ("c", "chest", "chest"),
            ("b", "lats", "back"),
            ("s", "side-delts", "shoulders"),
            ("i", "biceps", "biceps"),
            ("t", "triceps", "triceps"),
            ("q", "quads", "quads"),
            ("h", "hamstrings", "hamstrings"),
            ("g", "glutes", "glutes"),
            ("v", "calves", "calves"),
            ("a", "abs", "abs"),
            ("o", NO_MUSCLE, "other"),
        ),
    ),
    Question(
        "load",
        "Measured by",
        (
            ("w", LoadKind.WEIGHT, "weight × reps"),
            ("b", LoadKind.BODYWEIGHT_PLUS, "body + added weight"),
            ("a", LoadKind.ASSISTED, "body - assistance"),
            ("r", LoadKind.REPS_ONLY, "reps only"),
            ("t", LoadKind.DURATION, "time"),
            ("d", LoadKind.DISTANCE, "distance"),
        ),
    ),
    Question(
        "risk",
        "Going to failure is",
        (
            ("g", Risk.GOOD, "safe"),
            ("c", Risk.CAUTION, "with caution"),
            ("a", Risk.AVOID, "to be avoided"),
            ("n", NOT_KNOWN, "not known"),
        ),
    ),
)


def answer(exercise: Exercise, question: Question) -> str:
    """The value that an exercise has for a question."""
    if question.field == "muscle":
        return exercise.primary[0] if exercise.primary else NO_MUSCLE
    return {
        "equipment": exercise.equipment,
        "load": exercise.load,
        "risk": exercise.failure_risk or NOT_KNOWN,
    }[question.field]


def answered(exercise: Exercise, question: Question, value: str) -> Exercise:
    """The exercise with another answer to a question.

    What is done with the body alone is measured by it, and where reps are not counted
    there are no usual ones.
    """
    if question.field == "equipment":
        bodyweight = value == "bodyweight" and exercise.load is LoadKind.WEIGHT
        load = LoadKind.BODYWEIGHT_PLUS if bodyweight else exercise.load
        return replace(exercise, equipment=value, load=load)
    if question.field == "muscle":
        return replace(exercise, primary=() if value == NO_MUSCLE else (value,))
    if question.field == "risk":
        risk = None if value == NOT_KNOWN else Risk(value)
        return replace(exercise, failure_risk=risk)
    load = LoadKind(value)
    counted = load not in (LoadKind.DURATION, LoadKind.DISTANCE)
    reps = exercise.default_reps or (8, 12)
    return replace(exercise, load=load, default_reps=reps if counted else None)
