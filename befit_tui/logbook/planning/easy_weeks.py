"""Easy weeks that nobody marked: asked about once, when the next usual workout ends."""

from collections.abc import Sequence
from datetime import timedelta

from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook

LIBRARY_LIST = "noted"
LOOK_BACK = timedelta(days=21)
"""An easy week that ended longer ago is not asked about any more (product constant)."""


def unmarked(logbook: Logbook) -> tuple[Workout, ...]:
    """The workouts of the last easy week if it is over and nothing was said of it.

    They come oldest first; none while the newest workout is an easy one, since the
    week may go on.
    """
    today = logbook.clock().date()
    easy = logbook.alerts.verdicts(today).easy_workouts
    done = [one for one in logbook.history.since(today - LOOK_BACK) if one.sets]
    found = tuple(
        one for one in done if one.id in easy and one.phase is not Phase.DELOAD
    )
    if not found or done[-1].id in easy or _asked(logbook, found):
        return ()
    return found


def question(week: Sequence[Workout]) -> str:
    """``Mon 9 Nov to Fri 13 Nov looks like an easy week. ...``."""
    days = " to ".join(day_words(one.started_at) for one in (week[0], week[-1]))
    done = counted(len(week), "workout")
    return f"{days} looks like an easy week. Mark its {done} as a deload?"


def mark(logbook: Logbook, week: Sequence[Workout]) -> None:
    """Make the workouts of an easy week a deload. One step of undo."""
    marked = [(one, replace(one, phase=Phase.DELOAD)) for one in week]
    logbook.change(marked, "easy week marked", is_edit=False)


def leave(logbook: Logbook, week: Sequence[Workout]) -> None:
    """Remember that it was none, so that nobody asks again."""
    item = {"id": _id(week), "day": logbook.clock().date().isoformat()}
    logbook.keep_items(LIBRARY_LIST, {_id(week): item}, "no easy week")


def _asked(logbook: Logbook, week: Sequence[Workout]) -> bool:
    return any(item.get("id") == _id(week) for item in logbook.library.noted)


def _id(week: Sequence[Workout]) -> str:
    return f"easy-week {week[0].id}"
