"""The lifts of a log as it stood at the end of a day, worked out when asked for."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import dropwhile, takewhile
from typing import Any, TypeVar

from befit_tui.analysis.lift.course import course_of
from befit_tui.analysis.lift.easy_week import Votes, easy_workouts, votes_of
from befit_tui.analysis.lift.judge import RECENT_DAYS, judged
from befit_tui.analysis.lift.reading import SessionReading, read
from befit_tui.analysis.lift.sessions import WeighIns, session_of, weigh_ins
from befit_tui.analysis.lift.verdict import LevelPoint, Measure, Verdict, day_name
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout

T = TypeVar("T")


LOOK_BACK = timedelta(days=400)
"""How far back sessions are looked at."""
WEEK = timedelta(days=7)


class Memo:
    """What was worked out of a log: of its sessions, and of the days it is seen from.

    What is true of a session on every day is little; what is true of a day is much.
    """

    def __init__(self, sessions: dict[Hashable, Any] | None = None) -> None:
        self._days: dict[Hashable, Any] = {}
        self._sessions = {} if sessions is None else sessions

    def of_other_days(self) -> "Memo":
        """One for other days of the same log, which may be let go by itself."""
        return Memo(self._sessions)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key; made at first need."""
        return _kept(self._days, key, make)

    def of_session(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same of what a session says on every day."""
        return _kept(self._sessions, key, make)


def _kept(kept: dict[Hashable, Any], key: Hashable, make: Callable[[], T]) -> T:
    if key not in kept:
        kept[key] = make()
    found: T = kept[key]
    return found


class Verdicts:
    """The verdicts on one log at the end of the day ``as_of``.

    ``memo`` may be shared by several days of the same log: then only the lifts that
    were done in between are worked out anew. ``live`` is the open workout, judged as
    if it were over, except that it may get more sets.
    """

    def __init__(
        self,
        history: History,
        exercises: Callable[[str], Exercise],
        as_of: date,
        *,
        live: Workout | None = None,
        memo: Memo | None = None,
    ) -> None:
        self._history, self._exercises = history, exercises
        self._as_of, self._live = as_of, live
        self._memo = memo or Memo()

    def with_live(self, workout: Workout) -> "Verdicts":
        """The lifts with an open workout after all of the log."""
        known = self._history, self._exercises, self._as_of
        return Verdicts(*known, live=workout, memo=self._memo)

    def verdict(self, exercise: Exercise) -> Verdict:
        """The verdict on one lift, worked out once."""
        key = ("verdict", exercise.id, self._as_of, self._now)
        return self._memo.get(key, lambda: self._verdict(exercise))

    def _verdict(self, exercise: Exercise) -> Verdict:
        shown = self._shown(exercise)
        states = tuple((one.workout.id, one.workout.rev) for one in shown)
        easy = self.easy_workouts.intersection(name for name, _ in states)
        after = self._after_easy.intersection(name for name, _ in states)
        course = self._memo.get(
            ("course", exercise.id, states, easy, after),
            lambda: course_of(exercise, shown, easy, after),
        )
        verdict = judged(course, shown, self._as_of, easy=self.easy)
        last = next(self._days_back(exercise), None)
        if last is None:
            return verdict
        if (then := self._as_of_day(last)) is not self:
            # It is measured as it was when it was done, by all that was known then.
            found = then.verdict(exercise)
            verdict = replace(verdict, measure=found.measure, rated=found.rated)
        if shown:
            return verdict
        return verdict.cannot_tell(f"it was last done on {day_name(last)}")

    def level(
        self, exercise: Exercise, since: date = date.min
    ) -> tuple[LevelPoint, ...]:
        """The level of a lift, oldest first, as far back as ``since`` at least.

        A verdict looks back a year; what came before is read year by year, as far as
        it is measured in the same. Reps are those with one load, so of one year only.
        """
        days = [*self._days_back(exercise)][::-1]
        found: tuple[LevelPoint, ...] = ()
        measure = None
        while days and (not found or days[-1] >= since):
            last = days[-1]
            verdict = self._as_of_day(last).verdict(exercise)
            if found and (verdict.measure is not measure or measure is Measure.REPS):
                break
            measure, found = verdict.measure, verdict.level + found
            before = verdict.level[0].day if verdict.level else last - LOOK_BACK
            days = [day for day in days if day < before]
        return found

    def _as_of_day(self, day: date) -> "Verdicts":
        """The lifts at the end of a day; these, if they judge that day yet."""
        if (self._as_of - day).days < RECENT_DAYS:
            return self
        return Verdicts(self._history, self._exercises, day, memo=self._memo)

    def recent(self) -> tuple[Verdict, ...]:
        """The verdicts on the lifts of the last 28 days, the last done first."""
        first = self._as_of - timedelta(days=RECENT_DAYS)
        recent = takewhile(lambda w: w.day > first, reversed(self._log))
        ids = dict.fromkeys(e.exercise for w in recent for e in w.entries if e.sets)
        lifts = map(self._exercises, ids)
        return tuple(self.verdict(lift) for lift in lifts if lift.is_judged)

    def _days_back(self, exercise: Exercise) -> Iterator[date]:
        """The days of a lift up to now, however long ago, newest first."""
        for one in reversed(self._history.exposures(exercise.id)):
            if one.workout.day <= self._as_of:
                yield one.workout.day

    @cached_property
    def easy(self) -> bool:
        """Whether the day lies in an easy week, marked or not."""
        last = self._log[-1] if self._log else None
        if last is None or self._as_of - last.day > WEEK:
            return False
        return last.id in self.easy_workouts

    @cached_property
    def easy_workouts(self) -> frozenset[str]:
        """The ids of the workouts that were easy on purpose, marked or not."""
        key = ("easy", self._as_of, self._now)
        return self._memo.get(key, lambda: easy_workouts(self._log, self._votes()))

    @cached_property
    def _after_easy(self) -> frozenset[str]:
        """Those of the week after each of them, in which some lifts may still be."""
        days = {one.day for one in self._log if one.id in self.easy_workouts}
        after = {day + timedelta(n) for day in days for n in range(WEEK.days + 1)}
        return frozenset(one.id for one in self._log if one.day in after)

    def _votes(self) -> dict[str, Votes]:
        """What each lift says of the workouts it was done in."""
        ids = dict.fromkeys(e.exercise for w in self._log for e in w.entries if e.sets)
        found: dict[str, Votes] = {}
        for lift in map(self._exercises, ids):
            shown = self._shown(lift) if lift.is_judged else []
            if shown:
                first, last = shown[0].workout.id, shown[-1].workout
                key = ("votes", lift.id, len(shown), first, last.id, last.rev)
                make = partial(votes_of, lift.id, shown, self._memo.of_session)
                found[lift.id] = self._memo.get(key, make)
        return found

    @cached_property
    def _log(self) -> list[Workout]:
        """The workouts looked at, oldest first, the open one last."""
        first, last = self._as_of - LOOK_BACK, self._as_of
        newest = self._history.newest_first()
        upto = dropwhile(lambda w: w.day > last, newest)
        past = list(takewhile(lambda w: w.day > first, upto))[::-1]
        return past if self._live is None else [*past, self._live]

    @property
    def _now(self) -> tuple[str, int] | None:
        return (self._live.id, self._live.rev) if self._live is not None else None

    def _shown(self, exercise: Exercise) -> Sequence[SessionReading]:
        """What the sessions of a lift showed, oldest first."""
        past = self._history.exposures(exercise.id)
        first, last = self._as_of - LOOK_BACK, self._as_of
        seen = [one for one in past if first < one.workout.day <= last]
        if self._live is not None:
            entries = self._live.entries
            now = (one for one in entries if one.exercise == exercise.id and one.sets)
            seen += [Exposure(self._live, one) for one in now]
        ends = [(one.workout.id, one.workout.rev) for one in (*seen[:1], *seen[-1:])]
        return self._memo.get(
            ("shown", exercise.id, len(seen), *ends),
            lambda: tuple(self._read(seen, exercise)),
        )

    def _read(
        self, seen: Sequence[Exposure], exercise: Exercise
    ) -> Iterator[SessionReading]:
        """What each session showed by itself, whichever day it is looked at from."""
        for workout in {one.workout.id: one.workout for one in seen}.values():
            key = ("read", exercise.id, workout.id, workout.rev)
            session = partial(session_of, workout, exercise, self._weighed)
            found = self._memo.of_session(key, lambda s=session: read(s()))  # type: ignore[misc]
            if found is not None:
                yield found

    @cached_property
    def _weighed(self) -> WeighIns:
        live = () if self._live is None else (self._live,)
        return weigh_ins((*self._history, *live))
