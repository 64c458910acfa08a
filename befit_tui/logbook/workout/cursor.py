"""The rows of the open workout under a cursor, and drafts the lifter made of them."""

import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from operator import is_
from typing import TYPE_CHECKING

from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.domain.edit import find_set, last_set
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout.effort_question import EffortQuestion
from befit_tui.logbook.workout.live_set import RepPresses, Stopwatch
from befit_tui.logbook.workout.rows import (
    Row,
    SetRow,
    TitleRow,
    build_rows,
    next_in_superset,
)

if TYPE_CHECKING:
    # A start without an open workout reads no meter.
    from befit_tui.analysis.meter.ask import Reading


class RowCursor:
    """The open workout as rows with a cursor; no rows while none is open.

    ``at`` is the place of the cursor in ``rows``; ``is_planned`` says whether they show
    what is to be done today. ``presses`` holds the reps counted on the row under the
    cursor, ``watch`` the time of a timed set; ``question`` is about the last set.
    ``newest`` is the id of the set that was logged here last.
    ``records`` are labels like ``best at 80 kg`` by the id of the set.
    """

    def __init__(
        self,
        logbook: Logbook,
        *,
        planned: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """If not ``planned`` the rows are those of the last time until ``plan``."""
        self.logbook = logbook
        self.is_planned = planned
        self.lifts: Lifts
        self._read_of: tuple[object, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.at = 0
        self._drafts: dict[str, tuple[PlannedSet, PlannedSet]] = {}
        self.presses = RepPresses()
        self.watch = Stopwatch(monotonic)
        self.question: EffortQuestion | None = None
        self.newest = ""
        self.records: Mapping[str, tuple[str, ...]] = {}
        self._made_of: tuple[object, ...] = ()
        self._rows_with: Callable[[int | None], tuple[Row, ...]]
        self._readings: dict[tuple[str, Load | None], Reading] = {}
        self.refresh()
        self.go_on()

    def refresh(self) -> None:
        """Build the rows anew from the log; the cursor keeps its row."""
        log = self.logbook
        read_of = (log.history, log.catalog, log.library.phases, log.owned)
        if not _are_same(read_of, self._read_of):
            self._read_of, self.lifts = read_of, Lifts.of(log, log.history)
        row = self.row
        self._build(row.entry if row else None)
        self.at = next(
            (at for at, other in enumerate(self.rows) if row and other.id == row.id),
            min(self.at, max(0, len(self.rows) - 1)),
        )

    def plan(self) -> None:
        """Plan the rows, if they are not."""
        if not self.is_planned:
            self.is_planned = True
            self.refresh()

    def follow(self) -> None:
        """Refresh; where sets came or went, as by undo, the next set to do is meant.

        So it is where the cursor stands on a skipped warm-up that came back.
        """
        had_rows, before, old = bool(self.rows), self._logged(), self.set_row
        self.refresh()
        changed = {entry for entry, _ in before ^ self._logged()}
        here = changed & {row.entry for row in self.rows}
        now = self.set_row
        if had_rows and here:
            self.go_to_next(min(here))
        elif now and now.planned.skipped and not (old and old.planned.skipped):
            self.go_to_next(now.entry)

    def _logged(self) -> set[tuple[int, str]]:
        return {(row.entry, row.done.id) for row in self.sets if row.done is not None}

    @property
    def sets(self) -> tuple[SetRow, ...]:
        """The rows without the titles."""
        return tuple(row for row in self.rows if isinstance(row, SetRow))

    def sets_of(self, entry: int) -> tuple[SetRow, ...]:
        """The rows of the sets of an exercise."""
        return tuple(row for row in self.sets if row.entry == entry)

    @property
    def title(self) -> TitleRow | None:
        """The heading of the exercise under the cursor."""
        entry = self.row.entry if self.row else None
        titles = (row for row in self.rows if isinstance(row, TitleRow))
        return next((one for one in titles if one.entry == entry), None)

    @property
    def row(self) -> Row | None:
        """The row under the cursor, or None when there is no row."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    @property
    def set_row(self) -> SetRow | None:
        """The row under the cursor if it is a set."""
        return self.row if isinstance(self.row, SetRow) else None

    def loaded_row(self) -> tuple[SetRow, Load]:
        """The set under the cursor and its load; BefitError where there is none."""
        if (row := self.set_row) is None:
            raise BefitError("Move to a set first.")
        if (load := self.shown(row).load) is None:
            raise BefitError("This set has no load yet; type one, as in 82.5x8.")
        return row, load

    @property
    def coming_row(self) -> SetRow | None:
        """The set under the cursor; on a title the next set of its exercise."""
        row = self.row
        if not isinstance(row, TitleRow):
            return row
        sets = self.sets_of(row.entry)
        return next((one for one in sets if one.is_waiting), sets[-1])

    @property
    def exercise(self) -> Exercise | None:
        """The exercise under the cursor."""
        return self.row.exercise if self.row else None

    @property
    def unit(self) -> Unit:
        """The unit of the loads of the exercise under the cursor."""
        return (self.exercise and self.exercise.unit) or self.logbook.unit

    @property
    def last_set(self) -> LoggedSet | None:
        """The set that was logged last: here, or else by its time."""
        if (active := self.logbook.active) is None:
            return None
        here = find_set(active, self.newest)
        return here[1] if here is not None else last_set(active)

    @property
    def is_asking(self) -> bool:
        """Whether it is open how many reps were left in the set logged last."""
        return self.question is not None and self.question.open

    @property
    def is_timed(self) -> bool:
        """Whether the row under the cursor is a set by time or distance, not reps."""
        row = self.set_row
        if row is None or row.done is not None:
            return False
        shown = self.planned(row)
        return not row.exercise.is_counted or (
            shown.reps is None and shown.seconds is not None
        )

    def move(self, step: int) -> None:
        """Move the cursor; the presses and the question belong to the row it left."""
        self.leave_row()
        self.at = min(max(self.at + step, 0), max(0, len(self.rows) - 1))
        self.refresh()

    def go_to(self, row_id: str) -> None:
        """Put the cursor on a row."""
        self.leave_row()
        for at, row in enumerate(self.rows):
            if row.id == row_id:
                self.at = at
        self.refresh()

    def go_to_set(self, set_id: str) -> None:
        """Put the cursor on a logged set."""
        for row in self.rows:
            if isinstance(row, SetRow) and row.done and row.done.id == set_id:
                self.go_to(row.id)
                return

    def go_on(self) -> None:
        """Put the cursor where the newest set left it: exercises go in any order."""
        done = ((row.done, row.entry) for row in self.sets if row.done is not None)
        logged = [(one.at, entry) for one, entry in done if one.at is not None]
        self.go_to_next(max(logged)[1] if logged else 0)

    def go_to_next(self, after: int) -> None:
        """Put the cursor on the next set to do, from entry ``after`` on, then anew."""
        self.leave_row()
        waiting = [row for row in self.sets if row.is_waiting]
        later = [row for row in waiting if row.entry >= after]
        turn = next_in_superset(self.rows, after)
        if found := turn or next(iter(later or waiting), None):
            self.at = self.rows.index(found)
            self.refresh()
        elif self.rows:
            self._build(None)
            self.at = len(self.rows) - 1

    def leave_row(self) -> None:
        """Forget counted reps and time, and close the question."""
        self.presses.clear()
        self.watch.clear()
        self.question = None

    def shown(self, row: SetRow) -> LoggedSet | PlannedSet:
        """What a row holds: the set that was logged, or the one that would be."""
        return row.done or self.planned(row)

    def planned(self, row: SetRow) -> PlannedSet:
        """What a row that is not logged would log now: plan, draft, counted reps."""
        shown = self.uncounted(row)
        here = self.row is not None and row.id == self.row.id
        if self.presses.count and here:
            return replace(shown, reps=self.presses.count, amrap=False)
        if self.watch.is_used and here:
            return replace(shown, seconds=float(round(self.watch.seconds)))
        return shown

    def uncounted(self, row: SetRow) -> PlannedSet:
        """What a row would log if nothing were counted: its plan, or the draft."""
        return self._drafts[row.id][1] if self.is_drafted(row) else row.planned

    def draft(self, row: SetRow, shown: PlannedSet) -> None:
        """Show another set than the plan, also when the plan of the row moves."""
        as_planned = shown.reps == row.planned.reps
        shown = replace(shown, amrap=shown.amrap and as_planned)
        self._drafts[row.id] = row.planned, shown

    def is_drafted(self, row: SetRow) -> bool:
        """Whether the lifter has made something else of a row than its plan."""
        planned, _ = self._drafts.get(row.id, (None, None))
        now = row.planned
        return planned is not None and row.done is None and (
            planned.kind, planned.number, planned.last) == (
            now.kind, now.number, now.last)  # fmt: skip

    def forget_drafts(self) -> None:
        """Show the plan again."""
        self._drafts.clear()

    def forget_draft(self, row: SetRow) -> None:
        """A row is logged: only what was made of others of its entry is kept."""
        was_drafted = self._drafts.pop(row.id, None) is not None
        sets = self.sets_of(row.entry)
        if was_drafted and any(o.place < row.place and o.done is None for o in sets):
            for one in sets:
                self._drafts.pop(one.id, None)

    def reading(self, row: SetRow, load: Load | None) -> "Reading":
        """The meter before the set of a row, done or still to do, with a load."""
        if (row.id, load) not in self._readings:
            self._readings[row.id, load] = self.lifts.meters.read(
                row.exercise.id, load, self.logbook.opened(), self.earlier(row)
            )
        return self._readings[row.id, load]

    def earlier(self, row: SetRow) -> tuple[LoggedSet, ...]:
        """The sets of its exercise before a row, those to come as they are planned."""
        return row.before or self.logbook.opened().entries[row.entry].sets[: row.place]

    def _build(self, further: int | None) -> None:
        """The rows, made once for a workout: the cursor moves more often than it."""
        active = self.logbook.active
        if active is None:
            self.rows, self.records = (), {}
            return
        made_of = (active, self.lifts, self.logbook.unit, self.is_planned)
        if not _are_same(made_of, self._made_of):
            self._made_of, self._readings = made_of, {}
            self.records = todays_records(active, self.lifts, self.logbook.unit)
            self._rows_with = cache(partial(build_rows, *made_of))
        self.rows = self._rows_with(further)


def _are_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def todays_records(
    workout: Workout, lifts: Lifts, unit: Unit
) -> dict[str, tuple[str, ...]]:
    """Words like ``best at 80 kg`` by set id; the first session of a lift has none."""
    return {
        one.done.id: tuple(record.words(unit) for record in one.records)
        for exercise in {entry.exercise for entry in workout.entries if entry.sets}
        if lifts.bests(exercise).reps
        for one in lifts.judged(workout, exercise)
        if one.records
    }
