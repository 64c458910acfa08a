"""The strength of a lift over time, by the one verdict that all screens speak with."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from befit_tui.analysis.lift import LevelPoint, Lifts, Measure, Verdict, sentence
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.value import Value
from befit_tui.domain.wording import rated_set_words
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.lines import Curve, Point


class Course(Value, frozen=True, kw_only=True):
    """A lift up to a day: the verdict on it, its level over all of its past.

    ``tops`` has, by workout, the first of its heaviest working sets.
    """

    exercise: Exercise
    verdict: Verdict
    level: tuple[LevelPoint, ...]
    tops: Mapping[str, LoggedSet]


def course_of(
    lifts: Lifts, history: History, exercise: Exercise, since: date = date.min
) -> Course:
    """What is known of a lift at the end of the day of ``lifts``, back to ``since``."""
    return Course(
        exercise=exercise,
        verdict=lifts.verdict(exercise),
        level=lifts.level(exercise, since),
        tops=_tops(history, exercise, since),
    )


def _tops(history: History, exercise: Exercise, since: date) -> dict[str, LoggedSet]:
    """The heaviest working set of each workout from a day on, the first of equals."""
    tops: dict[str, LoggedSet] = {}
    for exposure in reversed(history.exposures(exercise.id)):
        if exposure.workout.started_at.date() < since:
            break
        working = filter(is_working, exposure.entry.sets)
        top = max(working, key=_kg, default=None)
        before = tops.get(exposure.workout.id)
        # Entries come last first, so the earlier one wins where both are as heavy.
        if top is not None and (before is None or _kg(top) >= _kg(before)):
            tops[exposure.workout.id] = top
    return tops


def _kg(done: LoggedSet) -> float:
    return done.load.kg if done.load is not None else 0.0


MEASURES = {
    Measure.E1RM: "Estimated 1RM",
    Measure.REPS: "Reps with the load of now",
    Measure.SECONDS: "Seconds",
}


def strength_of(
    course: Course, unit: Unit, first: date = date.min, empty: str = ""
) -> Curve:
    """A lift from a day on and the verdict on it; ``empty`` is said of no session.

    Each point is a session; its band holds the level of the lift on that day four times
    in five. The unit is ``unit`` for an estimated 1RM, else reps with the load of the
    last session, or seconds.
    """
    measure, bests = course.verdict.measure, set(_bests(course.level))
    points = tuple(
        _point(one, course, unit, bests) for one in course.level if one.day >= first
    )
    words = sentence(course.verdict, course.exercise.name, unit)
    return Curve(
        points=points,
        unit={Measure.REPS: "reps", Measure.SECONDS: "s"}.get(measure, str(unit)),
        measure=MEASURES[measure],
        sentence=words if points else empty,
    )


def _bests(level: Sequence[LevelPoint]) -> Iterator[str]:
    """The workouts that showed more than every one before them; not the first."""
    best = None
    for one in level:
        if best is not None and one.shown > best:
            yield one.workout
        best = one.shown if best is None else max(best, one.shown)


def _point(
    one: LevelPoint, course: Course, unit: Unit, bests: Collection[str]
) -> Point:
    shown, low, high = (
        from_kg(value, unit) if course.verdict.measure is Measure.E1RM else value
        for value in (one.shown, one.low, one.high)
    )
    low = max(low, 0.0)
    return Point(
        day=one.day,
        value=shown,
        band=(low, high),
        record=one.workout in bests,
        words=_level_words(one, course, unit, low, high),
    )


def _level_words(
    one: LevelPoint, course: Course, unit: Unit, low: float, high: float
) -> str:
    """``80 kg × 5 · 1 left; level then 92 to 97 kg``, the heaviest set before it.

    Of reps it says with which load, since the set beside them may have had another.
    """
    top = course.tops.get(one.workout)
    done = rated_set_words(top, course.exercise, unit) if top is not None else ""
    ends = f"{number(round(low, 1))} to {number(round(high, 1))}"
    measure = course.verdict.measure
    of = {Measure.REPS: "reps with the load of now", Measure.SECONDS: "s"}
    return f"{done}; level then {ends} {of.get(measure, unit)}"
