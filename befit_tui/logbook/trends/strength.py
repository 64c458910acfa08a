"""The strength of a lift over time, by the one verdict that all screens speak with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from befit_tui.analysis.lift import LevelPoint, Lifts, Measure, Verdict, sentence
from befit_tui.analysis.lift.records import lift_records
from befit_tui.analysis.lift.sessions import sessions, weigh_ins
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.wording import days_ago_words, rated_set_words
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.trends.span import Range

USUAL_DAYS = timedelta(days=28)
"""A level is set against the one of four weeks before (product constant)."""


class Lift(NamedTuple):
    """A lift that can be judged, and the number of workouts that hold it."""

    exercise: Exercise
    workouts: int
    is_heading: bool = False

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A lift up to a day: the verdict on it, its level over all of its past.

    ``tops`` has, by workout, the first of its heaviest working sets, ``records`` the
    ids of the workouts that hold a record of the lift.
    """

    exercise: Exercise
    verdict: Verdict
    level: tuple[LevelPoint, ...]
    tops: Mapping[str, LoggedSet]
    records: frozenset[str]


@dataclass(frozen=True, slots=True)
class StrengthPoint:
    """What one session showed, in the unit of its ``Strength``.

    ``top`` says its heaviest set in words. ``band`` holds the level of the lift on that
    day four times in five.
    """

    day: date
    value: float
    band: tuple[float, float]
    is_record: bool
    top: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A lift over a range of days, and the verdict on it as a sentence.

    ``unit`` is kg or lb for an estimated 1RM, else reps with the load of the last
    session, or seconds; ``measure`` says it in words.
    """

    points: tuple[StrengthPoint, ...]
    unit: str
    measure: str
    sentence: str


def lifts_of(counts: Mapping[str, int], catalog: Catalog) -> tuple[Lift, ...]:
    """The lifts that can be judged, the one done most often first."""
    lifts = (Lift(catalog.get(key), counts[key]) for key in counts)
    return tuple(
        sorted(
            (found for found in lifts if found.exercise.is_judged),
            key=lambda found: (
                -found.workouts,
                not found.exercise.is_compound,
                found.exercise.name,
            ),
        )
    )


def course_of(lifts: Lifts, history: History, exercise: Exercise) -> Course:
    """What is known of a lift at the end of the day of ``lifts``."""
    found = sessions(history.exposures(exercise.id), exercise, weigh_ins(history))
    done = [one for one in found if one.working]
    records = lift_records(done).keys()
    return Course(
        exercise=exercise,
        verdict=lifts.verdict(exercise),
        level=lifts.level(exercise),
        tops={one.workout.id: max(one.working, key=_kg) for one in done},
        records=frozenset(
            one.workout.id for one in done if any(d.id in records for d in one.working)
        ),
    )


def _kg(done: LoggedSet) -> float:
    return done.load.kg if done.load is not None else 0.0


def strength_of(course: Course, span: Range, today: date, unit: Unit) -> Strength:
    """A lift in a range that ends ``today``; loads are in ``unit``."""
    first = span.first(today) or date.min
    measure = course.verdict.measure
    points = tuple(
        _point(one, course, unit) for one in course.level if one.day >= first
    )
    if points:
        words = sentence(course.verdict, course.exercise.name, unit)
    else:
        words = _nothing(course, span, today)
    return Strength(
        points=points,
        unit={Measure.REPS: "reps", Measure.SECONDS: "s"}.get(measure, str(unit)),
        measure=MEASURES[measure],
        sentence=words,
    )


MEASURES = {
    Measure.E1RM: "Estimated 1RM",
    Measure.REPS: "Reps with the load of now",
    Measure.SECONDS: "Seconds",
}


def level_words(strength: Strength, place: int) -> str:
    """``80 kg × 5 · 1 left; level then 92 to 97 kg``: four times in five."""
    point = strength.points[place]
    low, high = (number(round(end, 1)) for end in point.band)
    return f"{point.top}; level then {low} to {high} {strength.unit}"


def changes(level: Sequence[LevelPoint]) -> Iterator[tuple[date, float]]:
    """How far each level lay from that of four weeks before, as a share.

    -0.03 is 3% below. Levels that nothing can be compared with tell nothing.
    """
    since: list[LevelPoint] = []
    for point in level:
        if point.anew:
            since = []
        before = [one for one in since if one.day <= point.day - USUAL_DAYS]
        if before:
            yield point.day, point.value / before[-1].value - 1
        since.append(point)


def _point(one: LevelPoint, course: Course, unit: Unit) -> StrengthPoint:
    shown, low, high = (
        from_kg(value, unit) if course.verdict.measure is Measure.E1RM else value
        for value in (one.shown, one.low, one.high)
    )
    top = course.tops.get(one.workout)
    return StrengthPoint(
        day=one.day,
        value=shown,
        band=(low, high),
        is_record=one.workout in course.records,
        top=rated_set_words(top, course.exercise, unit) if top is not None else "",
    )


def _nothing(course: Course, span: Range, today: date) -> str:
    name, level = course.exercise.name, course.level
    if not level:
        return (
            f"{name}: not assessable so far: log working sets with their reps, or the "
            "seconds of a hold."
        )
    ago = days_ago_words(level[-1].day, today)
    return f"{name}: nothing in {span.words}; the last session is {ago}."
