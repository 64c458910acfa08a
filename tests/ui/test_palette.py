"""What the palette finds, and what the list of keys tells."""

import pytest
from builders import done, entry, workout
from ui.rig import befit

PAST = [workout(entry("bench-press-barbell", done(80, 8, id="a")), name="Push")]


FOUND = [
    ("plat", "Plates"),
    ("finish", "Finish the workout"),
    ("check", "Check-in"),
    ("phase", "Plan a block"),
    ("deload", "Plan a deload"),
    ("routin", "Routines"),
    ("import", "Import a log"),
    ("undo", "Undo"),
    ("redo", "Redo"),
    ("keys", "Keys"),
    ("targets", "Targets"),
    ("warm", "Plan warm-ups"),
    ("superset", "Superset with the next exercise  "),
    ("trends", "Go to the trends"),
    ("theme", "Theme"),
]


async def test_a_word_finds_what_can_be_done_with_an_open_workout(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        for words, title in FOUND:
            await rig.search(words)
            assert title in rig.screen, words
            await rig.press("escape")
            assert len(rig.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_what_the_chosen_command_does_is_said_at_every_size(tmp_path, size):
    async with befit(tmp_path, PAST, size=size) as rig:
        await rig.press("enter")
        await rig.search("plat")
        assert "What goes on each side of the bar" in rig.screen
        assert rig.screen.count("What goes on each side of the bar") == 1


async def test_plates_are_looked_up_from_the_history_too(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "H")
        await rig.search("plates")
        await rig.press("enter")
        await rig.settle()
        assert "each side" in rig.screen


@pytest.mark.parametrize("mode", ["W", "H", "T"])
async def test_nothing_is_told_that_is_not_of_befit(tmp_path, mode):
    async with befit(tmp_path, PAST, size=(120, 70)) as rig:
        await rig.press("enter", mode)
        titles = {one.title for one in rig.app.palette_commands()}
        assert not titles & {"Screenshot", "Maximize", "Show keys and help panel"}
        await rig.press("question_mark")
        assert "go to the history" in rig.screen
        assert "Focus" not in rig.screen
        assert "Copy selected text" not in rig.screen


async def test_every_key_of_a_workout_that_is_read_has_a_command(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("H", "enter", "down", "down")
        titles = {one.title for one in rig.app.palette_commands()}
        assert titles > {
            "Add a set that was forgotten", "A note on what is under the cursor",
            "Swap the exercise", "Settings of the exercise",
        }  # fmt: skip


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize("mode", ["W", "H", "T"])
async def test_no_command_is_told_twice_and_each_shows_its_key(tmp_path, opened, mode):
    async with befit(tmp_path, PAST) as rig:
        await rig.press(*(["enter"] if opened else []), mode)
        commands = tuple(rig.app.palette_commands())
        titles = [one.title.casefold() for one in commands]
        assert len(set(titles)) == len(titles)
        pressed = [one.key for one in commands if one.key]
        assert len(set(pressed)) == len(pressed)
        assert {"S", "I", "u", "ctrl+q"} <= set(pressed)
        await rig.press("ctrl+p")
        await rig.type("undo")
        line = next(one for one in rig.screen.splitlines() if "▸Undo" in one)
        assert " u │" in line
