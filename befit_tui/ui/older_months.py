"""Reading the past behind the first screen."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from textual.app import App
from textual.worker import Worker, get_current_worker

from befit_tui.domain.errors import StoreError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Workout
from befit_tui.logbook import Logbook, read_month
from befit_tui.ui.input_queue import BACKGROUND, CALM_S, PAINTED_S
from befit_tui.ui.shutdown import keep_details
from befit_tui.ui.toasts import warn

MONTHS_AT_ONCE = 60
"""Months that are handed over together; what is in sight is drawn for each lot."""
LOOK_S = 0.01
"""Seconds between looks whether the keys are done."""

NAME = "older months"
"""Of the worker."""

Months = Mapping[str, tuple[Workout, ...]]


class OlderMonths:
    """Has the past read by a thread: ``take`` gets its parts, ``is_read`` is its end.

    ``rest_s`` gives the seconds since the last key was given on: keys go first.
    """

    def __init__(
        self,
        app: App[Any],
        logbook: Logbook,
        rest_s: Callable[[], float],
        take: Callable[[Months], object],
        is_read: Callable[[], object],
    ) -> None:
        self._app = app
        self._logbook = logbook
        self._rest_s = rest_s
        self._take = take
        self._is_read = is_read

    def begin(self) -> None:
        """Read the past newest first, away from the keys."""
        self._app.run_worker(
            self._read, NAME, BACKGROUND, exit_on_error=False, thread=True
        )

    def _read(self) -> None:
        # Before it the modules of the likeliest next keys, which would be felt there.
        import_module("befit_tui.ui.screens.workout.pane")
        import_module("befit_tui.ui.screens.history.pane")
        call, log, over = (
            self._app.call_from_thread,
            self._logbook,
            get_current_worker(),
        )
        take, mend = partial(call, self._take), partial(call, self._mend)
        ends = partial(getattr, over, "is_cancelled")
        read_older_months(log, take, mend, is_over=ends, rest_s=self._rest_s)
        if not over.is_cancelled:
            call(self._is_read)
            import_module("befit_tui.ui.screens.trends.pane")
            # The sentence that trends begin with, and the lifts that it rests on.
            log.alerts.paying(log.as_of)

    def _mend(self, month: str) -> None:
        """Read a month as its writer, who repairs it; tell what was done or not."""
        self._logbook.read_months([month])
        warn(self._app, self._logbook.take_reports())

    def has_failed(self, worker: Worker[Any]) -> bool:
        """Whether a worker is this reader and came to grief: then go on with a part."""
        if worker.name != NAME or worker.error is None:
            return False
        details = keep_details(self._logbook.store.root, worker.error)
        said = f"Not all of the past was read; start again or see {details}."
        warn(self._app, [said])
        self._logbook.give_up_past()
        return True


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


def _read(
    root: Path, month: str, wait: Callable[[], object]
) -> tuple[Workout, ...] | None:
    wait()
    try:
        return read_month(root, month)
    except StoreError:
        return None
