"""What a lift is to do next time: ``befit plan``, the summary, an alert's advice."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.load import ABOUT_LOAD, TOO_HEAVY
from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.planning.meter_check import Plan
from befit_tui.analysis.planning.programme import plan_words
from befit_tui.analysis.planning.results import grouped_words, result_of, working_load
from befit_tui.analysis.planning.rows import PlannedSet, repeat
from befit_tui.analysis.planning.standing import NEXT_CYCLE, decides
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Entry, Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.phase_and_check_in import on_its_day
from befit_tui.logbook.planning.entry_plan import plan_of
from befit_tui.logbook.planning.programme import Programmes, phase_of


def plan_on(
    logbook: Logbook, exercise: Exercise, at: datetime, unit: Unit | None
) -> Plan:
    """What a workout begun at a time would propose for a lift, its day included.

    The lift comes as its programme plans it, else where it was in its last workout.
    ``unit`` None: the one of its last load. Without a past there is nothing to propose.
    """
    day = at.date()
    past = _until(logbook, day)
    last = next((one for one in past.newest_first() if _has(one, exercise.id)), None)
    alerts = None
    if past is not logbook.history:
        alerts = AlertCache(past, logbook.catalog.get, logbook.thresholds)
    lifts = Lifts.of(logbook, past, alerts)
    told = Programmes(logbook, lifts, at).next_entry(exercise.id)
    if told is not None:
        workout = Workout(id="", started_at=at, entries=(told,), phase=phase_of([told]))
        planned = on_its_day(workout, logbook.library)
        plan = plan_of(planned, 0, lifts, unit or logbook.unit)
        by_line = told.scheme is not None and told.scheme.why
        said = (plan.why,) if by_line else (plan_words(told.target), plan.why)
        return replace(plan, why="; ".join(filter(None, said)))
    if last is None:
        if logbook.active is not None and _has(logbook.active, exercise.id):
            return Plan((), "its first session is not over yet")
        return Plan((), "it was never done: the first session finds where to begin")
    again = repeat(last, new_id="", started_at=at)
    asked = [one.checkin for one in past if one.day == day and one.checkin]
    planned = on_its_day(again, logbook.library)
    if asked and planned.checkin is None:
        planned = replace(planned, checkin=asked[-1])
    index = next(i for i, one in enumerate(last.entries) if one.exercise == exercise.id)
    loads = [one.load for one in last.entries[index].sets if one.load is not None]
    return plan_of(
        planned, index, lifts, unit or (loads[-1].unit if loads else logbook.unit)
    )


def _until(logbook: Logbook, day: date) -> History:
    past = logbook.past()
    newest = next(iter(past.newest_first()), None)
    if newest is None or newest.day <= day:
        return past
    return History(one for one in past if one.day <= day)


def _has(workout: Workout, exercise: str) -> bool:
    return any(one.exercise == exercise and one.sets for one in workout.entries)


def advised(alerts: Iterable[Alert], logbook: Logbook, day: date) -> tuple[Alert, ...]:
    """The alerts of a day; those about a load say the one that the plan names."""
    active = logbook.active
    doing = {one.exercise for one in active.entries if one.sets} if active else set()

    def said(alert: Alert) -> Alert:
        if alert.code not in ABOUT_LOAD or alert.subject.id in doing:
            return alert
        words = _next_words(logbook, alert, day)
        return replace(alert, advice=f"{words}.") if words else alert

    return tuple(map(said, alerts))


def _next_words(logbook: Logbook, alert: Alert, day: date) -> str:
    """``Next time 82.5 kg``; empty where the plan has no load.

    Where it does not go the way of the alert it says why, in its own words.
    """
    at = datetime.combine(day, time.max, logbook.clock().tzinfo)
    exercise = logbook.catalog.get(alert.subject.id)
    plan = plan_on(logbook, exercise, at, None)
    load = plan.working[0].load if plan.working else None
    if load is None:
        return ""
    words = f"Next time {load_words(load, exercise, load.unit)} {load.unit}"
    exposures = _until(logbook, day).exposures(exercise.id)
    done = [one.load.kg for one in exposures[-1].entry.sets if one.load is not None]
    lighter = alert.code == TOO_HEAVY.code
    follows = load.kg < max(done) if lighter else load.kg > max(done)
    return words if follows else f"{words}: {plan.why}"


class Coming(Value, frozen=True):
    """How a lift went, ``1 rep up at the same effort``, and the sets that come next."""

    change: str
    sets: str = ""
    why: str = ""


def coming_of(
    logbook: Logbook, workout: Workout, entry: Entry, lifts: Lifts, unit: Unit
) -> Coming | None:
    """How a lift of a workout went and what comes next.

    None in a deload and for what is not counted in reps or moves nothing.
    """
    if entry.scheme is None:
        return _by_plan(workout, entry, lifts, unit)
    after = Programmes(logbook, lifts.after(workout), workout.started_at)
    if not entry.scheme.of_max:
        said = _scheme_words(after, entry, unit)
        return Coming(said) if said else None
    result = result_of(Exposure(workout, entry))
    if result is None or not decides(result):
        return None
    in_cycle = bool(entry.scheme.week)
    found = after.training_max(entry.exercise, NEXT_CYCLE if in_cycle else 0)
    when = "next cycle" if in_cycle else "next time"
    return Coming(f"{result.words}: training max {found.value} {when}.")


def _scheme_words(after: Programmes, entry: Entry, unit: Unit) -> str:
    coming = after.next_entry(entry.exercise, like=entry)
    if coming is None or coming.scheme is None:
        return ""
    work = [one for one in coming.aims if one.kind is Kind.WORK and one.reps]
    if not work:
        return ""
    load = load_words(work[-1].load, after.lifts.catalog.get(entry.exercise), unit)
    why = coming.scheme.why.replace(" last time", "")
    for said in (f"{load}: ", f"{load} again, "):
        why = why.removeprefix(said)
    return f"Next: {load} for {grouped_words(work)}{f' ({why})' * bool(why)}."


def _by_plan(workout: Workout, entry: Entry, lifts: Lifts, unit: Unit) -> Coming | None:
    exercise = lifts.catalog.get(entry.exercise)
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
    load = load_words(top[0].load, exercise, unit)
    reps = [str(row.reps) for row in top]
    sets = f"{load} × {reps[0] if len(set(reps)) == 1 else ', '.join(reps)}"
    # What the next session calls the last time is the one that ends here.
    why = plan.why.removeprefix(f"{load}: ").replace("last time", "today")
    return Coming(change, sets, why)


def _top(rows: Sequence[PlannedSet]) -> list[PlannedSet]:
    work = [row for row in rows if row.kind is Kind.WORK and row.reps is not None]
    kg = [row.load.kg if row.load is not None else 0.0 for row in work]
    return [row for row, each in zip(work, kg, strict=True) if each == max(kg)]


def _change(before: Session, now: Session, exercise: Exercise, unit: Unit) -> str:
    """``1 rep up at the same effort``: the first sets at the working load compared."""
    then, done = working_load(before), working_load(now)
    if not then:
        return "First time in reps"
    old, new = (load_words(sets[0].load, exercise, unit) for sets in (then, done))
    if old != new:
        return f"{new} after {old}"
    pairs = tuple(zip(then, done, strict=False))
    more = sum((b.reps or 0) - (a.reps or 0) for a, b in pairs)
    reps = f"{abs(more)} rep{'s' if abs(more) > 1 else ''}"
    words = f"{reps} {'up' if more > 0 else 'down'}" if more else "The same reps"
    lefts = [(known_left(a), known_left(b)) for a, b in pairs]
    offs = [b - a for a, b in lefts if a is not None and b is not None]
    if not offs:
        return words
    off = sum(offs) / len(offs)
    if abs(off) <= 0.5:
        return f"{words} at the same effort"
    return f"{words}, {'further from' if off > 0 else 'closer to'} failure"
