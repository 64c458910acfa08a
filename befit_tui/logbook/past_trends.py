"""How training went over time, as values that a chart shows, each with a sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log, sqrt
from statistics import mean
from typing import NamedTuple

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.noise import default_error, typical_error
from befit_tui.analysis.strength import StrengthPoint, series
from befit_tui.analysis.volume import WeekEffort, weekly_effort
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.vocabulary import LoadKind, Phase
from befit_tui.domain.wording import days_ago_words
from befit_tui.logbook.past import counted

LEVEL = 3
"""Sessions whose mean is the level at either end of a range (product constant)."""
LEAST_SESSIONS = 4
"""Comparable sessions that a change needs: two at either end (product constant)."""
USUAL_SESSIONS = 5
"""Earlier sessions whose mean is what a session is set against (product constant)."""
NINE_IN_TEN = 1.645
"""Typical errors that hold nine in ten of the swings of an unchanged lift: the normal
distribution, as in the smallest detectable change of Hopkins (2000)."""
DELOAD_GAP_DAYS = 10
"""Deload workouts closer than this belong to one deload (product constant)."""
MOST_SWING = 0.3
"""A usual swing above this is not one lift: machines differ (product constant)."""
LIMITS = Thresholds()
"""The failure budget and what is a lay-off are the same here as in the alerts."""


Days = tuple[date, date]
"""The first and the last day, both included."""
WITH_1RM = (LoadKind.WEIGHT, LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED)


class Range(NamedTuple):
    """How far back a view looks; ``days`` is None for everything."""

    words: str
    days: int | None

    def first(self, today: date) -> date | None:
        """The first day of the range, or None."""
        return None if self.days is None else today - timedelta(self.days - 1)


RANGES = (
    Range("4 weeks", 28),
    Range("12 weeks", 84),
    Range("1 year", 365),
    Range("all", None),
)


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
    deloads: tuple[Days, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Effort:
    """Weeks by reps left, and what they come to in words."""

    weeks: tuple[WeekEffort, ...]
    sentence: str
    failures: str


class Trends:
    """Answers about one history, each worked out once and kept."""

    def __init__(self, history: History, catalog: Catalog) -> None:
        self.history = history
        self._catalog = catalog
        self._series: dict[str, tuple[StrengthPoint, ...]] = {}
        self._deloads: tuple[Days, ...] | None = None

    def lifts(self) -> tuple[Lift, ...]:
        """The lifts that have an estimated 1RM, the one done most often first."""
        counts = self.history.exercises()
        lifts = (Lift(self._catalog.get(key), counts[key]) for key in counts)
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

    def strength(
        self, exercise: Exercise, span: Range, today: date, unit: Unit
    ) -> Strength:
        """The estimated 1RM of a lift in a range that ends ``today``."""
        every = self._points(exercise)
        first = span.first(today) or date.min
        start = sum(point.at.date() < first for point in every)
        points = every[start:]
        error = typical_error(
            [point.kg for point in points], default_error(exercise.equipment)
        )
        if points:
            sentence = _change(exercise, points, span, error, unit)
        else:
            sentence = _nothing(exercise, every, span, today)
        return Strength(
            points=points,
            bands=tuple(_bands(every, start, error)),
            deloads=self._known_deloads(),
            sentence=sentence,
        )

    def effort(self, span: Range, today: date) -> Effort:
        """The sets of every week in a range that ends ``today``, by reps left."""
        oldest = next(iter(self.history), None)
        since = oldest.started_at.date() if oldest else today
        first = max(span.first(today) or since, since)
        weeks = weekly_effort(self.history, first, today)
        if len(weeks) > 1 and not weeks[-1].workouts:
            weeks = weeks[:-1]  # a week that has just begun says nothing
        if not any(week.workouts for week in weeks):
            return Effort((), _nothing_done(self.history, span, today), "")
        return Effort(weeks, _efforts(weeks, span), _failures(weeks))

    def _points(self, exercise: Exercise) -> tuple[StrengthPoint, ...]:
        """Every estimate of a lift; a deload says nothing about strength."""
        if exercise.id not in self._series:
            found = series(self.history, exercise)
            self._series[exercise.id] = tuple(p for p in found if not p.deload)
        return self._series[exercise.id]

    def _known_deloads(self) -> tuple[Days, ...]:
        if self._deloads is None:
            self._deloads = deloads(self.history)
        return self._deloads


def set_behind(point: StrengthPoint, unit: Unit) -> str:
    """``from 80 kg × 8``, and that the 1RM may be higher where no effort is known."""
    load = f"{point.load.to(unit)} × " if point.load is not None else ""
    known = "" if point.rated else ", effort not known: at least this"
    return f"from {load}{point.reps}{known}"


def deloads(history: History) -> tuple[Days, ...]:
    """The first and the last day of every deload."""
    found: list[Days] = []
    for workout in history:
        if workout.phase is not Phase.DELOAD:
            continue
        day = workout.started_at.date()
        if found and (day - found[-1][1]).days <= DELOAD_GAP_DAYS:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


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
    over = "so far" if span.days is None else f"in {span.words}"
    if len(alike) < LEAST_SESSIONS:
        few = counted(len(alike), "session")
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
    return f"{exercise.name}: {least}{level} {unit}{body}, {moved} {over}{inside}."


def _moved(share: float) -> str:
    if abs(share) < 0.0005:
        return "no change"
    return f"{'up' if share > 0 else 'down'} {abs(share):.1%}"


def _nothing(
    exercise: Exercise, every: Sequence[StrengthPoint], span: Range, today: date
) -> str:
    if not every:
        return (
            f"{exercise.name}: not assessable: a 1RM needs a load and a working set of "
            "at most 12 reps to failure."
        )
    ago = days_ago_words(every[-1].at.date(), today)
    return f"{exercise.name}: nothing in {span.words}; the last estimate is {ago}."


def _bands(
    every: Sequence[StrengthPoint], start: int, error: float
) -> Iterator[tuple[float, float] | None]:
    """What each point from ``start`` on may show by chance after those before it.

    Where a lift has been rated at all, unrated sessions tell nothing of what is usual.
    """
    telling = [point for point in every if point.rated] or every
    for point in every[start:]:
        place = bisect_left(telling, point.at, key=lambda one: one.at)
        before = telling[max(0, place - USUAL_SESSIONS) : place]
        earlier = [
            one.kg for one in before if (point.at - one.at).days <= LIMITS.lay_off_days
        ]
        if len(earlier) < LEVEL:
            yield None
            continue
        usual = exp(mean(map(log, earlier)))
        swing = exp(NINE_IN_TEN * error * sqrt(1 + 1 / len(earlier)))
        yield usual / swing, usual * swing


def _efforts(weeks: Sequence[WeekEffort], span: Range) -> str:
    rated = sum(week.rated for week in weeks)
    every = rated + sum(week.not_rated for week in weeks)
    over = "So far" if span.days is None else f"In {span.words}"
    sets = f"{over} {counted(every, 'working set')}"
    if not rated:
        return f"{sets}, none of them rated: how hard they were is not known."
    close = sum(week.one + week.two for week in weeks)
    easy = sum(week.four_plus for week in weeks)
    return (
        f"{sets}, {rated:,} rated; of these {close / rated:.0%} with 1 or 2 left, "
        f"{easy / rated:.0%} with 4 or more."
    )


def _failures(weeks: Sequence[WeekEffort]) -> str:
    failed = sum(week.failure for week in weeks)
    rated = sum(week.rated for week in weeks)
    workouts = sum(week.workouts for week in weeks)
    if not rated:
        return "Failure: not assessable, no set is rated."
    each = failed / workouts
    side = "inside" if each <= LIMITS.failure_budget else "above"
    return (
        f"Failure: {counted(failed, 'set')} in {counted(workouts, 'workout')}, "
        f"{failed / rated:.0%} of the rated; {each:.1f} a workout, {side} the budget "
        f"of {LIMITS.failure_budget}."
    )


def _nothing_done(history: History, span: Range, today: date) -> str:
    last = next(history.newest_first(), None)
    if last is None:
        return "No workouts yet."
    ago = days_ago_words(last.started_at.date(), today)
    return f"No workout in {span.words}; the last one was {ago}."
