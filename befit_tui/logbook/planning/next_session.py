"""What each lift of a workout is to do next, and why: in its row and at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.breaks import Break, break_before
from befit_tui.analysis.planning.caution import Caution, caution, sparing
from befit_tui.analysis.planning.progress import Lift, Step, is_rated
from befit_tui.analysis.planning.proposal import Proposal, follow, propose
from befit_tui.analysis.planning.recent import own_range, working_load
from befit_tui.analysis.planning.rows import (
    PlannedSet,
    further_set,
    planned_sets,
    repeat,
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
from befit_tui.domain.effort import failures_in, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase, Progress
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import (
    Entry,
    LoggedSet,
    Range,
    Scheme,
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
    step: Step = Step.SAME
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
        sets = self.entry.target.sets if self.entry.target is not None else ()
        return [target for target in sets if target.kind is Kind.WORK]


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
    zones = {
        _place(row): _zone(day, row, last_set=row is rows[-1] or row in further)
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
        tuple(zones[_place(row)] for row in now.rows),
        "; ".join(filter(None, (_why_of(day, now.why), now.off))),
        now.step,
        now.sets,
        way_of(exercise, day.past, day.targets, _reps(day)).words,
        moved=now.why != before.why,
    )


def _last(day: _Day) -> Entry | None:
    return day.lifts.last_entry(day.exercise.id, day.workout.started_at.date())


def _planned_rows(day: _Day, last: Entry | None) -> tuple[PlannedSet, ...]:
    """The rows of the plan of an entry, filled from the last time."""
    scheme = _scheme(day)
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


@dataclass(frozen=True, slots=True)
class Coming:
    """How a lift went, ``1 rep up at the same effort``, and the sets that come next.

    ``sets`` and ``why`` are empty where nothing is proposed.
    """

    change: str
    sets: str = ""
    why: str = ""


def coming_of(
    workout: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> Coming | None:
    """How a lift of a workout went and what comes next.

    None for what is not counted in reps, and in a deload, which is no yardstick.
    """
    exercise = lifts.exercise(entry.exercise)
    now = lifts.session(workout, exercise.id)
    if workout.phase is Phase.DELOAD or not exercise.is_judged or not working_load(now):
        return None
    before = lifts.recent(exercise.id)
    change = _change(before[-1], now, exercise, unit) if before else "First time"
    coming = lifts.after(workout)
    again = repeat(workout, new_id="", started_at=workout.started_at)
    plan = plan_of(again, workout.entries.index(entry), coming, unit)
    top = _top(plan.rows)
    if not top or not plan.why:
        return Coming(change)
    words = _sets_words(top, exercise, unit)
    return Coming(change, words, plan.why.removeprefix(f"{words.split(' ')[0]}: "))


def unknown_share(entry: Entry, lifts: Lifts) -> str:
    """What to do where a plan asks for a percent of a 1RM that nothing tells.

    Nothing once a working set is logged: the others take its load.
    """
    targets = entry.target.sets if entry.target is not None else ()
    open_ = (one for one in targets if one.percent and one.load is None)
    percent = next((one.percent for one in open_), None)
    if entry.target and entry.target.scheme and entry.target.scheme.of_max:
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


def _zone(day: _Day, row: PlannedSet, *, last_set: bool) -> TargetZone:
    """The reps to leave in a set: the plan's or the usual ones, eased for the day."""
    workout, exercise = day.workout, day.exercise
    one_rm = day.lifts.one_rm_kg(exercise.id)
    moved = day.lifts.moved_kg(exercise.id, row.load, workout)
    earlier = (day.lifts.exercise(one.exercise) for one in workout.entries[: day.index])
    allowed = day.lifts.alert_cache.budget(workout).allowed
    zone = target_left(
        exercise,
        heavy=is_heavy(row.reps, moved, one_rm),
        phase=workout.phase,
        first_compound=exercise.is_compound and not any(e.is_compound for e in earlier),
        last_set=last_set,
        budget_left=allowed - failures_in(workout),
    )
    if workout.phase is Phase.DELOAD or not exercise.is_judged:
        return zone
    scheme = _scheme(day)
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
    elif row.told:
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
        scheme=_scheme(day),
        sore=bool(day.caution.site),
    )


def _scheme(day: _Day) -> Scheme | None:
    return day.entry.target.scheme if day.entry.target is not None else None


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


def _top(rows: Sequence[PlannedSet]) -> list[PlannedSet]:
    """The working sets at the load of the first one."""
    work = [row for row in rows if row.kind is Kind.WORK and row.reps is not None]
    kg = [row.load.kg if row.load is not None else 0.0 for row in work]
    return [row for row, each in zip(work, kg, strict=True) if each == max(kg)]


def _sets_words(top: Sequence[PlannedSet], exercise: Exercise, unit: Unit) -> str:
    """``82.5 × 6``, ``80 × 8, 8, 7``."""
    reps = [str(row.reps) for row in top]
    alike = len(set(reps)) == 1
    load = load_words(top[0].load, exercise, unit)
    return f"{load} × {', '.join(reps[:1] if alike else reps)}"


def _change(before: Session, now: Session, exercise: Exercise, unit: Unit) -> str:
    """``1 rep up at the same effort``: the first sets at the working load compared."""
    then, done = working_load(before), working_load(now)
    if not then:
        return "First time in reps"
    old, new = (
        load_words(then[0].load, exercise, unit),
        load_words(done[0].load, exercise, unit),
    )
    if old != new:
        return f"{new} after {old}"
    pairs = tuple(zip(then, done, strict=False))
    more = sum((b.reps or 0) - (a.reps or 0) for a, b in pairs)
    reps = f"{abs(more)} rep{'s' if abs(more) > 1 else ''}"
    words = f"{reps} {'up' if more > 0 else 'down'}" if more else "The same reps"
    lefts = [
        (a_left, b_left)
        for a, b in pairs
        if (a_left := known_left(a)) is not None
        and (b_left := known_left(b)) is not None
    ]
    if not lefts:
        return words
    off = sum(b - a for a, b in lefts) / len(lefts)
    if abs(off) <= 0.5:
        return f"{words} at the same effort"
    return f"{words}, {'further from' if off > 0 else 'closer to'} failure"
