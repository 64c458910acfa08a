"""The alerts that are open now, for the line at the top and the day."""

from datetime import timedelta
from pathlib import Path

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.snapshot import LOG_DAYS
from befit_tui.logbook import noted_alerts
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.glimpse import Judged, write_note


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
    alerts = noted_alerts.unnoted(logbook, open_alerts(logbook))
    grave = [one for one in alerts if one.severity is not Severity.NOTE]
    counted = grave or alerts
    return len(counted), counted[0].severity if counted else Severity.NOTE


def leave_note(logbook: Logbook, config: Path) -> None:
    """Note for status bars what is open now, if what it rests on is read.

    ``config`` is the file of the settings it was judged by.
    """
    first = logbook.clock().date() - timedelta(days=LOG_DAYS)
    if any(month >= f"{first:%Y-%m}" for month in logbook.unread_months):
        return
    unnoted = noted_alerts.unnoted(logbook, open_alerts(logbook))
    count, severity = alert_badge(logbook)
    titles = [
        {"code": one.code, "severity": str(one.severity), "title": one.title}
        for one in unnoted
    ]
    sign, _ = ALERT_SIGNS[severity]
    alerts = {"count": count, "sign": sign, "open": titles}
    judged = Judged(logbook.store.root, config, logbook.clock().date())
    write_note(judged, logbook.active, alerts)


def news(logbook: Logbook) -> tuple[str, ...]:
    """The alert to say once, in a line; mostly there is none."""
    found = noted_alerts.announce(logbook, open_alerts(logbook))
    return () if found is None else (f"{found.title}. {found.advice}",)
