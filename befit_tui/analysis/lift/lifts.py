"""The lifts of a log as it stood at the end of a day, worked out when asked for."""

from collections.abc import Callable, Hashable, MutableMapping
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile
from typing import Any

from befit_tui.analysis.lift.course import Course, course_of
from befit_tui.analysis.lift.easy_week import easy_workouts
from befit_tui.analysis.lift.judge import judged
from befit_tui.analysis.lift.reading import Reading, readings
from befit_tui.analysis.lift.sessions import session_of, sessions, weigh_ins
from befit_tui.analysis.lift.verdict import Verdict, WeekKind
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

LOOK_BACK = timedelta(days=400)
RECENT = timedelta(days=28)
"""A lift that was not done for so long is no longer judged."""
WEEK = timedelta(days=7)

Kept = MutableMapping[Hashable, Any]


class Lifts:
    """The verdicts on one log at the end of the day ``as_of``.

    ``kept`` may be shared by several days of the same log: then only the lifts that
    were done in between are worked out anew. ``live`` is the open workout; its sets
    count, but it is no easy week until it is over, unless it is marked.
    """

    def __init__(
        self,
        history: History,
        exercises: Callable[[str], Exercise],
        as_of: date,
        *,
        live: Workout | None = None,
        kept: Kept | None = None,
    ) -> None:
        self._history = history
        self._exercises = exercises
        self._as_of = as_of
        self._live = live
        self._kept: Kept = {} if kept is None else kept

    def verdict(self, exercise: Exercise) -> Verdict:
        """The verdict on one lift."""
        shown = self._shown(exercise)
        if self._live is not None:
            now = session_of(self._live, exercise, weigh_ins((self._live,)))
            shown = [*shown, *readings([now], exercise)]
        return judged(self._course(exercise, shown), shown, self._as_of, easy=self.easy)

    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on the lifts of the last 28 days, the last done first."""
        first = self._as_of - RECENT
        recent = takewhile(lambda w: w.started_at.date() > first, reversed(self._log))
        ids = dict.fromkeys(e.exercise for w in recent for e in w.entries if e.sets)
        lifts = map(self._exercises, ids)
        return tuple(self.verdict(lift) for lift in lifts if lift.is_judged)

    @cached_property
    def easy(self) -> bool:
        """Whether the day lies in an easy week, marked or not."""
        last = self._live or (self._log[-1] if self._log else None)
        if last is None or self._as_of - last.started_at.date() > WEEK:
            return False
        return last.phase is Phase.DELOAD or last.id in self.easy_workouts

    @property
    def week(self) -> WeekKind:
        """The kind of week the day lies in for training as a whole."""
        return WeekKind.EASY if self.easy else WeekKind.NORMAL

    @cached_property
    def easy_workouts(self) -> frozenset[str]:
        """The ids of the workouts that were easy on purpose, marked or not."""
        ids = dict.fromkeys(e.exercise for w in self._log for e in w.entries if e.sets)
        lifts = {key: self._exercises(key) for key in ids}
        shown = {key: self._shown(one) for key, one in lifts.items() if one.is_judged}
        return easy_workouts(self._log, shown)

    @cached_property
    def _log(self) -> list[Workout]:
        """The workouts looked at, oldest first."""
        first = self._as_of - LOOK_BACK
        upto = (
            w
            for w in self._history.newest_first()
            if w.started_at.date() <= self._as_of
        )
        return list(takewhile(lambda w: w.started_at.date() > first, upto))[::-1]

    def _shown(self, exercise: Exercise) -> list[Reading]:
        """What the sessions of a lift showed, oldest first."""
        past = self._history.exposures(exercise.id)
        first, last = self._as_of - LOOK_BACK, self._as_of
        seen = [one for one in past if first < one.workout.started_at.date() <= last]
        key = ("shown", exercise.id, len(seen), seen[-1].workout.id if seen else "")
        if key not in self._kept:
            found = sessions(seen, exercise, self._weighed)
            self._kept[key] = readings(found, exercise)
        shown: list[Reading] = self._kept[key]
        return shown

    @cached_property
    def _weighed(self) -> Any:
        return weigh_ins(self._history)

    def _course(self, exercise: Exercise, shown: list[Reading]) -> Course:
        easy = frozenset(
            one.workout.id
            for one in shown
            if one.workout.id in self.easy_workouts or one.workout.phase is Phase.DELOAD
        )
        key = (
            "course",
            exercise.id,
            tuple((r.workout.id, r.workout.rev) for r in shown),
            easy,
        )
        if key not in self._kept:
            self._kept[key] = course_of(exercise, shown, easy)
        course: Course = self._kept[key]
        return course
