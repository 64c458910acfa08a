"""The course of a lift: which sessions count, what begins anew, where it fell.

Sessions are taken one after the other, each judged by what those before it lead one to
expect, so the verdict of an earlier day is what could be known on that day.
"""

from bisect import insort
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from math import sqrt
from statistics import fmean, median
from typing import NamedTuple

from msgspec import Struct, field

from befit_tui.analysis.lift.fall import Fall, find_fall, followed, is_near
from befit_tui.analysis.lift.level import Level
from befit_tui.analysis.lift.reading import SessionReading, is_hold
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value

REMEMBERED, FROM_DAYS = 56, 56
"""Sessions of a lift that are looked at, at least; the first of them changes only every
so many days, since another beginning may tell another course."""

BARBELL, OTHER, HOLD = 0.03, 0.04, 0.10
"""Swings from session to session that a lift starts with; in a real log 1.1 to 4.6%."""
START_WORTH = 3
"""Changes from session to session that the start is worth (product constant)."""
LEAST, LEAST_UNRATED, LEAST_HOLD = 0.015, 0.025, 0.05
"""No lift is believed steadier; bench in a real log: 1.1 to 1.8%."""
KEPT, KEPT_MEAN = 0.9, 0.657
"""The largest tenth of the changes is left out, real gains and losses are there; and
the mean size of the smallest nine tenths of normal deviations of unit spread."""

BREAK_DAYS, BREAK_TIMES = 13, 2.5
"""Days without a lift, and times its usual pause, beyond which it was a break."""
BREAK_JUMP = 0.05
"""How far a level may have moved in it, as a share."""
LONG_BREAK_DAYS = 21
"""A break from which what came before is no measure any more."""
GRACE = 2
"""First sessions after a break or on another machine that accuse nobody."""

OTHER_LOAD, OTHER_LEVEL = 0.20, 0.13
"""Differences (ln) of load and of level that together mean another machine or unit."""
ODD = 0.30
"""A difference of level that no lifter makes from one session to the next."""
OTHER_FIGURE, OTHER_TOOLS = 0.005, 0.05
"""Loads as near (ln) that are not the same, 55.12 and 55, or in another unit, are of
other dumbbells or plates, if the level differs by so much too."""
HOLD_TIMES = 3.0
"""Holds swing so many times as much as loads."""
ALIKE, ODD_ALIKE, UNRATED_ALIKE = 0.10, 2, 4
"""Sessions so near to each other are the new usual: two odd ones, or four unrated ones
that showed less."""
NEW_JUMP = 0.5
LATELY = 6

AHEAD = 3
"""Sessions in a row that showed more than was expected, the last more than ever, which
tell that a lift rises steadily: its level goes along then (product constant)."""

RISE, RISE_SURE = 0.02, 1.8
"""Least rise that is told, and by how many errors; and how far the level may have sunk
since."""
RISE_DAYS, RISE_MOST_DAYS = 12, 126

STALL_DAYS, STALL_MOST_DAYS, STALL_SESSIONS = 66, 126, 10
"""Ten weeks of training, from a Monday to the Thursday of the tenth, without a rise of
a lift; how far back that is looked for, and sessions that it takes."""
STALL_RISE, STALL_MOVED = 0.001, 0.015
"""A lift that rose no more than this since those days on the whole, and was since then
never so far from where it is now, stands still: what sank and rose again did not."""
STALL_BAD_DAY, STALL_GOOD_DAY = 0.01, 0.001
"""A session that showed so much less or more than the level tells of no stall: the
level that is told would be less than what was just done."""
STEADY = 0.025
"""A level this near to another, a step of plates at 100 kg, neither rose nor fell."""


class Swing:
    """How far a lift swings from session to session when nothing has changed.

    It goes by the sessions so far: what a later one shows changes no verdict of before.
    """

    def __init__(self, exercise: Exercise) -> None:
        barbell = exercise.equipment == "barbell"
        hold = is_hold(exercise)
        self._start = HOLD if hold else BARBELL if barbell else OTHER
        self._least = LEAST_HOLD if hold else LEAST_UNRATED
        self._steadier = self._least if hold else LEAST
        self._last: deque[SessionReading] = deque(maxlen=LATELY)
        self._steps: list[float] = []

    def after(self, now: SessionReading) -> float:
        """The swing as a share, with one more session."""
        alike = (one for one in reversed(self._last) if is_near(one, now))
        if (before := next(alike, None)) is not None:
            insort(self._steps, abs((now.level or 0.0) - (before.level or 0.0)))
        self._last.append(now)
        if now.rated:
            self._least = self._steadier
        count = len(self._steps)
        # Not their median, which jumps from nothing to a whole rep where loads stand
        # still.
        kept = self._steps[: max(1, round(KEPT * count))]
        size = fmean(kept) / KEPT_MEAN if kept else 0.0
        whole = count * size**2 / 2 + START_WORTH * self._start**2
        return max(self._least, sqrt(whole / (count + START_WORTH)))


class Change(NamedTuple):
    """What happened to the level since the session ``then``."""

    then: int
    days: int
    by: float
    error: float
    sank: float
    """How far the level is below its highest since."""

    @property
    def is_rise(self) -> bool:
        """Whether the level clearly rose and is still up there."""
        far = self.by >= max(RISE, RISE_SURE * self.error)
        return far and self.days >= RISE_DAYS and self.sank <= RISE


class Stall(Value, frozen=True):
    """A time without a rise: from which session, told when."""

    then: int
    told: date


class Course(Struct):
    """A lift after the sessions taken so far.

    ``doubtful`` workouts tell of no fall: an easy week ended just before them.
    ``start`` is the first session of ``level`` that the last can be compared with,
    ``fallen`` the one that ended the last fall: what was lost before is no news.
    ``grace`` are the sessions that accuse nobody yet, ``after_break`` why: a break,
    else something new.
    """

    exercise: Exercise
    swing: Swing
    doubtful: frozenset[str] = frozenset()
    level: Level = field(default_factory=Level)
    start: int = 0
    starts: list[int] = field(default_factory=list)
    fallen: int = 0
    grace: int = 0
    after_break: bool = False
    fall: Fall | None = None
    stall: Stall | None = None
    _held_back: list[SessionReading] = field(default_factory=list)
    _ahead: list[float] = field(default_factory=list)

    @property
    def rated(self) -> bool:
        """Whether the effort of most of the last sessions is known."""
        last = self.level.shown[-LATELY:]
        return 2 * sum(one.rated for one in last) >= len(last)

    def take(self, now: SessionReading, away: int) -> None:
        """Go on by one session, after a break of ``away`` days if that is not 0."""
        self.level.noise, jump = self.swing.after(now), 0.0
        if away:
            jump = BREAK_JUMP
            self._begin(after_break=True, anew=away >= LONG_BREAK_DAYS)
        if not self.level.shown:
            self._add(now, jump)
            return
        mean, error = self.level.expected(now, jump)
        surprise = (now.level or 0.0) - mean
        if self.start == len(self.level.shown):
            self._add(now, NEW_JUMP if self._is_odd(now, surprise) else jump)
        elif self._is_odd(now, surprise):
            self._hold_back(now, ODD_ALIKE)
        elif surprise < -error and self._says_nothing(now):
            self._hold_back(now, UNRATED_ALIKE)
        else:
            self._add(now, max(jump, self._pace(now, surprise)))

    def _pace(self, now: SessionReading, surprise: float) -> float:
        """How far the level of a steady rise moves in a session, 0 of any other.

        A level moves slowly, and a beginner does not: he would be told half of what he
        gained, and late. The least of the surprises is what all of them bear out.
        """
        self._ahead = [*self._ahead[1 - AHEAD :], surprise]
        best = max(one.level or 0.0 for one in self.level.shown[self.start :])
        steady = len(self._ahead) == AHEAD and (now.level or 0.0) > best
        return max(0.0, min(self._ahead)) if steady else 0.0

    def _is_odd(self, now: SessionReading, surprise: float) -> bool:
        times = HOLD_TIMES if is_hold(self.exercise) else 1.0
        moved = abs(now.ln_kg - self.level.shown[-1].ln_kg)
        far = abs(surprise) / times
        if far > OTHER_TOOLS and _has_other_tools(now, self.level.shown[-1]):
            return True
        return far > ODD or (moved > OTHER_LOAD and far > OTHER_LEVEL)

    def _hold_back(self, now: SessionReading, usual: int) -> None:
        """Leave a session out, until so many alike are the new usual."""
        level = now.level or 0.0
        near = (one for one in self._held_back if abs((one.level or 0) - level) < ALIKE)
        held = self._held_back = [*near, now]
        if len(held) >= usual:
            self._begin(after_break=False, anew=True)
            for place, one in enumerate(held):
                self._add(one, 0.0 if place else NEW_JUMP)

    def _says_nothing(self, now: SessionReading) -> bool:
        """Whether less was shown, but may have been planned: only if unrated.

        Lighter sets may have been easy; so may sets across, where a lifter used to
        do what was there.
        """
        if now.rated:
            return False
        lately = self.level.shown[-LATELY:]
        same = [one for one in lately if is_near(one, now)]
        return not same or (now.even and not any(one.even for one in same))

    def _begin(self, *, after_break: bool, anew: bool) -> None:
        self.grace, self.after_break = GRACE + 1, after_break
        if anew:
            self.start, self.fall, self.stall = len(self.level.shown), None, None
            self._ahead = []
            self.starts.append(self.start)

    def _add(self, now: SessionReading, jump: float) -> None:
        self.level.add(now, jump)
        self._held_back = []
        self.grace = max(0, self.grace - 1)
        if self.fall is not None:
            self.fall = followed(self.fall, self.level)
            self.fallen = self.fallen if self.fall else len(self.level.shown) - 1
        if self.fall is None and not self.grace and now.workout.id not in self.doubtful:
            first, hold = max(self.start, self.fallen), is_hold(self.exercise)
            self.fall = find_fall(self.level, first, hold=hold, rated=self.rated)
        self.stall = self._stalled(now)

    def _stalled(self, now: SessionReading) -> Stall | None:
        """Whether the level is where it was ten weeks and longer ago, on the whole.

        Once told it takes a rise to end it: a lift that swings is not told anew.
        """
        means, shown = self.level.means, self.level.shown
        ago = [
            then
            for then in range(self.start, len(means) + 1 - STALL_SESSIONS)
            if STALL_DAYS <= (now.day - shown[then].day).days <= STALL_MOST_DAYS
        ]
        if not ago:
            return None
        rose = means[-1] - fmean([means[then] for then in ago])
        if self.stall is not None:
            return Stall(ago[0], self.stall.told) if rose <= RISE else None
        moved = max(abs(mean - means[-1]) for mean in means[ago[0] :]) > STALL_MOVED
        off = (now.level or 0.0) - means[-1]
        usual = -STALL_BAD_DAY <= off <= STALL_GOOD_DAY
        still = usual and not moved and rose <= STALL_RISE
        return Stall(ago[0], now.day) if still else None

    def changes(self, day: date) -> Iterator[Change]:
        """The changes of the level that can be told, the longest first."""
        level, last = self.level, len(self.level.shown) - 1
        for then in range(self.start, last):
            days = (day - level.shown[then].day).days
            if days <= RISE_MOST_DAYS:
                sank = max(level.means[then:]) - level.means[-1]
                yield Change(then, days, *level.change(then, last), sank)


def course_of(
    exercise: Exercise,
    shown: Sequence[SessionReading],
    easy: frozenset[str],
    doubtful: frozenset[str] = frozenset(),
) -> Course:
    """Follow a lift through its sessions, oldest first; ``easy`` ones are left out."""
    shown = _remembered(shown)
    course = Course(exercise, Swing(exercise), doubtful)
    gaps: list[int] = []
    longest = 0
    for place, now in enumerate(shown):
        away = (now.day - shown[place - 1].day).days if place else 0
        if is_break(away, gaps):
            longest = max(longest, away)
        if place:
            gaps.append(away)
        if now.level is not None and now.workout.id not in easy:
            course.take(now, longest)
            longest = 0
    return course


def _has_other_tools(one: SessionReading, other: SessionReading) -> bool:
    """Whether loads are told in another unit, or nearly the same by another figure."""
    load, before = one.top.load, other.top.load
    if load is None or before is None or not before.value or not load.value:
        return False
    near = 0 < abs(load.kg / before.kg - 1) < OTHER_FIGURE
    return near or load.unit is not before.unit


def _remembered(shown: Sequence[SessionReading]) -> Sequence[SessionReading]:
    """The last sessions, all of those of the stretch of days that the first lies in."""
    if len(shown) <= REMEMBERED:
        return shown
    stretch = shown[-REMEMBERED].day.toordinal() // FROM_DAYS
    return [one for one in shown if one.day.toordinal() // FROM_DAYS >= stretch]


def is_break(away: int, gaps: Sequence[int]) -> bool:
    """Whether so many days without a lift are a break, after its usual ``gaps``."""
    usual = median(gaps[-8:]) if gaps else 0
    return away > max(BREAK_DAYS, BREAK_TIMES * usual)
