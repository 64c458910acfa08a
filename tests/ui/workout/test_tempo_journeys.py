"""Reps that slow down under the bar: a weak hint at what is left, said to be one."""

import pytest
from builders import done, entry, workout
from ui.rig import Rig, befit, run

from befit_tui.domain.vocabulary import EffortScale
from befit_tui.logbook.workout.meter_view import meter_of
from befit_tui.settings import Settings

BENCH, ONE_ARM = "bench-press-barbell", "concentration-curl-dumbbell"
STEADY = (1.4,) * 7
SLOWER = (1.4, 1.4, 1.4, 1.8, 2.4, 2.9, 3.0)
PAUSED = (1.4, 1.4, 1.4, 1.8, 2.4, 4.0, 3.0)
SAID = "slowing: experimental"


def past(exercise: str = BENCH):
    """Six weeks of twelve possible reps."""
    sets = [done(80, 8, left=4, id=f"set-{n}") for n in range(3)]
    return [workout(entry(exercise, *sets), day=3 * n, name="Push") for n in range(6)]


async def count_reps(rig: Rig, gaps: tuple[float, ...], *, lowered_s: float = 0.0):
    """Press at the top of each rep; also at the bottom, so long before, if not 0."""
    for gap in (1.0, *gaps):
        rig.clock.pass_time(gap - lowered_s)
        await rig.pilot.press("space")
        if lowered_s:
            rig.clock.pass_time(lowered_s)
            await rig.pilot.press("space")
    await rig.pilot.pause()


def seen(tmp_path, gaps, *, exercise=BENCH, per_rep=1, size=(120, 40), keys=()):
    """The meter after reps counted with these gaps, and the screen."""
    found = []

    async def journey():
        settings = Settings(presses_per_rep=per_rep)
        log = past(exercise)
        async with befit(tmp_path, log, settings=settings, size=size) as rig:
            await rig.press("enter", *keys)
            await count_reps(rig, gaps, lowered_s=0.5 if per_rep == 2 else 0.0)
            view = meter_of(rig.cursor)
            found.extend((view, rig.screen))

    run(journey)
    return found


@pytest.mark.parametrize("per_rep", [1, 2])
def test_reps_that_slow_down_leave_less_and_the_meter_says_why(tmp_path, per_rep):
    steady, calm = seen(tmp_path / "steady", STEADY, per_rep=per_rep)
    slow, screen = seen(tmp_path / "slow", SLOWER, per_rep=per_rep)
    assert (steady.counted, slow.counted) == (8, 8)
    assert steady.left == steady.reading.left(8)
    assert SAID not in calm
    assert any(words in screen for words in slow.evidence)
    assert slow.left.high < steady.left.high - 0.2
    assert slow.left.low < slow.left.value < steady.left.value
    assert slow.band.startswith("likely ")


def test_a_pause_says_nothing_of_the_reps_left(tmp_path):
    view, screen = seen(tmp_path, PAUSED)
    assert view.left == view.reading.left(8)
    assert SAID not in screen


def test_one_sided_lifts_are_not_read_by_their_tempo(tmp_path):
    view, screen = seen(tmp_path, SLOWER, exercise=ONE_ARM)
    assert view.counted == 8
    assert view.left == view.reading.left(8)
    assert SAID not in screen


@pytest.mark.parametrize(
    ("size", "keys"),
    [((120, 24), ()), ((80, 24), ()), ((60, 20), ()), ((60, 20), ("z",))],
)
def test_the_experiment_is_named_on_small_screens_and_in_large_letters(
    tmp_path, size, keys
):
    view, screen = seen(tmp_path, SLOWER, size=size, keys=keys)
    assert view.evidence[0] == SAID
    assert any(words in screen for words in view.evidence)


async def test_loads_that_doubled_at_the_same_reps_are_asked_about(tmp_path):
    """Nobody is told to be 16 reps from failure by going from one hand to two."""

    curl = "hammer-curl-dumbbell"
    loads = [15] * 5 + [30]
    past = [
        workout(entry(curl, done(kg, 10, left=1, id=f"s{n}")), day=3 * n, name="A")
        for n, kg in enumerate(loads)
    ]
    async with befit(tmp_path, past, size=(120, 40)) as rig:
        await rig.press("enter")
        assert "? loads doubled at the same reps" in rig.screen


async def test_an_open_list_follows_the_setting_of_the_scale(tmp_path):
    async with befit(tmp_path, past()) as rig:
        await rig.press("enter")
        await rig.type("80x8@2")
        await rig.press("enter")
        assert "left  form" in rig.screen
        await rig.press("S")
        for _ in range(40):
            if "▸effort  " not in rig.screen:
                await rig.press("down")
        await rig.press("right", "escape")
        assert "RPE   form" in rig.screen
        done_row = next(one for one in rig.screen.splitlines() if "✓" in one)
        assert "  8     ✓" in done_row


async def test_the_column_of_efforts_follows_the_scale_of_the_lifter(tmp_path):
    rated = Settings(effort=EffortScale.RPE)
    async with befit(tmp_path, past(), settings=rated) as rig:
        rig.logbook.effort_scale = EffortScale.RPE
        await rig.press("enter")
        await rig.type("80x8@8")
        await rig.press("enter")
        lines = [one.split("│")[0] for one in rig.screen.splitlines()]
        assert "RPE   form" in rig.screen
        assert "  8     ✓" in next(one for one in lines if "✓" in one)


async def test_the_key_line_of_the_question_names_the_digits_of_the_scale(tmp_path):
    rated = Settings(effort=EffortScale.RPE)
    async with befit(tmp_path, past(), settings=rated) as rig:
        rig.logbook.effort_scale = EffortScale.RPE
        await rig.press("enter", "enter")
        assert "RPE? 5-9, 0 is 10" in rig.screen
        key_line = rig.screen.splitlines()[-1]
        assert "5-0 RPE" in key_line
        assert "reps left" not in key_line


async def test_enter_skips_no_question_that_it_passes_by(tmp_path):
    async with befit(tmp_path, past(), size=(160, 40)) as rig:
        await rig.press("enter", "w", "enter")
        assert "enter logs the next set" in rig.screen
        key_line = rig.screen.splitlines()[-1]
        assert "0-5 reps left" in key_line
        assert "enter" not in key_line
