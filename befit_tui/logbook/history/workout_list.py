"""The past as a list of workouts by month, with what was notable about each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from befit_tui.analysis.alerts import Alert, Thresholds
from befit_tui.analysis.alerts.judging import DEFAULTS, check_session
from befit_tui.analysis.alerts.snapshot import LOOK_BACK_DAYS
from befit_tui.analysis.lift.records import Record, lift_records
from befit_tui.analysis.lift.sessions import WeighIns, sessions, weigh_ins
from befit_tui.analysis.lift.verdicts import Memo
from befit_tui.analysis.volume import hard_sets
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.effort import failures_in, is_working, known_left
from befit_tui.domain.grammar.filter_line import parse_filter
from befit_tui.domain.history import History
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import MONTHS, counted, reading_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.history.search import Found, PastIndex, Query

OfSets = Mapping[str, tuple[Record, ...]]
"""Records by the id of the set that made them."""


class WorkoutRow(NamedTuple):
    """One workout of the list; a tuple, because a long log makes thousands at once."""

    workout: Workout
    is_heading: bool = False

    @property
    def id(self) -> str:
        """The id of the workout."""
        return self.workout.id


class MonthRow(Value, frozen=True):
    """The heading of a month; ``id`` is ``YYYY-MM``."""

    id: str
    workouts: tuple[Workout, ...]
    is_heading: bool = True

    @property
    def title(self) -> str:
        """``November 2026``."""
        year, month = self.id.split("-")
        return f"{MONTHS[int(month) - 1]} {year}"


class TextRow(Value, frozen=True):
    """A line without a workout: a blank, or a sentence where there is nothing."""

    id: str
    text: str = ""
    is_heading: bool = True


PastRow = WorkoutRow | MonthRow | TextRow


class Notable(Value, frozen=True):
    """Records by set id, and the alerts that arose in a workout.

    What was open before is told where it arose.
    """

    records: OfSets
    alerts: tuple[Alert, ...]


class SetCounts(NamedTuple):
    """The sets of a workout in numbers; ``rated`` tells how many say their effort."""

    hard: int
    failures: int
    rated: int


class Past:
    """Answers about the workouts of one history, each worked out once and kept.

    Another history needs another: ``renewed`` keeps what still holds.
    """

    def __init__(
        self,
        history: History,
        catalog: Catalog,
        thresholds: Thresholds = DEFAULTS,
        index: PastIndex | None = None,
    ) -> None:
        self.history = history
        self.catalog = catalog
        self._thresholds = thresholds
        self.index = index or PastIndex()
        self._records: dict[str, OfSets] = {}
        self.memo = Memo()
        self._efforts: dict[str, SetCounts] = {}
        self._notable: dict[str, Notable] = {}

    def renewed(self, history: History, catalog: Catalog) -> "Past":
        """The same for another history or catalogue; itself if neither is another.

        What has not changed is not read again.
        """
        if history is self.history and catalog is self.catalog:
            return self
        found = Past(history, catalog, self._thresholds, self.index)
        same = catalog is self.catalog and self._records
        if same and self._weigh_ins == found._weigh_ins:
            before = self.history.exposures
            found._records = {
                lift: made
                for lift, made in self._records.items()
                if before(lift) == history.exposures(lift)
            }
        return found

    def progress(self, unread: Sequence[str]) -> str:
        """How far a filter can look while months are read and indexed.

        ``unread`` are the months that are not in the history yet, the newest first.
        """
        every = len(self.history.months) + len(unread)
        return reading_words((*self.index.waiting(self.history), *unread), every)

    def with_also(
        self, found: Sequence[Workout], ids: Collection[str]
    ) -> Sequence[Workout]:
        """What a filter found, and those of some more that are there; newest first."""
        shown = {one.id for one in found}
        if shown.issuperset(ids):
            return found
        shown.update(ids)
        return [one for one in self.history.newest_first() if one.id in shown]

    def search(self, query: str, *, wait: bool = True) -> Found:
        """The workouts that a typed filter means, the newest first.

        Args:
            query: the line; empty is everything.
            wait: whether months and records that are not known yet are worked out
                first; otherwise they are left out.

        Raises:
            FilterError: it cannot be read; the message says what to type.
        """
        terms = parse_filter(query, self.catalog.muscles)
        if not terms:
            every = tuple(self.history.newest_first())
            sets = (len(entry.sets) for found in every for entry in found.entries)
            return Found(every, sum(sets))
        if wait:
            for month in self.index.waiting(self.history):
                self.index.add(self.history, month, values=False)
            if any(term.value == "pr" for term in terms):
                for exercise in self.unread_lifts():
                    self.records_of(exercise)
        months = self.index.ready(self.history)
        held = frozenset().union(*(month.exercises for month in months))
        # A copy, because another thread may be working out the next lift.
        records: frozenset[str] = frozenset().union(*tuple(self._records.values()))
        question = Query(terms, map(self.catalog.get, held), records)
        found = [question.search(month) for month in months]
        return Found(
            tuple(chain.from_iterable(one.workouts for one in found)),
            sum(one.sets for one in found),
        )

    def unread_lifts(self) -> tuple[str, ...]:
        """The lifts whose records are not worked out yet."""
        return tuple(key for key in self._lifts if key not in self._records)

    def records_of(self, exercise: str) -> OfSets:
        """The records of a lift; tens of milliseconds for 20 years, the first time."""
        if exercise not in self._records:
            exposures = self.history.exposures(exercise)
            lift = self.catalog.get(exercise)
            found = sessions(exposures, lift, self._weigh_ins)
            self._records[exercise] = lift_records(found)
        return self._records[exercise]

    @cached_property
    def _weigh_ins(self) -> WeighIns:
        return weigh_ins(self.history)

    @cached_property
    def _lifts(self) -> tuple[str, ...]:
        counts = self.history.exercises()
        return tuple(sorted(counts, key=lambda key: -counts[key]))

    @cached_property
    def exercise_names(self) -> tuple[str, ...]:
        """The names of the lifts of the history, the one done most often first."""
        return tuple(self.catalog.get(key).name for key in self._lifts)

    def efforts(self, workout: Workout) -> SetCounts:
        """Hard sets, sets to failure and rated sets of a workout."""
        if workout.id not in self._efforts:
            working = filter(is_working, workout.sets)
            self._efforts[workout.id] = SetCounts(
                hard_sets(workout, self.catalog.get).sets,
                failures_in(workout),
                sum(known_left(done) is not None for done in working),
            )
        return self._efforts[workout.id]

    def month_words(self, row: MonthRow) -> str:
        """``9 workouts · 148 hard sets · deload 5–11``."""
        hard = sum(self.efforts(workout).hard for workout in row.workouts)
        parts = [counted(len(row.workouts), "workout"), counted(hard, "hard set")]
        deload = (one for one in row.workouts if one.phase is Phase.DELOAD)
        if days := [one.started_at.day for one in deload]:
            first, last = min(days), max(days)
            parts.append(f"deload {first}" + (f"–{last}" if last != first else ""))
        return " · ".join(parts)

    def notable(self, workout: Workout) -> Notable | None:
        """Records and alerts of a workout if they are worked out already."""
        return self._notable.get(workout.id)

    def judge(self, workout: Workout) -> Notable:
        """Records and alerts of a workout, worked out once.

        It takes tens of milliseconds in a long log, and may be asked for in another
        thread.
        """
        if workout.id not in self._notable:
            made: dict[str, tuple[Record, ...]] = {}
            for exercise in {entry.exercise for entry in workout.entries}:
                records = self.records_of(exercise)
                made |= {s.id: records[s.id] for s in workout.sets if s.id in records}
            before = self._shortly_before(workout)
            found = check_session(
                workout,
                before,
                self.catalog.get,
                thresholds=self._thresholds,
                memo=self.memo.of_other_days(),
            )
            day = workout.day
            arisen = tuple(one for one in found.alerts if one.first_raised >= day)
            self._notable[workout.id] = Notable(made, arisen)
        return self._notable[workout.id]

    def _shortly_before(self, workout: Workout) -> History:
        """What happened before a workout, as far as its alerts can tell."""
        mark = (workout.started_at, workout.id)
        first = (mark[0] - timedelta(days=LOOK_BACK_DAYS)).isoformat()[:7]
        months = (one for one in self.history.months if first <= one <= workout.month)
        found = chain.from_iterable(map(self.history.month, months))
        return History(w for w in found if (w.started_at, w.id) < mark)


def rows_of(
    newest_first: Iterable[Workout], missing: Iterable[str] = ()
) -> tuple[PastRow, ...]:
    """The lines of a list: months with their workouts, the newest first.

    ``missing`` are months that cannot be read, ``YYYY-MM``: each has a line.
    """
    rows: list[PastRow] = []
    lost = sorted(missing)
    # The month as text, ``Workout.month``, would take most of the time.
    for _, found in groupby(
        newest_first, key=lambda w: w.started_at.year * 12 + w.started_at.month
    ):
        workouts = tuple(found)
        month = workouts[0].month
        rows.extend(_lost_after(month, lost))
        if rows:
            rows.append(TextRow(f"before {month}"))
        rows.append(MonthRow(month, workouts))
        rows.extend(map(WorkoutRow, workouts))
    return (*rows, *_lost_after("", lost))


def _lost_after(month: str, lost: list[str]) -> list[TextRow]:
    """Lines for the months after ``month`` in ``lost``, which they are taken out of."""
    rows = []
    while lost and lost[-1] > month:
        rows.append(TextRow(f"lost {lost[-1]}", f"{lost.pop()} cannot be read"))
    return rows
