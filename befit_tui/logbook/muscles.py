"""The muscles that are shown on the body, and what a week held for each of them."""

from collections.abc import Callable
from datetime import date

from befit_tui.analysis.volume import hard_sets
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.workout import Workout

BODY = (
    "abs", "obliques", "chest", "front-delts", "side-delts", "rear-delts", "biceps",
    "triceps", "forearms", "traps", "upper-back", "lats", "lower-back", "glutes",
    "quads", "hamstrings", "adductors", "abductors", "calves",
)  # fmt: skip
"""The muscles that are always told of; another one only when it was trained."""


def name_of(muscle: str) -> str:
    """``Lower back`` for ``lower-back``."""
    return muscle.replace("-", " ").capitalize()


def week_sets(
    history: History,
    workout: Workout,
    exercises: Callable[[str], Exercise],
    first: date,
) -> dict[str, float]:
    """The hard sets of every muscle from a day on, up to a workout and with it."""
    day = workout.day
    week = [
        one for one in history.since(first) if one.day <= day and one.id != workout.id
    ]
    sets = dict.fromkeys(BODY, 0.0)
    for one in (*week, workout):
        for muscle, count in hard_sets(one, exercises).muscles.items():
            sets[muscle] = sets.get(muscle, 0.0) + count
    return sets
