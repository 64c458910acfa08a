"""The open workout as rows: what was done, what is planned, what was last."""

from collections.abc import Iterable, Sequence

from befit_tui.analysis.planning.meter_check import Plan
from befit_tui.analysis.planning.programme import heading
from befit_tui.analysis.planning.results import grouped_words
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import TargetZone, block_reps
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.wording import counted, duration_words, load_words, measure_words
from befit_tui.domain.workout import Entry, LoggedSet, SetTarget, Target, Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.planning.entry_plan import (
    as_last_time,
    plan_of,
    unknown_share,
)

NO_LOAD = ("–", "BW")
"""What stands for a load that is not known, or only the lifter's own."""


class SetRow(Value, frozen=True):
    """One set: planned until ``done`` is there."""

    entry: int
    place: int
    exercise: Exercise
    planned: PlannedSet
    done: LoggedSet | None
    further: bool = False
    """Whether it is one more than the plan holds."""
    before: tuple[LoggedSet, ...] = ()
    """The sets of its exercise before it, those to come as they are planned."""

    @property
    def zone(self) -> TargetZone:
        """The reps to leave in it."""
        return self.planned.zone

    @property
    def is_waiting(self) -> bool:
        """Whether it is planned and its turn is still to come."""
        return self.done is None and not self.further and not self.planned.skipped

    @property
    def is_inside(self) -> bool | None:
        """Whether a working set ended inside its target; None if it is not rated."""
        done = self.done
        left = known_left(done) if done is not None and is_working(done) else None
        return None if left is None else self.zone.holds(left)

    @property
    def id(self) -> str:
        """A key that stays while the set is logged or the list redrawn."""
        return f"{self.entry}:{self.place}"


class TitleRow(Value, frozen=True):
    """The heading of an entry; ``plan`` is its sets and reps in words.

    The cursor rests on it too, so that the exercise can be moved or removed.
    """

    entry: int
    exercise: Exercise
    plan: str
    zone: TargetZone
    superset: int | None
    note: str
    why: str = ""
    """Why today's sets are not simply those of the last time."""
    reminder: str = ""
    """What was noted for next time."""
    way: str = ""
    """How the lift moves on, and why it is thought so."""
    moved: bool = False
    """Whether the sets of the day have moved what is left of the plan."""
    brief: str = ""
    """The plan in fewer words, where there are any."""

    @property
    def plan_words(self) -> tuple[str, ...]:
        """The plan with the reps to leave, alone, and in fewer words; best first."""
        if not self.exercise.is_counted or not self.plan:
            return (self.plan,)
        whole = f"{self.plan} · {self.zone.words}"
        # 2+ left, where 2 or more left would cost the reps to leave their place.
        short = whole.replace(" or more left", "+ left")
        found = dict.fromkeys((whole, short, self.plan, self.brief))
        return tuple(filter(None, found))

    @property
    def id(self) -> str:
        """A key that stays while the list is redrawn."""
        return f"{self.entry}:title"


Row = SetRow | TitleRow


def build_rows(
    workout: Workout,
    lifts: Lifts,
    unit: Unit = Unit.KG,
    planned: bool = True,
    further: int | None = None,
) -> tuple[Row, ...]:
    """The rows of a workout, top to bottom.

    ``unit`` is for loads without a past. If not ``planned`` the sets are those of the
    last time. ``further`` is the index of the entry that gets one more row when all its
    planned sets are done; None means the last entry.
    """

    def plan_with(index: int, *, more: bool) -> Plan:
        if planned:
            return plan_of(workout, index, lifts, unit, more=more)
        return as_last_time(workout, index, lifts, more=more)

    chosen = len(workout.entries) - 1 if further is None else further
    rows: list[Row] = []
    for index, entry in enumerate(workout.entries):
        plan = plan_with(index, more=False)
        to_do = plan.rows[len(entry.sets) :]
        more = (index == chosen or not plan.rows) and all(row.skipped for row in to_do)
        if more:
            plan = plan_with(index, more=True)
        exercise = lifts.catalog.get(entry.exercise)
        sets = _set_rows(index, entry, exercise, plan, more=more)
        rows += [_title(workout, index, plan, sets, lifts), *sets]
    return tuple(rows)


def _title(
    workout: Workout, index: int, plan: Plan, sets: list[SetRow], lifts: Lifts
) -> TitleRow:
    entry = workout.entries[index]
    exercise = lifts.catalog.get(entry.exercise)
    work = [row for row in sets if row.planned.kind is Kind.WORK] or sets
    coming = next((row for row in work if row.is_waiting), work[-1])
    last = lifts.last_entry(entry.exercise)
    before = f"last time: {last.note}" if last is not None and last.note else ""
    # A programme by a training max heads its lift by itself.
    target = entry.target or Target()
    return TitleRow(
        entry=index,
        exercise=exercise,
        plan=heading(target) or _plan_words(sets, target, exercise, workout.phase),
        brief=heading(target, brief=True),
        zone=coming.zone,
        superset=entry.superset,
        note=entry.note,
        reminder=" · ".join(filter(None, (exercise.note, before))),
        why=unknown_share(entry, lifts) or plan.why,
        way=plan.way,
        moved=plan.moved,
    )


def in_target(rows: Iterable[SetRow]) -> tuple[int, int]:
    """Rated working sets that ended inside their target, and all rated ones."""
    rated = [row.is_inside for row in rows if row.is_inside is not None]
    return sum(rated), len(rated)


def shown_words(shown: LoggedSet | PlannedSet, exercise: Exercise, unit: Unit) -> str:
    """``80 kg × 8``, or the time alone where nothing is lifted."""
    load, amount = load_words(shown.load, exercise, unit), amount_of(shown)
    if load not in NO_LOAD:
        return f"{load} {exercise.unit or unit} × {amount}"
    return amount if shown.reps is None else f"{load} × {amount}"


def amount_of(shown: LoggedSet | PlannedSet) -> str:
    """What a row would log: ``5``, ``5+`` for five or more, ``45 s``."""
    amount = measure_words(shown.reps, shown.seconds, shown.metres)
    return amount + "+" * (isinstance(shown, PlannedSet) and shown.amrap)


def next_in_superset(rows: Sequence[Row], entry: int) -> SetRow | None:
    """The next set of the superset that ``entry`` is in: its exercises take turns.

    None when the entry is in no superset or all its planned sets are done. Warm-ups
    come before the first round, a drop set follows its working set at once.
    """
    numbers = {row.entry: row.superset for row in rows if isinstance(row, TitleRow)}
    if (number := numbers.get(entry)) is None:
        return None
    waiting = (
        row
        for row in rows
        if isinstance(row, SetRow) and row.is_waiting and numbers[row.entry] == number
    )
    return min(
        waiting,
        key=lambda row: (_round(rows, row), row.entry, row.place),
        default=None,
    )


def is_within_round(rows: Sequence[Row], set_id: str) -> bool:
    """Whether another exercise of the superset has its set of this round to come."""
    done = (row for row in rows if isinstance(row, SetRow) and row.done is not None)
    last = next((row for row in done if row.done and row.done.id == set_id), None)
    coming = None if last is None else next_in_superset(rows, last.entry)
    return (
        last is not None
        and coming is not None
        and coming.entry != last.entry
        and _round(rows, coming) == _round(rows, last)
    )


def _round(rows: Sequence[Row], row: SetRow) -> int:
    """How many working sets of its exercise there are up to this one."""
    return sum(
        (other.done or other.planned).kind is Kind.WORK
        for other in rows
        if isinstance(other, SetRow)
        and other.entry == row.entry
        and other.place <= row.place
    )


def _set_rows(
    index: int, entry: Entry, exercise: Exercise, plan: Plan, *, more: bool
) -> list[SetRow]:
    waiting = (None,) * (len(plan.rows) - len(entry.sets))
    made = [
        SetRow(
            index,
            place,
            exercise,
            row,
            done,
            more and place == len(plan.rows) - 1,
            plan.sets[:place],
        )
        for place, (row, done) in enumerate(
            zip(plan.rows, (*entry.sets, *waiting), strict=True)
        )
    ]
    # Warm-ups that were skipped stand above the first working set.
    skipped = [row for row in made if row.planned.skipped]
    others = [row for row in made if not row.planned.skipped]
    work = (at for at, row in enumerate(others) if row.planned.kind is Kind.WORK)
    first = next(work, 0)
    return [*others[:first], *skipped, *others[first:]]


def _plan_words(
    sets: list[SetRow], target: Target, exercise: Exercise, phase: Phase | None
) -> str:
    """``3 × 6-8``: working sets planned, and the reps they aim at.

    ``T1 · 3 × 6-8`` where the line of progress has a name. Where nobody set any they
    are those of the block, or the usual ones of the exercise, unless the last session
    had none of them.
    """
    count = sum(row.planned.kind is Kind.WORK and not row.further for row in sets)
    if not count:
        return ""
    name = f"{target.scheme.name} · " if target.scheme and target.scheme.name else ""
    work = [one for one in target.sets if one.kind is Kind.WORK]
    if any(one.amrap for one in work):
        return name + grouped_words(work)
    aims = list(dict.fromkeys(filter(None, map(_aim_words, work))))
    if not aims and (usual := block_reps(exercise, phase)):
        low, high = usual
        planned = (row.planned for row in sets if row.planned.kind is Kind.WORK)
        last = [one.last.reps for one in planned if one.last and one.last.reps]
        is_known = not last or any(low <= reps <= high for reps in last)
        if is_known or usual != exercise.default_reps:
            aims = [_aim_words(SetTarget(reps=(low, high)))]
    return name + (f"{count} × {', '.join(aims)}" if aims else counted(count, "set"))


def _aim_words(target: SetTarget) -> str:
    """What a set aims at: ``6-8``, ``5``, ``5+``, ``45 s``."""
    if target.reps is None:
        return duration_words(target.seconds) if target.seconds else ""
    low, high = target.reps
    return f"{low}{'+' * target.amrap}" if low == high else f"{low}-{high}"
