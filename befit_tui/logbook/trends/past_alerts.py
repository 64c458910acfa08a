"""Which alerts were open in the weeks of the past, found by judging each again."""

from collections.abc import Sequence
from datetime import date, timedelta

from befit_tui.analysis.alerts import Alert, Severity
from befit_tui.analysis.volume import WEEK
from befit_tui.domain.wording import short_day_words
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook

MOST_WEEKS = 52
"""Weeks back that are judged again: each takes a tenth of a second in a long log."""


def open_in_week(logbook: Logbook, first: date) -> tuple[Alert, ...]:
    """The warnings and stops that stood at the end of a week, or stand today.

    Nothing of it is kept on disk: a set that is corrected corrects them too.
    """
    end = min(first + WEEK - timedelta(days=1), logbook.clock().date())
    found = logbook.alerts.open(end).alerts
    return tuple(one for one in found if one.severity is not Severity.NOTE)


def alert_words(alerts: Sequence[Alert]) -> str:
    """``▲ Bench Press: down 9% (since 3 Oct)``, and how many more; mostly empty."""
    if not alerts:
        return ""
    first, more = alerts[0], len(alerts) - 1
    since = f"since {short_day_words(first.first_raised)}"
    others = f" and {more} more" if more else ""
    return f"{ALERT_SIGNS[first.severity][0]} {first.title} ({since}){others}"
