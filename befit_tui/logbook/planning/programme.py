"""What a programme asks for next, worked out from its routines and the log.

Nothing of it is counted in secret: a set that is corrected, a workout that is deleted
or taken back moves week, stage and load as if it had been so from the start.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from befit_tui.analysis.planning.breaks import break_before
from befit_tui.analysis.planning.loadable import Bar
from befit_tui.analysis.planning.programme import next_target, offered_max
from befit_tui.analysis.planning.standing import (
    Standing,
    load_standing,
    max_standing,
)
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Load
from befit_tui.domain.routine import Routine
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Entry, Scheme, Target
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines, training_maxes
from befit_tui.logbook.planning.training_maxes import SetMax
from befit_tui.logbook.planning.weeks import coming_week


@dataclass(frozen=True)
class Programmes:
    """The schemes of a log as they stand at a time, by what ``lifts`` knows."""

    logbook: Logbook
    lifts: Lifts
    at: datetime

    @staticmethod
    def of(logbook: Logbook) -> "Programmes":
        """As they stand now; the whole past is read, for a scheme may be old."""
        past = logbook.past()
        lifts = Lifts(past, logbook.catalog, lambda: logbook.alerts, logbook.habits)
        return Programmes(logbook, lifts, logbook.clock())

    @cached_property
    def known(self) -> tuple[Routine, ...]:
        """The routines of the lifter."""
        return routines.routines(self.logbook)

    @cached_property
    def _maxes(self) -> dict[str, SetMax]:
        return training_maxes.set_maxes(self.logbook)

    def plan(self, routine: Routine, week: int | None = None) -> tuple[Entry, ...]:
        """The entries of a routine as its next workout plans them."""
        week = coming_week(routine, self.lifts.history) if week is None else week
        return tuple(self._planned(entry, week) for entry in routine.entries)

    def next_entry(self, exercise: str, like: Entry | None = None) -> Entry | None:
        """A lift as the routine whose turn it is plans it; None if no scheme moves it.

        A lift that was done outside of its programme since then has left it. With
        ``like`` only in the line of progress of that entry.
        """
        line = _scheme(like.target) if like is not None else None
        for turn in routines.in_turn(self.known, self.lifts.history):
            for entry in turn.routine.entries:
                found = _scheme(entry.target) if entry.exercise == exercise else None
                if found is None or self._was_left(exercise, turn.routine):
                    continue
                if line is None or found.name == line.name:
                    return self._planned(entry, turn.week)
        return None

    def _was_left(self, exercise: str, routine: Routine) -> bool:
        """Whether a lift was last done without a scheme, after the routine was made.

        A routine that was made later than the time that is asked about is none yet.
        """
        if routine.since is not None and routine.since > self.at:
            return True
        done = self.lifts.history.exposures(exercise)
        if not done or _scheme(done[-1].entry.target) is not None:
            return False
        return routine.since is None or done[-1].workout.started_at >= routine.since

    def standing(self, exercise: str, scheme: Scheme, week: int = 0) -> Standing:
        """Where a lift stands before its next session."""
        if not scheme.of_max:
            past = list(_under(scheme, self.lifts.history.exposures(exercise)))
            return load_standing(scheme, past, self.bar(exercise), self.at.date())
        lift = scheme.of or exercise
        start = self._maxes.get(lift)
        if start is None:
            return Standing()
        bar, today = self.bar(lift), self.at.date()
        past = list(_by_max(start.since, self.lifts.history.exposures(lift)))
        return max_standing(start.load, past, bar, today, 0 if scheme.of else week)

    def training_max(self, exercise: str) -> Standing:
        """The training max of a lift before its next session, by its next week."""
        weeks = (
            coming_week(one, self.lifts.history)
            for one in self.known
            for entry in one.entries
            if entry.exercise == exercise and (found := _scheme(entry.target))
            if found.weeks
        )
        return self.standing(exercise, Scheme(of_max=True), next(weeks, 0))

    def lifts_by_max(self, of: Iterable[Routine]) -> dict[str, Target]:
        """The lifts of routines that go by a training max, each with one of its plans.

        The hardest plan of a lift comes last, so that it is the one.
        """
        found: dict[str, Target] = {}
        for routine in of:
            for entry in routine.entries:
                target, scheme = entry.target, _scheme(entry.target)
                if target is None or scheme is None or not scheme.of_max:
                    continue
                decides = bool(scheme.steps or scheme.weeks)
                if scheme.of:
                    found.setdefault(scheme.of, target)
                elif decides or entry.exercise not in found:
                    found[entry.exercise] = target
        return found

    def without_max(self, routine: Routine) -> tuple[str, ...]:
        """The lifts of a routine whose training max nobody has set."""
        return tuple(
            lift for lift in self.lifts_by_max([routine]) if lift not in self._maxes
        )

    def offered(self, exercise: str, target: Target) -> Load | None:
        """The training max that the log speaks for, less after a break; or None."""
        one_rm = self.lifts.one_rm_kg(exercise)
        if one_rm is None:
            return None
        away = break_before(self.lifts.days(exercise), self.at.date())
        kept = away.share if away is not None and away.first else 1.0
        return offered_max(target, one_rm * kept, self.bar(exercise))

    def bar(self, exercise: str) -> Bar:
        """A lift with the loads that the lifter has for it."""
        lift = self.lifts.exercise(exercise)
        return Bar(lift, self.lifts.rack(lift, self.logbook.unit))

    def _planned(self, entry: Entry, week: int) -> Entry:
        scheme = _scheme(entry.target)
        if entry.target is None or scheme is None:
            return entry
        mine = (week - 1) % len(scheme.weeks) + 1 if scheme.weeks and week else 0
        found = self.standing(entry.exercise, scheme, mine)
        target = next_target(entry.target, found, self.bar(entry.exercise), mine)
        return replace(entry, target=target)


def phase_of(entries: Iterable[Entry]) -> Phase | None:
    """A deload where a programme plans an easy week, else nothing."""
    schemes = (_scheme(one.target) for one in entries)
    return Phase.DELOAD if any(one.easy for one in schemes if one) else None


def _scheme(target: Target | None) -> Scheme | None:
    return target.scheme if target is not None else None


def _under(scheme: Scheme, past: Iterable[Exposure]) -> Iterator[Exposure]:
    """The sessions of a lift in its line of progress."""
    for one in past:
        found = _scheme(one.entry.target)
        if found and not found.of_max and found.name == scheme.name:
            yield one


def _by_max(since: datetime, past: Iterable[Exposure]) -> Iterator[Exposure]:
    """The sessions that went by the training max since it was set."""
    for one in past:
        found = _scheme(one.entry.target)
        if found and found.of_max and not found.of and one.workout.started_at > since:
            yield one
