"""Reading the past behind the first screen."""

import gc
import sys
from collections.abc import Callable, Mapping

from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook, read_month, status

MONTHS_AT_ONCE = 24
"""Months that are handed over together; product constant."""
TURN_S = 0.0005
"""Seconds after which the reader lets a key go first; Python's own 5 ms, many times a
key, would be felt."""

Months = Mapping[str, tuple[Workout, ...]]


def read_older_months(logbook: Logbook, take: Callable[[Months], object]) -> None:
    """Read the months that ``logbook`` has not, newest first, for another thread.

    ``take`` gets some of them at a time. Garbage is left alone meanwhile: looking for
    it in a growing past would take most of the time and stop the keys. At the end the
    log is judged, which takes longer than a key should wait.
    """
    gc.disable()
    usual_turn = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        root, unread = logbook.store.root, logbook.unread_months
        for first in range(0, len(unread), MONTHS_AT_ONCE):
            months = unread[first : first + MONTHS_AT_ONCE]
            take({month: read_month(root, month) for month in months})
        status.open_alerts(logbook)
    finally:
        sys.setswitchinterval(usual_turn)
        gc.enable()
        gc.freeze()
