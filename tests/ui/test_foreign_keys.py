"""Keyboards that are not Latin, and where the terminal's cursor stands."""

import pytest
from builders import done, entry, workout
from textual.events import Key
from ui.rig import befit

from befit_tui.ui.terminal_driver import PlaceParser
from befit_tui.ui.widgets.entry_line import EntryLine

PAST = [workout(entry("bench-press-barbell", done(80, 8, left=2)), name="Push A")]


@pytest.mark.parametrize(
    ("sent", "key", "place"),
    [  # as kitty sends them with the flags 1, 4, 8 and 16
        ("\x1b[1072::102;;1072u", "а", "f"),  # Cyrillic a lies on the f of qwerty
        ("\x1b[1072:1040:102;2;1040u", "А", "F"),
        ("\x1b[945::97;;945u", "α", "a"),
        ("\x1b[97::113;;97u", "a", None),  # azerty: its letters are Latin
        ("\x1b[1081::113;5u", "ctrl+q", None),  # without text the place alone counts
        ("\x1b[13u", "enter", None),
        ("\x1b[27u", "escape", None),
        ("\x1b[49:33;2;33u", "exclamation_mark", None),
    ],
)
def test_the_place_of_a_letter_is_read(sent, key, place):
    (event,) = PlaceParser().feed(sent)
    assert isinstance(event, Key)
    assert key in (event.key, event.character)
    assert getattr(event, "place", None) == place


@pytest.mark.parametrize("character", "3-=pH?")
def test_esc_and_a_key_in_one_write_are_both(character):
    """Textual's parser makes a pound sign of the first, and nothing of the fourth."""
    first, second = PlaceParser().feed(f"\x1b{character}")
    assert (first.key, second.character) == ("escape", character)


@pytest.mark.parametrize(
    ("sent", "key"), [("\r", "enter"), ("\x10", "ctrl+p"), ("\x11", "ctrl+q")]
)
def test_so_are_esc_and_a_key_that_is_no_letter(sent, key):
    assert [one.key for one in PlaceParser().feed(f"\x1b{sent}")] == ["escape", key]


async def test_a_letter_acts_by_its_place_and_is_itself_in_a_text(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.write("\x1b[1072::102;;1072u")  # f
        assert [one.left for one in rig.sets] == [0]
        await rig.write("\x1b[1090::110;;1090u\x1b[1072::102;;1072u\r")  # n, а
        assert rig.logbook.active.entries[0].note == "а"


async def test_where_the_terminal_does_not_tell_the_layout_is_asked_for(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.write("а")
        assert "Latin layout" in rig.screen
        assert rig.sets == ()


async def test_the_terminals_cursor_stands_where_a_set_is_typed(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.type("82x")
        line = rig.app.query_one(EntryLine).content_region
        x, y = rig.app.cursor_position
        assert y == line.y
        assert rig.screen.splitlines()[y][:x].endswith("82x")
