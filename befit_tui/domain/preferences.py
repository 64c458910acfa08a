"""What a lifter says of an exercise.

What is wanted for it: unit, step, rest, bar, standing note. And four questions about
one of the lifter's own, each with its answers.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from befit_tui.domain.codec import exercise_from_dict, to_plain
from befit_tui.domain.errors import EntryError
from befit_tui.domain.exercise import LB_PER_KG_STEP, Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind, Progress, Risk
from befit_tui.domain.wording import duration_words


class Rests(Value, frozen=True):
    """Seconds of rest where nothing says, 0 for usual, and within a superset."""

    usual_s: int = 0
    in_superset_s: int = 15


FIELDS = ("name", "unit", "increment", "rest", "bar", "note", "progress", "hidden")
"""The preferences in the order they are shown."""
HELP = {
    "name": "what you call it; what it was called before still finds it",
    "unit": "the unit of its loads: kg or lb; empty for the usual one",
    "increment": "the step in load, as in 1.25 or 2.5kg or 5lb",
    "rest": "after each set where the plan says none, as in 180 or 3:00; empty: usual",
    "bar": "the empty bar, as in 20kg or 45lb; empty if there is none",
    "note": "shown each time, as in belt hole 4",
    "hidden": "yes leaves it out where an exercise is chosen; its sets stay",
    "progress": "left (by reps left), reps (alone), session, week or month (a step "
    "each), top (set and back-offs) or sum (of reps); empty: guessed",
}
CHOSEN = (Progress.LEFT, Progress.REPS, Progress.SESSION, Progress.WEEK,
          Progress.MONTH, Progress.TOP, Progress.SUM)  # fmt: skip
"""The ways to move on that can be chosen; the others follow from plan and lift."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "unit": ("", *Unit), "progress": ("", *CHOSEN), "hidden": ("no", "yes"),
}  # fmt: skip
"""The preferences that are one of a few words; the empty one is the usual."""
_CHOOSE = {
    "unit": "The unit is kg or lb, or nothing for the usual one.",
    "hidden": "An exercise is hidden, yes or no.",
    "progress": f"Type one of {', '.join(CHOSEN)}, or nothing to have it guessed.",
}

_CHANGED = (
    "name", "hidden", "unit", "increment_kg", "rest_s", "bar", "progress", "note"
)  # fmt: skip
"""The fields of a change."""
_LOAD = r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(kg|lb)?s?"
_CLOCK = r"(?:(\d{1,2}):)?(\d{1,4})\s*s?"


def changed(exercise: Exercise, change: Mapping[str, Any]) -> Exercise:
    """The exercise with the fields of a stored change; its old name still finds it.

    DocumentError names a field that cannot be read.
    """
    fields = {key: value for key, value in change.items() if key in _CHANGED}
    if fields.get("name", exercise.name) != exercise.name:
        fields["aliases"] = [exercise.name, *exercise.aliases]
    return exercise_from_dict(to_plain(exercise) | fields)


def change_of(exercise: Exercise) -> dict[str, Any]:
    """The preferences of an exercise as they are stored."""
    found = {"hidden": False, **to_plain(exercise)}
    return {"id": exercise.id, **{key: found[key] for key in _CHANGED}}


def preference_words(exercise: Exercise, field: str, usual: Unit) -> str:
    """A preference as it is typed: ``2.5kg``, ``3:00``; empty when there is none."""
    unit, rest = exercise.unit or usual, exercise.rest_s
    words = {
        "unit": exercise.unit or "",
        "increment": f"{number(exercise.increment(unit))}{unit}",
        "rest": "" if rest is None else duration_words(rest).removesuffix(" s"),
        "bar": "" if exercise.bar is None else exercise.bar.typed,
        "progress": exercise.progress or "",
        "note": exercise.note,
        "name": exercise.name,
        "hidden": "yes" if exercise.hidden else "no",
    }
    return words[field]


def with_preference(exercise: Exercise, field: str, text: str, usual: Unit) -> Exercise:
    """The exercise with one of ``FIELDS`` as typed; EntryError says what to type.

    ``usual`` is the unit of a bare load.
    """
    text = text.strip() if field in ("name", "note") else text.strip().lower()
    if field in CHOICES and text not in CHOICES[field]:
        raise EntryError(_CHOOSE[field])
    value = _READ[field](text, exercise.unit or usual)
    return replace(exercise, **{_ATTRIBUTES.get(field, field): value})


def _name(text: str) -> str:
    if not text:
        raise EntryError("An exercise needs a name.")
    return " ".join(text.split())


def _step(text: str, unit: Unit) -> float:
    step = _load(text, unit, "increment")
    return step.value if step.unit is Unit.KG else step.value / LB_PER_KG_STEP


def _rest(text: str) -> int:
    match = re.fullmatch(_CLOCK, text)
    seconds = int(match[1] or 0) * 60 + int(match[2]) if match else 0
    if not 0 < seconds <= 3600:
        raise EntryError("A rest is up to an hour, in seconds or m:ss, as in 3:00.")
    return seconds


def _load(text: str, unit: Unit, field: str) -> Load:
    match = re.fullmatch(_LOAD, text)
    if match is None:
        example = "2.5kg" if field == "increment" else "20kg"
        raise EntryError(f"Type the {field} as a load, as in {example}.")
    return Load(float(match[1].replace(",", ".")), Unit(match[2]) if match[2] else unit)


_READ: Mapping[str, Callable[[str, Unit], Any]] = {
    "name": lambda text, _: _name(text),
    "unit": lambda text, _: Unit(text) if text else None,
    "increment": _step,
    "rest": lambda text, _: _rest(text) if text else None,
    "bar": lambda text, unit: _load(text, unit, "bar") if text else None,
    "note": lambda text, _: text,
    "progress": lambda text, _: Progress(text) if text else None,
    "hidden": lambda text, _: text == "yes",
}
"""What was typed as the value of each preference; a bare load is in the unit."""
_ATTRIBUTES = {"increment": "increment_kg", "rest": "rest_s"}

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
    Question("equipment", "Done with", (
        ("b", "barbell", "barbell"), ("d", "dumbbell", "dumbbell"),
        ("m", "machine", "machine"), ("c", "cable", "cable"),
        ("w", "bodyweight", "body weight"), ("s", "smith", "Smith machine"),
        ("k", "kettlebell", "kettlebell"), ("r", "band", "rubber band"),
        ("o", "other", "other"),
    )),
    Question("muscle", "Mostly for", (
        ("c", "chest", "chest"), ("b", "lats", "back"),
        ("s", "side-delts", "shoulders"), ("i", "biceps", "biceps"),
        ("t", "triceps", "triceps"), ("q", "quads", "quads"),
        ("h", "hamstrings", "hamstrings"), ("g", "glutes", "glutes"),
        ("v", "calves", "calves"), ("a", "abs", "abs"), ("o", NO_MUSCLE, "other"),
    )),
    Question("load", "Measured by", (
        ("w", LoadKind.WEIGHT, "weight × reps"),
        ("b", LoadKind.BODYWEIGHT_PLUS, "body + added weight"),
        ("a", LoadKind.ASSISTED, "body - assistance"),
        ("r", LoadKind.REPS_ONLY, "reps only"), ("t", LoadKind.DURATION, "time"),
        ("d", LoadKind.DISTANCE, "distance"),
    )),
    Question("risk", "Going to failure is", (
        ("g", Risk.GOOD, "safe"), ("c", Risk.CAUTION, "with caution"),
        ("a", Risk.AVOID, "to be avoided"), ("n", NOT_KNOWN, "not known"),
    )),
)  # fmt: skip


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
