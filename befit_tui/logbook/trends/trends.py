"""How training went over time: the values of the views, each with a sentence."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from befit_tui.analysis.alerts import Thresholds
from befit_tui.analysis.alerts.volume import Unrested
from befit_tui.analysis.cards.effort import Card
from befit_tui.analysis.digest import Digest
from befit_tui.analysis.lift import LevelPoint, Lifts
from befit_tui.analysis.lift.memo import Memo
from befit_tui.analysis.weeks import Week, weeks
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.workout import Workout
from befit_tui.logbook.muscles import BODY
from befit_tui.logbook.strength import Course, Strength, course_of
from befit_tui.logbook.trends.calendar import Calendar, calendar_of
from befit_tui.logbook.trends.digests import Digests
from befit_tui.logbook.trends.effort import Effort, effort_of
from befit_tui.logbook.trends.fatigue import Fatigue, fatigue_of
from befit_tui.logbook.trends.moved import Moved, moved_in_lift, moved_in_workouts
from befit_tui.logbook.trends.observations import cards_of
from befit_tui.logbook.trends.recovery import LOOK_BACK_DAYS, Recovery, recoveries
from befit_tui.logbook.trends.span import (
    RANGES,
    Days,
    Range,
    ahead,
    deloads,
    nothing_done,
)
from befit_tui.logbook.trends.strength import (
    USUAL_DAYS,
    Lift,
    changes,
    lifts_of,
    strength_in,
)
from befit_tui.logbook.trends.volume import Volume, volume_of
from befit_tui.logbook.trends.weight import Weight, weight_of

ALL = RANGES[-1]
YEAR_DAYS = 365
"""A calendar shows at least this much, however short the range is."""
T = TypeVar("T")


class Trends:
    """Answers about one history, each worked out once and kept.

    Another history needs another: ``renewed`` keeps what still holds. Everything may
    be asked at once; ``preparing`` does the same work in slices.
    """

    def __init__(
        self,
        history: History,
        catalog: Catalog,
        limits: Thresholds | None = None,
        digests: Digests | None = None,
        memo: Memo | None = None,
    ) -> None:
        self.history = history
        self._catalog = catalog
        self._limits = limits or Thresholds()
        self._digests = digests or Digests(catalog)
        self._lifts: tuple[Lift, ...] | None = None
        self._with_every: tuple[Lift, ...] | None = None
        self._memo = memo or Memo()
        self._levels: dict[tuple[str, date | None, date], tuple[LevelPoint, ...]] = {}
        self._courses: dict[tuple[str, Range, date], Course] = {}
        self._deloads: tuple[Days, ...] | None = None
        self._kept: dict[tuple[str, Range, date], Any] = {}

    def renewed(
        self, history: History, catalog: Catalog, memo: Memo | None = None
    ) -> "Trends":
        """The same for another history or catalogue; itself if neither is another.

        ``memo`` holds what is known of the lifts of that history already.
        """
        if history is self.history and catalog is self._catalog:
            return self
        kept = self._digests if catalog is self._catalog else None
        return Trends(history, catalog, self._limits, kept, memo)

    def preparing(
        self, view: str, span: Range, today: date, lift: str = ""
    ) -> Iterator[str]:
        """Work out what a view needs, a slice of milliseconds each time.

        Nothing is worked out before the first step, and there is none when all is
        known. Safe in another thread.

        Yields:
            What is being read next.
        """
        if view == "strength":
            yield from self._preparing_lift(lift, span, today)
            return
        if view == "weight":
            return
        first = span.first(today)
        counted = (
            ()
            if view == "calendar"
            else self._digests.waiting(self.history, _earlier(first, today, view))
        )
        for month in counted:
            yield f"reading {month[:4]}"
            self._digests.add(self.history, month)
        if (view, span, today) not in self._kept:
            yield "adding up"
            if view == "fatigue":
                yield from self._preparing_fatigue(first, today)
            self._view(view, span, today)

    def _preparing_lift(self, lift: str, span: Range, today: date) -> Iterator[str]:
        if self._lifts is None:
            yield "reading the lifts"
            self.deloads()
            lifts = self.lifts()
            lift = lift or next((one.id for one in lifts), "")
        if lift and (lift, span, today) not in self._courses:
            yield f"reading {self._catalog.get(lift).name}"
            self._course(self._catalog.get(lift), span, today)

    def _preparing_fatigue(self, first: date | None, today: date) -> Iterator[str]:
        self.cards(today)
        for each in self._lifts_since(first, today):
            yield "reading the lifts"
            self._level(each, first, today)

    def ahead(self, today: date) -> str:
        """What is dated after today, and so is in no view; mostly empty."""
        return ahead(self.history, today)

    # -- the views

    def lifts(self, every: Lift | None = None) -> tuple[Lift, ...]:
        """The lifts that can be judged, the one done most often first.

        ``every`` stands before them, where there is one for all of them.
        """
        if self._lifts is None:
            self._lifts = lifts_of(self.history.exercises(), self._catalog)
        if every is None or not self._lifts:
            return self._lifts
        if self._with_every is None:
            done = every._replace(workouts=len(self.history))
            self._with_every = (done, *self._lifts)
        return self._with_every

    def began(self, lift: str) -> date:
        """The day on which a lift was done first; of none the day the log begins."""
        found = self.history.exposures(lift)
        first = found[0].workout if found else next(iter(self.history), None)
        return first.started_at.date() if first else date.max

    def last(self, lift: str) -> date:
        """The day on which a lift was done last."""
        found = self.history.exposures(lift)
        return found[-1].workout.started_at.date() if found else date.min

    def strength(
        self, exercise: Exercise, span: Range, today: date, unit: Unit
    ) -> Strength:
        """A lift in a range that ends ``today``, and the verdict on it."""
        return strength_in(self._course(exercise, span, today), span, today, unit)

    def deloads(self) -> tuple[Days, ...]:
        """The first and the last day of every deload."""
        if self._deloads is None:
            self._deloads = deloads(self.history)
        return self._deloads

    def effort(self, span: Range, today: date) -> Effort:
        """The sets of every week in a range that ends ``today``, by reps left."""
        return self._keep(("effort", span, today), lambda: self._effort(span, today))

    def volume(self, span: Range, today: date) -> Volume:
        """The hard sets by muscle in every week of a range."""
        return self._keep(
            ("volume", span, today),
            lambda: volume_of(self._weeks(span, today), span, today),
        )

    def moved(
        self, exercise: Exercise | None, span: Range, today: date, unit: Unit
    ) -> Moved:
        """Kilograms times reps by session of a lift, or of every workout (None)."""
        if exercise is not None:
            return moved_in_lift(self.history, exercise, span, today, unit)
        lifts = [lift.exercise for lift in self.lifts()]
        return moved_in_workouts(self.history, lifts, span, today, unit)

    def weight(self, span: Range, today: date, unit: Unit) -> Weight:
        """Body weight in a range that ends ``today``."""
        return weight_of(self.history, span, today, unit)

    def recovery(
        self,
        resting: Mapping[str, Unrested],
        unrated: frozenset[str],
        now: datetime,
    ) -> tuple[Recovery, ...]:
        """How long ago each muscle was trained; what rests is what the alerts say."""
        first = now.date() - timedelta(days=LOOK_BACK_DAYS)
        digests = self._digests.since(self.history, first, now.date())
        return recoveries(BODY, digests, resting, unrated, now)

    def fatigue(self, span: Range, today: date) -> Fatigue:
        """Load, readiness and performance in every week of a range."""
        return self._keep(("fatigue", span, today), lambda: self._fatigue(span, today))

    def cards(self, today: date) -> tuple[Card, ...]:
        """What the last weeks show that is no alert."""
        return self._keep(
            ("cards", ALL, today),
            lambda: cards_of(self.history, self._catalog, today, self._limits),
        )

    def calendar(self, span: Range, today: date) -> Calendar | None:
        """The days of a range, at least a year of them; None without a workout."""
        key = ("calendar", span, today)
        return self._keep(key, lambda: self._calendar(span, today))

    def nothing(self, span: Range, today: date) -> str:
        """The sentence of a range without workouts."""
        return nothing_done(self.history, span, today)

    def on_day(self, day: date) -> tuple[Workout, ...]:
        """The workouts of a day."""
        month = self.history.month(f"{day:%Y-%m}")
        return tuple(one for one in month if one.started_at.date() == day)

    # -- inner workings

    def _keep(self, key: tuple[str, Range, date], make: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def _view(self, view: str, span: Range, today: date) -> object:
        makers: dict[str, Callable[[Range, date], object]] = {
            "effort": self.effort,
            "volume": self.volume,
            "fatigue": self.fatigue,
            "calendar": self.calendar,
        }
        return makers[view](span, today)

    def _effort(self, span: Range, today: date) -> Effort:
        found = self._weeks(span, today)
        if not found:
            return Effort((), self.nothing(span, today), "", "", ())
        return effort_of(found, span, self._limits.failure_budget)

    def _fatigue(self, span: Range, today: date) -> Fatigue:
        found = self._weeks(span, today)
        if not found:
            return Fatigue((), self.nothing(span, today))
        first = span.first(today)
        lifts = self._lifts_since(found[0].monday, today)
        levels = (self._level(lift, first, today) for lift in lifts)
        moved = [one for level in levels for one in changes(level)]
        return fatigue_of(found, moved, span, today)

    def _calendar(self, span: Range, today: date) -> Calendar | None:
        done = [one for one in self.history if one.started_at.date() <= today]
        if not done:
            return None
        oldest = done[0].started_at.date()
        since = max(span.first(today) or oldest, oldest)
        first = min(since, today - timedelta(days=YEAR_DAYS - 1))
        return calendar_of(done, first, since, today, span)

    def _weeks(self, span: Range, today: date) -> tuple[Week, ...]:
        """The weeks of a range from the first one trained on; none without a workout.

        A week that has just begun and holds nothing says nothing.
        """
        digests = self._digests.since(self.history, span.first(today), today)
        if not digests:
            return ()
        found = weeks(digests, self._start(digests, span, today), today)
        return found if found[-1].workouts or len(found) == 1 else found[:-1]

    def _start(self, digests: list[Digest], span: Range, today: date) -> date:
        """The first day of a range, or of the whole log if that is later."""
        oldest = next(iter(self.history)).started_at.date()
        return max(span.first(today) or digests[0].day, oldest)

    def _level(
        self, lift: str, first: date | None, today: date
    ) -> tuple[LevelPoint, ...]:
        """The level of a lift in a range, and before it as far as changes need."""
        key = (lift, first, today)
        if key not in self._levels:
            exercise = self._catalog.get(lift)
            since = first - USUAL_DAYS if first else date.min
            judged = self._judged(today).level(exercise, since)
            self._levels[key] = judged if exercise.is_judged else ()
        return self._levels[key]

    def _course(self, exercise: Exercise, span: Range, today: date) -> Course:
        """The verdict on a lift, its level, and the workouts with a record of it."""
        key = (exercise.id, span, today)
        if key not in self._courses:
            lifts = self._judged(today)
            self._courses[key] = course_of(
                lifts, self.history, exercise, span.first(today) or date.min
            )
        return self._courses[key]

    def _judged(self, today: date) -> Lifts:
        return Lifts(self.history, self._catalog.get, today, memo=self._memo)

    def _lifts_since(self, first: date | None, today: date) -> list[str]:
        digests = self._digests.since(self.history, first, today)
        return sorted({lift for one in digests for lift in one.lifts})


def _earlier(first: date | None, today: date, view: str) -> date | None:
    """From when on a view needs the workouts counted: recovery may look further."""
    if first is None or view != "volume":
        return first
    return min(first, today - timedelta(days=LOOK_BACK_DAYS))
