"""The notices (toasts) in the corner of the screen."""

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.notifications import Notification, Notifications

from befit_tui.ui.widgets.text import clean

FOUND_S = 60
"""Seconds that is told what was found in the log: it may be read from the floor."""
SHORTEST_S = 0.05
"""Seconds from which on a toast is worth drawing; product constant."""


def warn(app: App[Any], problems: Iterable[str]) -> None:
    """Tell what was found in the log or the settings, one notice each."""
    for problem in problems:
        app.notify(problem, severity="warning", timeout=FOUND_S)


class Notice(Notification):
    """A notice whose time is never quite up.

    Textual 8.2.8 gives a toast that is made in the moment in which its time is up a
    timer of less than no time, which goes round for ever without giving way to a key.
    """

    @property
    def time_left(self) -> float:
        """Seconds left to tell it, ``SHORTEST_S`` at least."""
        return max(super().time_left, SHORTEST_S)


class Toasts(Notifications):
    """Those that are still to be told."""

    def add(self, notification: Notification) -> "Toasts":
        """Tell it as it is, never as markup: it may name what a user wrote.

        What is being told already is not told twice.
        """
        told = Notice(**vars(notification))
        told.markup = False
        told.message = "\n".join(map(clean, notification.message.splitlines()))
        for one in list(self):
            if one.message == told.message:
                del self[one]
        super().add(told)
        return self

    def forget(self) -> None:
        """Tell no longer what was told in a mode; what was found in the log stays."""
        for one in list(self):
            if one.timeout != FOUND_S:
                del self[one]

    def _reap(self) -> "Toasts":
        for one in list(self._notifications.values()):
            if one.time_left <= SHORTEST_S:
                del self._notifications[one.identity]
        return self
