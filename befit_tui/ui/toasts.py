"""The notices in the corner of the screen."""

from textual.notifications import Notification, Notifications

from befit_tui.domain.value import replace
from befit_tui.ui.widgets.text import clean

SHORTEST_S = 0.05
"""Seconds from which on a toast is worth drawing; product constant."""


class Toasts(Notifications):
    """Those that are still to be told.

    A toast that Textual 8.2.8 draws in the moment in which its time is up gets a timer
    of less than no time, which goes round for ever without giving way to a key.
    """

    def add(self, notification: Notification) -> "Toasts":
        """Tell it, without what a terminal could obey: it may name what a user wrote.

        What is being told already is not told twice.
        """
        message = "\n".join(map(clean, notification.message.splitlines()))
        notification = replace(notification, message=message)
        for one in list(self):
            if one.message == notification.message:
                del self[one]
        super().add(notification)
        return self

    def _reap(self) -> "Toasts":
        for one in list(self._notifications.values()):
            if one.time_left < SHORTEST_S:
                del self._notifications[one.identity]
        return self
