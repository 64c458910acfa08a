"""What is known of each lift, worked out once for a history and kept."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.lift.bests import Bests
from befit_tui.analysis.lift.records import bests_of
from befit_tui.analysis.lift.sessions import (
    Session,
    WeighIns,
    body_kg,
    moved_kg,
    session_of,
    sessions,
    weigh_ins,
)
from befit_tui.analysis.lift.strength import best_estimate
from befit_tui.analysis.planning.caution import PAIN_DAYS, Pains, latest_pains
from befit_tui.analysis.planning.progression import Aim, Next, next_target
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Entry, Workout

if TYPE_CHECKING:
    from befit_tui.logbook.alert_cache import AlertCache

RECENT = 3
"""Sessions whose best estimate stands for today's 1RM; product constant."""


PAST = 20
"""Sessions that what comes next is read from; product constant."""


class Lifts:
    """Answers about single lifts from one history; a new history needs a new one."""

    def __init__(
        self, history: History, catalog: Catalog, alerts_of: Callable[[], "AlertCache"]
    ) -> None:
        self.history = history
        self._catalog = catalog
        self._alerts_of = alerts_of
        self._bests: dict[str, Bests] = {}
        self._one_rm: dict[str, float | None] = {}
        self._weighed: WeighIns | None = None
        self._recent: dict[str, tuple[Session, ...]] = {}
        self._coming: dict[tuple[str, Aim, date, str], Next | None] = {}

    @cached_property
    def alert_cache(self) -> "AlertCache":
        """The alerts of the same history, asked for when the first one is wanted."""
        return self._alerts_of()

    def is_stale(self, history: History, catalog: Catalog) -> bool:
        """Whether the log or the exercises are no longer those it was made from."""
        return self.history is not history or self._catalog is not catalog

    def exercise(self, exercise: str) -> Exercise:
        """The exercise of that id."""
        return self._catalog.get(exercise)

    def last_entry(self, exercise: str) -> Entry | None:
        """The exercise as it was done last, deloads aside, or None."""
        exposures = self.history.exposures(exercise)
        full = (one for one in reversed(exposures) if not _is_deload(one.workout))
        found = next(full, exposures[-1] if exposures else None)
        return found.entry if found is not None else None

    def recent(self, exercise: str) -> tuple[Session, ...]:
        """The last sessions of a lift, oldest first, deloads left out."""
        if exercise not in self._recent:
            exposures = self.history.exposures(exercise)
            full = [one for one in exposures if not _is_deload(one.workout)]
            known = self._weigh_ins()
            lift = self._catalog.get(exercise)
            self._recent[exercise] = tuple(sessions(full[-PAST:], lift, known))
        return self._recent[exercise]

    def session(self, workout: Workout, exercise: str) -> Session:
        """What a workout that is not in the history holds of a lift."""
        return session_of(workout, self._catalog.get(exercise), self._weigh_ins())

    def coming(
        self, exercise: str, aim: Aim, *, today: date, held: str, unit: Unit
    ) -> Next | None:
        """What a lift is to do after its last session."""
        key = (exercise, aim, today, held)
        if key not in self._coming:
            past = self.recent(exercise)
            self._coming[key] = next_target(
                past, aim, today=today, held=held, unit=unit
            )
        return self._coming[key]

    def alerts(self, day: date) -> tuple[Alert, ...]:
        """The alerts that the history leaves open on a day."""
        return self.alert_cache.open(day).alerts

    def pains(self, workout: Workout) -> Pains:
        """The latest pain of each joint up to a workout, its own check-in included."""
        first = workout.started_at - timedelta(days=PAIN_DAYS + 1)
        newest = self.history.newest_first()
        near = tuple(takewhile(lambda one: one.started_at > first, newest))
        return latest_pains((*reversed(near), workout), workout.started_at.date())

    def bests(self, exercise: str) -> Bests:
        """The bests of a lift over the whole history."""
        if exercise not in self._bests:
            self._bests[exercise] = bests_of(
                sessions(
                    self.history.exposures(exercise),
                    self._catalog.get(exercise),
                    self._weigh_ins(),
                )
            )
        return self._bests[exercise]

    def one_rm_kg(self, exercise: str) -> float | None:
        """The highest estimated 1RM of the last sessions, in kilograms, or None."""
        if exercise not in self._one_rm:
            recent = self.recent(exercise)[-RECENT:]
            found = [best.kg for one in recent if (best := best_estimate(one))]
            self._one_rm[exercise] = max(found, default=None)
        return self._one_rm[exercise]

    def moved_kg(
        self, exercise: str, load: Load | None, workout: Workout
    ) -> float | None:
        """The mass that a set moves today, in kilograms, or None if unknown."""
        return moved_kg(self._catalog.get(exercise), load, self.body_kg(workout))

    def body_kg(self, workout: Workout) -> float | None:
        """The body mass on the day of a workout, in kilograms, or None if unknown."""
        today = workout.bodyweight
        return today.kg if today else body_kg(self._weigh_ins(), workout.started_at)

    def _weigh_ins(self) -> WeighIns:
        if self._weighed is None:
            self._weighed = weigh_ins(self.history)
        return self._weighed


def _is_deload(workout: Workout) -> bool:
    return workout.phase is Phase.DELOAD
