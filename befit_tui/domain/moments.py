"""The time of what is logged, where the clock of the computer may have jumped.

Nothing is loaded for it: the line for a status bar is made of it.

Times inside a workout never run backwards, and one that nobody can believe is unknown.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from befit_tui.domain.workout import Workout

LONGEST_PAUSE = timedelta(hours=24)
"""No lifter rests longer within a workout: then the clock has jumped."""
UNNOTICED = timedelta(minutes=2)
"""A clock that is set by the network goes back by less."""


def latest(workout: "Workout") -> datetime:
    """The last time that is known of a workout."""
    ends = (done.at for done in workout.sets if done.at is not None)
    return max(ends, default=workout.started_at)


def moment_in(workout: "Workout", now: datetime) -> tuple[datetime | None, str]:
    """The time of what is done ``now``, and a sentence where the clock has jumped."""
    last = latest(workout)
    if now < last:
        told = (
            f"The clock of this computer went back from {_words(last)} to "
            f"{_words(now)}; until it is past that, times stay there."
        )
        return last, told if last - now > UNNOTICED else ""
    if now - last > LONGEST_PAUSE:
        return None, (
            f"The clock of this computer jumped from {_words(last)} to {_words(now)}; "
            "what is logged now has no time."
        )
    return now, ""


def end_of(workout: "Workout", now: datetime) -> tuple[datetime, str]:
    """When a workout ends that is ended ``now``, and a sentence as above."""
    moment, told = moment_in(workout, now)
    return latest(workout) if moment is None else moment, told


def clock_time(seconds: float) -> str:
    """Minutes and seconds: ``1:24``; hours when there are any: ``1:02:10``."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def hours_between(start: datetime, end: datetime) -> str:
    """Hours and minutes from one moment to another, ``1:02``; never below zero."""
    minutes = max(0, int((end - start).total_seconds() // 60))
    return f"{minutes // 60}:{minutes % 60:02}"


def _words(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
