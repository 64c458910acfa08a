"""A short night, a budget of nothing, a failure that is warned of before it is done."""

from datetime import timedelta

from builders import MONDAY, done, entry, workout
from ui.rig import befit

from befit_tui.domain.wording import counted
from befit_tui.ui.widgets.mode_bar import ModeBar

CURL = "bicep-curl-barbell"
PAST = [workout(entry(CURL, *[done(30, 10, left=2, id=f"s{n}") for n in range(3)]))]


async def test_a_third_failure_is_warned_of_beside_the_set(tmp_path) -> None:
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        assert "0 of 2" in rig.screen
        for _ in range(2):
            await rig.type("10@f")
            await rig.press("enter")
        assert "2 of 2" in rig.screen
        await rig.type("10@f")
        assert "Third failure set today, the limit is 2" in rig.screen
        await rig.press("escape", *["left"] * 5)
        assert "Third failure set" not in rig.screen


async def test_a_short_night_takes_failure_off(tmp_path) -> None:
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.press("c", "5", "escape")
        assert "none today: run down" in rig.screen
        await rig.type("10@f")
        assert "No failure today: run down" in rig.screen


def falling():
    """A lift that was done every day, and of late with half of the reps."""
    return [
        workout(entry(CURL, done(30, 8 if day < 11 else 4, left=2)), day=day)
        for day in range(17)
    ]


async def test_why_no_failure_is_allowed_is_said_once(tmp_path) -> None:
    now = MONDAY + timedelta(days=18)
    async with befit(tmp_path, falling(), now=now) as rig:
        await rig.press("a", *"hammer", "enter")
        assert "none today: Bicep Curl (Barbell) is down" in rig.screen
        assert "No alert for this workout." in rig.screen
        await rig.press("a", *"bicep curl barbell", "enter", "enter", "2")
        await rig.pilot.pause()
        assert "▲ Bicep Curl (Barbell)" in rig.screen
        assert "none today" in rig.screen
        assert "is down" not in rig.screen


async def test_o_notes_the_alert_shown_and_undo_brings_it_back(tmp_path) -> None:
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "f", "f", "f")
        title = "3 sets went to failure"
        shown = rig.logbook.alerts.of_workout(rig.logbook.active)
        assert any(title in alert.title for alert in shown)
        before = rig.screen.count("noted:")
        await rig.press("o")
        assert rig.screen.count("noted:") == before + 1
        assert len(rig.logbook.library.noted) == 1
        await rig.press("u")
        assert not rig.logbook.library.noted


async def test_the_top_line_calls_what_it_counts_as_the_page_of_each_does(
    tmp_path,
) -> None:
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        assert "note" not in rig.screen.splitlines()[0]
        await rig.press("f", "f", "f")
        count, severity = rig.app.query_one(ModeBar).alerts
        assert (count > 0, severity) == (True, "note")
        assert f"· {counted(count, 'note')}" in rig.screen.splitlines()[0]
