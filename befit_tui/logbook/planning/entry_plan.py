"""The plan of each exercise of a workout: its rows, reps to leave, and why."""

from functools import partial
from itertools import repeat

from befit_tui.analysis.lift.strength import is_heavy
from befit_tui.analysis.planning.caution import break_before, caution
from befit_tui.analysis.planning.lift import Lift
from befit_tui.analysis.planning.meter_check import Plan, asked_zone, kept_words
from befit_tui.analysis.planning.progress import WORDS, way_of
from befit_tui.analysis.planning.proposal import follow, propose
from befit_tui.analysis.planning.results import is_rated, own_range
from befit_tui.analysis.planning.rows import (
    PlannedSet,
    Rows,
    further_set,
    is_ramp,
    planned_sets,
)
from befit_tui.analysis.planning.stand_in import stand_in
from befit_tui.analysis.planning.targets import (
    ALL_LEFT,
    NEW_LEFT,
    TargetZone,
    aimed_at,
    block_reps,
    eased,
    in_block,
    target_left,
)
from befit_tui.domain.effort import failures_in
from befit_tui.domain.load import Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase, Progress
from befit_tui.domain.workout import Entry, SetTarget, Workout
from befit_tui.logbook.lifts import Lifts

SPENT = "no failure set is left today"
"""Said where a target is further from failure than before the sets of the day."""


def plan_of(
    workout: Workout, index: int, lifts: Lifts, unit: Unit, *, more: bool = False
) -> Plan:
    """What an entry of a workout is to do today, logged sets included.

    ``unit`` is the one that the lifter counts in. With ``more`` there is one more
    working set than planned.
    """
    entry = workout.entries[index]
    exercise = lifts.catalog.get(entry.exercise)
    last = lifts.last_entry(exercise.id, workout.day)
    # A percent of a training max that nobody set is no percent of anything else.
    of_max = entry.scheme is not None and entry.scheme.of_max
    one_rm = None if of_max else lifts.one_rm_kg(exercise.id)
    rows = planned_sets(entry, last, exercise, one_rm_kg=one_rm)
    further = (further_set(entry, last),) if more else ()
    lift = _lift(workout, entry, lifts, unit)
    # Warm-ups that were skipped come behind the sets.
    end = next((row for row in reversed(rows) if not row.skipped), rows[-1])
    aimed, spent = _aimed(workout, index, lift, lifts, (*rows, *further), end)
    if not exercise.is_judged:
        return Plan(aimed, "")
    rows, extra = aimed[: len(rows)], aimed[len(rows) :]
    loadable = [_loadable(row, lift) for row in rows]
    found = _proposed(workout, entry, lift, lifts, loadable)
    coming = (*_shown(entry, rows, found), *extra)
    before = replace(found, rows=_as_asked(coming, entry))
    key = (exercise.id, before, entry.sets)
    now = lifts.proposed.get(key, lambda: follow(before, entry.sets, lift))
    reached = _as_asked(_reached(now, before, lift), entry)
    # Reps that come first may leave none: then nobody is told to keep one.
    keeps = all(row.zone.low for row in reached[len(entry.sets) :])
    said = (_why_of(lift, lifts, now.why), now.off, spent * keeps)
    return replace(
        now,
        rows=reached,
        why="; ".join(filter(None, said)),
        way=lift.how,
    )


def _targets(entry: Entry) -> list[SetTarget]:
    return [one for one in entry.aims if one.kind is Kind.WORK]


def _reached(now: Plan, before: Plan, lift: Lift) -> tuple[PlannedSet, ...]:
    """The rows, with what is left of reps that come first as the reps to leave.

    What is logged changes them only where that is said: the meter sees fewer.
    """
    if not now.by_reps:
        return now.rows
    known = now if kept_words(now.rows, now.able) else before
    able = (*known.able, *(None,) * len(now.rows))
    zones = tuple(map(asked_zone, now.rows, able, repeat(lift.exercise)))
    # One lift has one target, a programme one for sets alike: the heading stays.
    alike = [
        (row.kind, row.load, row.reps) if lift.scheme else row.kind for row in now.rows
    ]
    pairs = tuple(zip(alike, zones, strict=True))
    lowest = {
        one: min((zone for key, zone in pairs if key == one), key=lambda zone: zone.low)
        for one in alike
    }
    return tuple(
        replace(
            row,
            zone=replace(zone, low=lowest[key].low, stop_short=lowest[key].stop_short),
        )
        for row, (key, zone) in zip(now.rows, pairs, strict=True)
    )


def _as_asked(rows: Rows, entry: Entry) -> tuple[PlannedSet, ...]:
    """The rows; a set that is done keeps the reps to leave that were asked of it.

    A check-in, a deload or another plan that comes after it is for the sets to come.
    """
    asked = [one.asked_left for one in entry.sets]
    asked += [None] * (len(rows) - len(asked))
    return tuple(
        row if left is None else replace(row, zone=aimed_at(row.zone, left))
        for row, left in zip(rows, asked, strict=True)
    )


def _shown(entry: Entry, rows: Rows, found: Plan) -> tuple[PlannedSet, ...]:
    """The rows as proposed; a deload leaves some out, but none that is logged."""
    coming = {row.place: row for row in found.rows}
    return tuple(
        coming.get(row.place, row)
        for at, row in enumerate(rows)
        if at < len(entry.sets) or row.place in coming
    )


def as_last_time(workout: Workout, index: int, lifts: Lifts, *, more: bool) -> Plan:
    """The rows of an entry as the last time, for a first frame that asks no meter."""
    entry = workout.entries[index]
    exercise, last = lifts.catalog.get(entry.exercise), lifts.last_entry(entry.exercise)
    rows = planned_sets(entry, last, exercise)
    rows = (*rows, further_set(entry, last)) if more else rows
    aimed = []
    for row in rows:
        zone = target_left(
            exercise,
            heavy=is_heavy(row.reps, None, None),
            phase=workout.phase,
            first_compound=True,
            last_set=False,
            budget_left=0,
        )
        if row.target.left is not None:
            zone = aimed_at(zone, row.target.left)
        aimed.append(replace(row, zone=zone))
    return Plan(tuple(aimed), "")


def _loadable(row: PlannedSet, lift: Lift) -> PlannedSet:
    """A warm-up that was done in another unit, at the nearest load that there is."""
    load = row.load
    if row.kind is not Kind.WARMUP or load is None or load.unit is lift.rack.unit:
        return row
    return replace(row, load=lift.rack.nearest(load) or load)


def unknown_share(entry: Entry, lifts: Lifts) -> str:
    """What to do while a plan asks for a percent of a 1RM that nothing tells."""
    open_ = (one for one in entry.aims if one.percent and one.load is None)
    percent = next((one.percent for one in open_), None)
    if entry.scheme and entry.scheme.of_max:
        return "" if percent is None else "no training max yet: type a load"
    worked = any(done.kind is Kind.WORK for done in entry.sets)
    if percent is None or worked or lifts.one_rm_kg(entry.exercise) is not None:
        return ""
    return f"type a load: no 1RM yet for {number(percent)}%"


def _aimed(
    workout: Workout, index: int, lift: Lift, lifts: Lifts, rows: Rows, last: PlannedSet
) -> tuple[tuple[PlannedSet, ...], str]:
    """The rows with the reps to leave in each; ``last`` is the last one of the plan.

    They are those of the start of the workout, but for the failure sets that were used
    before a set: that they are used up is said.
    """
    exercise = lift.exercise
    one_rm = lifts.one_rm_kg(exercise.id)
    earlier = [lifts.catalog.get(one.exercise) for one in workout.entries[:index]]
    first = exercise.is_compound and not any(one.is_compound for one in earlier)
    allowed, *left = _budgets(workout, index, lift, lifts)

    def is_heavy_row(row: PlannedSet) -> bool:
        moved = lifts.moved_kg(exercise.id, row.load, workout)
        return row.kind is Kind.WORK and is_heavy(row.reps, moved, one_rm)

    # One lift has one target, also where a set had more reps or less load last time.
    asked = partial(
        target_left,
        exercise,
        heavy=any(map(is_heavy_row, rows[: rows.index(last) + 1])),
        phase=workout.phase,
        first_compound=first,
    )
    found = []
    for place, row in enumerate(rows):
        is_last, free = row is last or row is rows[-1], left[min(place, len(left) - 1)]
        zone = asked(last_set=is_last, budget_left=free)
        zone = _of_day(zone, row, workout, lift, lifts)
        ramp = exercise.load is LoadKind.WEIGHT and is_ramp(row, rows)
        zone = aimed_at(zone, (zone.low, ALL_LEFT)) if ramp else zone
        found.append(replace(row, zone=zone))
    may_fail = asked(last_set=True, budget_left=allowed).failure_ok_last
    return tuple(found), SPENT if may_fail and left[-1] <= 0 else ""


def _budgets(workout: Workout, index: int, lift: Lift, lifts: Lifts) -> list[int]:
    """The failure sets of the day, what is left before each logged set, and now."""
    easier = lift.back is not None or lift.caution.eases
    allowed = 0 if easier else lifts.alert_cache.budget(workout).allowed
    before, own = workout.entries[:index], workout.entries[index]
    logged = (own.sets[:place] for place in range(len(own.sets)))
    parts = (replace(workout, entries=(*before, replace(own, sets=s))) for s in logged)
    return [allowed, *(allowed - failures_in(one) for one in (*parts, workout))]


def _of_day(
    zone: TargetZone, row: PlannedSet, workout: Workout, lift: Lift, lifts: Lifts
) -> TargetZone:
    """The plan's reps to leave in a set, or the usual ones, eased for the day."""
    if lift.deload or not lift.exercise.is_judged:
        return zone
    found_yet = bool(lift.past) or (lift.scheme is not None and lift.scheme.of_max)
    if not found_yet and row.target.left is None:
        zone = aimed_at(zone, NEW_LEFT)
    zone = in_block(zone, lift.exercise, workout.phase, lifts.easing(workout))
    if lift.past and not is_rated(lift.past[-1].working):
        # Without ratings two left cannot be told from one.
        zone = replace(zone, low=min(zone.low, 1))
    if row.target.left is not None:
        zone = aimed_at(zone, row.target.left)
    elif row.told or (lift.scheme is not None and found_yet):
        zone = aimed_at(zone, (zone.low, ALL_LEFT))
    today = lift.caution
    more = today.more + (lift.back is not None)
    return eased(zone, more=more, least=today.least, from_=today.from_)


def _proposed(
    workout: Workout, entry: Entry, lift: Lift, lifts: Lifts, rows: Rows
) -> Plan:
    timed = any(one.seconds for one in _targets(entry))
    far = lift.exercise.load is LoadKind.DISTANCE
    told = far or (timed and lift.way is not Progress.SECONDS)
    if told and not lift.deload and not lift.scheme:
        return Plan(rows=tuple(rows), why="")
    # A set that is logged changes none of these, so its key waits for no meter.
    asked = (lift.rack.unit, lift.reps, lift.caution.why, lift.deload, lift.day)
    key = (lift.exercise, tuple(rows), *asked, workout.bodyweight, lift.scheme)
    return lifts.proposed.get(key, lambda: propose(rows, lift))


def _lift(workout: Workout, entry: Entry, lifts: Lifts, unit: Unit) -> Lift:
    exercise, today = lifts.catalog.get(entry.exercise), workout.day
    past, targets = lifts.recent(exercise.id, today), _targets(entry)
    planned = next((one.reps for one in targets if one.reps is not None), None)
    usual = planned or block_reps(exercise, workout.phase)
    reps = usual or (1, 1)
    if planned is None and usual is not None and usual == exercise.default_reps:
        reps = own_range(past, usual)
    way, because = way_of(exercise, past, targets, reps)
    how = f"{WORDS[way]}: {because}"
    if entry.scheme is not None:  # its line names what comes next, its first load too
        how = f"{WORDS[Progress.PERCENT]}: the plan names them"
    return Lift(
        exercise=exercise,
        past=past,
        day=today,
        way=way,
        how=how,
        verdict=lifts.verdict(exercise, today),
        rack=lifts.rack(exercise, unit),
        reps=reps,
        usual=usual or (1, 1),
        most=lambda load, sets: lifts.most_reps(exercise.id, load, workout, sets),
        caution=caution(
            exercise,
            workout.checkin,
            lifts.pains(workout),
            low_readiness=lifts.is_low(workout),
            alerts=lifts.alerts(today),
        ),
        back=break_before(lifts.days(exercise.id), today),
        deload=workout.phase is Phase.DELOAD,
        scheme=entry.scheme,
    )


def _why_of(lift: Lift, lifts: Lifts, why: str) -> str:
    """The reason of a proposal; where a joint hurts, what to do about it."""
    today = lift.caution
    if not today.site:
        return why
    known = map(lifts.catalog.get, lifts.history.lately())
    spared = stand_in(lift.exercise, today.site, (*known, *lifts.catalog))
    instead = f"; {spared.name} spares it" if spared is not None else ""
    return f"{today.why}: {today.least} or more left, no failure{instead}"
