"""The log in the open format of openweight: a list of its ``WorkoutLog`` documents."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from befit_tui.domain.effort import known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import Entry, LoggedSet, Workout

VERSION = "0.11.1"
"""The version of openweight whose schema of a workout log this is."""

_TYPES = {Kind.WORK: "working", Kind.WARMUP: "warmup", Kind.DROP: "dropset"}
_NAME, _ENTRY_NOTE, _SET_NOTE, _NOTE = 200, 5000, 1000, 10_000
"""The lengths of texts that the schema allows."""


def to_openweight(workouts: Iterable[Workout], get: Callable[[str], Exercise]) -> str:
    """The log as a JSON list, oldest first, a workout on a line.

    Only what was done is in it, each with its extra field ``openweight``: the version
    of the schema. Reps in reserve are whole there; a half stands as its RPE.
    """
    documents = (
        _known(_workout_log(workout, get))
        for workout in in_order(workouts)
        if workout.sets
    )
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in documents)
    return f"[\n{lines}\n]\n"


def _workout_log(workout: Workout, get: Callable[[str], Exercise]) -> dict[str, Any]:
    ended = workout.ended_at or workout.started_at
    done = (one for one in workout.entries if one.sets)
    return {
        "openweight": VERSION,
        "date": workout.started_at.isoformat(),
        "name": workout.name[:_NAME],
        "notes": workout.note[:_NOTE],
        "durationSeconds": int((ended - workout.started_at).total_seconds()),
        "exercises": [
            _exercise_log(order, entry, get(entry.exercise))
            for order, entry in enumerate(done, 1)
        ],
    }


def _exercise_log(order: int, entry: Entry, exercise: Exercise) -> dict[str, Any]:
    return {
        "exercise": {
            "name": exercise.name[:_NAME],
            "equipment": exercise.equipment[:50],
            "musclesWorked": [*exercise.primary, *exercise.secondary],
        },
        "order": order,
        "notes": entry.note[:_ENTRY_NOTE],
        # There a superset counts from 1; here, as in some apps, from 0.
        "supersetId": None if entry.superset is None else entry.superset + 1,
        "sets": [_set_log(done) for done in entry.sets],
    }


def _set_log(done: LoggedSet) -> dict[str, Any]:
    left, rpe, load = known_left(done), done.rpe, done.load
    whole = left is not None and left == int(left)
    if rpe is None and left is not None and not whole:
        rpe = 10 - left
    if load is not None and not load.value:
        load = None
    return {
        "reps": done.reps,
        "rpe": rpe,
        "rir": int(left) if left is not None and whole else None,
        "toFailure": reached_failure(done) or None,
        "type": _TYPES[done.kind],
        "notes": done.note[:_SET_NOTE],
        "weight": load and load.value,
        "unit": load and str(load.unit),
        "durationSeconds": None if done.seconds is None else round(done.seconds),
        "distance": done.metres,
        "distanceUnit": None if done.metres is None else "m",
    }


def _known(found: Any) -> Any:
    """Without what is not known: the schema has no null, and no empty text."""
    if isinstance(found, list):
        return [_known(one) for one in found]
    if not isinstance(found, dict):
        return found
    known = (pair for pair in found.items() if pair[1] not in (None, "", []))
    return {name: _known(value) for name, value in known}
