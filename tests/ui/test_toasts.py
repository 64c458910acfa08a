"""What is told in passing."""

from builders import entry, workout
from textual.notifications import Notification
from textual.widgets._toast import Toast, ToastHolder
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
    assert [one.identity for one in toasts] == [later.identity]


def test_no_toast_has_less_than_no_time_left_however_late_it_is_drawn():
    toasts = Toasts()
    toasts.add(ending_in(5))
    (told,) = toasts
    told.raised_at -= 60
    assert told.time_left == SHORTEST_S
    assert not list(toasts)


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


async def test_one_that_went_before_its_time_leaves_no_empty_row(tmp_path):
    async with befit(tmp_path) as rig:
        for _ in range(3):
            rig.app.notify("Kept.", timeout=30)
            await rig.press("down")
        assert [len(one.children) for one in rig.app.query(ToastHolder)] == [1]


async def test_a_name_in_it_gives_the_terminal_no_orders(tmp_path):
    name = "\x1b[31mPush\u202e"
    async with befit(tmp_path, [workout(entry("plank"), name=name)]) as rig:
        await rig.press("H", "d", "u")
        assert "taken back: deleted [31mPush" in rig.screen
        assert not {"\x1b", "\u202e"} & {*rig.screen}


def test_several_lines_stay_so():
    toasts = Toasts()
    toasts.add(Notification("One.\nTwo."))
    assert [one.message for one in toasts] == ["One.\nTwo."]


async def test_a_name_in_it_is_no_markup_whoever_tells_it(tmp_path):
    async with befit(tmp_path) as rig:
        rig.app.notify("removed: [paused] squat", timeout=30)
        await rig.press("down")
        assert "removed: [paused] squat" in rig.screen
