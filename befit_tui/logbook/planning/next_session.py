"""What each lift of a workout is to do next, and why: in its row and at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from befit_tui.analysis.lift.recent import working_load
from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.caution import held_back
from befit_tui.analysis.planning.progression import Aim, Next, Step, next_target
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import new_exercise_target, target_left
from befit_tui.analysis.planning.todays_plan import deloaded, progressed
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, number
from befit_tui.domain.vocabulary import Kind, LoadKind, Phase
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Entry, Range, Workout
from befit_tui.logbook.lifts import Lifts

DELOAD_WORDS = "deload: lighter, half the sets"
FIRST_WORDS = "first time: leave 3 or more"
_COUNTED = (LoadKind.WEIGHT, LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED,
            LoadKind.REPS_ONLY)  # fmt: skip


def rows_today(
    rows: Sequence[PlannedSet], workout: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> tuple[tuple[PlannedSet, ...], str]:
    """The planned rows of an entry as today asks for them, and why in a few words."""
    exercise = lifts.exercise(entry.exercise)
    if not exercise.is_judged:
        return tuple(rows), ""
    if workout.phase is Phase.DELOAD:
        return deloaded(rows, exercise, len(entry.sets)), DELOAD_WORDS
    past = lifts.recent(exercise.id)
    if not past:
        return tuple(map(_first_time, rows)), FIRST_WORDS
    aim = _aim(past[-1], exercise, entry, lifts)
    if aim is None:
        return tuple(rows), ""
    coming = lifts.coming(
        exercise.id,
        aim,
        today=workout.started_at.date(),
        held=_held(exercise, workout, lifts),
        unit=exercise.unit or unit,
    )
    if coming is None:
        return tuple(rows), ""
    changed = rows if coming.step is Step.SAME else progressed(rows, coming)
    return tuple(changed), coming.reason


def unknown_share(entry: Entry, lifts: Lifts) -> str:
    """What to do where a plan asks for a percent of a 1RM that nothing tells."""
    targets = entry.target.sets if entry.target is not None else ()
    percent = next((one.percent for one in targets if one.percent), None)
    if percent is None or lifts.one_rm_kg(entry.exercise) is not None:
        return ""
    return f"type a load: no 1RM yet for {number(percent)}%"


def next_words(workout: Workout, entry: Entry, lifts: Lifts, unit: Unit) -> str:
    """How a lift went and what comes next: ``1 rep up at the same effort. Next: …``.

    Empty for what is not counted in reps, and in a deload, which is no yardstick.
    """
    exercise = lifts.exercise(entry.exercise)
    now = lifts.session(workout, exercise.id)
    if workout.phase is Phase.DELOAD or not exercise.is_judged or not working_load(now):
        return ""
    before = lifts.recent(exercise.id)
    # A short night speaks for the day it was; pain and alerts last.
    rested = replace(workout.checkin, sleep_hours=None) if workout.checkin else None
    later = replace(workout, checkin=rested)
    aim = _aim(now, exercise, entry, lifts)
    change = _change(before[-1], now, exercise, unit) if before else "First time"
    if aim is None:
        return f"{change}."
    coming = next_target(
        (*before, now),
        aim,
        today=workout.started_at.date(),
        held=_held(exercise, later, lifts),
        unit=exercise.unit or unit,
    )
    if coming is None:
        return f"{change}."
    why = f" ({coming.reason})" if coming.reason else ""
    return f"{change}. Next: {_aim_words(coming, exercise, unit)}{why}"


def _first_time(row: PlannedSet) -> PlannedSet:
    zone = new_exercise_target()
    return replace(row, left_target=row.left_target or (zone.low, zone.high))


def _held(exercise: Exercise, workout: Workout, lifts: Lifts) -> str:
    pains, day = lifts.pains(workout), workout.started_at.date()
    return held_back(exercise, workout.checkin, pains, lifts.alerts(day))


def _aim(last: Session, exercise: Exercise, entry: Entry, lifts: Lifts) -> Aim | None:
    """The reps and effort aimed at; None where the plan itself says every load."""
    targets = entry.target.sets if entry.target is not None else ()
    work = [target for target in targets if target.kind is Kind.WORK]
    if any(target.load or target.percent or target.seconds for target in work):
        return None
    planned = {target.reps for target in work if target.reps is not None}
    if len(planned) > 1 or exercise.load not in _COUNTED:
        return None
    reps = next(iter(planned), exercise.default_reps)
    top = working_load(last)
    if reps is None or not top:
        return None
    asked: Iterable[Range] = (target.left for target in work if target.left)
    one_rm = lifts.one_rm_kg(exercise.id)
    zone = target_left(
        exercise,
        heavy=is_heavy(top[0].reps, last.moved_kg(top[0]), one_rm),
        phase=None,
        first_compound=False,
        last_set=False,
        budget_left=0,
    )
    left = min((low for low, _ in asked), default=zone.low)
    return Aim(reps=reps, left=left, fixed=bool(planned))


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


def _aim_words(coming: Next, exercise: Exercise, unit: Unit) -> str:
    """``82.5 × 6-8`` after a step, else the reps set by set: ``80 × 8, 8, 7``."""
    load = load_words(coming.load, exercise, unit)
    if coming.step in (Step.UP, Step.DOWN):
        low, high = coming.aim
        return f"{load} × {low}-{high}" if low < high else f"{load} × {low}"
    alike = len(set(coming.reps)) == 1
    reps = coming.reps[:1] if alike else coming.reps
    return f"{load} × {', '.join(map(str, reps))}"
