"""What an alert about a load advises: what the plan of the lift says."""

from collections.abc import Iterable
from datetime import date, datetime, time

from befit_tui.analysis.alerts import Alert
from befit_tui.domain.errors import BefitError
from befit_tui.domain.value import replace
from befit_tui.domain.wording import load_words
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.plan_on import plan_on

ABOUT_LOAD = ("load-too-light", "load-too-heavy")


def advised(alerts: Iterable[Alert], logbook: Logbook, day: date) -> tuple[Alert, ...]:
    """The alerts of a day, those about a load with the one that the plan names.

    The plan of a lift that is being done goes with its sets, so it is not asked.
    """
    active = logbook.active
    doing = {one.exercise for one in active.entries if one.sets} if active else set()

    def said(alert: Alert) -> Alert:
        if alert.code not in ABOUT_LOAD or alert.subject.id in doing:
            return alert
        words = _next_words(logbook, alert.subject.id, day)
        return replace(alert, advice=f"Next time {words}.") if words else alert

    return tuple(map(said, alerts))


def _next_words(logbook: Logbook, exercise_id: str, day: date) -> str:
    """``82.5 kg``; empty where the plan has no load."""
    at = datetime.combine(day, time.max, logbook.clock().tzinfo)
    try:
        exercise = logbook.catalog.get(exercise_id)
    except BefitError:
        return ""
    working = plan_on(logbook, exercise, at, None).working
    load = working[0][0].load if working else None
    return f"{load_words(load, exercise, load.unit)} {load.unit}" if load else ""
