"""Plates, other loads, warm-ups, targets, records and the large view, by their keys."""

import pytest
from builders import done, entry, kg, workout
from ui.rig import befit
from ui.screen_text import is_large

from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.logbook.workout.meter_view import meter_of
from befit_tui.settings import Settings

BENCH, CURL = "bench-press-barbell", "biceps-curl-dumbbell"
SIZES = [(120, 40), (80, 24), (60, 20)]


def past(load=80):
    """Three sessions, so that the meter knows the lift."""
    return [
        workout(
            entry(
                BENCH,
                *(
                    done(load, 7, id=f"{day}-{n}", left=1, end=End.STOPPED)
                    for n in range(3)
                ),
            ),
            day=day,
            name="Push A",
        )
        for day in (0, 7, 14)
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_plates_are_drawn_with_what_to_change_and_any_key_closes_them(
    tmp_path, size
):
    async with befit(tmp_path, past(), size=size) as rig:
        await rig.press("enter", "enter", "1")
        await rig.type("70x3")
        await rig.press("enter", "escape", "up", "p")
        assert "each side  25" in rig.screen
        assert "off 5" in rig.screen
        await rig.press("h")
        assert "each side" not in rig.screen


async def test_what_cannot_be_loaded_names_the_nearest_loads(tmp_path):
    gym = Settings(plates_kg="20 10 5 2.5", bar_kg=20)
    async with befit(tmp_path, past(82.5), settings=gym) as rig:
        await rig.press("enter", "p")
        assert "cannot be loaded: nearest 80 or 85" in rig.screen


async def test_plates_of_a_dumbbell_are_refused_with_a_sentence(tmp_path):
    curls = workout(entry(CURL, done(14, 12)), name="Arms")

    async with befit(tmp_path, [curls]) as rig:
        await rig.press("enter", "p")
        assert "is done without" in rig.screen


async def test_three_neighbouring_loads_are_compared_before_racking_up(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter", "m")
        for words in ("77.5 kg", "▸ 80 kg", "82.5 kg", "stop after"):
            assert words in rig.screen
        await rig.press("escape")
        assert "stop after  " not in rig.screen


@pytest.mark.parametrize("typed", ["80x8@4", "80x5@4"])
async def test_a_table_of_loads_says_the_stop_that_the_panel_says(tmp_path, typed):
    unrated = workout(entry(BENCH, *(done(80, 5, id=n) for n in "abc")), name="Push")
    async with befit(tmp_path, [unrated]) as rig:
        await rig.press("enter")
        await rig.type(typed)
        await rig.press("enter")
        panel = meter_of(rig.cursor)
        assert f"rep {panel.stop_rep}" in rig.screen
        await rig.press("m")
        row = next(line for line in rig.screen.splitlines() if "▸ 80 kg" in line)
        assert f"rep {panel.stop_rep} " in row


async def test_a_ramp_is_planned_before_the_first_working_set(tmp_path):
    async with befit(tmp_path, past(100)) as rig:
        await rig.press("enter", "l")
        assert "· 1-3 left" in rig.screen  # of the working sets
        for _ in range(3):
            await rig.press("enter")
            rig.clock.pass_time(60)
        await rig.press("enter", "1")
        found = [(one.kind, one.load, one.reps) for one in rig.sets]
        assert found[:3] == [
            (Kind.WARMUP, kg(40), 8),
            (Kind.WARMUP, kg(60), 5),
            (Kind.WARMUP, kg(80), 3),
        ]
        assert found[3][:2] == (Kind.WORK, kg(100))
        await rig.press("l")
        assert "A working set is logged already" in rig.screen


async def test_work_that_is_nearly_the_empty_bar_needs_no_warm_up(tmp_path):
    async with befit(tmp_path, past(22.5)) as rig:
        await rig.press("enter", "l")
        assert "22.5 kg needs no warm-up: the bar is 20." in rig.screen
        assert all(row.planned.kind is Kind.WORK for row in rig.cursor.sets)


async def test_targets_are_typed_and_what_cannot_be_read_is_asked_again(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter", "t", "end", "enter", "ctrl+u")
        await rig.type("4y")
        await rig.press("enter")
        assert rig.logbook.active.entries[0].target.rest_s is None
        await rig.press("ctrl+u")
        await rig.type("4x5-6@2-3 r150")
        await rig.press("enter", "escape")
        target = rig.logbook.active.entries[0].target
        assert target.rest_s == 150
        assert [one.reps for one in target.sets] == [(5, 6)] * 4
        assert [one.left for one in target.sets] == [(2, 3)] * 4
        assert "4 × 5-6 · 2-3 left" in rig.screen
        await rig.press("u")
        assert len(rig.logbook.active.entries[0].target.sets) == 3


async def test_targets_are_a_table_in_which_a_digit_fills_a_cell_and_goes_on(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter", "t")
        for named in ("sets", "reps", "left", "load", "rest", "as a line"):
            assert named in rig.screen
        await rig.press("4", "enter", "5", "-", "6", "enter", "2", "enter", "escape")
        sets = rig.logbook.active.entries[0].target.sets
        assert [(one.reps, one.left) for one in sets] == [((5, 6), (2, 2))] * 4
        await rig.press("t", "down", "enter", "x", "enter")
        assert "cannot be read" in rig.screen


async def test_undo_of_a_plan_puts_the_cursor_on_no_skipped_warm_up(tmp_path):
    bench = entry("bench-press-barbell", *(done(80, 8, id=f"{n}") for n in range(3)))
    warm = done(40, 8, id="w", kind="warmup")
    log = [workout(replace(bench, sets=(warm, *bench.sets)))]
    async with befit(tmp_path, log) as rig:
        await rig.press("enter", "down", "enter", "2", "t", "4", "enter", "escape")
        assert rig.cursor.set_row.planned.number == 2
        await rig.press("u")
        assert rig.cursor.set_row.planned.number == 2
        assert not rig.cursor.set_row.planned.skipped


async def test_a_record_is_told_once_as_it_happens_in_its_row(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter")
        await rig.type("80x9")
        await rig.press("enter")
        assert rig.screen.count("◆ best at 80 kg") == 1
        await rig.press("1")
        assert rig.screen.count("◆ best at 80 kg") == 1
        assert "9 ties, 10 is a best" in rig.screen


@pytest.mark.parametrize("typed", ["90x9w", "90x9@b", "80x7@1"])
async def test_warm_ups_and_broken_form_make_no_record(tmp_path, typed):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter")
        await rig.type(typed)
        await rig.press("enter", "escape")
        assert len(rig.sets) == 1
        assert "◆ best" not in rig.screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_large_view_shows_load_reps_left_and_rest_and_keeps_the_keys(
    tmp_path, size
):
    async with befit(tmp_path, past(), size=size) as rig:
        await rig.press("enter", "z")
        assert is_large("80×7", rig.screen, room=size[0] - 2)
        assert "Bench Press (Barbell) · set 1 · kg" in rig.screen
        await rig.press("enter", "2")
        assert rig.sets[0].left == 2
        assert "set 2" in rig.screen
        assert "rest of" in rig.screen
        # Three figures would stand on one another in the smallest.
        assert ("set 2 · kg" in rig.screen) is (size[1] > 20)
        await rig.type("82.5x6@1")
        await rig.press("enter", "escape")
        assert rig.sets[1].load == kg(82.5)
        assert "last time" in rig.screen


async def test_the_large_view_counts_reps_down_to_rack_it(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter", "z", "space")
        assert "more, then" in rig.screen
        assert "rep 1 of " in rig.screen
        await rig.press(*["space"] * 9)
        assert is_large("RACK IT", rig.screen, room=100)
        await rig.press("escape")
        assert rig.cursor.presses.count == 0
        assert "stop after" in rig.screen
        await rig.press("z")
        assert "last time" in rig.screen


async def test_the_form_mark_and_failure_are_words_or_glyphs_not_only_colours(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter", "f", "enter", "s", "1", "b")
        assert [one.form for one in rig.sets] == [
            Form.INTACT,
            Form.SLIPPED,
            Form.BROKE,
        ]
        for words in ("failure", "~ slipped", "✗ broke"):
            assert words in rig.screen
