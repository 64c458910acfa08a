"""The notices in the corner of the screen."""

from textual.notifications import Notification, Notifications

from befit_tui.ui.widgets.text import clean

SHORTEST_S = 0.05
"""Seconds from which on a toast is worth drawing; product constant."""


class Told(Notification):
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
        told = Told(**vars(notification))
        told.markup = False
        told.message = "\n".join(map(clean, notification.message.splitlines()))
        for one in list(self):
            if one.message == told.message:
                del self[one]
        super().add(told)
        return self

    def _reap(self) -> "Toasts":
        for one in list(self._notifications.values()):
            if one.time_left <= SHORTEST_S:
                del self._notifications[one.identity]
        return self
