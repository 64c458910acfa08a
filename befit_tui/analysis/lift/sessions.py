"""One exercise on one day, with the body mass that its load may rest on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Load
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet, Workout

WeighIns = tuple[tuple[datetime, float], ...]
"""When the lifter was weighed, and kilograms; oldest first."""

WEIGH_IN_LASTS = timedelta(days=60)
"""How long a body mass may stand for today's (product constant)."""

NOMINAL_BODY_KG = 75.0
"""Stands in where body mass is unknown, so that added loads keep a scale."""
LEAST_KG = 5.0
"""What assistance leaves to lift at least; keeps ratios finite."""


class Session(Value, frozen=True):
    """The working sets of one exercise in one workout, however many entries it took.

    ``body_kg`` is the body mass then, None when it is unknown or does not matter.
    """

    workout: Workout
    exercise: Exercise
    working: tuple[LoggedSet, ...]
    body_kg: float | None

    @property
    def day(self) -> date:
        """The local day of the workout."""
        return self.workout.day

    def moved_kg(self, done: LoggedSet) -> float | None:
        """The mass moved in a set: see ``moved_kg``."""
        return moved_kg(self.exercise, done.load, self.body_kg)


def weigh_ins(workouts: Iterable[Workout]) -> WeighIns:
    """Every body mass of the log; ``workouts`` come oldest first."""
    return tuple(
        (workout.started_at, workout.bodyweight.kg)
        for workout in workouts
        if workout.bodyweight is not None
    )


def body_kg(known: WeighIns, at: datetime) -> float | None:
    """The latest body mass at a time, in kilograms; None if it lasts no longer."""
    place = bisect_right(known, at, key=lambda found: found[0])
    if not place or at - known[place - 1][0] > WEIGH_IN_LASTS:
        return None
    return known[place - 1][1]


def moved_kg(exercise: Exercise, load: Load | None, body: float | None) -> float | None:
    """The mass that a set moves, in kilograms, or None when it cannot be known.

    Body mass plus the added load, or minus the assistance, where an exercise is done
    with the body. None for bands, timed and distance work, and for a load of zero.
    """
    kg: float | None = None
    if exercise.load is LoadKind.WEIGHT:
        kg = load.kg if load is not None else None
    elif body is not None and exercise.load is LoadKind.BODYWEIGHT_PLUS:
        kg = body + (load.kg if load is not None else 0)
    elif body is not None and exercise.load is LoadKind.ASSISTED and load is not None:
        kg = body - load.kg
    return kg if kg is not None and kg > 0 else None


def resistance(
    exercise: Exercise, load_kg: float | None, body_kg: float | None
) -> float | None:
    """What a set is measured by, in kilograms; None for reps without a load."""
    body = NOMINAL_BODY_KG if body_kg is None else body_kg
    if exercise.load is LoadKind.BODYWEIGHT_PLUS:
        return max(LEAST_KG, body + (load_kg or 0))
    if exercise.load is LoadKind.ASSISTED:
        return max(LEAST_KG, body - (load_kg or 0))
    return load_kg if load_kg and load_kg > 0 else None


def session_of(workout: Workout, exercise: Exercise, known: WeighIns) -> Session:
    """What a workout holds of an exercise; ``working`` is empty if nothing."""
    entries = [entry for entry in workout.entries if entry.exercise == exercise.id]
    working = tuple(
        done for entry in entries for done in entry.sets if is_working(done)
    )
    body = body_kg(known, workout.started_at) if exercise.load.on_body else None
    return Session(workout, exercise, working, body)


def sessions(
    exposures: Iterable[Exposure], exercise: Exercise, known: WeighIns
) -> Iterator[Session]:
    """The sessions of an exercise in the order of ``exposures``, one a workout.

    Workouts with nothing but warm-ups and drop sets of it are left out.
    """
    previous: Workout | None = None
    for exposure in exposures:
        if exposure.workout is previous:
            continue
        previous = exposure.workout
        session = session_of(previous, exercise, known)
        if session.working:
            yield session
