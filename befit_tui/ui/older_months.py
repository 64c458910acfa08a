"""Reading the past behind the first screen."""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from befit_tui.domain.errors import StoreError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook, read_month

MONTHS_AT_ONCE = 24
"""Months that are handed over together; product constant."""
TURN_S = 0.0005
"""Seconds after which the reader lets a key go first; Python's own 5 ms, many times a
key, would be felt."""
LOOK_S = 0.01
"""Seconds between looks whether the keys are done."""

Months = Mapping[str, tuple[Workout, ...]]


def read_older_months(
    logbook: Logbook,
    take: Callable[[Months], object],
    mend: Callable[[str], object],
    *,
    is_over: Callable[[], bool],
    is_busy: Callable[[], bool],
) -> None:
    """Read the months that ``logbook`` has not, newest first, for another thread.

    ``take`` gets some of them at a time, ``mend`` each month that cannot be read: only
    the thread that writes may repair it. What the first meter and the alerts need is
    worked out here too. ``is_over`` tells that the program ends, ``is_busy`` that a key
    is in work, which goes first.
    """

    def let_keys_go_first() -> None:
        while is_busy() and not is_over():
            time.sleep(LOOK_S)

    with _unfelt():
        root, unread = logbook.store.root, logbook.unread_months
        for first in range(0, len(unread), MONTHS_AT_ONCE):
            found = {
                month: _read(root, month, let_keys_go_first)
                for month in unread[first : first + MONTHS_AT_ONCE]
                if not is_over()
            }
            if is_over():
                return
            take({month: read for month, read in found.items() if read is not None})
            for month in (month for month, read in found.items() if read is None):
                mend(month)
        # Last, as it would hold up the past by as much as all of its months.
        _judge(logbook, let_keys_go_first)


@contextmanager
def _unfelt() -> Iterator[None]:
    """Short turns, and no search for garbage meanwhile nor in what is read.

    Looking for garbage in a growing past would take most of the time and stop the keys.
    """
    gc.disable()
    usual_turn = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual_turn)
        gc.enable()
        gc.freeze()


def _judge(logbook: Logbook, wait: Callable[[], object]) -> None:
    """Work out what the first meter and the alerts rest on, lift by lift."""
    from befit_tui.logbook.open_alerts import open_alerts  # noqa: PLC0415

    def exercise(name: str) -> Exercise:
        wait()
        return logbook.catalog.get(name)

    logbook.habits.of(logbook.history, logbook.catalog, exercise)
    lifts = logbook.alerts.lifts(logbook.clock().date())
    for name in logbook.history.exercises():
        lifts.verdict(exercise(name))
    open_alerts(logbook)


def mend_month(logbook: Logbook, month: str) -> tuple[str, ...]:
    """Read a month as its writer, who repairs it; what was done, or why not."""
    logbook.read_months([month])
    return logbook.take_reports()


def _read(
    root: Path, month: str, wait: Callable[[], object]
) -> tuple[Workout, ...] | None:
    wait()
    try:
        return read_month(root, month)
    except StoreError:
        return None
