"""Where a lift is going, by its course: rising, holding, falling, or cannot tell."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise, takewhile
from math import exp
from statistics import median
from typing import Any

from befit_tui.analysis.lift.course import LATELY, STEADY, Change, Course, is_break
from befit_tui.analysis.lift.fall import SAME_LOAD, Fall, pair_of, scores
from befit_tui.analysis.lift.reading import UNRATED_LEFT, SessionReading, is_hold
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.analysis.lift.verdict import (
    NO_LOAD,
    LevelPoint,
    Measure,
    Trend,
    Verdict,
    WeekKind,
    day_name,
)
from befit_tui.domain.effort import known_left
from befit_tui.domain.load import Unit, number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.wording import counted, short_day_words
from befit_tui.domain.workout import LoggedSet

RECENT_DAYS = 28
"""Days after which a lift is no longer judged."""
LEAST_SESSIONS = 4
"""Sessions that can be compared before anything is said."""
STEADY_ERROR, STEADY_DAYS = 0.04, 28
"""A level that stayed near the last one, this well known, for so long: it holds."""
FOUR_IN_FIVE = 1.28
"""Errors to either side that hold the true level four times in five."""
LONG_SETS = 12
"""Reps to failure above which no formula gives a 1RM (Reynolds 2006)."""
LEAST_REPS = 1.0
HALF = 0.5
"""Share of the reps of now below which those of then, carried to a load that nobody
lifted then, are no number to tell (product constant)."""


def judged(
    course: Course, shown: Sequence[SessionReading], as_of: date, *, easy: bool
) -> Verdict:
    """The verdict on a lift at the end of a day.

    ``shown`` are all its sessions, oldest first; ``easy`` says that the day lies in an
    easy week.
    """
    plain = Verdict(
        exercise=course.exercise.id,
        verdict=Trend.CANNOT_TELL,
        measure=_measure(course),
        week=_week(course, shown, as_of, easy=easy),
        rated=course.rated,
        basis="",
    )
    if not course.level.shown:
        return plain.cannot_tell(_silence(shown))
    if (as_of - shown[-1].day).days >= RECENT_DAYS:
        return plain.cannot_tell(f"it was last done on {day_name(shown[-1].day)}")
    return _told(_Judging(course, plain, as_of))


class _Judging(Value, frozen=True):
    """A course with the verdict that is being made of it."""

    course: Course
    plain: Verdict
    as_of: date

    def says(self, trend: Trend, since: int, told: date | None = None) -> Verdict:
        """The verdict with its numbers; ``told``: since when it has been so."""
        shown, means = self.course.level.shown, self.course.level.means
        then, now = shown[since], shown[-1]
        sessions = counted(len(shown) - since, "session")
        return self._compared(
            verdict=trend,
            basis=f"{_words(now)} against {_words(then)}, {sessions}",
            since=then.day,
            told_on=told,
            before=self._value(means[since], then),
            now=self._value(means[-1], now),
        )

    def falls(self, fall: Fall) -> Verdict:
        """A fall, with the two sessions that show it and the difference of their sets.

        Reps are those with the load of the later one.
        """
        shown = self.course.level.shown
        now, then = shown[fall.now], shown[fall.then]
        pair = of_now, of_then = pair_of(now, then)
        last, first = map(exp, scores(pair))
        if self.plain.measure is Measure.REPS:
            last, first = (EPLEY * (one / of_now.kg - 1) for one in (last, first))
        return self._compared(
            verdict=Trend.FALLING,
            basis=f"{_set_words(of_now.done, now)} against "
            f"{_set_words(of_then.done, then)}",
            since=then.day,
            told_on=fall.told,
            before=first,
            now=last,
            rated=fall.rated,
        )

    def _compared(self, *, before: float, now: float, **said: Any) -> Verdict:
        """A verdict on what a lift was in its measure, and what it is."""
        shown = self.course.level.shown
        top = shown[-1].top.load
        return replace(
            self.plain,
            before=before,
            now=now,
            change_percent=round(100 * (now / before - 1), 1),
            unit=top.unit if top is not None else Unit.KG,
            level=tuple(map(self._point, range(len(shown)), shown)),
            **said,
        )

    def _point(self, place: int, one: SessionReading) -> LevelPoint:
        level = self.course.level
        off, mean = FOUR_IN_FIVE * level.error(place), level.means[place]
        return LevelPoint(
            one.day,
            one.workout.id,
            one.kg,
            shown=self._value(one.level or 0.0, one),
            value=self._value(mean, one),
            low=self._value(mean - off, one),
            high=self._value(mean + off, one),
            anew=place in self.course.starts,
        )

    def can_compare(self, place: int) -> bool:
        """Whether the reps of then, with the load of now, are more than a guess."""
        shown, means = self.course.level.shown, self.course.level.means
        if abs(shown[-1].ln_kg - shown[place].ln_kg) <= SAME_LOAD:
            return True
        then = self._value(means[place], shown[place])
        now = self._value(means[-1], shown[-1])
        return self.plain.measure is not Measure.REPS or then >= HALF * now

    def _value(self, level: float, of: SessionReading) -> float:
        """The level at a session in the measure of the lift, reps with the load of now.

        Of sets that nobody rated it is the least: those that may have been left are in
        the level, and not here.
        """
        if self.plain.measure is Measure.SECONDS:
            return exp(level)
        spare = 0.0 if self.plain.rated else UNRATED_LEFT
        if self.plain.measure is Measure.E1RM:
            return exp(level) - of.kg * spare / EPLEY
        reps = EPLEY * (exp(level) / self.course.level.shown[-1].kg - 1)
        return max(LEAST_REPS, reps - spare)


def _told(lift: _Judging) -> Verdict:
    fall, stall = lift.course.fall, lift.course.stall
    accuses = lift.plain.week not in (WeekKind.BREAK, WeekKind.NEW)
    if fall is not None and not accuses:
        return _untold(lift, "it may still be coming back from a break")
    if fall is not None:
        return lift.falls(fall)
    count = len(lift.course.level.shown) - lift.course.start
    if count < LEAST_SESSIONS:
        return _untold(lift, _too_few(lift.course, count))
    if stall is not None and accuses:
        return lift.says(Trend.HOLDING, stall.then, stall.told)
    changes = list(lift.course.changes(lift.as_of))
    rises = [one for one in changes if one.is_rise]
    known = (one for one in rises if lift.can_compare(one.then))
    best = max(known, key=lambda one: one.by / one.error, default=None)
    if best is not None:
        return lift.says(Trend.RISING, best.then)
    steady = _steady(changes, len(lift.course.level.shown))
    if steady is not None:
        return lift.says(Trend.HOLDING, steady.then)
    if rises:
        return _untold(lift, "its reps with loads so far apart cannot be compared")
    return _untold(lift, "what it gained or lost lately may be chance")


def _steady(changes: Sequence[Change], sessions: int) -> Change | None:
    """The longest time up to now in which the level stayed where it is."""
    still = [*takewhile(lambda one: abs(one.by) <= STEADY, reversed(changes))]
    found = still[-1] if still else None
    if found is None or sessions - found.then < LEAST_SESSIONS:
        return None
    known = found.error <= STEADY_ERROR and found.days >= STEADY_DAYS
    return found if known else None


def _untold(lift: _Judging, why: str) -> Verdict:
    last = len(lift.course.level.shown) - 1
    return lift.says(Trend.CANNOT_TELL, last).cannot_tell(why)


def _too_few(course: Course, count: int) -> str:
    are = "is" if count == 1 else "are"
    sessions = f"it takes {LEAST_SESSIONS} sessions and there {are} {count}"
    # The first session after a break may have been left out: then none is there yet.
    if not 0 < course.start < len(course.level.shown):
        return f"{sessions} so far"
    first = course.level.shown[course.start].day
    if course.after_break:
        return f"{sessions} since the break that ended on {day_name(first)}"
    return f"{sessions} since its load, machine or scheme changed on {day_name(first)}"


def _silence(shown: Sequence[SessionReading]) -> str:
    if any(one.level is not None for one in shown):
        return "there were only easy weeks"
    return "no set was near failure" if shown else "no set was counted"


def _week(
    course: Course, shown: Sequence[SessionReading], as_of: date, *, easy: bool
) -> WeekKind:
    days = [one.day for one in shown[-9:]]
    gaps = [(b - a).days for a, b in pairwise(days)]
    if len(shown) >= LEAST_SESSIONS and is_break((as_of - days[-1]).days, gaps):
        return WeekKind.BREAK
    if easy:
        return WeekKind.EASY
    if len(shown) >= LEAST_SESSIONS and not course.grace:
        return WeekKind.NORMAL
    back = course.grace and course.after_break and len(shown) >= LEAST_SESSIONS
    return WeekKind.BREAK if back else WeekKind.NEW


def _measure(course: Course) -> Measure:
    """A 1RM where a formula gives one; reps for long sets and moved bodies."""
    if is_hold(course.exercise):
        return Measure.SECONDS
    last = course.level.shown[-LATELY:]
    is_weight = course.exercise.load is LoadKind.WEIGHT
    if not is_weight or not last or last[-1].kg == NO_LOAD:
        return Measure.REPS
    if median(one.total for one in last) > LONG_SETS:
        return Measure.REPS
    return Measure.E1RM


def _words(one: SessionReading) -> str:
    """``100 kg x 8, 2 left on 23 Oct``, of the first set at the top load."""
    return _set_words(one.top, one)


def _set_words(done: LoggedSet, of: SessionReading) -> str:
    load = f"{done.load} x " if done.load is not None else ""
    left = known_left(done)
    how = "" if left is None else f", {number(left)} left"
    reps = f"{number(done.seconds)} s" if done.seconds else number(done.reps or 0)
    return f"{load}{reps}{how} on {short_day_words(of.day)}"
