"""What each lift of a workout is to do next, and why: in its row and at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from befit_tui.analysis.lift.recent import own_range, working_load
from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.breaks import Break, break_before
from befit_tui.analysis.planning.caution import Caution, caution, sparing
from befit_tui.analysis.planning.progress import Lift, Step
from befit_tui.analysis.planning.proposal import Proposal, propose
from befit_tui.analysis.planning.rack import rack_of
from befit_tui.analysis.planning.rows import PlannedSet, planned_sets, repeat
from befit_tui.analysis.planning.targets import (
    TargetZone,
    aimed_at,
    eased,
    new_exercise_target,
    target_left,
)
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.effort import failures_in, known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Entry, Range, Scheme, SetTarget, Workout
from befit_tui.logbook.lifts import Lifts

COUNTED = (LoadKind.WEIGHT, LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED,
           LoadKind.REPS_ONLY)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of an entry as today asks for them, the zone of each, and why."""

    rows: tuple[PlannedSet, ...]
    zones: tuple[TargetZone, ...]
    why: str
    step: Step = Step.SAME

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


def plan_of(workout: Workout, index: int, lifts: Lifts, unit: Unit) -> Plan:
    """What an entry of a workout is to do today, logged sets included.

    ``unit`` is the one that the lifter counts in.
    """
    day = _day(workout, index, lifts)
    exercise = day.exercise
    last = lifts.last_entry(exercise.id, workout.started_at.date())
    scheme = _scheme(day)
    # A percent of a training max that nobody set is no percent of anything else.
    one_rm = None if scheme and scheme.of_max else lifts.one_rm_kg(exercise.id)
    rows = planned_sets(day.entry, last, exercise, one_rm_kg=one_rm)
    zones = tuple(_zone(day, row, last_set=row is rows[-1]) for row in rows)
    if not exercise.is_judged:
        return Plan(rows, zones, "")
    logged = len(day.entry.sets)
    aimed = [
        replace(row, left_target=(zone.low, zone.high))
        if row.kind is Kind.WORK
        else row
        for row, zone in zip(rows, zones, strict=True)
    ]
    found = _proposed(day, aimed, unit)
    coming = {(row.kind, row.number): row for row in found.rows}
    shown = [
        (coming.get((row.kind, row.number), row), zone)
        for at, (row, zone) in enumerate(zip(rows, zones, strict=True))
        if at < logged or (row.kind, row.number) in coming
    ]
    return Plan(
        tuple(row for row, _ in shown),
        tuple(zone for _, zone in shown),
        _why_of(day, found.why),
        found.step,
    )


def zone_of(workout: Workout, index: int, lifts: Lifts, row: PlannedSet) -> TargetZone:
    """The reps to leave in one more set of an entry than is planned."""
    return _zone(_day(workout, index, lifts), row, last_set=True)


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
    if row.left_target is not None:
        zone = aimed_at(zone, row.left_target)
    more = day.caution.more + (day.back is not None)
    return eased(zone, more=more, least=day.caution.least)


def _proposed(day: _Day, rows: Sequence[PlannedSet], unit: Unit) -> Proposal:
    """The rows as proposed; as they are where the plan itself says every load."""
    workout, lifts, exercise = day.workout, day.lifts, day.exercise
    timed = exercise.load is LoadKind.DURATION
    deload = workout.phase is Phase.DELOAD
    told = any(
        one.load or one.percent or (one.seconds and not timed) for one in day.targets
    )
    reps, scheme = _reps(day), _scheme(day)
    if not deload and not scheme and (told or (reps is None and not timed)):
        return Proposal(rows=tuple(rows), why="")
    today, why = workout.started_at.date(), day.caution.why
    # A set that is logged changes none of these, so its key waits for no meter.
    asked = (unit, reps, why, deload, today, workout.bodyweight, scheme)
    key = (exercise.id, tuple(rows), *asked)
    return lifts.proposed.get(key, lambda: propose(rows, _lift(day, reps, unit)))


def _lift(day: _Day, reps: Range | None, unit: Unit) -> Lift:
    """The lift of an entry as it stands before the workout."""
    workout, lifts, exercise = day.workout, day.lifts, day.exercise
    return Lift(
        exercise=exercise,
        past=day.past,
        verdict=lifts.verdict(exercise, workout.started_at.date()),
        rack=rack_of(exercise, lifts.loads(exercise.id), exercise.unit or unit),
        reps=reps or (1, 1),
        usual=_planned(day) or exercise.default_reps or (1, 1),
        most=lambda load, sets: lifts.most_reps(exercise.id, load, workout, sets),
        held=day.caution.why,
        back=day.back,
        deload=workout.phase is Phase.DELOAD,
        scheme=_scheme(day),
        sore=bool(day.caution.site),
    )


def _scheme(day: _Day) -> Scheme | None:
    return day.entry.target.scheme if day.entry.target is not None else None


def _reps(day: _Day) -> Range | None:
    """The range aimed at: the plan's, or the usual one where the lifter trains."""
    several = len({one.reps for one in day.targets if one.reps is not None}) > 1
    if several or day.exercise.load not in COUNTED:
        return None
    planned, usual = _planned(day), day.exercise.default_reps
    return planned if planned or usual is None else own_range(day.past, usual)


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
