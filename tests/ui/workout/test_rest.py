"""The rest timer: by the clock, never in the way, told once."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from ui.rig import befit, run

from befit_tui.domain.workout import Target
from befit_tui.settings import Settings
from befit_tui.ui.bell_and_clipboard import notice
from befit_tui.ui.widgets.rest_panel import RestPanel

BENCH = "bench-press-barbell"
CURL = "biceps-curl-dumbbell"


def past():
    sets = (done(14, 12, id=f"c{n}", left=1) for n in range(3))
    return workout(entry(CURL, *sets), name="Arms")


def later(rig, seconds):
    """Let time go by and have the panel look at the clock."""
    rig.clock.pass_time(seconds)
    rig.app.query_one(RestPanel).look()


async def bells(rig, monkeypatch):
    rung = []
    monkeypatch.setattr(rig.app, "bell", lambda: rung.append(rig.clock.now))
    return rung


async def test_a_rest_starts_by_itself_counts_up_and_rings_once(tmp_path, monkeypatch):
    async with befit(tmp_path, [past()]) as rig:
        rung = await bells(rig, monkeypatch)
        await rig.press("enter", "enter", "1")
        rest = rig.app.query_one(RestPanel).rest
        later(rig, rest.target - 3)
        await rig.pilot.pause()
        assert rung == []
        later(rig, 2)
        later(rig, 1)
        later(rig, 40)
        await rig.pilot.pause()
        assert len(rung) == 1
        assert "rested" in rig.screen


async def test_r_adds_and_shift_r_takes_15_seconds_until_none_are_left(tmp_path):
    async with befit(tmp_path, [past()]) as rig:
        await rig.press("enter", "enter", "1")
        panel = rig.app.query_one(RestPanel)
        target = panel.rest.target
        await rig.press("r", "r", "R")
        assert panel.rest.target == target + 15
        await rig.press(*["R"] * 12)
        assert panel.rest is None
        await rig.press("r")
        assert panel.rest is not None


async def test_a_longer_rest_rings_again_at_its_new_end(tmp_path, monkeypatch):
    async with befit(tmp_path, [past()]) as rig:
        rung = await bells(rig, monkeypatch)
        await rig.press("enter", "enter", "1")
        panel = rig.app.query_one(RestPanel)
        later(rig, panel.rest.target)
        await rig.press("r")
        later(rig, 15)
        await rig.pilot.pause()
        assert len(rung) == 2


def test_after_a_restart_the_rest_goes_on_and_one_that_is_over_stays_silent(
    tmp_path, monkeypatch
):
    async def before():
        async with befit(tmp_path, [past()]) as rig:
            await rig.press("enter", "enter", "1")

    async def after(seconds, words):
        now = MONDAY + timedelta(days=21, seconds=seconds)
        async with befit(tmp_path, now=now) as rig:
            rung = await bells(rig, monkeypatch)
            later(rig, 0)
            await rig.pilot.pause()
            assert words in rig.app.query_one(RestPanel).words[1]
            assert rung == []

    run(before)
    run(lambda: after(32, "of"))
    run(lambda: after(600, "rested"))


def test_a_rest_that_was_changed_is_so_after_a_restart_and_u_takes_the_set_back(
    tmp_path,
):
    usual = []

    async def before():
        async with befit(tmp_path, [past()]) as rig:
            await rig.press("enter", "enter", "1")
            usual.append(rig.app.query_one(RestPanel).rest.target)
            await rig.press("r", "r", "R")
            assert rig.app.query_one(RestPanel).rest.target == usual[0] + 15
            assert rig.sets[-1].next_rest_s == usual[0] + 15

    async def after():
        async with befit(tmp_path) as rig:
            assert rig.app.query_one(RestPanel).rest.target == usual[0] + 15
            await rig.press("u")
            assert rig.app.query_one(RestPanel).rest.target == usual[0] + 30
            await rig.press("u", "u", "u", "u")
            assert rig.sets == ()

    run(before)
    run(after)


async def test_the_rest_after_a_set_that_is_taken_back_is_that_of_the_set_before(
    tmp_path,
):
    async with befit(tmp_path, [past()]) as rig:
        await rig.press("enter", "enter", "1")
        panel = rig.app.query_one(RestPanel)
        first = panel.rest
        later(rig, 60)
        await rig.press("enter", "1", "u", "u")
        assert panel.rest == first
        await rig.press("ctrl+r")
        assert panel.rest.since == rig.sets[-1].at
        await rig.press("u", "u", "u")
        assert panel.rest is None


async def test_within_a_round_the_rest_is_short_and_after_it_the_longest(tmp_path):
    plans = ((BENCH, 180), (CURL, 60))
    both = [
        entry(lift, done(20, 8), done(20, 8), target=Target(rest_s=rest), superset=1)
        for lift, rest in plans
    ]
    settings = Settings(superset_rest=20)

    past = [workout(*both, name="Pair")]
    async with befit(tmp_path, past, settings=settings) as rig:
        rig.logbook.rests = settings.rests
        await rig.press("enter")
        rests = []
        for _ in range(4):
            await rig.press("enter", "1")
            rests.append(rig.app.query_one(RestPanel).rest.target)
        assert rests == [20, 180, 20, 180]


async def test_where_nothing_says_how_long_the_rest_is_the_setting_does(tmp_path):
    past = [workout(entry(CURL, done(14, 12), done(14, 12)), name="Arms")]
    async with befit(tmp_path, past) as rig:
        rig.logbook.rests = Settings(rest=75).rests
        await rig.press("enter", "enter", "1")
        assert rig.app.query_one(RestPanel).rest.target == 75


SET = [timedelta(hours=-1), timedelta(hours=1)]
"""The wall clock is set back, or ahead."""


@pytest.mark.parametrize("by", SET)
async def test_a_rest_runs_on_though_the_clock_is_set_in_it(tmp_path, by):
    async with befit(tmp_path, [past()]) as rig:
        await rig.press("enter", "enter", "1")
        rig.clock.now += by
        later(rig, 40)
        assert rig.app.query_one(RestPanel).words[0] == "0:41"


@pytest.mark.parametrize("by", SET)
async def test_a_rest_after_the_clock_was_set_is_that_of_its_own_set(tmp_path, by):
    async with befit(tmp_path, [past()]) as rig:
        await rig.press("enter", "enter", "1")
        rig.clock.now += by
        await rig.press("enter", "1")
        later(rig, 40)
        assert rig.app.query_one(RestPanel).words[0] == "0:41"


@pytest.mark.parametrize("by", SET)
async def test_a_timed_set_runs_on_though_the_clock_is_set_in_it(tmp_path, by):
    plank = entry("plank", done(None, None, id="p", seconds=45.0))
    async with befit(tmp_path, [workout(plank, name="Core")]) as rig:
        await rig.press("enter", "space")
        rig.clock.now += by
        rig.clock.pass_time(40)
        await rig.press("enter")
        assert rig.sets[0].seconds == 41


async def test_the_question_does_not_outlast_the_rest(tmp_path):
    async with befit(tmp_path, [past()]) as rig:
        await rig.press("enter", "enter")
        later(rig, 58)
        await rig.pilot.pause()
        assert "reps left?" in rig.screen
        later(rig, 2)
        await rig.pilot.pause()
        assert "reps left?" not in rig.screen
        assert rig.sets[0].left is None


@pytest.mark.parametrize(
    ("how", "rings", "toasts"),
    [("bell", 1, False), ("none", 0, False), ("line", 0, True), ("both", 1, False)],
)
async def test_the_end_of_a_rest_is_told_as_the_setting_says(
    tmp_path, monkeypatch, how, rings, toasts
):
    settings = Settings(rest_alert=how)
    async with befit(tmp_path, [past()], settings=settings) as rig:
        rung = await bells(rig, monkeypatch)
        await rig.press("enter", "enter", "1")
        later(rig, 600)
        await rig.pilot.pause()
        await rig.pilot.pause()
        assert len(rung) == rings
        assert ("Rest is over" in rig.screen) is toasts


@pytest.mark.parametrize(
    ("environment", "sequence"),
    [
        ({"TERM": "xterm-256color"}, "\x1b]9;Rest: Curl\x1b\\"),
        ({"TERM": "foot"}, "\x1b]777;notify;Rest;Curl\x1b\\"),
        ({"VTE_VERSION": "7600"}, "\x1b]777;notify;Rest;Curl\x1b\\"),
        ({"TMUX": "x"}, "\x1bPtmux;\x1b\x1b]9;Rest: Curl\x1b\x1b\\\x1b\\"),
    ],
)
def test_a_notice_of_the_desktop_is_asked_for_as_the_terminal_knows_it(
    environment, sequence
):
    assert notice("Rest", "Curl", environment) == sequence


def test_a_name_cannot_end_the_notice_or_begin_another():
    sequence = notice("Rest", "a\x1b\\\x07;b\x9c", {})
    assert sequence.count("\x1b") == 2
    assert "\x07" not in sequence
    assert "\x9c" not in sequence
