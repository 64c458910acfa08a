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


async def _calm(quiet_s: Callable[[], float]) -> None:
    """Wait until the cursor has rested for a while; ``quiet_s`` says for how long."""
    while (left := CALM - quiet_s()) > 0:
        await asyncio.sleep(left)


async def judge(
    shown: HistoryList,
    judged: Callable[[Workout], object],
    quiet_s: Callable[[], float],
) -> None:
    """Work out what is notable about the workouts in sight, one after the other.

    Each takes many times a key, so none begins before the cursor has rested.
    """
    await asyncio.sleep(CALM)
    while workout := next(shown.waiting(), None):
        if quiet_s() < CALM:
            await _calm(quiet_s)
            continue
        await asyncio.to_thread(shown.past.judge, workout)
        judged(workout)


async def read(
    shown: HistoryList,
    logbook: Logbook,
    progress: Callable[[], object],
    quiet_s: Callable[[], float],
) -> None:
    """Index the past, so that it can be searched, and find its records.

    While months are still to come it would only be in their way.
    """
    while logbook.is_past_coming:
        await asyncio.sleep(CALM)
    while months := shown.past.index.waiting(shown.past.history):
        past = shown.past
        for month in months[:MONTHS_AT_ONCE]:
            await _calm(quiet_s)
            await asyncio.to_thread(past.index.add, past.history, month)
        progress()
    past = shown.past
    for exercise in await asyncio.to_thread(past.records.waiting):
        await _calm(quiet_s)
        await asyncio.to_thread(past.records.of, exercise)
    progress()
