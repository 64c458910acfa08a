"""What each lift of a workout is to do next, and why: in its row and at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.breaks import Break, break_before
from befit_tui.analysis.planning.caution import Caution, caution, sparing
from befit_tui.analysis.planning.programme import asked_zone
from befit_tui.analysis.planning.progress import Lift, is_rated
from befit_tui.analysis.planning.proposal import Proposal, follow, propose
from befit_tui.analysis.planning.recent import own_range
from befit_tui.analysis.planning.rows import (
    PlannedSet,
    further_set,
    planned_sets,
)
from befit_tui.analysis.planning.targets import (
    ALL_LEFT,
    TargetZone,
    aimed_at,
    block_reps,
    eased,
    in_block,
    new_exercise_target,
    target_left,
)
from befit_tui.analysis.planning.ways import way_of
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.effort import failures_in
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase, Progress
from befit_tui.domain.workout import (
    Entry,
    LoggedSet,
    Range,
    SetTarget,
    Workout,
)
from befit_tui.logbook.lifts import Lifts

COUNTED = (LoadKind.WEIGHT, LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED,
           LoadKind.REPS_ONLY)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of an entry as today asks for them, the zone of each, and why.

    ``sets`` are those of the day in the order of the rows, the coming ones as they are
    expected to go; ``way`` says how the lift moves on, ``moved`` whether those done
    have moved the rest.
    """

    rows: tuple[PlannedSet, ...]
    zones: tuple[TargetZone, ...]
    why: str
    sets: tuple[LoggedSet, ...] = ()
    way: str = ""
    moved: bool = False

    @property
    def working(self) -> list[tuple[PlannedSet, TargetZone]]:
        """The working sets with the reps that each is to leave."""
        pairs = zip(self.rows, self.zones, strict=True)
        return [(row, zone) for row, zone in pairs if row.kind is Kind.WORK]


@dataclass(frozen=True, slots=True)
class _Day:
    """One entry of a workout, and what is known of its lift on that day."""

    workout: Workout
    index: int
    lifts: Lifts
    exercise: Exercise
    past: tuple[Session, ...]
    back: Break | None
    caution: Caution

    @property
    def entry(self) -> Entry:
        return self.workout.entries[self.index]

    @property
    def targets(self) -> list[SetTarget]:
        return [one for one in self.entry.aims if one.kind is Kind.WORK]


def plan_of(
    workout: Workout, index: int, lifts: Lifts, unit: Unit, *, more: bool = False
) -> Plan:
    """What an entry of a workout is to do today, logged sets included.

    ``unit`` is the one that the lifter counts in. With ``more`` there is one more
    working set than planned.
    """
    day = _day(workout, index, lifts)
    exercise, last = day.exercise, _last(day)
    rows = _planned_rows(day, last)
    further = (further_set(day.entry, last),) if more else ()
    heavy = {row.load for row in rows if _is_heavy(day, row)}
    zones = {
        _place(row): _zone(
            day,
            row,
            # One load has one target, also where a later set had more reps last time.
            heavy=row.load in heavy or _is_heavy(day, row),
            last_set=row is rows[-1] or row in further,
        )
        for row in (*rows, *further)
    }
    if not exercise.is_judged:
        return Plan((*rows, *further), tuple(zones.values()), "")
    found, lift = _proposed(
        day, [_aimed(row, zones[_place(row)]) for row in rows], unit
    )
    extra = tuple(_aimed(row, zones[_place(row)]) for row in further)
    before = replace(found, rows=(*_shown(day, rows, found), *extra))
    key = (exercise.id, before, day.entry.sets)
    now = lifts.proposed.get(key, lambda: follow(before, day.entry.sets, lift))
    return Plan(
        now.rows,
        _zones(lift, now, [zones[_place(row)] for row in now.rows]),
        "; ".join(filter(None, (_why_of(day, now.why), now.off))),
        now.sets,
        way_of(exercise, day.past, day.targets, _reps(day)).words,
        moved=now.why != before.why,
    )


def _zones(
    lift: Lift, now: Proposal, zones: Sequence[TargetZone]
) -> tuple[TargetZone, ...]:
    """The reps to leave in each row; those that a programme asks for come first."""
    if not lift.is_moved_by_scheme:
        return tuple(zones)
    able = (*now.able, *(None,) * len(zones))
    rows = zip(zones, now.rows, able, strict=False)
    return tuple(asked_zone(*each) for each in rows)


def _last(day: _Day) -> Entry | None:
    return day.lifts.last_entry(day.exercise.id, day.workout.started_at.date())


def _planned_rows(day: _Day, last: Entry | None) -> tuple[PlannedSet, ...]:
    """The rows of the plan of an entry, filled from the last time."""
    scheme = day.entry.scheme
    # A percent of a training max that nobody set is no percent of anything else.
    of_max = scheme is not None and scheme.of_max
    one_rm = None if of_max else day.lifts.one_rm_kg(day.exercise.id)
    return planned_sets(day.entry, last, day.exercise, one_rm_kg=one_rm)


def _shown(
    day: _Day, rows: Sequence[PlannedSet], found: Proposal
) -> tuple[PlannedSet, ...]:
    """The rows as proposed; a deload leaves some out, but none that is logged."""
    coming = {_place(row): row for row in found.rows}
    logged = len(day.entry.sets)
    return tuple(
        coming.get(_place(row), row)
        for at, row in enumerate(rows)
        if at < logged or _place(row) in coming
    )


def as_last_time(workout: Workout, index: int, lifts: Lifts, *, more: bool) -> Plan:
    """The rows of an entry as the last time, for a first frame that asks no meter."""
    entry = workout.entries[index]
    exercise, last = lifts.exercise(entry.exercise), lifts.last_entry(entry.exercise)
    rows = planned_sets(entry, last, exercise)
    rows = (*rows, further_set(entry, last)) if more else rows
    zones = [
        target_left(
            exercise,
            heavy=is_heavy(row.reps, None, None),
            phase=workout.phase,
            first_compound=True,
            last_set=False,
            budget_left=0,
        )
        for row in rows
    ]
    aimed = (
        zone if row.left_target is None else aimed_at(zone, row.left_target)
        for row, zone in zip(rows, zones, strict=True)
    )
    return Plan(rows, tuple(aimed), "")


def _place(row: PlannedSet) -> tuple[Kind, int]:
    return row.kind, row.number


def _aimed(row: PlannedSet, zone: TargetZone) -> PlannedSet:
    if row.kind is not Kind.WORK:
        return row
    return replace(row, left_target=(zone.low, zone.high))


def unknown_share(entry: Entry, lifts: Lifts) -> str:
    """What to do where a plan asks for a percent of a 1RM that nothing tells.

    Nothing once a working set is logged: the others take its load.
    """
    open_ = (one for one in entry.aims if one.percent and one.load is None)
    percent = next((one.percent for one in open_), None)
    if entry.scheme and entry.scheme.of_max:
        return "" if percent is None else "no training max yet: type a load"
    worked = any(done.kind is Kind.WORK for done in entry.sets)
    if percent is None or worked or lifts.one_rm_kg(entry.exercise) is not None:
        return ""
    return f"type a load: no 1RM yet for {number(percent)}%"


def _day(workout: Workout, index: int, lifts: Lifts) -> _Day:
    exercise = lifts.exercise(workout.entries[index].exercise)
    today = workout.started_at.date()
    return _Day(
        workout=workout,
        index=index,
        lifts=lifts,
        exercise=exercise,
        past=lifts.recent(exercise.id, today),
        back=break_before(lifts.days(exercise.id), today),
        caution=caution(
            exercise,
            workout.checkin,
            lifts.pains(workout),
            low_readiness=lifts.is_low(workout),
            alerts=lifts.alerts(today),
        ),
    )


def _is_heavy(day: _Day, row: PlannedSet) -> bool:
    """Whether a working set is heavy for the lift."""
    moved = day.lifts.moved_kg(day.exercise.id, row.load, day.workout)
    one_rm = day.lifts.one_rm_kg(day.exercise.id)
    return row.kind is Kind.WORK and is_heavy(row.reps, moved, one_rm)


def _zone(day: _Day, row: PlannedSet, *, heavy: bool, last_set: bool) -> TargetZone:
    """The reps to leave in a set: the plan's or the usual ones, eased for the day."""
    workout, exercise = day.workout, day.exercise
    earlier = (day.lifts.exercise(one.exercise) for one in workout.entries[: day.index])
    allowed = day.lifts.alert_cache.budget(workout).allowed
    zone = target_left(
        exercise,
        heavy=heavy,
        phase=workout.phase,
        first_compound=exercise.is_compound and not any(e.is_compound for e in earlier),
        last_set=last_set,
        budget_left=allowed - failures_in(workout),
    )
    if workout.phase is Phase.DELOAD or not exercise.is_judged:
        return zone
    scheme = day.entry.scheme
    found_yet = bool(day.past) or (scheme is not None and scheme.of_max)
    if not found_yet and row.left_target is None:
        new = new_exercise_target()
        zone = aimed_at(zone, (new.low, new.high))
    zone = in_block(zone, exercise, workout.phase, day.lifts.easing(workout))
    if day.past and not is_rated(day.past[-1].working):
        # Without ratings two left cannot be told from one.
        zone = aimed_at(zone, (min(zone.low, 1), zone.high))
    if row.left_target is not None:
        zone = aimed_at(zone, row.left_target)
    elif row.told or (scheme is not None and found_yet):
        zone = aimed_at(zone, (zone.low, ALL_LEFT))
    more = day.caution.more + (day.back is not None)
    return eased(zone, more=more, least=day.caution.least, from_=day.caution.from_)


def _proposed(
    day: _Day, rows: Sequence[PlannedSet], unit: Unit
) -> tuple[Proposal, Lift]:
    """The rows as proposed, and the lift that they are proposed for."""
    workout, lifts, exercise = day.workout, day.lifts, day.exercise
    lift = _lift(day, unit)
    told = any(one.seconds for one in day.targets) and lift.way is not Progress.SECONDS
    counted = exercise.load in (*COUNTED, LoadKind.DURATION)
    if not lift.deload and not lift.scheme and (told or not counted):
        return Proposal(rows=tuple(rows), why=""), lift
    why, today = day.caution.why, workout.started_at.date()
    # A set that is logged changes none of these, so its key waits for no meter.
    asked = (unit, lift.reps, why, lift.deload, today, workout.bodyweight, lift.scheme)
    key = (exercise, tuple(rows), *asked)
    return lifts.proposed.get(key, lambda: propose(rows, lift)), lift


def _lift(day: _Day, unit: Unit) -> Lift:
    """The lift of an entry as it stands before the workout."""
    workout, lifts, exercise = day.workout, day.lifts, day.exercise
    today = workout.started_at.date()
    return Lift(
        exercise=exercise,
        past=day.past,
        day=today,
        way=way_of(exercise, day.past, day.targets, _reps(day)).progress,
        verdict=lifts.verdict(exercise, today),
        rack=lifts.rack(exercise, unit),
        reps=_reps(day),
        usual=_planned(day) or block_reps(exercise, workout.phase) or (1, 1),
        most=lambda load, sets: lifts.most_reps(exercise.id, load, workout, sets),
        held=day.caution.why,
        back=day.back,
        deload=workout.phase is Phase.DELOAD,
        scheme=day.entry.scheme,
        sore=bool(day.caution.site),
    )


def _reps(day: _Day) -> Range:
    """The range aimed at: the plan's, or the usual one where the lifter trains."""
    planned, usual = _planned(day), block_reps(day.exercise, day.workout.phase)
    if planned is not None:
        return planned
    if usual is not None and usual != day.exercise.default_reps:
        return usual
    return own_range(day.past, usual) if usual is not None else (1, 1)


def _planned(day: _Day) -> Range | None:
    return next((one.reps for one in day.targets if one.reps is not None), None)


def _why_of(day: _Day, why: str) -> str:
    """The reason, with what a painful joint asks for."""
    if not day.caution.site:
        return why
    known = map(day.lifts.exercise, day.lifts.lately())
    spared = sparing(day.exercise, day.caution.site, (*known, *day.lifts.exercises()))
    instead = f"; {spared.name} spares it" if spared is not None else ""
    return f"{day.caution.why}: {day.caution.least} or more left, no failure{instead}"
