"""What is told in passing."""

from textual.notifications import Notification
from textual.widgets._toast import Toast
from ui.rig import befit

from befit_tui.ui.toasts import SHORTEST_S, Toasts


def ending_in(seconds):
    """A notification of ten seconds that has so many left."""
    told = Notification("Kept.", timeout=10)
    told.raised_at -= 10 - seconds
    return told


def test_what_ends_in_this_moment_is_drawn_no_more():
    toasts = Toasts()
    for seconds in (-1, 0, SHORTEST_S / 2):
        toasts.add(ending_in(seconds))
        assert not len(toasts), seconds
    toasts.add(later := ending_in(5))
    assert list(toasts) == [later]


async def test_the_program_draws_no_toast_of_less_than_no_time(tmp_path):
    async with befit(tmp_path) as rig:
        rig.app.notify("gone", timeout=SHORTEST_S / 2)
        rig.app.notify("stays", timeout=30)
        await rig.press("down")
        told = [toast._notification.message for toast in rig.app.query(Toast)]
        assert told == ["stays"]


def test_what_is_being_told_is_not_told_twice():
    toasts = Toasts()
    for message in ("Kept.", "Removed.", "Kept."):
        toasts.add(Notification(message))
    assert [one.message for one in toasts] == ["Removed.", "Kept."]
