"""What is looked at every so often: midnight, a forgotten workout, other programs."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from befit_tui.domain.errors import BefitError
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.workout_times import close_forgotten

MINUTE_LOOK = 15.0
"""Seconds between looks at the running minutes."""
REQUEST_LOOK = 1.0
"""Seconds between looks whether another Befit asks this one to close."""
CLOSED_ON_REQUEST = "Another Befit asked for the log, so this one closed; all is saved."


class Timers:
    """Looks at the clock and the disk, and calls what has to follow them."""

    def __init__(
        self, app: App[Any], logbook: Logbook, log_changed: Callable[[], None]
    ) -> None:
        self._app = app
        self._logbook = logbook
        self._log_changed = log_changed
        self._today = logbook.clock().date()
        self._filed = ""

    def start(self, show_minutes: Callable[[], None]) -> None:
        """Look from now on."""
        self._show_minutes = show_minutes
        self._app.set_interval(MINUTE_LOOK, self.follow)
        self._app.set_interval(REQUEST_LOOK, self._close_if_asked)

    def follow(self) -> None:
        """Show the minutes, and what other programs have changed on disk meanwhile.

        An open dialog holds what it was opened with, so it is waited for. The lid may
        have been closed for days.
        """
        stood = self._logbook.active, self._today
        if len(self._app.screen_stack) == 1:
            changed = self._logbook.follow()
            if said := self.file_forgotten():
                self._app.notify(said, timeout=15)
            self._today = self._logbook.clock().date()
            if changed or (self._logbook.active, self._today) != stood:
                self._log_changed()
                return
        self._show_minutes()

    def file_forgotten(self) -> str:
        """File a workout that was left open; what is to be said of it, mostly nothing.

        Only once: ``u`` opens it again, and then it stays open.
        """
        active = self._logbook.active
        if active is None or active.id == self._filed:
            return ""
        try:
            said = close_forgotten(self._logbook)
        except BefitError as error:
            said = str(error)
        if said:
            self._filed = active.id
        return said

    def _close_if_asked(self) -> None:
        if self._logbook.store.is_asked_to_close():
            self._app.exit(message=CLOSED_ON_REQUEST)
