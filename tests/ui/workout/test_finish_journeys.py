"""The end of a workout on the screen: what it shows at every size, what can be kept."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from textual.widgets import Static
from ui.rig import befit

from befit_tui.ui.screens.workout.finish import FinishDialog
from befit_tui.ui.widgets.body.body_map import BodyMap, body_for
from befit_tui.ui.widgets.charts.bars import HBars

LAST = workout(
    entry("bench-press-barbell", done(80, 7, left=1), done(80, 6, left=1)),
    day=0,
    name="Push A",
)
SOON = MONDAY + timedelta(days=4)
BETTER = "enter", *["right"] * 3, "enter", "1", "enter", "1", "x"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_page_begins_with_the_set_to_be_proud_of_at_every_size(
    tmp_path, size
):
    async with befit(tmp_path, [LAST], size=size, now=SOON) as rig:
        await rig.press(*BETTER)
        text = " ".join(rig.screen.replace("│", " ").split())
        assert "Your strongest Bench Press" in text
        assert "session effort" in text
        assert "enter finish" in text
        page = rig.app.screen.query_one("#finish-parts", Static).content.plain
        # A long path is broken where the line ends.
        said = "".join(page.split())
        assert f"history/{rig.clock.now:%Y-%m}.json" in said
        assert "PushAagain" in said


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_page_is_written_before_it_is_seen_and_stays_as_wide(
    tmp_path, monkeypatch, size
):
    widths: list[int] = []
    draw = FinishDialog._draw

    def noted(page: FinishDialog) -> None:
        widths.append(page._width)
        draw(page)

    monkeypatch.setattr(FinishDialog, "_draw", noted)

    async with befit(tmp_path, [LAST], size=size, now=SOON) as rig:
        await rig.press("enter", "x")
        first, *later = widths
        assert set(later) == {first}


async def test_the_summary_is_copied_as_text_and_saved_as_a_picture(
    tmp_path, monkeypatch
):
    async with befit(tmp_path, [LAST], now=SOON) as rig:
        copied: list[str] = []
        monkeypatch.setattr(rig.app, "copy_to_clipboard", copied.append)
        await rig.press(*BETTER, "y")
        assert copied[0].startswith("Push A · ")
        assert "3 reps more" in copied[0]
        await rig.press("Y")
        [picture] = (tmp_path / "pictures").iterdir()
        assert picture.suffix == ".svg"
        assert "saved:" in rig.screen
        assert rig.logbook.active is not None
        await rig.press("enter")
        assert rig.logbook.active is None


async def test_digits_rate_the_session_and_esc_goes_back(tmp_path):
    async with befit(tmp_path, [LAST], now=SOON) as rig:
        await rig.press(*BETTER, "8", "4", "escape")
        assert rig.logbook.active is not None
        await rig.press("x", "8", "4", "enter")
        await rig.settle()
        filed = next(rig.logbook.history.newest_first())
        assert (filed.session_rpe, filed.focus) == (8, 4)


async def test_the_week_is_shown_on_a_body_with_what_was_just_done(tmp_path):
    async with befit(tmp_path, [LAST], now=SOON) as rig:
        await rig.press(*BETTER)
        muscles = rig.app.screen.query_one(HBars)
        sets = {bar.label: bar.value for bar in muscles.data.bars}
        assert sets["Chest"] == 4
        assert sets["Triceps"] == 2
        body = rig.app.screen.query_one(BodyMap)
        assert body_for(*body.size)
