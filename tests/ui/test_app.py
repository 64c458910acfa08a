"""The shell around the three modes: switching, sizes, themes, errors, the end."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from platforms import needs
from textual._compositor import LayoutUpdate
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import ContentSwitcher
from ui.rig import befit, run

from befit_tui.logbook.status import status_of
from befit_tui.paths import Paths
from befit_tui.settings import HELP, Settings

PAST = [workout(entry("bench-press-barbell", done(80, 8, left=2.0)), name="Push A")]


async def test_the_modes_are_one_key_apart_and_digits_stay_with_the_set(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        shown = rig.app.query_one(ContentSwitcher)
        for key, mode in (("H", "history"), ("T", "trends"), ("W", "start")):
            await rig.press(key)
            assert shown.current == mode
        await rig.press("enter")
        await rig.type("12")
        assert shown.current == "workout"
        assert "75 kg × 12" in rig.screen


async def test_the_pane_of_the_workout_lives_as_long_as_the_workout(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        shown = rig.app.query_one(ContentSwitcher)
        of_workouts = {"start", "workout"}
        assert of_workouts & {pane.id for pane in shown.children} == {"start"}
        await rig.press("enter")
        assert of_workouts & {pane.id for pane in shown.children} == {"workout"}
        assert "Bench Press" in rig.screen
        await rig.press("H", "u")
        assert not of_workouts & {pane.id for pane in shown.children}
        await rig.press("W", "down")
        assert "▸Empty workout" in rig.screen


async def test_the_panes_are_made_ahead_while_nothing_is_pressed(tmp_path, monkeypatch):
    monkeypatch.setattr("befit_tui.ui.panes.AHEAD_S", 0.01)
    async with befit(tmp_path, PAST) as rig:
        shown = rig.app.query_one(ContentSwitcher)
        while len(shown.children) < 3:
            await rig.pilot.pause(0.01)
        assert [one.id for one in shown.children if one.display] == ["start"]
        await rig.press("H")
        assert "▸Mon" in rig.screen
        await rig.press("T")
        await rig.settle()
        assert "[Strength]" in rig.screen
        assert len(shown.children) == 3


async def test_a_note_can_hold_the_letter_of_a_mode(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "n")
        await rig.type("THW?")
        await rig.press("enter")
        assert rig.logbook.active.entries[0].note == "THW?"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("theme", ["befit-dark", "befit-light", "befit-contrast"])
async def test_a_set_can_be_logged_at_every_size_and_theme(tmp_path, size, theme):
    async with befit(tmp_path, PAST, size=size, settings=Settings(theme=theme)) as rig:
        await rig.press("enter")
        assert "▸" in rig.screen
        assert "Bench Press" in rig.screen
        await rig.press("enter", "1")
        assert [one.left for one in rig.sets] == [1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_what_is_told_covers_no_key_and_goes_with_the_mode(tmp_path, size):
    async with befit(tmp_path, PAST, size=size) as rig:
        await rig.press("enter", "f", "H")
        before = rig.screen.splitlines()[-1]
        await rig.press("W", "u")
        told, keys = rig.screen.splitlines()[-2:]
        assert "taken back: set of" in told
        assert "enter log" in keys
        await rig.press("H")
        assert "taken back" not in rig.screen
        assert rig.screen.splitlines()[-1] == before
        await rig.press("S", "u")
        assert "esc close" in rig.screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_the_empty_start_is_a_page(tmp_path, size):
    async with befit(tmp_path, size=size) as rig:
        assert "how many good reps are left" in rig.screen
        ways = ("Begin", "A ready programme", "Bring a log along", "Look around")
        for way in ways:
            assert way in rig.screen
        await rig.press("down", "down")
        assert "Hevy       Profile" in rig.screen
        await rig.press("home", "enter")
        await rig.press("escape", "u")
        assert "Bring a log along" in rig.screen


async def test_a_programme_is_found_by_days_and_equipment_and_started(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("down", "enter", "3", "3")
        assert "Dumbbells only" in rig.screen
        assert "StrongLifts" not in rig.screen
        await rig.press("enter", "enter")
        assert rig.logbook.active.entries


async def test_a_notice_stands_once_when_a_dialog_opens_over_it(tmp_path):
    async with befit(tmp_path, PAST, size=(80, 24)) as rig:
        await rig.press("T", "p")
        assert rig.screen.count("Deload from") == 1
        await rig.press("S")
        assert "Settings" in rig.screen
        assert rig.screen.count("Deload from") == 1
        rig.app.notify("said meanwhile")
        await rig.pilot.pause()
        assert rig.screen.count("said meanwhile") == 1


async def test_a_workout_that_was_cut_short_is_not_what_is_offered_again(tmp_path):
    whole, other = ("bench-press-barbell", "biceps-curl-dumbbell")
    sets = [done(80, 8, id=f"s{n}") for n in range(3)]
    curls = [done(14, 8, id=f"c{n}") for n in range(3)]
    past = [
        workout(
            entry(whole, *sets), entry(other, *curls), day=7, id="a", name="Push A"
        ),
        workout(entry(whole, sets[0]), day=14, id="b", name="Push A"),
        workout(entry(whole, *sets[:2]), day=3, id="c", name="Legs"),
        workout(entry(whole, *sets), day=10, id="d", name="Legs"),
    ]

    async with befit(tmp_path, past) as rig:
        said = " ".join(rig.screen.split())
        assert "Repeat Push A 14 days ago · 6 sets" in said
        assert "Repeat Legs 11 days ago · 3 sets" in said


@pytest.mark.parametrize(("size", "shown"), [((120, 40), True), ((80, 24), False)])
async def test_below_the_ways_to_begin_stand_the_muscles_of_seven_days(
    tmp_path, size, shown
):
    soon = MONDAY + timedelta(days=4)
    async with befit(tmp_path, PAST, size=size, now=soon) as rig:
        await rig.settle()
        assert ("7 days" in rig.screen) is shown
        assert ("Front delts" in rig.screen) is shown


async def test_the_name_of_the_program_tells_a_made_up_log_from_ones_own(tmp_path):
    async with befit(tmp_path) as rig:
        assert "befit demo" not in rig.screen
        rig.app.is_demo = True
        await rig.app.recompose()
        await rig.settle()
        assert rig.screen.lstrip().startswith("befit demo   Workout")
        await rig.pilot.click("ModeBar", offset=(24, 0))
        await rig.settle()
        assert rig.app.query_one(ContentSwitcher).current == "history"


async def test_looking_around_closes_the_log_for_the_demo(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("end", "enter")
        assert rig.app.wants_demo
        assert not rig.app.is_running


async def test_below_40_by_12_it_says_so(tmp_path):
    async with befit(tmp_path, PAST, size=(39, 11)) as rig:
        assert "at least 40 columns" in rig.screen
        await rig.pilot.resize_terminal(80, 24)
        await rig.pilot.pause()
        assert "Start a workout" in rig.screen


async def test_settings_are_changed_by_enter_and_kept(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("S", "enter", "down", "enter", "escape")
        assert 'unit = "lb"' in (tmp_path / "config.toml").read_text()
        assert rig.logbook.unit == "lb"
        await rig.press("enter")
        assert "176.37" in rig.screen  # 80 kg


async def test_a_bar_is_told_no_alerts_that_were_judged_by_other_limits(tmp_path):
    config = tmp_path / "config.toml"
    paths = Paths(tmp_path, config)

    async with befit(tmp_path, PAST) as rig:
        await rig.press("S", "enter", "down", "enter", "escape")  # its own change
        await rig.press("enter", "enter", "2")
        await rig.settle()
        assert status_of(paths, rig.clock()).alerts is not None
        config.write_text("[alerts]\nfailure_sets = 9\n")
        await rig.press("enter", "2")
        await rig.settle()
        assert status_of(paths, rig.clock()).alerts is None


async def test_settings_are_a_table_of_one_line_each(tmp_path):
    async with befit(tmp_path, PAST, size=(120, 40)) as rig:
        await rig.press("S")
        lines = rig.screen.splitlines()
        at = {
            name: next(i for i, line in enumerate(lines) if name in line)
            for name in ("unit", "rest alert", "presses", "volume high")
        }
        assert at["volume high"] - at["unit"] == len(HELP) - 1
        value = lines[at["unit"]].index("kg")
        assert lines[at["rest alert"]].index("bell") == value
        assert lines[at["presses"]].index(" 1 ") == value - 1
        assert "the unit new loads are entered in" in rig.screen
        assert "Kept in" in rig.screen


async def test_the_settings_stay_open_on_the_one_that_was_changed(tmp_path):
    async with befit(tmp_path, PAST, size=(120, 40)) as rig:
        await rig.press("S", "j", "j", "enter", "2")
        assert "effort question  no" in rig.screen
        await rig.press("left", *"jjjjjj", "enter")
        await rig.type("15")
        await rig.press("enter")
        kept = (tmp_path / "config.toml").read_text()
        assert "bar kg           15 " in rig.screen
        assert "bar_kg = 15" in kept
        assert "effort_question = true" in kept
        assert "what the bar weighs in kilograms" in rig.screen


async def test_the_help_lists_every_key_of_the_mode(tmp_path):
    async with befit(tmp_path, PAST, size=(120, 60)) as rig:
        await rig.press("enter", "question_mark")
        for words in (
            "* f               log the set as technical failure",
            "* left            one rep less",
            "* W               go to the workout",
            "  /               by words",
            "esc close",
        ):
            assert words in rig.screen
        await rig.type("superset")
        assert "* g               superset with the next" in rig.screen
        assert "one rep less" not in rig.screen
        await rig.press(*["backspace"] * 8)
        await rig.type("hard set")
        assert "hard set        a working set, 4 or fewer left" in rig.screen
        await rig.press(*["backspace"] * 8)
        await rig.type("record")
        assert "◆               a record" in rig.screen
        await rig.type("zzz")
        assert "No key and no word is like that." in rig.screen
        await rig.press("question_mark")
        assert "technical failure" not in rig.screen


async def test_without_colour_the_state_is_said_by_words_and_glyphs(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")

    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "f")
        for sign in ("▸", "failure", "✓", "F"):
            assert sign in rig.screen
        inks = {
            tuple(color.triplet)
            for strip in rig.app.screen._compositor.render_strips()
            for segment in strip
            for color in (segment.style.color, segment.style.bgcolor)
            if color is not None
        }
        assert inks
        assert all(red == green == blue for red, green, blue in inks)


def test_an_error_of_its_own_ends_with_a_sentence_and_keeps_the_log(tmp_path):
    class UnexpectedError(Exception):
        pass

    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.press("enter", "enter", "1")

            def fail():
                raise UnexpectedError

            rig.app.call_later(fail)
            await rig.pilot.pause()

    with pytest.raises(UnexpectedError):
        run(journey)
    assert "UnexpectedError" in (tmp_path / "crash.txt").read_text()
    assert needs.has_mode(tmp_path / "crash.txt", 0o600)

    async def again():
        async with befit(tmp_path) as rig:
            assert [one.left for one in rig.sets] == [1]

    run(again)


async def test_ctrl_q_quits_from_within_a_dialog(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("S", "ctrl+q")
        assert rig.app.return_code == 0


@pytest.mark.parametrize("mode", ["W", "enter", "H", "T"])
async def test_the_keys_work_again_after_the_terminal_was_too_small(tmp_path, mode):
    async with befit(tmp_path, PAST, size=(80, 24)) as rig:
        await rig.press(mode)
        had = rig.app.focused
        for width, height in ((80, 10), (80, 24), (30, 12), (80, 24)):
            await rig.pilot.resize_terminal(width, height)
            await rig.settle()
        assert rig.app.focused is had is not None


async def test_the_top_line_says_how_far_the_past_is_read_where_it_is_looked_at(
    tmp_path, monkeypatch
):
    async with befit(tmp_path, PAST) as rig:
        unread = property(lambda _: ("2019-07", "2019-06"))
        monkeypatch.setattr(type(rig.logbook), "unread_months", unread)
        await rig.press("T")
        assert "reading 2019 … 1 of 3 months" in rig.screen
        await rig.press("W")
        assert "reading" not in rig.screen


def test_a_reader_of_the_past_that_fails_says_so_and_the_program_goes_on(
    tmp_path, monkeypatch
):
    def fail(*_, **__):
        raise KeyError("odd")

    monkeypatch.setattr("befit_tui.ui.older_months.OlderMonths._read_months", fail)

    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.pilot.pause()
            assert "Not all of the past was read" in rig.screen
            await rig.press("enter", "enter", "1")
            assert [one.left for one in rig.sets] == [1]

    run(journey)
    assert "odd" in (tmp_path / "crash.txt").read_text()


async def test_a_clock_that_jumps_forward_is_told_and_gives_no_rest_of_years(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "enter", "1")
        rig.clock.now += timedelta(days=26_000)
        await rig.press("enter", "1")
        assert "jumped from" in rig.screen
        assert [one.left for one in rig.sets] == [1, 1]
        assert rig.sets[0].at is not None
        assert (rig.sets[1].at, rig.sets[1].rest_s) == (None, None)


async def test_a_size_that_was_another_for_a_moment_has_all_painted_again(
    tmp_path, monkeypatch
):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.settle()
        painted = []
        monkeypatch.setattr(rig.app, "_display", lambda _, what: painted.append(what))
        for size in (Size(90, 30), Size(120, 40)):
            rig.app.post_message(Resize(size, size))
        await rig.settle()
        assert any(isinstance(one, LayoutUpdate) for one in painted)
