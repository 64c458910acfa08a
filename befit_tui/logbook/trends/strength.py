"""The strength of a lift over time, with what chance alone explains."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt
from statistics import fmean, mean
from typing import NamedTuple

from befit_tui.analysis.lift.noise import default_error, typical_error
from befit_tui.analysis.lift.strength import StrengthPoint
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import counted, days_ago_words
from befit_tui.logbook.trends.span import Range

LEVEL = 3
"""Sessions whose mean is the level at either end of a range (product constant)."""
LEAST_SESSIONS = 4
"""Comparable sessions that a change needs: two at either end (product constant)."""
USUAL_SESSIONS = 5
"""Earlier sessions whose mean is what a session is set against (product constant)."""
NINE_IN_TEN = 1.645
"""Typical errors that hold nine in ten of the swings of an unchanged lift: the normal
distribution, as in the smallest detectable change of Hopkins (2000)."""
MOST_SWING = 0.3
"""A usual swing above this is not one lift: machines differ (product constant)."""
WITH_1RM = (LoadKind.WEIGHT, LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED)


class Lift(NamedTuple):
    """A lift with a 1RM, and the number of workouts that hold it."""

    exercise: Exercise
    workouts: int
    is_heading: bool = False

    @property
    def id(self) -> str:
        """The id of the exercise."""
        return self.exercise.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A lift over a range of days.

    ``points`` leave deloads out; ``bands`` has, for each, the range in kilograms that
    chance alone explains after the sessions before, or None while they are too few.
    """

    points: tuple[StrengthPoint, ...]
    bands: tuple[tuple[float, float] | None, ...]
    sentence: str


def lifts_of(counts: Mapping[str, int], catalog: Catalog) -> tuple[Lift, ...]:
    """The lifts that have an estimated 1RM, the one done most often first."""
    lifts = (Lift(catalog.get(key), counts[key]) for key in counts)
    return tuple(
        sorted(
            (found for found in lifts if found.exercise.load in WITH_1RM),
            key=lambda found: (
                -found.workouts,
                not found.exercise.is_compound,
                found.exercise.name,
            ),
        )
    )


def strength_of(
    exercise: Exercise,
    every: Sequence[StrengthPoint],
    span: Range,
    today: date,
    unit: Unit,
    lay_off_days: int,
) -> Strength:
    """A lift in a range that ends ``today``.

    Args:
        exercise: the lift.
        every: its points, oldest first, none of a deload and none after ``today``.
        span: how far to look back.
        today: the last day of the range.
        unit: what the sentence is in.
        lay_off_days: a longer time without the lift makes what is usual begin anew.
    """
    first = span.first(today) or date.min
    start = sum(point.at.date() < first for point in every)
    points = tuple(every[start:])
    error = typical_error(
        [point.kg for point in points], default_error(exercise.equipment)
    )
    if points:
        sentence = _change(exercise, points, span, error, unit)
    else:
        sentence = _nothing(exercise, every, span, today)
    bands = tuple(_bands(every, start, error, lay_off_days))
    return Strength(points=points, bands=bands, sentence=sentence)


def deviations(
    every: Sequence[StrengthPoint], lay_off_days: int
) -> tuple[tuple[date, float], ...]:
    """How far each session lay from those before it, as a share: -0.03 is 3% below.

    Sessions without three comparable ones before them tell nothing.
    """
    telling = _telling(every)
    usuals = ((point, _usual(telling, point, lay_off_days)) for point in telling)
    return tuple(
        (point.at.date(), point.kg / exp(fmean(map(log, usual))) - 1)
        for point, usual in usuals
        if len(usual) >= LEVEL
    )


def set_behind(point: StrengthPoint, unit: Unit) -> str:
    """``from 80 kg × 8``, and that the 1RM may be higher where no effort is known."""
    load = f"{point.load.to(unit)} × " if point.load is not None else ""
    known = "" if point.rated else ", effort not known: at least this"
    return f"from {load}{point.reps}{known}"


def _change(
    exercise: Exercise,
    points: Sequence[StrengthPoint],
    span: Range,
    error: float,
    unit: Unit,
) -> str:
    """The level at the end of a range against that at its start."""
    alike = [point.kg for point in points if point.rated is points[-1].rated]
    ends = min(LEVEL, len(alike) // 2)
    over = span.over
    if len(alike) < LEAST_SESSIONS:
        few = counted(len(alike), "session")
        if len(alike) < len(points):
            few += " rated" if points[-1].rated else " not rated, like the newest"
        return f"{exercise.name}: not assessable {over}: {few}."
    now, then = mean(alike[-ends:]), mean(alike[:ends])
    share = now / then - 1
    usual = exp(NINE_IN_TEN * error * sqrt(2 / ends)) - 1
    if usual > MOST_SWING:
        return f"{exercise.name}: not assessable {over}: it swings by {usual:.0%}."
    level = number(round(from_kg(now, unit), 1))
    least = "" if points[-1].rated else "at least "
    body = "" if exercise.load is LoadKind.WEIGHT else " with body mass"
    moved = _moved(share)
    inside = f", within your usual {usual:.1%}" if abs(share) <= usual else ""
    return (
        f"{exercise.name}: {least}{level} {unit}{body} over the last {ends} sessions, "
        f"{moved} {over}{inside}."
    )


def _moved(share: float) -> str:
    if abs(share) < 0.0005:
        return "no change"
    return f"{'up' if share > 0 else 'down'} {abs(share):.1%}"


def _nothing(
    exercise: Exercise, every: Sequence[StrengthPoint], span: Range, today: date
) -> str:
    if not every:
        return (
            f"{exercise.name}: not assessable so far: a 1RM needs a load and a working "
            "set of at most 12 reps to failure."
        )
    ago = days_ago_words(every[-1].at.date(), today)
    return f"{exercise.name}: nothing in {span.words}; the last estimate is {ago}."


def _bands(
    every: Sequence[StrengthPoint], start: int, error: float, lay_off_days: int
) -> Iterator[tuple[float, float] | None]:
    """What each point from ``start`` on may show by chance after those before it."""
    telling = _telling(every)
    for point in every[start:]:
        earlier = _usual(telling, point, lay_off_days)
        if len(earlier) < LEVEL:
            yield None
            continue
        usual = exp(fmean(map(log, earlier)))
        swing = exp(NINE_IN_TEN * error * sqrt(1 + 1 / len(earlier)))
        yield usual / swing, usual * swing


def _telling(every: Sequence[StrengthPoint]) -> Sequence[StrengthPoint]:
    """Where a lift has been rated at all, unrated sessions tell nothing of it."""
    return [point for point in every if point.rated] or every


def _usual(
    telling: Sequence[StrengthPoint], point: StrengthPoint, lay_off_days: int
) -> list[float]:
    """The kilograms of the last sessions before a point, none before a lay-off."""
    place = bisect_left(telling, point.at, key=lambda one: one.at)
    before = telling[max(0, place - USUAL_SESSIONS) : place]
    return [one.kg for one in before if (point.at - one.at).days <= lay_off_days]
