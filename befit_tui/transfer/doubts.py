"""Numbers of a file that may be a slip of the finger: read all the same, and named.

A load is held against those of the same exercise about that time, so that neither a
warm-up ramp nor years of progress is doubted; the limits of single numbers are far
beyond what is lifted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.vocabulary import Kind, LoadKind
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

_MOST_ISOLATION_KG, _MOST_ANY_KG = 250.0, 700.0
_STRONG_ISOLATIONS = ("calf", "shrug", "thrust", "abduction", "adduction")
"""Isolations that are done with several hundred kilograms, by words of their names."""


@dataclass(frozen=True, slots=True)
class _Session:
    """The working sets of one lift in one workout."""

    at: datetime
    sets: tuple[LoggedSet, ...]

    @property
    def top_kg(self) -> float:
        return max(_kg(done) for done in self.sets)


def doubts(
    workouts: Sequence[Workout],
    lines: Mapping[str, int],
    get: Callable[[str], Exercise],
) -> tuple[RowError, ...]:
    """The lines whose loads or reps are unlikely, each with the value and why.

    Args:
        workouts: those of the file, oldest first.
        lines: the line of each set by its id.
        get: gives the exercise of an id.
    """
    found: dict[str, str] = {}
    lifts: dict[str, list[_Session]] = defaultdict(list)
    for workout in workouts:
        by_lift: dict[str, list[LoggedSet]] = defaultdict(list)
        for entry in workout.entries:
            exercise = get(entry.exercise)
            for done in entry.sets:
                reason = _alone(done, exercise)
                if reason:
                    found[done.id] = reason
                elif exercise.load is LoadKind.WEIGHT and _counts(done):
                    by_lift[entry.exercise].append(done)
        for lift, sets in by_lift.items():
            lifts[lift].append(_Session(workout.started_at, tuple(sets)))
    for sessions in lifts.values():
        found |= dict(_unusual(sessions))
    return tuple(
        sorted(
            (RowError(lines.get(name, 1), reason) for name, reason in found.items()),
            key=lambda one: one.line,
        )
    )


def _counts(done: LoggedSet) -> bool:
    return done.kind is Kind.WORK and bool(done.load and done.load.value)


def _kg(done: LoggedSet) -> float:
    return done.load.kg if done.load else 0.0


def _alone(done: LoggedSet, exercise: Exercise) -> str:
    """Why the numbers of a set are unlikely whatever the others are; "" if not."""
    most = _most_kg(exercise)
    if _kg(done) > most:
        return f"{done.load} is more than anybody uses in {exercise.name}"
    limit = _MOST_REPS_LOADED if _kg(done) > _LIGHT_KG else _MOST_REPS
    if (done.reps or 0) > limit:
        return f"{done.reps} reps of {exercise.name} are unlikely in one set"
    return ""


def _most_kg(exercise: Exercise) -> float:
    if exercise.equipment in _MOST_KG:
        return _MOST_KG[exercise.equipment]
    strong = any(word in exercise.id for word in _STRONG_ISOLATIONS)
    if exercise.own or exercise.is_compound or strong:
        return _MOST_ANY_KG
    return _MOST_ISOLATION_KG


def _unusual(sessions: Sequence[_Session]) -> Iterator[tuple[str, str]]:
    """The sets that are many times what is usual, and sessions that are a fraction."""
    tops = [session.top_kg for session in sessions]
    for place, session in enumerate(sessions):
        near = [
            *tops[max(place - _NEIGHBOURS, 0) : place],
            *tops[place + 1 : place + 1 + _NEIGHBOURS],
        ]
        for index, done in enumerate(session.sets):
            others = [_kg(one) for at, one in enumerate(session.sets) if at != index]
            usual = [*near, *others]
            if len(usual) >= _LEAST and _kg(done) >= TENFOLD * median(usual):
                yield done.id, _against(done, median(usual))
        if len(near) > _LEAST and session.top_kg * TENFOLD <= min(near):
            top = max(session.sets, key=_kg)
            yield top.id, _against(top, median(near))


def _against(done: LoggedSet, usual_kg: float) -> str:
    unit = done.load.unit if done.load else Unit.KG
    usual = number(from_kg(usual_kg, unit))
    return f"{done.load} where about {usual} {unit} is usual"
