"""What the panel of the day says: alerts, failure sets, phase, check-in."""

from befit_tui.analysis.alerts import Alert
from befit_tui.domain.effort import failures_in
from befit_tui.logbook import open_alerts
from befit_tui.logbook.check_in import readiness_now
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning.blocks import phase_words
from befit_tui.logbook.workout.cursor import RowCursor

NO_ALERT = "No alert for this workout."
"""Others, of lifts that are not done today, may be open."""


def day_words_of(cursor: RowCursor) -> str:
    """The failure sets of the day, for when there is nothing else to say."""
    workout = cursor.logbook.opened()
    budget = cursor.lifts.alert_cache.budget(workout)
    why = f": {budget.reason}" if budget.reason else ""
    used = f"{failures_in(workout)} of {budget.allowed}"
    return f"{NO_ALERT} Failure sets {used}{why}."


def day_lines(logbook: Logbook) -> tuple[str, ...]:
    """The phase of the day and its check-in, a sentence each; none when unknown.

    That a check-in tells nothing is said where it is answered.
    """
    readiness = readiness_now(logbook)
    said = readiness.words if readiness and readiness.total is not None else ""
    return tuple(filter(None, (phase_words(logbook), said)))


def alerts_of(cursor: RowCursor) -> tuple[Alert, ...]:
    """What the workout so far calls for, the gravest first."""
    found = cursor.lifts.alert_cache.of_workout(cursor.logbook.opened())
    return open_alerts.unnoted(cursor.logbook, found)


def note_alert(cursor: RowCursor) -> str:
    """Note the alert that is shown first, so that it is silent until worse; its title.

    Empty when no alert is shown.
    """
    shown = next(iter(alerts_of(cursor)), None)
    if shown is None:
        return ""
    open_alerts.note(cursor.logbook, shown)
    return shown.title
