"""The log as the lifter uses it: the open workout, the past, every change to them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from befit_tui.analysis.plan import repeat
from befit_tui.catalog.catalog import Catalog
from befit_tui.catalog.guess import guess_own
from befit_tui.domain import edit
from befit_tui.domain.entry_sets import SetValues
from befit_tui.domain.errors import BefitError
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.workout import Entry, LoggedSet, SetTarget, Target, Workout
from befit_tui.store import Store, Undone

NEW_EXERCISE = "new:"
"""Begins the choice of an exercise that does not exist yet."""
RECENT_WORKOUTS = 8
"""Workouts whose exercises come first when one is chosen; product constant."""
MONTHS_AT_START = 2
"""Months read before the first screen; the rest follow in the background."""


class Logbook:
    """One lifter's log. Every change is on disk when the method returns.

    ``active`` is the open workout or None, ``history`` the finished ones read so far.
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
    ) -> None:
        self.store = store
        self.clock = clock
        self.unit = unit
        self._new_id = new_id
        self.catalog = catalog.with_own(store.library().exercises)
        self.active = store.active()
        self.history = History()
        self._unread = store.months()
        self.read_months(self._unread[-MONTHS_AT_START:])

    # -- the past

    @property
    def unread_months(self) -> tuple[str, ...]:
        """Months that are not in ``history`` yet, the newest first."""
        return tuple(reversed(self._unread))

    def read_months(self, months: Iterable[str] | None = None) -> None:
        """Read months (``YYYY-MM``) into ``history``; by default all that are unread."""
        wanted = tuple(self._unread if months is None else months)
        self.adopt({month: self.store.read_month(month) for month in wanted})

    def adopt(self, months: Mapping[str, Iterable[Workout]]) -> None:
        """Take months that a background reader has read; known months stay."""
        fresh = {key: found for key, found in months.items() if key in self._unread}
        self._unread = [month for month in self._unread if month not in fresh]
        self.history = self.history.with_months(fresh)

    def past(self) -> History:
        """The history without the open workout; every month is read first."""
        self.read_months()
        return self.history

    # -- the open workout

    def start(self, name: str = "") -> Workout:
        """Open an empty workout."""
        self._must_be_closed()
        workout = Workout(id=self._new_id(), started_at=self.clock(), name=name)
        return self._keep(workout, "start of the workout")

    def repeat(self, workout: Workout) -> Workout:
        """Open a workout that plans what ``workout`` held; effort is not copied."""
        self._must_be_closed()
        planned = repeat(workout, new_id=self._new_id(), started_at=self.clock())
        return self._keep(planned, f"start of {planned.name or 'the workout'}")

    def append(self, workout: Workout) -> Workout:
        """Plan the exercises of ``workout`` behind those of the open one."""
        active = self._open_workout()
        more = repeat(workout, new_id=active.id, started_at=active.started_at)
        entries = (*active.entries, *more.entries)
        return self._keep(replace(active, entries=entries), f"append {workout.name}")

    def log(
        self,
        index: int,
        values: SetValues,
        *,
        rep_times: tuple[float, ...] | None = None,
    ) -> LoggedSet:
        """Log a set in the entry at ``index`` and give it back as it is on disk."""
        active = self._open_workout()
        now = self.clock()
        done = LoggedSet(
            id=self._new_id(),
            at=now,
            rest_s=_rest_before(active, now, values, rep_times),
            rep_times=rep_times,
            **_fields(values),
        )
        name = self.catalog.get(active.entries[index].exercise).name
        self._keep(edit.with_set(active, index, done), f"set of {name}")
        return done

    def change_set(self, set_id: str, label: str, **fields: Any) -> Workout:
        """Change fields of a logged set of the open workout."""
        return self._keep(
            edit.with_set_changed(
                self._open_workout(), set_id, lambda done: replace(done, **fields)
            ),
            label,
        )

    def remove_set(self, set_id: str) -> Workout:
        """Take a logged set out of the open workout."""
        return self._keep(edit.without_set(self._open_workout(), set_id), "removed set")

    def add_exercise(self, exercise: str) -> Workout:
        """Add an exercise at the end; a workout is opened if none is."""
        active = self.active or self.start()
        name = self.catalog.get(exercise).name
        return self._keep(edit.with_entry(active, Entry(exercise=exercise)), f"{name}")

    def exercise_for(self, choice: str) -> str:
        """The id of a choice; ``NEW_EXERCISE`` and a name makes one of the lifter's."""
        if not choice.startswith(NEW_EXERCISE):
            return choice
        exercise = guess_own(choice.removeprefix(NEW_EXERCISE))
        if exercise.id not in self.catalog:
            library = self.store.library()
            own = (*library.exercises, exercise)
            self.store.save_library(replace(library, exercises=own))
            self.catalog = self.catalog.with_own(own)
        return exercise.id

    def swap_exercise(self, index: int, exercise: str) -> Workout:
        """Put another exercise in the place of the one at ``index``; sets stay.

        Raises:
            BefitError: sets are logged already, and they belong to the old exercise.
        """
        active = self._open_workout()
        if active.entries[index].sets:
            raise BefitError("Sets are logged here; add the other exercise with a.")
        change = edit.with_entry_changed(
            active, index, lambda entry: replace(entry, exercise=exercise)
        )
        return self._keep(change, "swapped exercise")

    def remove_entry(self, index: int) -> Workout:
        """Take an exercise with its sets out of the open workout."""
        active = self._open_workout()
        name = self.catalog.get(active.entries[index].exercise).name
        return self._keep(edit.without_entry(active, index), f"removed {name}")

    def move_entry(self, index: int, step: int) -> Workout:
        """Move an exercise up (-1) or down (1)."""
        moved = edit.with_entry_moved(self._open_workout(), index, step)
        return self._keep(moved, "new order")

    def plan_sets(self, index: int, targets: tuple[SetTarget, ...]) -> Workout:
        """Plan these sets for the exercise at ``index``; its rest stays."""
        planned = edit.with_entry_changed(
            self._open_workout(),
            index,
            lambda entry: replace(
                entry, target=replace(entry.target or Target(), sets=targets)
            ),
        )
        return self._keep(planned, "changed plan")

    def recent(self) -> tuple[str, ...]:
        """Exercise ids of the last workouts, the latest first."""
        found: dict[str, None] = {}
        for workout in islice(self.history.newest_first(), RECENT_WORKOUTS):
            found.update(dict.fromkeys(entry.exercise for entry in workout.entries))
        return tuple(found)

    def note_entry(self, index: int, note: str) -> Workout:
        """Set the note of an exercise; an empty one takes it away."""
        noted = edit.with_entry_changed(
            self._open_workout(), index, lambda entry: replace(entry, note=note)
        )
        return self._keep(noted, "note")

    def finish(self) -> Workout:
        """End the open workout and file it.

        Raises:
            BefitError: nothing is logged, so there is nothing to keep.
        """
        active = self._open_workout()
        if not active.sets:
            raise BefitError("No set is logged yet; u takes the start back.")
        done = replace(
            active,
            ended_at=self.clock(),
            entries=tuple(entry for entry in active.entries if entry.sets),
        )
        self.store.finish(done)
        self.active = None
        self._file(done)
        return done

    def undo(self) -> str | None:
        """Take back the newest change; what it was, or None if there is none."""
        return self._step(self.store.undo())

    def redo(self) -> str | None:
        """Do again what ``undo`` took back; what it was, or None."""
        return self._step(self.store.redo())

    def follow_import(self, filed: Iterable[Workout]) -> None:
        """Take over what an import wrote: the library, the open workout, ``filed``."""
        self.catalog = self.catalog.with_own(self.store.library().exercises)
        self.active = self.store.active()
        months: dict[str, dict[str, Workout]] = {}
        for workout in filed:
            known = {one.id: one for one in self.history.month(workout.month)}
            months.setdefault(workout.month, known)[workout.id] = workout
        self._unread = [month for month in self._unread if month not in months]
        self.history = self.history.with_months(
            {month: found.values() for month, found in months.items()}
        )

    # -- inner workings

    def _open_workout(self) -> Workout:
        if self.active is None:
            raise BefitError("No workout is open; add an exercise with a.")
        return self.active

    def _must_be_closed(self) -> None:
        if self.active is not None:
            raise BefitError("A workout is open already; finish it with x first.")

    def _keep(self, workout: Workout, label: str) -> Workout:
        self.active = self.store.save_active(workout, label)
        return self.active

    def _step(self, step: Undone | None) -> str | None:
        if step is None:
            return None
        self.active = step.active
        self._reread(step.months)
        return step.label

    def _reread(self, months: Iterable[str]) -> None:
        on_disk = set(self.store.months())
        read = {
            month: self.store.read_month(month) if month in on_disk else ()
            for month in months
        }
        self._unread = [month for month in self._unread if month not in read]
        self.history = self.history.with_months(read)

    def _file(self, workout: Workout) -> None:
        self._reread([workout.month])


def _fields(values: SetValues) -> dict[str, Any]:
    return {
        name: getattr(values, name)
        for name in (
            "kind", "load", "reps", "extra_reps", "left", "end", "form",
            "seconds", "metres", "note",
        )
    }  # fmt: skip


def _rest_before(
    active: Workout,
    now: datetime,
    values: SetValues,
    rep_times: tuple[float, ...] | None,
) -> float | None:
    """Seconds between the last set and this one; the set's own time is taken off."""
    ends = [done.at for done in active.sets if done.at is not None]
    if not ends:
        return None
    length = rep_times[-1] if rep_times else (values.seconds or 0.0)
    return max(0.0, round((now - max(ends)).total_seconds() - length, 1))
