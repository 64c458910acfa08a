"""What a programme asks for next, worked out from its routines and the log; its start.

Nothing of it is counted in secret: a set that is corrected, a workout that is deleted
or taken back moves week, stage and load as if it had been so from the start.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from befit_tui.analysis.planning.caution import break_before
from befit_tui.analysis.planning.programme import next_target, offered_max
from befit_tui.analysis.planning.rack import Bar
from befit_tui.analysis.planning.standing import Standing, load_standing, max_standing
from befit_tui.domain.codec import to_plain
from befit_tui.domain.edit import with_entries
from befit_tui.domain.errors import BefitError
from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.domain.history import Exposure
from befit_tui.domain.load import Load
from befit_tui.domain.routine import Routine, marks_of
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Entry, Target, Workout, schemes_of
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import routines, training_maxes


class Programmes(Value, frozen=True, dict=True):
    """The schemes of a log as they stand at a time, by what ``lifts`` knows."""

    logbook: Logbook
    lifts: Lifts
    at: datetime

    @staticmethod
    def of(logbook: Logbook) -> "Programmes":
        """As they stand now; the whole past is read, for a scheme may be old."""
        return Programmes(logbook, Lifts.of(logbook, logbook.past()), logbook.clock())

    @cached_property
    def known(self) -> tuple[Routine, ...]:
        """The routines of the lifter."""
        return routines.routines(self.logbook)

    def plan(self, routine: Routine, week: int | None = None) -> tuple[Entry, ...]:
        """The entries of a routine as its next workout plans them."""
        if week is None:
            week = routines.coming_week(routine, self.lifts.history)
        return tuple(self._planned(entry, routine, week) for entry in routine.entries)

    def next_entry(self, exercise: str, like: Entry | None = None) -> Entry | None:
        """A lift as the routine whose turn it is plans it; None if no scheme moves it.

        A lift that was done outside of its programme since then has left it. With
        ``like`` only in the line of progress of that entry.
        """
        for turn in routines.in_turn(self.known, self.lifts.history):
            for entry in turn.routine.entries:
                if entry.exercise != exercise or entry.scheme is None:
                    continue
                if self._was_left(exercise, turn.routine):
                    continue
                if like is None or self._is_of_line(like, set(), entry, turn.routine):
                    return self._planned(entry, turn.routine, turn.week)
        return None

    def _was_left(self, exercise: str, routine: Routine) -> bool:
        """Whether a lift was last done without a scheme, after the routine was made.

        A routine that was made later than the time that is asked about is none yet.
        """
        if routine.since is not None and routine.since > self.at:
            return True
        done = self.lifts.history.exposures(exercise)
        if not done or done[-1].entry.scheme is not None:
            return False
        return routine.since is None or done[-1].workout.started_at >= routine.since

    # -- training maxes

    def training_max(self, lift: str, week: int | None = None) -> Standing:
        """The training max of a lift before its next session, or one in a week."""
        if (start := self._maxes.get(lift)) is None:
            return Standing()
        if week is None:
            week = next(self._coming_weeks(lift), 0)
        past = (
            one
            for one in self.lifts.history.exposures(lift)
            if (scheme := one.entry.scheme)
            and scheme.of_max
            and not scheme.of
            and one.workout.started_at > start.since
        )
        return max_standing(start.load, past, self._bar(lift), self.at.date(), week)

    def lifts_by_max(self, of: Iterable[Routine]) -> dict[str, Target]:
        """The lifts of routines by a training max, with the hardest of its plans."""
        found: dict[str, Target] = {}
        for entry in (entry for routine in of for entry in routine.entries):
            target, scheme = entry.target, entry.scheme
            if target is None or scheme is None or not scheme.of_max:
                continue
            if scheme.of:
                found.setdefault(scheme.of, target)
            elif scheme.steps or scheme.weeks or entry.exercise not in found:
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
        return offered_max(target, one_rm * kept, self._bar(exercise))

    # -- inner workings

    @cached_property
    def _maxes(self) -> dict[str, training_maxes.SetMax]:
        return training_maxes.set_maxes(self.logbook)

    def _coming_weeks(self, lift: str) -> Iterator[int]:
        """The week that comes next, of each routine that takes a lift through weeks."""
        for routine in self.known:
            for entry in routine.entries:
                if entry.exercise == lift and entry.scheme and entry.scheme.weeks:
                    yield routines.coming_week(routine, self.lifts.history)

    def _planned(self, entry: Entry, routine: Routine, week: int) -> Entry:
        target, scheme = entry.target, entry.scheme
        if target is None or scheme is None:
            return entry
        mine = (week - 1) % len(scheme.weeks) + 1 if scheme.weeks and week else 0
        bar = self._bar(entry.exercise)
        if scheme.of_max:
            lift = scheme.of or entry.exercise
            found = self.training_max(lift, 0 if scheme.of else mine)
        else:
            past = self._line(entry, routine)
            found = load_standing(scheme, past, bar, self.at.date())
        return replace(entry, target=next_target(target, found, bar, mine))

    def _line(self, entry: Entry, routine: Routine) -> Iterator[Exposure]:
        for one in self.lifts.history.exposures(entry.exercise):
            if self._is_of_line(one.entry, marks_of(one.workout), entry, routine):
                yield one

    def _is_of_line(
        self, done: Entry, marks: set[str], entry: Entry, routine: Routine
    ) -> bool:
        """Whether what was done moves an entry of a routine.

        Routines of a programme move a lift together, unless its plans have names that
        differ; ``marks`` tell of which routine a workout without an id was.
        """
        was, now = done.scheme, entry.scheme
        if was is None or now is None or was.of_max != now.of_max:
            return False
        marks = {done.routine} if done.routine else marks
        groups = {self._groups[mark] for mark in marks if mark in self._groups}
        unknown = not groups and not done.routine
        return was.name == now.name and (unknown or _group(routine) in groups)

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {mark: _group(one) for one in self.known for mark in one.marks}

    def _bar(self, exercise: str) -> Bar:
        lift = self.lifts.catalog.get(exercise)
        return Bar.of(lift, self.lifts.rack(lift, self.logbook.unit))


def _group(routine: Routine) -> str:
    return routine.programme or routine.id


def phase_of(entries: Iterable[Entry]) -> Phase | None:
    """A deload where a programme plans an easy week, else nothing."""
    return Phase.DELOAD if any(one.easy for one in schemes_of(entries)) else None


def start(logbook: Logbook, routine: Routine, week: int | None = None) -> Workout:
    """Open a workout that plans a routine in its next week, or another one."""
    entries = _entries(logbook, routine, week)
    easy = phase_of(entries)
    fields = {} if easy is None else {"phase": easy}
    return logbook.start(routine.name, entries=entries, **fields)


def append(logbook: Logbook, routine: Routine, week: int | None = None) -> Workout:
    """Plan the exercises of a routine behind those of the open workout."""
    active = logbook.opened()
    entries = with_entries(active.entries, _entries(logbook, routine, week))
    return logbook.keep(replace(active, entries=entries), f"append {routine.name}")


def _entries(logbook: Logbook, routine: Routine, week: int | None) -> tuple[Entry, ...]:
    if not routine.entries:
        raise BefitError(f"{routine.name} has no exercises yet; e edits it.")
    entries = routine.entries
    if schemes_of(entries):
        entries = Programmes.of(logbook).plan(routine, week)
    return tuple(replace(one, routine=routine.id) for one in entries)


class MaxRow(Value, frozen=True):
    """A lift, its training max, what the log speaks for, and where both come from.

    ``words`` are as in ``set to 100 kg on Mon 2 Nov · your log says 102.5 kg``.
    """

    id: str
    name: str
    load: Load | None
    offered: Load | None
    words: str


def max_rows(logbook: Logbook, of: Iterable[Routine] | None = None) -> Iterator[MaxRow]:
    """The lifts of routines that go by a training max; by default of all routines."""
    found = Programmes.of(logbook)
    known = training_maxes.set_maxes(logbook)
    for lift, target in found.lifts_by_max(found.known if of is None else of).items():
        stands = found.training_max(lift)
        said = "not set"
        if (was := known.get(lift)) is not None:
            moved = stands.why.removeprefix(f"training max {stands.value}: ")
            set_to = f"set to {was.load} on {day_words(was.since)}"
            said = " · ".join(filter(None, (moved, set_to)))
        if (offered := found.offered(lift, target)) is not None:
            said += f" · your log says {offered}"
        name = logbook.catalog.get(lift).name
        yield MaxRow(lift, name, stands.value, offered, said)


def plan_line(logbook: Logbook, entry: Entry) -> str:
    """The plan of an exercise as it is typed, with the training max as it stands."""
    target, scheme = entry.target, entry.scheme
    if target is None or scheme is None or not scheme.of_max:
        return format_plan(target)
    known = None if scheme.of else Programmes.of(logbook).training_max(entry.exercise)
    shown = replace(scheme, max=known.value if known is not None else None)
    return format_plan(replace(target, scheme=shown))


def keep(
    logbook: Logbook, routine: Routine, typed: Iterable[Entry], label: str
) -> None:
    """Write a routine with the training maxes that ``typed`` entries hold: one undo.

    They are kept beside the routine, for they are the lifts'; one that is typed as it
    stands already changes nothing. BefitError as ``routines.keep``.
    """
    routine = replace(routine, entries=tuple(map(_without_max, routine.entries)))
    items: dict[tuple[str, str], Any] = {}
    for entry in typed:
        lift, load = entry.exercise, entry.scheme.max if entry.scheme else None
        if load is not None and load != Programmes.of(logbook).training_max(lift).value:
            item = to_plain(training_maxes.SetMax(lift, load, logbook.clock()))
            items[training_maxes.LIBRARY_LIST, lift] = item
    if not items:
        routines.keep(logbook, routine, label)
        return
    routines.check_name(logbook, routine)
    items[routines.LIBRARY_LIST, routine.id] = to_plain(routine)
    logbook.change((), label, items)


def _without_max(entry: Entry) -> Entry:
    target, scheme = entry.target, entry.scheme
    if target is None or scheme is None:
        return entry
    return replace(entry, target=replace(target, scheme=replace(scheme, max=None)))
