"""Reading the older months of the past behind the first screen."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from textual.app import App
from textual.worker import Worker, get_current_worker

from befit_tui.domain.errors import StoreError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.history import read_month
from befit_tui.ui.input_queue import BACKGROUND, CALM_S, PAINTED_S
from befit_tui.ui.shutdown import keep_details
from befit_tui.ui.toasts import warn

MONTHS_AT_ONCE = 60
"""Months that are handed over together; what is in sight is drawn for each lot."""
LOOK_S = 0.01
"""Seconds between looks whether the keys are done."""

Months = Mapping[str, tuple[Workout, ...]]


class OlderMonths:
    """Has the past read by a thread: ``take`` gets its parts, ``is_read`` is its end.

    What the first meter and the alerts need is worked out there too. ``rest_s`` gives
    the seconds since the last key was given on: keys go first.
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
        self._worker: Worker[Any] | None = None
        self.is_over = False
        """Whether all was read and judged, or as much as could be."""

    def begin(self) -> None:
        """Read the months that the log has not, newest first, away from the keys."""
        self._worker = self._app.run_worker(
            self._read, group=BACKGROUND, exit_on_error=False, thread=True
        )

    def has_failed(self, worker: Worker[Any]) -> bool:
        """Whether a worker is this reader and came to grief: then go on with a part."""
        if worker is not self._worker or worker.error is None:
            return False
        details = keep_details(self._logbook.store.root, worker.error)
        said = f"Not all of the past was read; start again or see {details}."
        warn(self._app, [said])
        self._logbook.give_up_past()
        self.is_over = True
        return True

    # -- in the thread

    def _read(self) -> None:
        # Before it the modules of the likeliest next keys, which would be felt there.
        import_module("befit_tui.ui.screens.workout.pane")
        import_module("befit_tui.ui.screens.history.pane")
        with suppress(_OverError):
            with _no_garbage():
                self._read_months()
                # Last, as it would hold up the past by as much as all of its months.
                self._judge()
            self._wait(0)
            self.is_over = True
            self._app.call_from_thread(self._is_read)
            import_module("befit_tui.ui.screens.trends.pane")
            # The sentence that trends begin with, and the lifts that it rests on.
            self._logbook.alerts.paying(self._logbook.as_of)

    def _read_months(self) -> None:
        call, unread = self._app.call_from_thread, self._logbook.unread_months
        for first in range(0, len(unread), MONTHS_AT_ONCE):
            sound: dict[str, tuple[Workout, ...]] = {}
            damaged = []
            for month in unread[first : first + MONTHS_AT_ONCE]:
                self._wait()
                try:
                    sound[month] = read_month(self._logbook.store.root, month)
                except StoreError:
                    damaged.append(month)
            self._wait()
            call(self._take, sound)
            for month in damaged:
                call(self._mend, month)

    def _mend(self, month: str) -> None:
        """Read a month as its writer, who alone may repair it; tell what was done."""
        self._logbook.read_months([month])
        warn(self._app, self._logbook.take_reports())

    def _judge(self) -> None:
        """Work out what the first meter and the alerts rest on, lift by lift."""
        from befit_tui.logbook.open_alerts import open_alerts  # noqa: PLC0415

        log = self._logbook

        def exercise(name: str) -> Exercise:
            self._wait(CALM_S)
            return log.catalog.get(name)

        log.habits.of(log.history, log.catalog, exercise)
        verdicts = log.alerts.verdicts(log.as_of)
        for name in log.history.exercises():
            verdicts.verdict(exercise(name))
        open_alerts(log)

    def _wait(self, calm_s: float = PAINTED_S) -> None:
        """Let the keys go first; _OverError when the program ends."""
        worker = get_current_worker()
        while self._rest_s() < calm_s and not worker.is_cancelled:
            time.sleep(LOOK_S)
        if worker.is_cancelled:
            raise _OverError


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
