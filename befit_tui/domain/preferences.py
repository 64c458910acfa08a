"""What a lifter wants for an exercise: its unit, step, rest, bar and standing note."""

import re
from collections.abc import Mapping
from typing import Any

from befit_tui.domain.codec import exercise_from_dict, to_plain
from befit_tui.domain.errors import EntryError
from befit_tui.domain.exercise import LB_PER_KG_STEP, Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Progress
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
    "rest": "seconds or m:ss after each set, as in 180 or 3:00; empty for the usual",
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
    unit = exercise.unit or usual
    words = {
        "unit": exercise.unit or "",
        "increment": f"{number(exercise.increment(unit))}{unit}",
        "rest": "" if exercise.rest_s is None else duration_words(exercise.rest_s),
        "bar": "" if exercise.bar is None else exercise.bar.typed,
        "progress": exercise.progress or "",
        "note": exercise.note,
        "name": exercise.name,
        "hidden": "yes" if exercise.hidden else "no",
    }
    return words[field].replace(" s", "") if field == "rest" else words[field]


def with_preference(exercise: Exercise, field: str, text: str, usual: Unit) -> Exercise:
    """The exercise with one of ``FIELDS`` as typed; EntryError says what to type.

    ``usual`` is the unit of a bare load.
    """
    text = text.strip()
    unit = exercise.unit or usual
    match field:
        case "name":
            return replace(exercise, name=_name(text))
        case "note":
            return replace(exercise, note=text)
        case "hidden":
            return replace(exercise, hidden=text.lower() == "yes")
        case "unit":
            return replace(exercise, unit=_unit(text))
        case "rest":
            return replace(exercise, rest_s=_rest(text))
        case "bar":
            return replace(exercise, bar=_load(text, unit, field) if text else None)
        case "progress":
            return replace(exercise, progress=_progress(text))
    step = _load(text, unit, field)
    per_kg = 1 if step.unit is Unit.KG else LB_PER_KG_STEP
    return replace(exercise, increment_kg=step.value / per_kg)


def _name(text: str) -> str:
    if not text:
        raise EntryError("A lift needs a name.")
    return " ".join(text.split())


def _unit(text: str) -> Unit | None:
    if text.lower() not in ("", *Unit):
        raise EntryError("The unit is kg or lb, or nothing for the usual one.")
    return Unit(text.lower()) if text else None


def _progress(text: str) -> Progress | None:
    if text.lower() not in ("", *CHOSEN):
        raise EntryError(
            f"Type one of {', '.join(CHOSEN)}, or nothing to have it guessed."
        )
    return Progress(text.lower()) if text else None


def _rest(text: str) -> int | None:
    if not text:
        return None
    match = re.fullmatch(_CLOCK, text.lower())
    seconds = int(match[1] or 0) * 60 + int(match[2]) if match else 0
    if not 0 < seconds <= 3600:
        raise EntryError("A rest is up to an hour, in seconds or m:ss, as in 3:00.")
    return seconds


def _load(text: str, unit: Unit, field: str) -> Load:
    match = re.fullmatch(_LOAD, text.lower())
    if match is None:
        example = "2.5kg" if field == "increment" else "20kg"
        raise EntryError(f"Type the {field} as a load, as in {example}.")
    return Load(float(match[1].replace(",", ".")), Unit(match[2]) if match[2] else unit)
