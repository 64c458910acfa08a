"""The log as the lifter uses it: the open workout, the past, every change to them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from befit_tui.analysis.planning.rows import repeat
from befit_tui.catalog.catalog import Catalog
from befit_tui.domain.edit import with_entries, without_lone
from befit_tui.domain.errors import BefitError, ChangedOutsideError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.day_entry import Place
from befit_tui.domain.grammar.owned import Owned
from befit_tui.domain.history import History
from befit_tui.domain.library import ItemChanges, Items, Library
from befit_tui.domain.load import Unit
from befit_tui.domain.moments import end_of, moment_in
from befit_tui.domain.preferences import Rests
from befit_tui.domain.value import FIRST_YEAR, LAST_YEAR, replace
from befit_tui.domain.vocabulary import EffortScale
from befit_tui.domain.workout import Workout
from befit_tui.logbook.meter_cache import HabitCache
from befit_tui.logbook.phase_and_check_in import on_its_day
from befit_tui.store.open_workout import Undone
from befit_tui.store.store import Store

if TYPE_CHECKING:
    from befit_tui.analysis.alerts import Thresholds
    from befit_tui.logbook.alert_cache import AlertCache

NEW_EXERCISE = "new:"
"""Begins the choice of an exercise that does not exist yet."""
DELETED = "deleted"
"""The list of the library that has the ids of imported workouts that were deleted."""
WORKOUTS_AT_START = 12
"""Workouts that the first screen is made from; the months with more of them follow
in the background."""


class Logbook:
    """One lifter's log. Every change is on disk when the method returns.

    ``active`` is the open workout or None, ``history`` the finished ones read so far,
    ``library`` what is kept beside them, ``catalog`` the exercises as the lifter wants
    them, ``shipped`` those that come with Befit, ``habits`` the lifter,
    ``effort_scale`` what effort is said in, ``rests`` how long they are, ``owned`` what
    there is to lift at the place, in each unit, ``here`` the offset of times that are
    typed, that of ``clock`` unless told, ``has_filed`` whether a workout was finished
    or came in since the log was opened.
    Methods raise a ``StoreError`` when the disk refuses; then nothing has changed.
    """

    def __init__(
        self,
        store: Store,
        catalog: Catalog,
        *,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        unit: Unit = Unit.KG,
        limits: Mapping[str, float] | None = None,
    ) -> None:
        self.store = store
        self._limits = limits or {}
        self.clock = clock
        self.here: Place = lambda wall: wall.replace(tzinfo=clock().tzinfo)
        self.unit = unit
        self.effort_scale = EffortScale.LEFT
        self.rests = Rests()
        self.owned: Mapping[Unit, Owned] = {}
        self.new_id = new_id
        self.catalog = self.shipped = catalog
        self.library = Library()
        self._take_library()
        self.active = store.active()
        self.history = History()
        self._alerts: tuple[History, Catalog, AlertCache] | None = None
        self.habits = HabitCache()
        self.has_filed = False
        self._told = 0
        self._is_past_given_up = False
        self._unread = store.months()
        while self._unread and len(self.history) < WORKOUTS_AT_START:
            self.read_months(self._unread[-1:])

    @cached_property
    def thresholds(self) -> "Thresholds":
        """The limits of the alerts; the first screen needs none, so they come late."""
        from befit_tui.analysis.alerts import Thresholds  # noqa: PLC0415

        return Thresholds(**self._limits)  # type: ignore[arg-type]

    # -- the past

    @property
    def unread_months(self) -> tuple[str, ...]:
        """Months that are not in ``history`` yet, the newest first."""
        return tuple(reversed(self._unread))

    @property
    def is_past_coming(self) -> bool:
        """Whether older months are still to come; what rests on all of them waits."""
        return bool(self._unread) and not self._is_past_given_up

    def give_up_past(self) -> None:
        """Go on with the part of the past that could be read."""
        self._is_past_given_up = True

    def read_months(self, months: Iterable[str] | None = None) -> None:
        """Read months (``YYYY-MM``) into ``history``; by default all unread."""
        wanted = tuple(self._unread if months is None else months)
        self.adopt({month: self.store.read_month(month) for month in wanted})

    def read_back_to(self, first: date) -> None:
        """Read the months from that of a day on; older ones stay unread."""
        self.read_months([month for month in self._unread if month >= f"{first:%Y-%m}"])

    def adopt(self, months: Mapping[str, Iterable[Workout]]) -> None:
        """Take months that a background reader has read; known months stay."""
        fresh = {key: found for key, found in months.items() if key in self._unread}
        self._unread = [month for month in self._unread if month not in fresh]
        self.history = self.history.with_months(fresh)

    def past(self) -> History:
        """The history without the open workout; every month is read first."""
        self.read_months()
        return self.history

    def workouts(self) -> tuple[Workout, ...]:
        """The past, oldest first, and the open workout last."""
        past = tuple(self.past())
        return past if self.active is None else (*past, self.active)

    @property
    def as_of(self) -> date:
        """The day at whose end the log is judged: today, or tomorrow with a workout.

        That is where one was logged before a flight west: it has happened. Later days
        were logged by a clock that was wrong.
        """
        today = self.clock().date()
        tomorrow = today + timedelta(days=1)
        late = {one.day for one in self.history.since(today)}
        return tomorrow if tomorrow in late else today

    # -- what was not expected

    def take_reports(self) -> tuple[str, ...]:
        """What has to be said since this was asked last, a sentence each."""
        told = tuple(self.store.reports[self._told :])
        self._told += len(told)
        return told

    def follow(self) -> bool:
        """Take over what other programs have changed on disk; whether they have."""
        changed = self.store.changed_outside()
        if changed.active:
            self.active = self.store.active()
        if changed.library:
            self._take_library()
        self._reread(changed.months)
        return changed != (False, False, ())

    def moment(self, workout: Workout) -> datetime | None:
        """The time of what is logged now; a jump of the clock is told, and has none."""
        moment, told = moment_in(workout, self.clock())
        self._tell(told)
        return moment

    # -- the open workout

    def opened(self) -> Workout:
        """The open workout; BefitError if none is."""
        if self.active is None:
            raise BefitError("No workout is open; start one, or add an exercise.")
        return self.active

    def keep(self, workout: Workout, label: str) -> Workout:
        """Write the open workout as one step of undo, named by ``label``."""
        try:
            self.active = self.store.save_active(workout, label)
        except ChangedOutsideError:
            self.active = self.store.active()
            raise
        return self.active

    def start(self, name: str = "", **fields: Any) -> Workout:
        """Open a workout, empty and started now unless ``fields`` say otherwise."""
        self._must_be_closed()
        self._check_clock()
        known = {"started_at": self.clock(), **fields}
        return self._open(Workout(id=self.new_id(), name=name, **known))

    def repeat(self, workout: Workout) -> Workout:
        """Open a workout that plans what ``workout`` held; effort is not copied."""
        self._must_be_closed()
        self._check_clock()
        planned = repeat(workout, new_id=self.new_id(), started_at=self.clock())
        return self._open(planned)

    def append(self, workout: Workout) -> Workout:
        """Plan the exercises of ``workout`` behind those of the open one."""
        active = self.opened()
        more = repeat(workout, new_id=active.id, started_at=active.started_at)
        entries = with_entries(active.entries, more.entries)
        return self.keep(replace(active, entries=entries), f"append {workout.name}")

    def add_own(self, exercise: Exercise) -> None:
        """Keep an exercise of the lifter's own."""
        own = (*self.library.exercises, exercise)
        self.store.save_library(replace(self.library, exercises=own))
        self._take_library()

    def keep_items(
        self, name: str, items: Mapping[str, Mapping[str, Any] | None], label: str
    ) -> None:
        """Keep items of a list of the library by id, None takes one out; one step."""
        self.change((), label, {(name, key): item for key, item in items.items()})

    def remember_noted(self, noted: Items) -> None:
        """Keep what was said of the alerts; no key did it, so it is no step of undo."""
        library = replace(self.library, noted=noted)
        self.store.save_library(library)
        self.library = library

    @property
    def alerts(self) -> "AlertCache":
        """What is open in the log; anew when the past has changed."""
        # The rules are a tenth of the modules, and the first screen shows no alert.
        from befit_tui.logbook.alert_cache import AlertCache  # noqa: PLC0415

        made_of = (self.history, self.catalog)
        if self._alerts is None or self._alerts[:2] != made_of:
            cache = AlertCache(self.history, self.catalog.get, self.thresholds)
            self._alerts = (*made_of, cache)
        return self._alerts[2]

    def finish(self, ended_at: datetime | None = None) -> Workout:
        """End the open workout, now unless another time is given, and file it.

        BefitError if nothing is logged, so that there is nothing to keep.
        """
        active = self.opened()
        if not active.sets:
            raise BefitError("No set is logged yet; u takes the start back.")
        if ended_at is None:
            ended_at, told = end_of(active, self.clock())
            self._tell(told)
        done = replace(
            active,
            ended_at=ended_at,
            entries=without_lone(tuple(one for one in active.entries if one.sets)),
        )
        done = self.store.finish(done)
        self.active = None
        self.has_filed = True
        self._reread([done.month])
        return done

    def discard(self) -> None:
        """Put the open workout away without filing it; ``undo`` brings it back."""
        name = self.opened().name or "the workout"
        self.store.discard_active(f"putting {name} away")
        self.active = None

    def delete(self, workout: Workout) -> None:
        """Take a finished workout out of the log; ``undo`` brings it back."""
        # A later export of the app that it came from holds it still.
        items = {(DELETED, workout.id): {"id": workout.id}} if workout.source else {}
        self.change([(workout, None)], f"deleted {workout.name or 'workout'}", items)

    def change(
        self,
        changes: Iterable[tuple[Workout | None, Workout | None]],
        label: str,
        items: ItemChanges = MappingProxyType({}),
        *,
        is_edit: bool = True,
    ) -> None:
        """Change workouts and items of the library as one step of undo.

        Args:
            changes: pairs of a workout, the open one too, and what it becomes; None
                before means a new one, None after that it goes.
            label: what to call the step.
            items: what is kept from now on by its list and id; None takes it out.
            is_edit: whether what was done is another now, not only what it is called.
        """
        made = tuple(changes)
        self.store.change(made, label, items, is_edit=is_edit)
        self._take_library()
        self.active = self.store.active()
        self._reread({one.month for pair in made for one in pair if one})

    def undo(self) -> str | None:
        """Take back the newest change; what it was, or None if there is none."""
        return self._step(self.store.undo)

    def redo(self) -> str | None:
        """Do again what ``undo`` took back; what it was, or None."""
        return self._step(self.store.redo)

    def follow_import(
        self, filed: Iterable[Workout], replaced: Iterable[Workout] = ()
    ) -> None:
        """Take over what an import wrote: the library, the open workout, ``filed``.

        ``replaced`` are workouts as they stood before, maybe in another month.
        """
        self._take_library()
        self.active = self.store.active()
        self.has_filed = True
        months: dict[str, dict[str, Workout]] = {}
        for workout in (*replaced, *filed):
            if workout.month not in months:
                stood = self.history.month(workout.month)
                months[workout.month] = {one.id: one for one in stood}
        for workout in replaced:
            months[workout.month].pop(workout.id, None)
        for workout in filed:
            months[workout.month][workout.id] = workout
        self._unread = [month for month in self._unread if month not in months]
        self.history = self.history.with_months(
            {month: found.values() for month, found in months.items()}
        )

    # -- inner workings

    def _open(self, workout: Workout) -> Workout:
        opened = on_its_day(workout, self.library)
        return self.keep(opened, f"start of {workout.name or 'the workout'}")

    def _check_clock(self) -> None:
        now = self.clock()
        if not FIRST_YEAR <= now.year <= LAST_YEAR:
            raise BefitError(
                f"The clock of this computer says {now:%Y-%m-%d}: set it right first."
            )

    def _tell(self, told: str) -> None:
        if told:
            self.store.reports.append(told)

    def _must_be_closed(self) -> None:
        if self.active is not None:
            raise BefitError("A workout is open already: finish it first.")

    def _take_library(self) -> None:
        """Read the library; the catalogue is made anew only if it has changed."""
        known, self.library = self.library, self.store.library()
        lists = attrgetter("exercises", "changes", "matches")
        if lists(self.library) != lists(known):
            self.catalog = self.shipped.with_library(self.library)

    def _step(self, take: Callable[[], Undone | None]) -> str | None:
        try:
            step = take()
        except ChangedOutsideError:
            self.active = self.store.active()
            raise
        if step is None:
            return None
        self.active = step.active
        if self.store.library() != self.library:
            self._take_library()
        self._reread(step.months)
        return step.label

    def _reread(self, months: Collection[str]) -> None:
        if not months:
            return
        on_disk = set(self.store.months())
        read = {
            month: self.store.read_month(month) if month in on_disk else ()
            for month in months
        }
        self._unread = [month for month in self._unread if month not in read]
        self.history = self.history.with_months(read)
