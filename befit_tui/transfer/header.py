"""The columns of exports under one name each, whatever the app and its language."""

import re
from collections.abc import Sequence

_WORDS = {
    "date": (
        "date|datum|日期|data|fecha|start_time|starttime|workout datetime"
        "|workout_start_time"
    ),
    "end": "end_time|endtime|workout_end_time",
    "name": (
        "workout name|workout-name|nom de l'entraînement|锻炼名称|title|name|day name"
        "|workout_title"
    ),
    "number": "workout #",
    "duration": "duration|dauer|durée|时长|duration (sec)|workout duration",
    "exercise": (
        "exercise name|exercise|exercise_title|name der übung"
        "|nom de l'exercice|运动名称"
    ),
    "order": ("set order|set_index|reihenfolge festlegen|ordre de la série|设置顺序"),
    "type": "set_type",
    "superset": "superset_id",
    "weight": "weight|gewicht|poids|重量|completed weight value",
    "weight_unit": "weight unit|completed weight unit",
    "reps": "reps|wiederh.|réps|次|completed reps",
    "rpe": "rpe|completed rpe",
    "distance": "distance|entfernung|距离",
    "distance_unit": "distance unit",
    "seconds": "seconds|sekunden|secondes|秒|duration_seconds|duration(s)|time",
    "minutes": "duration (minutes)|duration (min)|minutes",
    "notes": "notes|notizen|备注|exercise_notes",
    "workout_notes": (
        "workout notes|workout-notizen|notes d'entraînement|锻炼备注|description"
        "|workout_notes"
    ),
    "comment": "comment|note",
    "weight:kg": "kg",
    "weight:lb": "lb|lbs",
    "distance:km": "km",
    "distance:mi": "mi",
}
_NAMES = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_NOT_OF_FILES = ("skip", "at")
"""Names that a format gives itself; no heading means them."""

_WITH_UNIT = re.compile(r"(.+?)[\s_(]+(kgs?|lbs?|km|mi|miles|m|meters|metres)\)?")
_UNITS = {
    "kgs": "kg", "lbs": "lb", "miles": "mi", "meters": "m", "metres": "m",
}  # fmt: skip


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """One name for each column; an unknown column keeps its own, in lower case.

    A unit in the heading becomes part of the name: ``Weight (lbs)`` is ``weight:lb``.
    """
    return tuple(_name(" ".join(cell.split()).casefold()) for cell in header)


def _name(heading: str) -> str:
    heading = heading.replace("’", "'")
    if heading in _NAMES:
        return _NAMES[heading]
    found = _WITH_UNIT.fullmatch(heading)
    if found is None or found[1] not in _NAMES:
        return f"{heading} of the file" if heading in _NOT_OF_FILES else heading
    return f"{_NAMES[found[1]]}:{_UNITS.get(found[2], found[2])}"


def unit_of(heading: str) -> str:
    """The unit a heading ends in, ``kg`` for ``Peso (kg)``; none is ``""``."""
    found = _WITH_UNIT.fullmatch(" ".join(heading.split()).casefold())
    return _UNITS.get(found[2], found[2]) if found else ""
