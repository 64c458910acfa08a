"""Kilograms times reps of a lift, or of whole workouts, by session."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import mean

from befit_tui.analysis.volume import moved_kg_reps
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.load import Unit, from_kg
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.trends.span import Range

SAME = 0.05
"""A session this close to the mean of those before is as usual (product constant)."""


@dataclass(frozen=True, slots=True)
class MovedPoint:
    """What one session moved, in the unit of its ``Moved``; ``name`` of the workout."""

    day: date
    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The sessions of a range, oldest first, and what they come to in words."""

    points: tuple[MovedPoint, ...]
    unit: Unit
    sentence: str


def moved_in_lift(
    history: History, exercise: Exercise, span: Range, today: date, unit: Unit
) -> Moved:
    """What a lift moved in every session of a range that ends ``today``."""
    own = exercise.unit or unit
    if exercise.load is LoadKind.ASSISTED:
        return Moved((), own, f"{exercise.name}: what helps is no load that is moved.")
    first = span.first(today) or date.min
    done = history.exposures(exercise.id)
    since = bisect_left(done, first, key=lambda one: one.workout.started_at.date())
    found = _sessions(done[since:])
    points = _points(found, span, today, own)
    return Moved(points, own, _sentence(exercise.name, points, span, own))


def moved_in_workouts(
    history: History,
    lifts: Sequence[Exercise],
    span: Range,
    today: date,
    unit: Unit,
) -> Moved:
    """What every whole workout of a range moved; the last is set against its like."""
    first = span.first(today) or date.min
    assisted = {one.id for one in lifts if one.load is LoadKind.ASSISTED}
    found = (
        (workout, sum(moved_kg_reps(entry) for entry in workout.entries
                      if entry.exercise not in assisted))
        for workout in _since(history, first)
    )  # fmt: skip
    points = _points(found, span, today, unit)
    name = points[-1].name if points else "Every workout"
    alike = [one for one in points if one.name == name]
    return Moved(points, unit, _sentence(name, alike, span, unit))


def _since(history: History, first: date) -> Iterator[Workout]:
    earliest = f"{first:%Y-%m}"
    for month in history.months:
        if month >= earliest:
            yield from history.month(month)


def _sessions(exposures: Iterable[Exposure]) -> Iterator[tuple[Workout, float]]:
    for _, found in groupby(exposures, key=lambda one: one.workout.id):
        every = tuple(found)
        yield every[0].workout, sum(moved_kg_reps(one.entry) for one in every)


def _points(
    sessions: Iterable[tuple[Workout, float]], span: Range, today: date, unit: Unit
) -> tuple[MovedPoint, ...]:
    """The sessions of a range in which something was moved."""
    first = span.first(today) or date.min
    return tuple(
        MovedPoint(
            workout.started_at.date(), from_kg(kg, unit), workout.name or "Workout"
        )
        for workout, kg in sessions
        if kg and first <= workout.started_at.date() <= today
    )


def _sentence(name: str, points: Sequence[MovedPoint], span: Range, unit: Unit) -> str:
    """The last session against those before."""
    if not points:
        return (
            f"{name}: no set with a load and reps {span.over}; what has no load is "
            "followed in reps or seconds."
        )
    *before, last = points
    said = f"{name}: {last.value:,.0f} {unit} × reps on {day_words(last.day)}"
    if not before:
        return f"{said}, the only session {span.over}."
    most = max(points, key=lambda one: one.value)
    usual = mean(one.value for one in before)
    told = f"{said}, {against(last.value, usual)} {_before(len(before))} {span.over}"
    if most is last:
        return f"{told}, and the most of them."
    return f"{told}; the most was {most.value:,.0f} on {day_words(most.day)}."


def against(value: float, usual: float) -> str:
    """``12% above``, ``8% below`` or ``about as much as`` what is usual."""
    share = value / usual - 1 if usual else 0.0
    if abs(share) < SAME:
        return "about as much as"
    return f"{abs(share):.0%} {'above' if share > 0 else 'below'}"


def _before(count: int) -> str:
    return "the session before" if count == 1 else f"the mean of the {count:,} before"
