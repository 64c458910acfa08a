"""What is worked out about the past while it is looked at, away from the keys."""

import asyncio
from collections.abc import Callable

from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook
from befit_tui.ui.screens.history.workout_list import HistoryList

MONTHS_AT_ONCE = 48
"""Months that are indexed between two looks at what they hold."""
CALM = 0.2
"""Seconds without a key before the workouts in sight are judged; product constant."""


async def judge(
    shown: HistoryList,
    judged: Callable[[Workout], object],
    quiet_s: Callable[[], float],
) -> None:
    """Work out what is notable about the workouts in sight, one after the other.

    Each takes many times a key, so none begins before the cursor has rested for a
    while; ``quiet_s`` says for how long it has.
    """
    await asyncio.sleep(CALM)
    while workout := next(shown.waiting(), None):
        if (left := CALM - quiet_s()) > 0:
            await asyncio.sleep(left)
            continue
        await asyncio.to_thread(shown.past.judge, workout)
        judged(workout)


async def read(
    shown: HistoryList, logbook: Logbook, progress: Callable[[], object]
) -> None:
    """Index the past, so that it can be searched, and find its records."""
    while months := shown.past.index.waiting(shown.past.history):
        past = shown.past
        for month in months[:MONTHS_AT_ONCE]:
            await asyncio.to_thread(past.index.add, past.history, month)
        progress()
    if logbook.unread_months:
        return  # records need all of the past; the months to come start this anew
    past = shown.past
    for exercise in await asyncio.to_thread(past.records.waiting):
        await asyncio.to_thread(past.records.of, exercise)
    progress()
