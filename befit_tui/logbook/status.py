"""What is going on, for the line at the top."""

from befit_tui.analysis.alerts import check, check_session
from befit_tui.domain.wording import length_words
from befit_tui.logbook.logbook import Logbook


def running(logbook: Logbook) -> tuple[str, str]:
    """The name of the open workout and its hours and minutes; empty when none is."""
    active = logbook.active
    if active is None:
        return "", ""
    return active.name or "Workout", length_words(active, logbook.clock())


def alert_badge(logbook: Logbook) -> tuple[int, str]:
    """How many alerts are open today, and the severity of the gravest."""
    history, exercises = logbook.history, logbook.catalog.get
    if logbook.active is not None:
        alerts = check_session(logbook.active, history, exercises).alerts
    else:
        today = logbook.clock().date()
        alerts = check(history, exercises, as_of=today).alerts
    return len(alerts), alerts[0].severity if alerts else "note"
