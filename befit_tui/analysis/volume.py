"""What a hard set is; the sets of a workout by muscle, and how close they came."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Kind, LoadKind
from befit_tui.domain.workout import Entry, LoggedSet, Workout

DIRECT, INDIRECT = 1.0, 0.5
"""What a set counts for a muscle that drives the lift, and for one that helps:
the count that best explains growth (Pelland 2026)."""

HARD_LEFT = 4
"""A set with more reps left than this is not hard (product constant)."""

HARD_REPS = 5
HARD_SHARE = 0.7
"""From 5 reps, or from 70% of the heaviest load of the day, which is about 60% of a
1RM, a set is hard (product constants)."""

BANDS = HARD_LEFT + 1
"""Reps left are told apart up to "4 or more": five bands, failure the first."""

WEEK = timedelta(days=7)

Exercises = Callable[[str], Exercise]
Parts = tuple[float, float]
"""Hard sets of a muscle: those it drove, and half of those in which it helped."""
Shares = Mapping[str, Parts]


class Efforts(NamedTuple):
    """Working sets by reps left; halves count with the rep above.

    ``failure`` holds sets that ended in failure or with 0 left.
    """

    failure: int = 0
    one: int = 0
    two: int = 0
    three: int = 0
    four_plus: int = 0
    not_rated: int = 0

    @property
    def rated(self) -> int:
        """How many sets had a known effort."""
        return sum(self) - self.not_rated


def monday_of(day: date) -> date:
    """The Monday that starts the ISO week of a day."""
    return week_of(day, 0)


def week_of(day: date, week_start: int) -> date:
    """The first day of the week of a day; ``week_start`` is a weekday, Monday 0."""
    return day - timedelta(days=(day.weekday() - week_start) % 7)


class HardSets(NamedTuple):
    """The hard working sets of a workout, and what they come to by muscle.

    ``without_muscle`` are those of lifts of which nobody knows what they train.
    """

    sets: int
    without_muscle: int
    parts: Shares

    @property
    def muscles(self) -> dict[str, float]:
        """The fractional hard sets by muscle."""
        return {muscle: sum(parts) for muscle, parts in self.parts.items()}


def hard_sets(workout: Workout, exercises: Exercises) -> HardSets:
    """The hard sets of a workout; cardio and mobility never count."""
    count, untold = 0, 0
    found: dict[str, Parts] = {}
    for entry in workout.entries:
        exercise = exercises(entry.exercise)
        hard = sum(_is_hard(done, entry, exercise) for done in entry.sets)
        if not exercise.is_judged:
            continue
        count += hard
        untold += 0 if exercise.primary else hard
        _add(found, exercise, hard)
    return HardSets(count, untold, found)


def moved_kg_reps(entry: Entry) -> float:
    """Kilograms times reps of an entry: the loads as they were logged.

    Warm-ups count for nothing, nor does what has no load, or is helped by one. Body
    mass is left out, and a dumbbell in each hand is what one of them weighs: what is
    compared is a lift with itself.
    """
    return sum(
        one.load.kg * one.reps
        for one in entry.sets
        if one.load is not None and one.reps and one.kind is not Kind.WARMUP
    )


def moved_parts(workout: Workout, exercises: Exercises) -> Shares:
    """Kilograms times reps of a workout by muscle, what helps counted half."""
    found: dict[str, Parts] = {}
    for entry in workout.entries:
        exercise = exercises(entry.exercise)
        if exercise.load is not LoadKind.ASSISTED and (moved := moved_kg_reps(entry)):
            _add(found, exercise, moved)
    return found


def _add(found: dict[str, Parts], exercise: Exercise, amount: float) -> None:
    """Count an amount of an exercise for each muscle that it trains."""
    for muscle in {*exercise.primary, *exercise.secondary}:
        driven, helped = found.get(muscle, (0.0, 0.0))
        if muscle in exercise.primary:
            found[muscle] = (driven + DIRECT * amount, helped)
        else:
            found[muscle] = (driven, helped + INDIRECT * amount)


def efforts(sets: Iterable[LoggedSet]) -> Efforts:
    """The working sets among some by reps left.

    Sets without reps, timed or for distance, count only when their effort is known.
    """
    counts = [0] * (BANDS + 1)
    for done in filter(is_working, sets):
        left = known_left(done)
        if left is not None:
            counts[min(ceil(left), HARD_LEFT)] += 1
        elif done.reps is not None:
            counts[BANDS] += 1
    return Efforts(*counts)


def efforts_of(workout: Workout, exercises: Exercises) -> Efforts:
    """The working sets of a workout by reps left, cardio and mobility aside."""
    entries = (e for e in workout.entries if exercises(e.exercise).is_judged)
    return efforts(done for entry in entries for done in entry.sets)


def uncounted_of(workout: Workout, exercises: Exercises) -> int:
    """The working sets by time or distance that ``efforts_of`` leaves out: unrated."""
    return sum(
        is_working(done) and done.reps is None and known_left(done) is None
        for entry in workout.entries
        if exercises(entry.exercise).is_judged
        for done in entry.sets
    )


def summed(found: Iterable[Efforts]) -> Efforts:
    """Several efforts together."""
    return Efforts(*map(sum, zip(Efforts(), *found, strict=True)))


def _is_hard(done: LoggedSet, entry: Entry, exercise: Exercise) -> bool:
    if not is_working(done):
        return False
    left = known_left(done)
    if left is not None:
        # A set with 4 left or fewer is above 60% of the 1RM whatever its reps, up
        # to 5: Epley puts 4 reps with 4 left at 79%.
        return left <= HARD_LEFT
    if done.reps is None:
        return bool(done.seconds or done.metres)
    return done.reps >= HARD_REPS or _is_near_the_top(done, entry, exercise)


def _is_near_the_top(done: LoggedSet, entry: Entry, exercise: Exercise) -> bool:
    """Whether an unrated set of few reps is no build-up to heavier ones of its entry.

    With assistance, or without a load, nothing is heavier.
    """
    if not done.reps or done.load is None or exercise.load is LoadKind.ASSISTED:
        return bool(done.reps)
    loads = (one.load.kg for one in entry.sets if one.load and is_working(one))
    return done.load.kg >= HARD_SHARE * max(loads)
