"""What is going on, for the line at the top."""

from befit_tui.domain.wording import day_words, length_words, reading_words
from befit_tui.logbook.logbook import Logbook


def running(logbook: Logbook) -> tuple[str, str]:
    """The name of the open workout and its hours and minutes; empty when none is.

    One that is entered later has its day instead: no time is running.
    """
    active = logbook.active
    if active is None:
        return "", ""
    if active.entered_later:
        return active.name or "Workout", day_words(active.started_at)
    return active.name or "Workout", length_words(active, logbook.clock())


def reading(logbook: Logbook) -> str:
    """How far the past is read, or what of it is missing; empty when it is whole."""
    if logbook.missing_months and not logbook.unread_months:
        return f"missing: {', '.join(sorted(logbook.missing_months))}"
    every = len(logbook.history.months) + len(logbook.unread_months)
    return reading_words(logbook.unread_months, every)
