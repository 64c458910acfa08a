"""``Trends``: what the views ask for, each month counted once."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.cards.effort import Card
from befit_tui.analysis.digest import Digest, Week, digest, weeks
from befit_tui.analysis.lift.verdict import LevelPoint
from befit_tui.analysis.lift.verdicts import Verdicts
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.workout import Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.curve import Curve
from befit_tui.logbook.lift_strength import JudgedLift, judged_lift
from befit_tui.logbook.lines import Line
from befit_tui.logbook.muscles import BODY
from befit_tui.logbook.trends.calendar import Calendar, calendar_of
from befit_tui.logbook.trends.effort import Effort, effort_of
from befit_tui.logbook.trends.fatigue import Fatigue, fatigue_of
from befit_tui.logbook.trends.recovery import LOOK_BACK, Recovery, recoveries
from befit_tui.logbook.trends.strength import (
    USUAL_DAYS,
    TrainedLift,
    changes,
    lifts_of,
    standings,
    strength_in,
)
from befit_tui.logbook.trends.time_range import (
    Days,
    Window,
    ahead,
    deloads,
    nothing_done,
)
from befit_tui.logbook.trends.tonnage import moved_in_lift, moved_in_workouts
from befit_tui.logbook.trends.volume import Volume, volume_of
from befit_tui.logbook.trends.weight import weight_of

Months = dict[str, tuple[tuple[Workout, ...], tuple[Digest, ...]]]
"""Workouts in numbers; a month that has changed is counted anew."""
P = ParamSpec("P")
T = TypeVar("T")


def kept(
    answer: Callable[Concatenate["Trends", P], T],
) -> Callable[Concatenate["Trends", P], T]:
    """Keep an answer by its name and what it is of."""

    @wraps(answer)
    def found(self: "Trends", /, *of: P.args, **named: P.kwargs) -> T:
        key = (answer.__name__, *of)
        if key not in self.known:
            self.known[key] = answer(self, *of, **named)
        return cast("T", self.known[key])

    return found


class Trends:
    """Answers about one history, each worked out once and kept.

    Another history needs another: ``renewed`` keeps what still holds. Everything may
    be asked at once; ``preparing`` does the same work in slices. ``alerts`` are those
    of the same history, and hold what is known of its lifts.
    """

    def __init__(
        self,
        history: History,
        catalog: Catalog,
        alerts: AlertCache | None = None,
        months: Months | None = None,
    ) -> None:
        self.history = history
        self._catalog = catalog
        self._alerts = alerts or AlertCache(history, catalog.get, Thresholds())
        self._months: Months = {} if months is None else months
        self.known: dict[Hashable, Any] = {}

    def renewed(
        self, history: History, catalog: Catalog, alerts: AlertCache | None = None
    ) -> "Trends":
        """The same for another history or catalogue; itself if neither is another."""
        if history is self.history and catalog is self._catalog:
            return self
        # Most months of the next history are the same.
        kept = self._months if catalog is self._catalog else None
        return Trends(history, catalog, alerts, kept)

    def preparing(self, view: str, window: Window, lift: str = "") -> Iterator[str]:
        """Work out what a view needs, a slice of milliseconds each time.

        Nothing is worked out before the first step, and there is none when all is
        known. Safe in another thread.

        Yields:
            What is being read next.
        """
        if view == "strength":
            yield from self._preparing_lift(lift, window)
        elif view != "weight" and (view, window) not in self.known:
            yield from self._preparing_view(view, window)

    def _preparing_lift(self, lift: str, window: Window) -> Iterator[str]:
        if ("lifts",) not in self.known:
            yield "reading the lifts"
            self.deloads()
            lift = lift or next((one.id for one in self.lifts()), "")
        exercise = self._catalog.get(lift) if lift else None
        if exercise is not None and ("judged", exercise, window) not in self.known:
            yield f"reading {exercise.name}"
            self.judged(exercise, window)

    def _preparing_view(self, view: str, window: Window) -> Iterator[str]:
        if view != "calendar":
            first = window.first
            if view == "volume":  # recovery may look further back
                first = min(first, window.today - LOOK_BACK)
            for month in reversed(self._months_since(first)):
                if not self._is_counted(month):
                    yield f"reading {month[:4]}"
                    self._count(month)
        yield "adding up"
        if view == "fatigue":
            self.cards(window.today)
            for lift in self._lifts_since(window.first, window.today):
                yield "reading the lifts"
                self.level(lift, window)
        getattr(self, view)(window)

    # -- the views

    @kept
    def lifts(self) -> tuple[TrainedLift, ...]:
        """The lifts that can be judged, the one done most often first."""
        return lifts_of(self.history.exercises(), self._catalog)

    def began(self, lift: str) -> date:
        """The day on which a lift was done first; of none the day the log begins."""
        found = self.history.exposures(lift)
        first = found[0].workout if found else next(iter(self.history), None)
        return first.day if first else date.max

    def last(self, lift: str) -> date:
        """The day on which a lift was done last."""
        found = self.history.exposures(lift)
        return found[-1].workout.day if found else date.min

    def strength(self, exercise: Exercise, window: Window, unit: Unit) -> Curve:
        """A lift in a window, and the verdict on it."""
        return strength_in(self.judged(exercise, window), window, unit)

    @kept
    def deloads(self) -> tuple[Days, ...]:
        """The first and the last day of every deload."""
        return deloads(self.history)

    @kept
    def effort(self, window: Window) -> Effort:
        """The sets of every week in a window, by reps left."""
        found = self._weeks(window)
        if not found:
            return Effort((), self.nothing(window), "", "", ())
        return effort_of(found, window, self._alerts.thresholds.failure_budget)

    @kept
    def volume(self, window: Window) -> Volume:
        """The hard sets by muscle in every week of a window."""
        return volume_of(self._weeks(window), window)

    def moved(self, exercise: Exercise | None, window: Window, unit: Unit) -> Curve:
        """Kilograms times reps by session of a lift, or of every workout (None)."""
        if exercise is not None:
            return moved_in_lift(self.history, exercise, window, unit)
        lifts = [lift.exercise for lift in self.lifts()]
        return moved_in_workouts(self.history, lifts, window, unit)

    def weight(self, window: Window, unit: Unit) -> Curve:
        """Body weight in a window."""
        return weight_of(self.history, window, unit)

    def recovery(self, now: datetime) -> tuple[Recovery, ...]:
        """How long ago each muscle was trained; what rests is what the alerts say."""
        today = now.date()
        digests = self._digests(today - LOOK_BACK, today)
        return recoveries(BODY, digests, *self._alerts.resting(today), now)

    @kept
    def fatigue(self, window: Window) -> Fatigue:
        """Hard sets, readiness and performance in every week of a window."""
        found = self._weeks(window)
        if not found:
            return Fatigue((), (), self.nothing(window))
        lifts = self._lifts_since(found[0].first, window.today)
        moved = [one for lift in lifts for one in changes(self.level(lift, window))]
        return fatigue_of(found, moved, window)

    @kept
    def standings(self, today: date) -> tuple[Line, ...]:
        """Where each lift of the last 28 days is going, those that fall first."""
        verdicts = self._judged(today).recent()
        return standings(verdicts, self._catalog)

    @kept
    def cards(self, today: date) -> tuple[Card, ...]:
        """What the last weeks show that is no alert."""
        return self._alerts.cards(today)

    @kept
    def calendar(self, window: Window) -> Calendar | None:
        """The days of a window, at least a year of them; None without a workout."""
        done = [one for one in self.history if one.day <= window.today]
        return calendar_of(done, window) if done else None

    def on_day(self, day: date) -> tuple[Workout, ...]:
        """The workouts of a day."""
        month = self.history.month(f"{day:%Y-%m}")
        return tuple(one for one in month if one.day == day)

    def ahead(self, today: date) -> str:
        """What is dated after today, and so is in no view; mostly empty."""
        return ahead(self.history, today)

    def nothing(self, window: Window) -> str:
        """The sentence of a window without workouts."""
        return nothing_done(self.history, window)

    # -- what they rest on

    @kept
    def level(self, lift: str, window: Window) -> tuple[LevelPoint, ...]:
        """The level of a lift in a window, and before it as far as changes need."""
        exercise = self._catalog.get(lift)
        if not exercise.is_judged:
            return ()
        since = max(window.first, date.min + USUAL_DAYS) - USUAL_DAYS
        return self._judged(window.today).level(exercise, since)

    @kept
    def judged(self, exercise: Exercise, window: Window) -> JudgedLift:
        """The verdict on a lift, its level, and the workouts with a record of it."""
        lifts = self._judged(window.today)
        return judged_lift(lifts, self.history, exercise, window.first)

    def _weeks(self, window: Window) -> tuple[Week, ...]:
        """The weeks of a window from the first one trained on; none without a workout.

        A week that has just begun and holds nothing says nothing.
        """
        digests = self._digests(window.first, window.today)
        if not digests:
            return ()
        oldest = next(iter(self.history)).day
        start = max(window.first, oldest)
        found = weeks(digests, start, window.today, window.week_start)
        return found if found[-1].workouts or len(found) == 1 else found[:-1]

    def _digests(self, first: date, last: date) -> list[Digest]:
        """The workouts of ``first`` to ``last``, oldest first; counted if need be."""
        months = self._months_since(first)
        for month in months:
            if not self._is_counted(month):
                self._count(month)
        every = (one for month in months for one in self._months[month][1])
        return [one for one in every if first <= one.day <= last]

    def _months_since(self, first: date) -> list[str]:
        earliest = first.isoformat()[:7]
        return [month for month in self.history.months if month >= earliest]

    def _is_counted(self, month: str) -> bool:
        known = self._months.get(month)
        return known is not None and known[0] is self.history.month(month)

    def _count(self, month: str) -> None:
        """A millisecond or two."""
        found = self.history.month(month)
        counted = tuple(digest(one, self._catalog.get) for one in found)
        self._months[month] = found, counted

    def _judged(self, today: date) -> Verdicts:
        return Verdicts(self.history, self._catalog.get, today, memo=self._alerts.memo)

    def _lifts_since(self, first: date, today: date) -> list[str]:
        digests = self._digests(first, today)
        return sorted({lift for one in digests for lift in one.lifts})
