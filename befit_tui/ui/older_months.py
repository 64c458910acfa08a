"""Reading the past behind the first screen."""

import gc
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from befit_tui.domain.errors import StoreError
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook, read_month

MONTHS_AT_ONCE = 24
"""Months that are handed over together; product constant."""
TURN_S = 0.0005
"""Seconds after which the reader lets a key go first; Python's own 5 ms, many times a
key, would be felt."""

Months = Mapping[str, tuple[Workout, ...]]


def read_older_months(
    logbook: Logbook,
    take: Callable[[Months], object],
    mend: Callable[[str], object],
    is_over: Callable[[], bool],
) -> None:
    """Read the months that ``logbook`` has not, newest first, for another thread.

    ``take`` gets some of them at a time, ``mend`` each month that cannot be read: only
    the thread that writes may repair it. Garbage is left alone meanwhile: looking for
    it in a growing past would take most of the time and stop the keys. What the first
    meter and the alerts need is worked out here too, longer than a key should wait.
    ``is_over`` tells, month by month, that the program ends.
    """
    from befit_tui.logbook.open_alerts import open_alerts  # noqa: PLC0415

    gc.disable()
    usual_turn = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        root, unread = logbook.store.root, logbook.unread_months
        for first in range(0, len(unread), MONTHS_AT_ONCE):
            months = unread[first : first + MONTHS_AT_ONCE]
            found = {month: _read(root, month) for month in months if not is_over()}
            if is_over():
                return
            take({month: read for month, read in found.items() if read is not None})
            for month in (month for month, read in found.items() if read is None):
                mend(month)
        # Last, as it would hold up the past by as much as all of its months.
        logbook.habits.of(logbook.history, logbook.catalog)
        open_alerts(logbook)
    finally:
        sys.setswitchinterval(usual_turn)
        gc.enable()
        gc.freeze()


def mend_month(logbook: Logbook, month: str) -> tuple[str, ...]:
    """Read a month as its writer, who repairs it; what was done, or why not."""
    logbook.read_months([month])
    return logbook.take_reports()


def _read(root: Path, month: str) -> tuple[Workout, ...] | None:
    try:
        return read_month(root, month)
    except StoreError:
        return None
