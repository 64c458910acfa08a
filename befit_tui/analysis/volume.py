"""Hard sets by muscle and week, and how close to failure a week's sets came."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from befit_tui.analysis.sessions import moved_kg
from befit_tui.analysis.strength import est_1rm
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.workout import Entry, LoggedSet, Workout

DIRECT, INDIRECT = 1.0, 0.5
"""What a set counts for a muscle that drives the lift, and for one that helps:
the count that best explains growth (Pelland 2026)."""

HARD_LEFT = 4
"""A set with more reps left than this is not hard (product constant)."""

HARD_REPS = 5
HARD_SHARE = 0.6
"""From 5 reps, or from 60% of the 1RM, a set is hard (product constants)."""

WEEK = timedelta(days=7)

Exercises = Callable[[str], Exercise]


@dataclass(frozen=True, slots=True)
class WeekVolume:
    """Fractional hard sets by muscle in the week of ``monday``; ``hard`` whole ones."""

    monday: date
    muscles: Mapping[str, float]
    hard: int


@dataclass(frozen=True, slots=True)
class WeekEffort:
    """Working sets of a week by reps left; halves count with the rep above.

    ``failure`` holds sets that ended in failure or with 0 left.
    """

    monday: date
    workouts: int
    failure: int
    one: int
    two: int
    three: int
    four_plus: int
    not_rated: int

    @property
    def rated(self) -> int:
        """How many sets had a known effort."""
        return self.failure + self.one + self.two + self.three + self.four_plus


def monday_of(day: date) -> date:
    """The Monday that starts the ISO week of a day."""
    return day - timedelta(days=day.weekday())


def hard_sets(workout: Workout, exercises: Exercises) -> int:
    """How many hard working sets a workout holds; cardio and mobility never count."""
    return sum(count for _, count in _hard_by_exercise(workout, exercises))


def muscle_sets(workout: Workout, exercises: Exercises) -> dict[str, float]:
    """The fractional hard sets of a workout by muscle."""
    found: dict[str, float] = defaultdict(float)
    for exercise, count in _hard_by_exercise(workout, exercises):
        for muscle, share in muscle_shares(exercise).items():
            found[muscle] += share * count
    return dict(found)


def weekly_volume(
    history: History, exercises: Exercises, first: date, last: date
) -> tuple[WeekVolume, ...]:
    """The volume of every week that touches ``first`` to ``last``, empty ones too."""
    muscles: dict[date, dict[str, float]] = {}
    hard: Counter[date] = Counter()
    for monday, workout in _by_week(history, first, last):
        week = muscles.setdefault(monday, defaultdict(float))
        for exercise, count in _hard_by_exercise(workout, exercises):
            hard[monday] += count
            for muscle, share in muscle_shares(exercise).items():
                week[muscle] += share * count
    return tuple(
        WeekVolume(monday, dict(muscles.get(monday, {})), hard[monday])
        for monday in _mondays(first, last)
    )


def muscle_shares(exercise: Exercise) -> dict[str, float]:
    """What one set of an exercise counts for each muscle that it trains."""
    helped = dict.fromkeys(exercise.secondary, INDIRECT)
    return helped | dict.fromkeys(exercise.primary, DIRECT)


def weekly_effort(history: History, first: date, last: date) -> tuple[WeekEffort, ...]:
    """The efforts of every week that touches ``first`` to ``last``, empty ones too.

    Sets without reps, timed or for distance, count only when their effort is known.
    """
    counts: dict[date, Counter[int | None]] = {}
    workouts: Counter[date] = Counter()
    for monday, workout in _by_week(history, first, last):
        workouts[monday] += 1
        week = counts.setdefault(monday, Counter())
        for done in workout.sets:
            if not is_working(done):
                continue
            left = known_left(done)
            if left is not None:
                week[min(ceil(left), HARD_LEFT)] += 1
            elif done.reps is not None:
                week[None] += 1
    return tuple(
        _week_effort(monday, workouts[monday], counts.get(monday, Counter()))
        for monday in _mondays(first, last)
    )


def _week_effort(
    monday: date, workouts: int, counts: Counter[int | None]
) -> WeekEffort:
    failure, one, two, three, more = (counts[left] for left in range(HARD_LEFT + 1))
    return WeekEffort(monday, workouts, failure, one, two, three, more, counts[None])


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = monday_of(first)
    while monday <= last:
        yield monday
        monday += WEEK


def _by_week(
    history: History, first: date, last: date
) -> Iterator[tuple[date, Workout]]:
    start, end = monday_of(first), monday_of(last) + WEEK
    for workout in history:
        day = workout.started_at.date()
        if start <= day < end:
            yield monday_of(day), workout


def _hard_by_exercise(
    workout: Workout, exercises: Exercises
) -> Iterator[tuple[Exercise, int]]:
    for entry in workout.entries:
        exercise = exercises(entry.exercise)
        if exercise.is_judged:
            yield exercise, sum(_is_hard(done, entry, exercise) for done in entry.sets)


def _is_hard(done: LoggedSet, entry: Entry, exercise: Exercise) -> bool:
    if not is_working(done):
        return False
    left = known_left(done)
    if left is not None:
        # A set with 4 left or fewer is above 60% of the 1RM whatever its reps, up
        # to 5: Brzycki puts 4 reps with 4 left at 81%.
        return left <= HARD_LEFT
    if done.reps is None:
        return bool(done.seconds or done.metres)
    return done.reps >= HARD_REPS or _is_near_the_top(done, entry, exercise)


def _is_near_the_top(done: LoggedSet, entry: Entry, exercise: Exercise) -> bool:
    """Whether an unrated set of few reps is no build-up to heavier ones.

    The best of the same entry stands for the 1RM; body mass is left out, so on
    bodyweight lifts only an added load can tell.
    """
    kg = moved_kg(exercise, done.load, 0)
    estimates = (est_1rm(each, moved_kg(exercise, each.load, 0)) for each in entry.sets)
    best = max((found for found in estimates if found is not None), default=None)
    return bool(done.reps) and (kg is None or best is None or kg >= HARD_SHARE * best)
