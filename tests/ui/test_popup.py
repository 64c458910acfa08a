"""Lines over the screen: whole at every width, and scrolled where they are many."""

from textual.content import Content
from ui.rig import befit

from befit_tui.ui.screens.dialog import Popup

LINE = "line {} " + "word " * 12 + "zenith"


async def test_lines_wrap_where_they_are_longer_than_the_screen(tmp_path):
    async with befit(tmp_path, size=(60, 20)) as rig:
        await rig.app.push_screen(Popup("Few", [Content(LINE.format(1))]))
        await rig.settle()
        assert "zenith" in rig.screen
        await rig.press("down")
        assert not isinstance(rig.app.screen, Popup)


async def test_more_lines_than_rows_are_scrolled_and_any_other_key_closes(tmp_path):
    async with befit(tmp_path, size=(60, 20)) as rig:
        lines = [Content(LINE.format(n)) for n in range(14)]
        await rig.app.push_screen(Popup("Many", lines))
        await rig.settle()
        assert "line 0 " in rig.screen
        assert "line 13 " not in rig.screen
        await rig.press("end")
        assert "line 13 " in rig.screen
        await rig.press("j")
        assert not isinstance(rig.app.screen, Popup)
