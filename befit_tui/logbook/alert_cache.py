"""The alerts and verdicts of a log, judged once for each state of it and kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from befit_tui.analysis.alerts import Alert, Assessment, Thresholds
from befit_tui.analysis.alerts.judging import findings_of, judge
from befit_tui.analysis.alerts.live import (
    Budget,
    PlannedFailure,
    failure_budget_today,
    planned_failure,
)
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, build, with_live
from befit_tui.analysis.alerts.volume import Unrested, resting
from befit_tui.analysis.cards.effort import Card, effort_cards
from befit_tui.analysis.cards.paying import Paying, paying
from befit_tui.analysis.lift.verdicts import Memo, Verdicts
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import Risk
from befit_tui.domain.workout import Workout

Revision = tuple[date, str, int]
"""A state of the open workout on a day: its id and its revision."""


class AlertCache:
    """Alerts of one history; a new history or catalogue needs a new cache.

    A lift is judged anew only when a set of it is logged, the rest of the past once a
    day. Between two sets the same answer is given. Two threads may ask: what is kept
    is never changed, so at worst both work out the same.
    """

    def __init__(
        self,
        history: History,
        exercises: Callable[[str], Exercise],
        thresholds: Thresholds,
    ) -> None:
        self.thresholds = thresholds
        self._history = history
        self._exercises = exercises
        self.memo = Memo()
        """What was worked out of the lifts, for whoever asks the same of the log."""
        self._pasts: dict[date, Snapshot] = {}
        self._lifts: dict[tuple[str, date], tuple[Any, tuple[Finding, ...]]] = {}
        self._days: dict[date, Assessment] = {}
        self._paying: dict[date, Paying | None] = {}
        self._snapshot: tuple[Revision, Snapshot] | None = None
        self._judged: tuple[Revision, Assessment] | None = None

    def open(self, day: date, workout: Workout | None = None) -> Assessment:
        """Everything open at the end of a day, the open ``workout`` included.

        A workout without a set leaves open what the last one left open.
        """
        if workout is None or not workout.sets:
            if day not in self._days:
                self._days[day] = judge(self._past(day), None, self._of_lift)
            return self._days[day]
        key = (day, workout.id, workout.rev)
        if self._judged is None or self._judged[0] != key:
            found = judge(self._live(day, workout), None, self._of_lift)
            self._judged = (key, found)
        return self._judged[1]

    def of_workout(self, workout: Workout) -> tuple[Alert, ...]:
        """What is open and about this workout, its lifts or the weeks around it."""
        lifts = {entry.exercise for entry in workout.entries if entry.sets}
        return tuple(
            alert
            for alert in self.open(workout.day, workout).alerts
            if alert.subject.kind != "exercise" or alert.subject.id in lifts
        )

    def verdicts(self, day: date, workout: Workout | None = None) -> Verdicts:
        """Where the lifts were going at the end of a day, the open one included."""
        known = self._past(day).verdicts
        return known.with_live(workout) if workout and workout.sets else known

    def cards(self, day: date) -> tuple[Card, ...]:
        """What the log says of effort at the end of a day that is no alert."""
        snapshot = self._past(day)
        return effort_cards(snapshot)

    def resting(self, day: date) -> tuple[Mapping[str, Unrested], frozenset[str]]:
        """The muscles that still rest from failure on a day, and those not rated."""
        return resting(self._past(day))

    def paying(self, day: date) -> Paying | None:
        """Whether training this close to failure pays; None without a workout."""
        if day not in self._paying:
            self._paying[day] = paying(self._past(day))
        return self._paying[day]

    def known_paying(self, day: date) -> Paying | None:
        """The same if it is known already; nothing is worked out."""
        return self._paying.get(day)

    def paying_with(self, workout: Workout) -> Paying | None:
        """The same with the open workout."""
        return paying(self._live(workout.day, workout))

    def budget(self, workout: Workout) -> Budget:
        """How many sets to failure the open workout allows, and why fewer.

        Alerts count as they stood when it began, so that no set waits for a verdict.
        """
        day = workout.day
        before = self.open(day).alerts
        return failure_budget_today(workout, self._live(day, workout), before)

    def warning(self, workout: Workout, planned: PlannedFailure) -> Alert | None:
        """What speaks against a planned failure in the workout; None if nothing."""
        day = workout.day
        before = self.open(day).alerts
        return planned_failure(workout, planned, self._live(day, workout), before)

    def _live(self, day: date, workout: Workout) -> Snapshot:
        key = (day, workout.id, workout.rev)
        if self._snapshot is None or self._snapshot[0] != key:
            self._snapshot = (key, with_live(self._past(day), workout))
        return self._snapshot[1]

    def _past(self, day: date) -> Snapshot:
        if day not in self._pasts:
            self._pasts[day] = build(
                self._history,
                self._exercises,
                as_of=day,
                thresholds=self.thresholds,
                memo=self.memo,
            )
        return self._pasts[day]

    def _of_lift(self, snapshot: Snapshot, exercise: Exercise) -> tuple[Finding, ...]:
        state = _state(snapshot, exercise)
        key = (exercise.id, snapshot.as_of)
        known = self._lifts.get(key)
        if known is None or known[0] != state:
            known = self._lifts[key] = (state, findings_of(snapshot, exercise))
        return known[1]


def _state(snapshot: Snapshot, exercise: Exercise) -> object:
    """What of the open workout the rules about a lift look at.

    Heavy failures are counted over all risky lifts, so these look at each other; and
    all look at whether the week is an easy one.
    """
    live = snapshot.live
    if live is None:
        return None
    easy = snapshot.verdicts.easy_workouts
    risky = exercise.failure_risk is Risk.AVOID
    entries = tuple(
        entry
        for entry in live.entries
        if entry.exercise == exercise.id
        or (risky and snapshot.exercises(entry.exercise).failure_risk is Risk.AVOID)
    )
    if not any(entry.sets for entry in entries):
        return live.id, easy
    return live.id, easy, live.phase, live.checkin, live.bodyweight, entries
