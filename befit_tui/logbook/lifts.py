"""What is known of each lift (last sets, rack, 1RM), worked out once and kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.lift.records import Bests, Judged, bests_of, judge
from befit_tui.analysis.lift.sessions import (
    Session,
    WeighIns,
    body_kg,
    moved_kg,
    session_of,
    sessions,
    weigh_ins,
)
from befit_tui.analysis.lift.strength import best_1rm
from befit_tui.analysis.lift.verdicts import Memo
from befit_tui.analysis.planning.caution import PAIN_DAYS, Pains, latest_pains
from befit_tui.analysis.planning.rack import Rack, rack_of
from befit_tui.analysis.readiness import USUAL_DAYS, readiness
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.codec import readable
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.owned import Owned
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.phase import Block, block_on
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.meter_cache import HabitCache, MeterCache

if TYPE_CHECKING:
    from befit_tui.analysis.lift.verdict import Verdict
    from befit_tui.logbook.alert_cache import AlertCache
    from befit_tui.logbook.logbook import Logbook

RECENT = 3
"""Sessions whose best estimate stands for today's 1RM; product constant."""


PAST = 20
"""Sessions that what comes next is read from; product constant."""
REMEMBERED = 200
"""Sessions whose loads show what a lifter's rack holds; product constant."""


class Lifts:
    """Answers about single lifts from one history; a new history needs a new one."""

    def __init__(
        self,
        history: History,
        catalog: Catalog,
        alerts_of: Callable[[], "AlertCache"],
        habits: HabitCache | None = None,
        blocks: Iterable[Block] = (),
        owned: Mapping[Unit, Owned] | None = None,
    ) -> None:
        self.history = history
        self._owned = owned or {}
        self.blocks = tuple(blocks)
        self.meters = MeterCache(history, catalog, habits)
        self._habits = habits
        self.catalog = catalog
        self._alerts_of = alerts_of
        self._bests: dict[str, Bests] = {}
        self._one_rm: dict[str, float | None] = {}
        self._recent: dict[tuple[str, date | None], tuple[Session, ...]] = {}
        self.proposed = Memo()
        self._after: tuple[Workout, Lifts] | None = None

    @staticmethod
    def of(
        logbook: "Logbook", history: History, alerts: "AlertCache | None" = None
    ) -> "Lifts":
        """By a log's blocks and racks; ``alerts`` are those of ``history``, if own."""
        return Lifts(
            history,
            logbook.catalog,
            lambda: alerts or logbook.alerts,
            logbook.habits,
            readable(Block, logbook.library.phases),
            logbook.owned,
        )

    @cached_property
    def alert_cache(self) -> "AlertCache":
        """The alerts of the same history, asked for when the first one is wanted."""
        return self._alerts_of()

    def last_entry(self, exercise: str, day: date | None = None) -> Entry | None:
        """The exercise as it was done last, or None; easy weeks as in ``recent``."""
        exposures = self.history.exposures(exercise)
        easy = self._easy(day)
        full = (one for one in reversed(exposures) if not easy(one.workout))
        found = next(full, exposures[-1] if exposures else None)
        return found.entry if found is not None else None

    def recent(self, exercise: str, day: date | None = None) -> tuple[Session, ...]:
        """The last sessions of a lift, oldest first, deloads left out.

        With a ``day`` also the easy weeks before it that nobody marked.
        """
        key = (exercise, day)
        if key not in self._recent:
            easy = self._easy(day)
            exposures = self.history.exposures(exercise)
            full = [one for one in exposures if not easy(one.workout)]
            known = self._weighed
            lift = self.catalog.get(exercise)
            self._recent[key] = tuple(sessions(full[-PAST:], lift, known))
        return self._recent[key]

    def rack(self, exercise: Exercise, unit: Unit) -> Rack:
        """The loads that the lifter can put on a lift, by what there is or was used."""
        unit = exercise.unit or unit
        loads = [
            done.load
            for one in self.history.exposures(exercise.id)[-REMEMBERED:]
            for done in one.entry.sets
            if done.load and is_working(done)
        ]
        return rack_of(exercise, loads, unit, self._owned.get(unit))

    def days(self, exercise: str) -> list[date]:
        """The days of the last sessions of a lift, easy ones included, oldest first."""
        exposures = self.history.exposures(exercise)[-PAST:]
        return list(dict.fromkeys(one.workout.day for one in exposures))

    def verdict(self, exercise: Exercise, day: date) -> "Verdict":
        """Where a lift was going at the end of a day."""
        return self.alert_cache.verdicts(day).verdict(exercise)

    def most_reps(
        self,
        exercise: str,
        load: Load | None,
        workout: Workout,
        done: Sequence[LoggedSet],
    ) -> float | None:
        """The reps that a load allows after ``done``; None where it cannot be said."""
        return self.meters.read(exercise, load, workout, done).max_reps

    def after(self, workout: Workout) -> "Lifts":
        """What will be known once a workout is over."""
        if self._after is None or self._after[0] is not workout:
            from befit_tui.logbook.alert_cache import AlertCache  # noqa: PLC0415

            history = self.history.including(workout)
            limits = self.alert_cache.thresholds
            alerts = AlertCache(history, self.catalog.get, limits)
            coming = Lifts(
                history,
                self.catalog,
                lambda: alerts,
                self._habits,
                self.blocks,
                self._owned,
            )
            self._after = (workout, coming)
        return self._after[1]

    def session(self, workout: Workout, exercise: str) -> Session:
        """What a workout that is not in the history holds of a lift."""
        return session_of(workout, self.catalog.get(exercise), self._weighed)

    def alerts(self, day: date) -> tuple[Alert, ...]:
        """The alerts that the history leaves open on a day."""
        return self.alert_cache.open(day).alerts

    def pains(self, workout: Workout) -> Pains:
        """The latest pain of each joint up to a workout, its own check-in included."""
        near = self.history.since(workout.day - timedelta(days=PAIN_DAYS))
        return latest_pains((*near, workout), workout.day)

    def is_low(self, workout: Workout) -> bool:
        """Whether the check-in of a workout is clearly below the lifter's usual."""
        if workout.checkin is None:
            return False
        near = self.history.since(workout.day - timedelta(days=USUAL_DAYS))
        return readiness(workout.checkin, workout.day, near).low

    def easing(self, workout: Workout) -> int:
        """Reps to leave beyond the usual in the week of its block; 0 outside of one."""
        day = workout.day
        block = block_on(self.blocks, day)
        if block is None or block.phase is not workout.phase:
            return 0
        return block.easing(day)

    def bests(self, exercise: str) -> Bests:
        """The bests of a lift over the whole history."""
        if exercise not in self._bests:
            self._bests[exercise] = bests_of(
                sessions(
                    self.history.exposures(exercise),
                    self.catalog.get(exercise),
                    self._weighed,
                )
            )
        return self._bests[exercise]

    def judged(self, workout: Workout, exercise: str) -> Iterator[Judged]:
        """The sets of a workout that is not in the history, each with its records."""
        return judge((self.session(workout, exercise),), self.bests(exercise))

    def one_rm_kg(self, exercise: str) -> float | None:
        """The highest estimated 1RM of the last sessions, in kilograms, or None."""
        if exercise not in self._one_rm:
            recent = self.recent(exercise)[-RECENT:]
            found = [best for one in recent if (best := best_1rm(one))]
            self._one_rm[exercise] = max(found, default=None)
        return self._one_rm[exercise]

    def moved_kg(
        self, exercise: str, load: Load | None, workout: Workout
    ) -> float | None:
        """The mass that a set moves today, in kilograms, or None if unknown."""
        return moved_kg(self.catalog.get(exercise), load, self.body_kg(workout))

    def body_kg(self, workout: Workout) -> float | None:
        """The body mass on the day of a workout, in kilograms, or None if unknown."""
        today = workout.bodyweight
        return today.kg if today else body_kg(self._weighed, workout.started_at)

    def _easy(self, day: date | None) -> Callable[[Workout], bool]:
        """Whether a workout was easy on purpose."""
        if day is None:
            return _is_deload
        easy = self.alert_cache.verdicts(day).easy_workouts
        return lambda one: one.id in easy or _is_deload(one)

    @cached_property
    def _weighed(self) -> WeighIns:
        return weigh_ins(self.history)


def _is_deload(workout: Workout) -> bool:
    return workout.phase is Phase.DELOAD
