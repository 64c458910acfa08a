"""Tonnage: the kilograms moved, load times reps, by a lift or by whole workouts."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import mean

from befit_tui.analysis.volume import moved_kg_reps
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.load import Unit, from_kg
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.curve import Curve, Point
from befit_tui.logbook.trends.time_range import Window

SAME = 0.05
"""A session this close to the mean of those before is as usual (product constant)."""


def moved_in_lift(
    history: History, exercise: Exercise, window: Window, unit: Unit
) -> Curve:
    """What a lift moved in every session of a window, with the workout's name."""
    own = exercise.unit or unit
    if exercise.load is LoadKind.ASSISTED:
        none = f"{exercise.name}: what helps is no load that is moved."
        return Curve(points=(), unit=own, sentence=none)
    done = history.exposures(exercise.id)
    since = bisect_left(done, window.first, key=lambda one: one.workout.day)
    points = _points(_sessions(done[since:]), window, own)
    added = ", what was added to the body" if exercise.load.on_body else ""
    said = _sentence(exercise.name + added, points, window, own)
    return Curve(points=points, unit=own, sentence=said)


def moved_in_workouts(
    history: History, lifts: Sequence[Exercise], window: Window, unit: Unit
) -> Curve:
    """What every whole workout of a window moved; the last is set against its like."""
    assisted = {one.id for one in lifts if one.load is LoadKind.ASSISTED}
    earliest = window.first.isoformat()[:7]
    found = (
        (workout, sum(moved_kg_reps(entry) for entry in workout.entries
                      if entry.exercise not in assisted))
        for month in history.months
        if month >= earliest
        for workout in history.month(month)
    )  # fmt: skip
    points = _points(found, window, unit)
    name = points[-1].words if points else "Every workout"
    alike = [one for one in points if one.words == name]
    said = _sentence(name, alike, window, unit)
    return Curve(points=points, unit=unit, sentence=said)


def _sessions(exposures: Iterable[Exposure]) -> Iterator[tuple[Workout, float]]:
    for _, found in groupby(exposures, key=lambda one: one.workout.id):
        every = tuple(found)
        yield every[0].workout, sum(moved_kg_reps(one.entry) for one in every)


def _points(
    sessions: Iterable[tuple[Workout, float]], window: Window, unit: Unit
) -> tuple[Point, ...]:
    """The sessions of a window in which something was moved."""
    return tuple(
        Point(day, from_kg(kg, unit), words=workout.name or "Workout")
        for workout, kg in sessions
        if kg and window.first <= (day := workout.day) <= window.today
    )


def _sentence(name: str, points: Sequence[Point], window: Window, unit: Unit) -> str:
    """The last session against those before."""
    if not points:
        return (
            f"{name}: no set with a load and reps {window.over}; what has no load is "
            "followed in reps or seconds."
        )
    *before, last = points
    said = f"{name}: {last.value:,.0f} {unit} moved on {day_words(last.day)}"
    if not before:
        return f"{said}, the only session {window.over}."
    much = against(last.value, mean(one.value for one in before))
    many = "" if len(before) == 1 else f"{len(before):,} "
    than = f"the {many}{'sessions before on average' if many else 'session before'}"
    most = max(points, key=lambda one: (one.value, one.day))
    told = f"{said}, {much} {than}"
    if most is last:
        return f"{told}, and the most {window.over}."
    most_words = f"{most.value:,.0f} on {day_words(most.day)}"
    return f"{told}; the most {window.over} was {most_words}."


def against(value: float, usual: float) -> str:
    """``12% more than``, ``8% less than`` or ``about as much as`` what is usual."""
    share = value / usual - 1 if usual else 0.0
    if abs(share) < SAME:
        return "about as much as"
    return f"{abs(share):.0%} {'more' if share > 0 else 'less'} than"
