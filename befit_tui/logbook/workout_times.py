"""Start and end of a workout: one that was forgotten, entered later or moved."""

from datetime import datetime, timedelta

from befit_tui.domain.value import replace
from befit_tui.domain.wording import day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook

FORGOTTEN_AFTER = timedelta(hours=6)
"""Time without a set after which nobody is training any more (design)."""


def with_times(logbook: Logbook, started_at: datetime) -> Workout:
    """Move the start of the open workout."""
    active = logbook.opened()
    return logbook.keep(replace(active, started_at=started_at), "start time")


def end_of(workout: Workout) -> datetime | None:
    """When a workout ended that ends without a word; None means now.

    The length of a workout that was entered later is not known: it ends as it starts.
    """
    return workout.started_at if workout.entered_later else None


def close_forgotten(logbook: Logbook) -> str:
    """File an open workout whose last set is long ago, ended at that set, and say so.

    One that was opened and left without a set starts now instead, unsaid.
    """
    active, now = logbook.active, logbook.clock()
    if active is None or active.entered_later:
        return ""
    times = [done.at for done in active.sets if done.at is not None]
    if not active.sets:
        # Ahead of now it lies where the clock was wrong when it was opened.
        if abs(now - active.started_at) >= FORGOTTEN_AFTER:
            logbook.keep(replace(active, started_at=now), "new start time")
        return ""
    last = max(times, default=None)
    if last is None or now - last < FORGOTTEN_AFTER:
        return ""
    logbook.finish(max(last, active.started_at))
    return (
        f"{active.name or 'The workout'} of {day_words(active.started_at)} was left "
        f"open; it is closed at its last set, {last:%H:%M} (u opens it again)."
    )
