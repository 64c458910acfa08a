"""The rows of a workout, what each aims at and was last time; its warm-ups."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import floor
from typing import TypeVar

from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit, from_kg
from befit_tui.domain.plates import Gear, nearest
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase
from befit_tui.domain.workout import (
    Entry,
    LoggedSet,
    Range,
    SetTarget,
    Target,
    Workout,
)

Place = tuple[Kind, int]
"""A kind of set and its number within the entry: the second warm-up."""
SetT = TypeVar("SetT", LoggedSet, SetTarget)
SETS_BY_DEFAULT = 3
"""Working sets of a lift without plan or past (Krieger 2010: 2-3 beat 1)."""
RAMP = ((0.4, 8), (0.6, 5), (0.8, 3))
"""Share of the working load and reps, the usual ramp of strength programmes; product
constant: trials compare warm-ups with none (Abad 2011), not ramps with each other."""


class PlannedSet(Value, frozen=True):
    """One row: the ``number``-th set of its ``kind``, filled as it would be logged.

    ``last`` is the same-numbered set of the same kind in the last session of the lift,
    ``left_target`` the reps to leave that the plan asks for.
    ``aim`` are the reps that it is planned with, ``told`` says that the plan names its
    load, ``amrap`` a set of at least ``reps``. ``skipped`` marks a warm-up that a
    working set was done without.
    """

    number: int
    kind: Kind
    load: Load | None = None
    reps: int | None = None
    last: LoggedSet | None = None
    seconds: float | None = None
    metres: float | None = None
    left_target: Range | None = None
    aim: Range | None = None
    told: bool = False
    skipped: bool = False
    amrap: bool = False

    @property
    def place(self) -> Place:
        """Its kind and its number."""
        return self.kind, self.number

    @property
    def plus(self) -> str:
        """The sign behind the reps of a set that may have more."""
        return "+" * self.amrap


Rows = Sequence[PlannedSet]


def planned_sets(
    entry: Entry,
    last: Entry | None,
    exercise: Exercise,
    *,
    one_rm_kg: float | None = None,
) -> tuple[PlannedSet, ...]:
    """Every row of an entry: first one for each logged set, then those still to do.

    The plan is the entry's target, or else the sets of the last session, or else
    three working sets. What the target leaves open is filled from the same-numbered
    set of ``last``, and in the first session of a lift from the set logged last. A
    percent of the 1RM needs ``one_rm_kg``. Warm-ups that are still planned once a
    working set is logged were skipped.
    """
    before = _by_place(last.sets if last is not None else ())
    plan, logged = _by_place(_plan(entry, last)), _by_place(entry.sets)
    working = any(kind is Kind.WORK for kind, _ in logged)
    rows = []
    for place in dict.fromkeys((*logged, *plan)):
        target = plan.get(place)
        row = _filled(place, target, before.get(place), exercise, one_rm_kg)
        skipped = working and place[0] is Kind.WARMUP and place not in logged
        rows.append(replace(_from_above(row, entry, target), skipped=skipped))
    return tuple(rows)


def is_ramp(row: PlannedSet, rows: Rows) -> bool:
    """Whether a set that nobody rated only led up to much heavier ones last time.

    It is no work, though nobody tagged it: more reps of it earn nothing.
    """
    work = [one for one in rows if one.kind is Kind.WORK and one.last is not None]
    if row not in work or row.last is None or known_left(row.last) is not None:
        return False
    # A start without an open workout asks this of no set, and it loads all verdicts.
    from befit_tui.analysis.lift.reading import BACK_OFF  # noqa: PLC0415

    later = (one.last.kg for one in work[work.index(row) + 1 :] if one.last is not None)
    return row.last.kg < BACK_OFF * max(later, default=0.0)


def targets_of(rows: Iterable[PlannedSet], entry: Entry) -> tuple[SetTarget, ...]:
    """What each of these rows of an entry aims at, as a plan."""
    plan = _by_place(entry.aims)
    return tuple(plan.get(row.place, SetTarget(kind=row.kind)) for row in rows)


def taken_next(entry: Entry, row: PlannedSet) -> Entry:
    """The entry with the target of ``row`` next, for a set that is out of turn."""
    targets = list(entry.aims)
    places = [at for at, target in enumerate(targets) if target.kind is row.kind]
    done = sum(one.kind is row.kind for one in entry.sets)
    if entry.target is None or not done < row.number <= len(places):
        return entry
    targets.insert(places[done], targets.pop(places[row.number - 1]))
    return replace(entry, target=replace(entry.target, sets=tuple(targets)))


def _from_above(row: PlannedSet, entry: Entry, target: SetTarget | None) -> PlannedSet:
    """A row without a past and without a load takes those of the set logged last."""
    above = next((s for s in reversed(entry.sets) if s.kind is row.kind), None)
    if above is None or row.last is not None or row.load is not None:
        return row
    if target is not None and (target.reps or target.seconds):
        return replace(row, load=above.load)
    return _like(row, above)


def further_set(entry: Entry, last: Entry | None) -> PlannedSet:
    """One more working set than planned, filled from the set above."""
    number = 1 + sum(done.kind is Kind.WORK for done in entry.sets)
    before = _by_place(last.sets if last is not None else ()).get((Kind.WORK, number))
    above = next((s for s in reversed(entry.sets) if s.kind is Kind.WORK), None)
    row = PlannedSet(number, Kind.WORK, last=before)
    source = above or before
    return row if source is None else _like(row, source)


def _like(row: PlannedSet, done: LoggedSet) -> PlannedSet:
    row = replace(row, load=done.load)
    if done.reps is None and (done.seconds or done.metres):
        return replace(row, reps=None, seconds=done.seconds, metres=done.metres)
    return replace(row, reps=done.reps or row.reps, seconds=None, metres=None)


def repeat(workout: Workout, *, new_id: str, started_at: datetime) -> Workout:
    """A new workout that plans what ``workout`` held.

    Exercises, their order, supersets, targets, and number and kind of sets are kept;
    loads, reps, effort and notes are not. An entry without sets keeps its plan, and so
    does every one of a deload, which did only half of it.
    """
    deload = workout.phase is Phase.DELOAD
    entries = tuple(
        Entry(
            exercise=entry.exercise,
            superset=entry.superset,
            target=_repeated(entry, deload=deload),
        )
        for entry in workout.entries
    )
    return Workout(id=new_id, started_at=started_at, name=workout.name, entries=entries)


def _repeated(entry: Entry, *, deload: bool) -> Target:
    target = without_scheme(entry.target or Target())
    if not entry.sets or deload:
        return target
    plan = _by_place(target.sets)
    places = _by_place(entry.sets)
    sets = tuple(plan.get(place, SetTarget(kind=place[0])) for place in places)
    return replace(target, sets=sets)


def swapped(entry: Entry, exercise: str) -> Entry:
    """The entry as one of another exercise: no load was meant for that."""
    target = entry.target
    if target is not None:
        sets = tuple(replace(one, load=None) for one in target.sets)
        target = without_scheme(replace(target, sets=sets))
    return replace(entry, exercise=exercise, target=target)


def without_scheme(target: Target) -> Target:
    """A plan without what a programme asked for on that day."""
    if target.scheme is None:
        return target
    sets = tuple(replace(one, load=None, percent=None) for one in target.sets)
    return replace(target, sets=sets, scheme=None)


def _by_place(sets: Iterable[SetT]) -> dict[Place, SetT]:
    counts: Counter[Kind] = Counter()
    found = {}
    for one in sets:
        counts[one.kind] += 1
        found[one.kind, counts[one.kind]] = one
    return found


def _plan(entry: Entry, last: Entry | None) -> tuple[SetTarget, ...]:
    if entry.aims:
        return entry.aims
    if last is not None and last.sets:
        return tuple(SetTarget(kind=done.kind) for done in last.sets)
    return (SetTarget(),) * SETS_BY_DEFAULT


def _filled(
    place: Place,
    target: SetTarget | None,
    last: LoggedSet | None,
    exercise: Exercise,
    one_rm_kg: float | None,
) -> PlannedSet:
    target, known = target or SetTarget(), last or LoggedSet(id="")
    load = target.load or _share(target, known, exercise, one_rm_kg) or known.load
    reps = _reps(target, known, exercise, load)
    # Where reps are counted, no time that nobody took is logged beside them.
    seconds = target.seconds or known.seconds if reps is None else None
    return PlannedSet(
        number=place[1],
        kind=place[0],
        load=load,
        reps=reps,
        last=last,
        seconds=seconds,
        metres=known.metres if reps is None else None,
        left_target=target.left,
        aim=target.reps,
        told=bool(target.load or target.percent),
        amrap=target.amrap,
    )


def _reps(
    target: SetTarget, last: LoggedSet, exercise: Exercise, load: Load | None
) -> int | None:
    """Last time's reps, held inside the target's; the low end if the load is new."""
    if target.seconds and target.reps is None:
        return None
    if last.reps is None:
        if target.reps is not None:
            return target.reps[0]
        timed = last.seconds or last.metres
        return None if timed or not exercise.default_reps else exercise.default_reps[0]
    if target.reps is None:
        return last.reps
    low, high = target.reps
    return min(max(last.reps, low), high) if load == last.load else low


def _share(
    target: SetTarget, last: LoggedSet, exercise: Exercise, one_rm_kg: float | None
) -> Load | None:
    """A percent of the 1RM as a load, rounded down to the exercise's step."""
    if not target.percent or one_rm_kg is None or exercise.load is not LoadKind.WEIGHT:
        return None
    unit = exercise.unit or (last.load.unit if last.load else Unit.KG)
    step = exercise.increment(unit) or 1
    value = from_kg(one_rm_kg * target.percent / 100, unit)
    return Load(floor(value / step + 1e-9) * step, unit)


def ramp(working: Load, *, gear: Gear | None, step: float) -> tuple[SetTarget, ...]:
    """Planned warm-ups for a working load, rounded down to ``gear`` or ``step``.

    The bar alone may be more than its share: then it has the reps of what it is, and
    where it is nearly the working load there is nothing to warm up with.
    """
    found: list[SetTarget] = []
    heaviest = RAMP[-1][0] * working.value
    for share, _ in RAMP:
        value = working.value * share
        if gear is not None:
            value = nearest(gear, max(value, gear.bar))[0]
        else:
            value = round(value // step * step, 2) if step else round(value)
        lighter = found[-1].load.value if found and found[-1].load else 0.0
        if lighter < value <= heaviest:
            of_work = value / working.value
            _, reps = min(RAMP, key=lambda stage: abs(stage[0] - of_work))
            load = Load(value, working.unit)
            found.append(SetTarget(kind=Kind.WARMUP, reps=(reps, reps), load=load))
    return tuple(found)
