"""What is going on, for the line at the top."""

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.domain.wording import day_words, length_words, reading_words
from befit_tui.logbook import noted
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.other_day import is_entered_later


def running(logbook: Logbook) -> tuple[str, str]:
    """The name of the open workout and its hours and minutes; empty when none is.

    One that is entered later has its day instead: no time is running.
    """
    active = logbook.active
    if active is None:
        return "", ""
    if is_entered_later(active):
        return active.name or "Workout", day_words(active.started_at)
    return active.name or "Workout", length_words(active, logbook.clock())


def reading(logbook: Logbook) -> str:
    """How far the past is read; empty when all of it is."""
    every = len(logbook.history.months) + len(logbook.unread_months)
    return reading_words(logbook.unread_months, every)


def open_alerts(logbook: Logbook) -> tuple[Alert, ...]:
    """Everything that is open now, the gravest first; the open workout counts."""
    active = logbook.active
    if active is not None and active.sets:
        return logbook.alerts.open(active.started_at.date(), active).alerts
    return logbook.alerts.open(logbook.clock().date()).alerts


def alert_badge(logbook: Logbook) -> tuple[int, str]:
    """How many alerts are open that were not noted, and the severity of the gravest.

    Notes count only while nothing graver is open.
    """
    alerts = noted.unnoted(logbook, open_alerts(logbook))
    grave = [one for one in alerts if one.severity is not Severity.NOTE]
    counted = grave or alerts
    return len(counted), counted[0].severity if counted else Severity.NOTE


def news(logbook: Logbook) -> tuple[str, ...]:
    """The alerts to say once, a line each, the gravest first."""
    found = noted.announce(logbook, open_alerts(logbook))
    return tuple(f"{one.title}. {one.advice}" for one in found)
