"""The meter says the same on every screen, as large as there is room for."""

from datetime import timedelta
from itertools import pairwise

import pytest
from builders import MONDAY, done, entry, workout
from ui.rig import befit, run
from ui.screen_text import is_large

from befit_tui.logbook.workout.meter_view import meter_of
from befit_tui.settings import Settings

BENCH = "bench-press-barbell"
SMALL = [(40, 12), (60, 20), (80, 24)]
LARGE = [(100, 30), (120, 40), (140, 45), (200, 60)]
ROWS = {(100, 30): 5, (120, 40): 5, (140, 45): 7, (200, 60): 7}


def past(reps=8, left=2.0):
    sets = [done(80, reps, left=left, id=f"set-{n}") for n in range(3)]
    return [workout(entry(BENCH, *sets), day=3 * n, name="Push") for n in range(6)]


def meter_at(folder, size, *keys, log=None):
    """The reading and the screen after some keys."""
    found = []

    async def journey():
        async with befit(folder, log or past(), size=size) as rig:
            await rig.press("enter", *keys)
            view = meter_of(rig.cursor)
            found.extend((view, rig.screen))

    run(journey)
    return found


STEPS = [
    ((), "3", "likely 1 to 4"),
    (("right",) * 3, "0-1", "likely 0 to 1"),
    (("left", "left", "left", "space"), "4+", "likely 7 to 10"),
    (("space",) * 8, "1", "likely 0 to 2"),
]
"""As planned, beyond failure, at the first rep that is counted, at the ninth."""


@pytest.mark.parametrize("size", SMALL + LARGE)
async def test_the_number_and_its_band_are_the_same_at_every_size(tmp_path, size):
    async with befit(tmp_path, past(), size=size) as rig:
        await rig.press("enter")
        for keys, number, band in STEPS:
            await rig.press(*keys)
            view = meter_of(rig.cursor)
            assert (view.number, view.band) == (number, band)
            assert band in rig.screen
            if size in SMALL:
                assert f"{number} {view.count_words}" in rig.screen
            else:
                assert is_large(number, rig.screen, room=40)


@pytest.mark.parametrize("size", LARGE)
def test_the_digits_grow_with_the_room(tmp_path, size):
    view, screen = meter_at(tmp_path, size)
    assert is_large(view.number, screen, room=40, rows=ROWS[size])
    assert is_large(str(view.stop_rep), screen, room=40, rows=ROWS[size])


@pytest.mark.parametrize("size", [(80, 24), *LARGE])
def test_reps_left_and_the_rep_number_are_one_place_on_the_track(tmp_path, size):
    view, screen = meter_at(tmp_path, size, "space", "space", "space")
    lines = [line for line in screen.splitlines() if line.strip()]
    upper = next(line for line in lines if " left " in line and " 0" in line[-60:])
    at = lines.index(upper)
    start = upper.index("left  ")
    lower = next(line for line in lines[at:] if line[start:].startswith("rep  "))
    left, rep = (str(view.failure_rep - 3), "3")
    column = start + 6 + upper[start + 6 :].index(left)
    assert lower[column : column + len(rep)] == rep
    assert "█" in lines[at + 1][column : column + 1]  # the mark of now stands between


async def test_each_press_moves_the_mark_by_one_step(tmp_path):
    async with befit(tmp_path, past(), size=(120, 40)) as rig:
        await rig.press("enter")
        columns = []
        for _ in range(8):
            await rig.press("space")
            lines = rig.screen.splitlines()
            ruler = next(n for n, one in enumerate(lines) if "│ left  " in one)
            columns.append(lines[ruler + 1].index("██"))
        steps = {b - a for a, b in pairwise(columns)}
        assert len(steps) == 1
        assert steps.pop() > 1


def test_the_stop_is_named_and_then_the_set_is_over(tmp_path):
    view, screen = meter_at(tmp_path / "before", (120, 40))
    assert view.advice == "stop after rep 9"
    assert "stop after" in screen
    assert "rep 9" in screen
    assert "target" in screen
    view, screen = meter_at(tmp_path / "after", (120, 40), *["space"] * 9)
    assert view.pace == "rack it"
    assert is_large("RACK IT", screen, room=50)


async def test_the_rest_steps_back_while_reps_are_counted(tmp_path):
    async with befit(tmp_path, past(), settings=Settings()) as rig:
        await rig.press("enter", "enter", "2")
        body = rig.app.query_one("WorkoutView")
        assert not body.rest.dimmed
        await rig.press("space")
        assert body.rest.dimmed
        await rig.press("enter", "1")
        assert not body.rest.dimmed


@pytest.mark.parametrize("size", [(160, 48), (200, 60)])
async def test_wide_screens_show_how_the_lift_went_and_what_is_planned(tmp_path, size):
    async with befit(tmp_path, past(), size=size) as rig:
        await rig.press("enter")
        await rig.settle()
        for said in (
            "This lift",
            "The plan",
            "80×8·2",
            "Cannot tell, ",
        ):
            assert said in rig.screen, said


async def test_a_lift_of_long_ago_is_not_taken_for_one_that_tells_nothing(tmp_path):
    later = MONDAY + timedelta(days=500)
    async with befit(tmp_path, past(), size=(160, 48), now=later) as rig:
        await rig.press("enter")
        await rig.settle()
        assert "Before today it was last done on" in rig.screen


def test_no_row_goes_to_frames_on_the_smallest_screen(tmp_path):
    _, screen = meter_at(tmp_path, (40, 12))
    assert not set("╭╮╰╯│─") & set(screen)


async def test_a_window_that_grows_shows_the_lift_and_the_plan_without_a_key(tmp_path):
    async with befit(tmp_path, past(), size=(80, 24)) as rig:
        await rig.press("enter")
        assert "This lift" not in rig.screen
        await rig.pilot.resize_terminal(160, 48)
        await rig.settle()
        assert "80×8·2" in rig.screen
        assert "The plan  82.5: 3 × 8" in rig.screen
