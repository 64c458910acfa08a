"""Reading the past behind the first screen."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from befit_tui.domain.errors import StoreError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook, read_month
from befit_tui.ui.input_queue import CALM_S, PAINTED_S

MONTHS_AT_ONCE = 60
"""Months that are handed over together; what is in sight is drawn for each lot."""
LOOK_S = 0.01
"""Seconds between looks whether the keys are done."""

Months = Mapping[str, tuple[Workout, ...]]


def read_older_months(
    logbook: Logbook,
    take: Callable[[Months], object],
    mend: Callable[[str], object],
    *,
    is_over: Callable[[], bool],
    rest_s: Callable[[], float],
) -> None:
    """Read the months that ``logbook`` has not, newest first, for another thread.

    ``take`` gets some of them at a time, ``mend`` each month that cannot be read: only
    the thread that writes may repair it. What the first meter and the alerts need is
    worked out here too. ``is_over`` tells that the program ends, ``rest_s`` how long
    ago the last key was given on: keys go first.
    """

    def wait(calm_s: float = PAINTED_S) -> None:
        while rest_s() < calm_s and not is_over():
            time.sleep(LOOK_S)
        if is_over():
            raise _OverError

    with _no_garbage(), suppress(_OverError):
        root, unread = logbook.store.root, logbook.unread_months
        for first in range(0, len(unread), MONTHS_AT_ONCE):
            found = {
                month: _read(root, month, wait)
                for month in unread[first : first + MONTHS_AT_ONCE]
            }
            wait()
            take({month: read for month, read in found.items() if read is not None})
            for month in (month for month, read in found.items() if read is None):
                mend(month)
        # Last, as it would hold up the past by as much as all of its months.
        _judge(logbook, lambda: wait(CALM_S))


class _OverError(Exception):
    """The program ends, and nobody waits for the rest."""


@contextmanager
def _no_garbage() -> Iterator[None]:
    """No search for garbage meanwhile, nor ever in what is read.

    In a growing past it would take most of the time and stop the keys.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def _judge(logbook: Logbook, wait: Callable[[], object]) -> None:
    """Work out what the first meter and the alerts rest on, lift by lift."""
    from befit_tui.logbook.open_alerts import open_alerts  # noqa: PLC0415

    def exercise(name: str) -> Exercise:
        wait()
        return logbook.catalog.get(name)

    logbook.habits.of(logbook.history, logbook.catalog, exercise)
    verdicts = logbook.alerts.verdicts(logbook.as_of)
    for name in logbook.history.exercises():
        verdicts.verdict(exercise(name))
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
