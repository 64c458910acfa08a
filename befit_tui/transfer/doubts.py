"""Numbers of a file that may be a slip of the finger: read all the same, and named.

A load is held against those of the same exercise about that time, so that neither a
warm-up ramp nor years of progress is doubted; the limits of single numbers are far
beyond what is lifted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.vocabulary import Kind, LoadKind
from befit_tui.domain.wording import too_long_words
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.rows import RowError

TENFOLD = 5.0
"""How many times the usual load is doubted; a slip of the point makes ten of it."""

_NEIGHBOURS = 3
"""Sessions of a lift before and after that say what is usual; product constant."""

_LEAST = 2
"""Loads that must be known before one of them is doubted; product constant."""

_MOST_REPS_LOADED, _MOST_REPS = 100, 400
"""Reps with a load and without that are doubted above; product constants."""

_LIGHT_KG = 10.0
"""Below this, with a band or a stick, many reps are usual."""

_MOST_KG = {"dumbbell": 100.0, "kettlebell": 100.0, "band": 200.0}
"""Loads by equipment that nobody uses; product constants."""

_MOST_ISOLATION_KG, _MOST_UPPER_KG, _MOST_ANY_KG = 250.0, 400.0, 700.0
_UPPER = ("push", "pull")
"""Compounds of the upper body, by words of their patterns."""
_STRONG_ISOLATIONS = ("calf", "shrug", "thrust", "abduction", "adduction")
"""Isolations that are done with several hundred kilograms, by words of their names."""


Loaded = tuple[float, LoggedSet]
"""A set with its load in kilograms."""


def doubts(
    workouts: Sequence[Workout],
    lines: Mapping[str, int],
    get: Callable[[str], Exercise],
) -> tuple[RowError, ...]:
    """The lines whose loads, reps or times are unlikely, each with the value and why.

    ``workouts`` are those of the file, oldest first, ``lines`` by the ids of sets.
    """
    found: dict[str, str] = {}
    too_long: list[tuple[str, str]] = []
    loads: dict[str, list[list[Loaded]]] = defaultdict(list)
    for workout in workouts:
        if workout.sets and (words := too_long_words(workout)):
            too_long.append((workout.sets[0].id, words))
        today: dict[str, list[Loaded]] = defaultdict(list)
        for entry in workout.entries:
            exercise = get(entry.exercise)
            found |= dict(_alone(entry.sets, exercise))
            if exercise.load is LoadKind.WEIGHT:
                today[entry.exercise] += [
                    (one.kg, one)
                    for one in entry.sets
                    if one.kg and one.kind is Kind.WORK and one.id not in found
                ]
        for exercise_id, sets in today.items():
            if sets:
                loads[exercise_id].append(sets)
    for sessions in loads.values():
        found |= dict(_unusual(sessions))
    named = (*too_long, *found.items())
    listed = (RowError(lines.get(name, 1), reason) for name, reason in named)
    return tuple(sorted(listed, key=lambda one: one.line))


def _alone(sets: Sequence[LoggedSet], exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Why the numbers of a set are unlikely whatever the others are, with its id."""
    most, name = _most_kg(exercise), exercise.name
    for done in sets:
        limit = _MOST_REPS_LOADED if done.kg > _LIGHT_KG else _MOST_REPS
        if done.kg > most:
            yield done.id, f"{done.load} is more than anybody uses in {name}"
        elif done.reps and done.reps > limit and exercise.is_judged:
            yield done.id, f"{done.reps} reps of {name} are unlikely in one set"


def _most_kg(exercise: Exercise) -> float:
    if exercise.equipment in _MOST_KG:
        return _MOST_KG[exercise.equipment]
    strong = any(word in exercise.id for word in _STRONG_ISOLATIONS)
    if any(word in exercise.pattern for word in _UPPER):
        return _MOST_UPPER_KG
    if exercise.own or exercise.is_compound or strong:
        return _MOST_ANY_KG
    return _MOST_ISOLATION_KG


def _unusual(sessions: Sequence[Sequence[Loaded]]) -> Iterator[tuple[str, str]]:
    """The sets that are many times what is usual, and sessions that are a fraction."""
    tops = [max(kg for kg, _ in sets) for sets in sessions]
    if max(tops) < TENFOLD * min(kg for sets in sessions for kg, _ in sets):
        return
    for place, sets in enumerate(sessions):
        near = [
            *tops[max(place - _NEIGHBOURS, 0) : place],
            *tops[place + 1 : place + 1 + _NEIGHBOURS],
        ]
        for index, (kg, done) in enumerate(sets):
            others = [other for at, (other, _) in enumerate(sets) if at != index]
            usual = [*near, *others]
            if len(usual) >= _LEAST and kg >= TENFOLD * median(usual):
                yield done.id, _against(done, median(usual))
        if len(near) > _LEAST and tops[place] * TENFOLD <= min(near):
            _, top = max(sets, key=lambda one: one[0])
            yield top.id, _against(top, median(near))


def _against(done: LoggedSet, usual_kg: float) -> str:
    unit = done.load.unit if done.load else Unit.KG
    usual = number(from_kg(usual_kg, unit))
    return f"{done.load} where about {usual} {unit} is usual"
