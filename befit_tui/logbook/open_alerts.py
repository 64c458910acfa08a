"""The alerts that are open now: which were noted, which are news, the badge.

News are those that were neither noted nor announced in the last ``QUIET``: the list
``noted`` of the library keeps an item for each code and subject, with the day it was
last announced and what had been noted of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.alerts.result import foremost
from befit_tui.analysis.alerts.snapshot import LOG_DAYS
from befit_tui.domain.library import Items
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.status import Judged, write_note


def open_alerts(logbook: Logbook) -> tuple[Alert, ...]:
    """Everything that is open now, the gravest first; the open workout counts."""
    active, day = logbook.active, logbook.as_of
    if active is not None and active.sets:
        # Begun before midnight it belongs to that day, if nothing was done since.
        day = active.day if day == logbook.clock().date() else day
        return logbook.alerts.open(day, active).alerts
    return logbook.alerts.open(day).alerts


def alert_badge(logbook: Logbook) -> tuple[int, str]:
    """How many alerts are open that were not noted, and the severity of the gravest.

    Notes count only while nothing graver is open.
    """
    alerts = unnoted(logbook, open_alerts(logbook))
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
    count, severity = alert_badge(logbook)
    titles = [
        {"code": one.code, "severity": str(one.severity), "title": one.title}
        for one in unnoted(logbook, open_alerts(logbook))
    ]
    sign, _ = ALERT_SIGNS[severity]
    alerts = {"count": count, "sign": sign, "open": titles}
    judged = Judged(logbook.store.root, config, logbook.clock().date())
    write_note(judged, logbook.active, alerts)


def news(logbook: Logbook) -> tuple[str, ...]:
    """The alert to say once, in a line; mostly there is none."""
    found = announce(logbook, open_alerts(logbook))
    return () if found is None else (f"{found.title}. {found.advice}",)


LIBRARY_LIST = "noted"
QUIET = timedelta(days=7)
"""Days in which a code and subject is announced once (design of the alerts)."""
FURTHER = 1.1
"""How many times as far past its limit makes an alert worse; product constant."""
KEPT = timedelta(days=400)
"""Days after which a mark that was not renewed is dropped; product constant."""


def key_of(alert: Alert) -> str:
    """What stays the same while an alert is open: its code and subject."""
    return f"{alert.code} {alert.subject.kind} {alert.subject.id}"


def excess(alert: Alert) -> float:
    """How far the numbers lie past their limits; their count where there are none."""
    beyond = [
        abs(piece.value - piece.threshold) / (abs(piece.threshold) or 1)
        for piece in alert.evidence
        if piece.threshold is not None
    ]
    return round(max(beyond), 4) if beyond else float(len(alert.evidence))


def unnoted(logbook: Logbook, alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """The alerts that were not noted, or are worse than they were then."""
    marks = _marks(logbook)
    return tuple(one for one in alerts if _is_worse(one, marks.get(key_of(one), {})))


def note(logbook: Logbook, alert: Alert) -> None:
    """Note an alert: it stays silent until it is worse. One step of undo."""
    mark = {
        **_marks(logbook).get(key_of(alert), {}),
        "id": key_of(alert),
        "day": logbook.clock().date().isoformat(),
        "severity": str(alert.severity),
        "excess": excess(alert),
    }
    logbook.keep_items(LIBRARY_LIST, {key_of(alert): mark}, f"noted: {alert.title}")


def announce(logbook: Logbook, alerts: Iterable[Alert]) -> Alert | None:
    """The grave alert to say now; it is remembered, so that it is not said again.

    One at a time: the next one is said when the log has changed again. An alert that
    has been open for a week is no news, nor is one that is not among the foremost.
    """
    today = logbook.clock().date()
    marks = _marks(logbook)
    news = [
        one
        for one in foremost(unnoted(logbook, alerts)).shown
        if one.severity is not Severity.NOTE
        and today - one.first_raised < QUIET
        # Said in the future it was said while the clock was wrong.
        and abs(today - _said(marks.get(key_of(one), {}))) >= QUIET
    ]
    if not news:
        return None
    first = news[0]
    mark = {"id": key_of(first), "said": today.isoformat()}
    marks[key_of(first)] = {**marks.get(key_of(first), {}), **mark}
    logbook.remember_noted(_fresh(marks.values(), today - KEPT))
    return first


def _marks(logbook: Logbook) -> dict[str, Mapping[str, Any]]:
    return {str(item.get("id")): item for item in logbook.library.noted}


def _is_worse(alert: Alert, mark: Mapping[str, Any]) -> bool:
    """Whether it was never noted, or is graver or further past its limit since."""
    try:
        rank, noted = Severity(mark["severity"]).rank, float(mark["excess"])
    except (KeyError, TypeError, ValueError):
        return True
    return alert.severity.rank < rank or excess(alert) > FURTHER * noted


def _said(mark: Mapping[str, Any], name: str = "said") -> date:
    try:
        return date.fromisoformat(mark[name])
    except (KeyError, TypeError, ValueError):
        return date.min


def _fresh(marks: Iterable[Mapping[str, Any]], first: date) -> Items:
    return tuple(
        mark for mark in marks if max(_said(mark), _said(mark, "day")) >= first
    )
