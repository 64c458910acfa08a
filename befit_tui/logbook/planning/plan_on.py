"""What a workout on some day would propose for a lift, without one being open."""

from collections.abc import Iterable
from datetime import date, datetime, time

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.planning.programme import plan_words
from befit_tui.analysis.planning.rows import repeat
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.alert_cache import AlertCache
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.opening import on_its_day
from befit_tui.logbook.planning.next_session import Plan, plan_of
from befit_tui.logbook.planning.programme import Programmes, phase_of

ABOUT_LOAD = ("load-too-light", "load-too-heavy")
"""Alerts that advise what the plan of the lift says."""


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
            return Plan((), (), "its first session is not over yet: it finds the load")
        return Plan((), (), "it was never done: the first session finds the load")
    again = repeat(last, new_id="", started_at=at)
    asked = [
        one.checkin for one in past if one.started_at.date() == day and one.checkin
    ]
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
    if newest is None or newest.started_at.date() <= day:
        return past
    return History(one for one in past if one.started_at.date() <= day)


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
    try:
        exercise = logbook.catalog.get(alert.subject.id)
    except BefitError:
        return ""
    plan = plan_on(logbook, exercise, at, None)
    load = plan.working[0][0].load if plan.working else None
    if load is None:
        return ""
    words = f"Next time {load_words(load, exercise, load.unit)} {load.unit}"
    exposures = _until(logbook, day).exposures(exercise.id)
    done = [one.load.kg for one in exposures[-1].entry.sets if one.load is not None]
    lighter = alert.code == "load-too-heavy"
    follows = load.kg < max(done) if lighter else load.kg > max(done)
    return words if follows else f"{words}: {plan.why}"
