"""The five views of trends: their keys, their shared cursor, sizes and looks."""

import itertools
import re
from datetime import timedelta

import pytest
from builders import MONDAY, demo_year, done, entry, workout
from ui.rig import befit

from befit_tui.settings import HELP, Settings
from befit_tui.ui.screens.history.workout_list import HistoryList
from befit_tui.ui.screens.trends.fatigue import ObservationList
from befit_tui.ui.screens.trends.pane import TrendsPane
from befit_tui.ui.widgets.charts.bars import HBars
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.days import YearHeatmap
from befit_tui.ui.widgets.charts.lanes import LaneChart
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.sentences import Sentences

BENCH, CURL = "bench-press-barbell", "hammer-curl-dumbbell"
NOW = MONDAY + timedelta(days=21)
VIEWS = ("s", "e", "v", "f", "c", "w")
NAMES = ("Strength", "Effort", "Volume", "Fatigue", "Calendar", "Weight")


def session(day, *, sets=3, exercise=BENCH, load=80, left=1):
    logged = [done(load, 5, left=left, id=f"{day}-{n}") for n in range(sets)]
    return workout(entry(exercise, *logged), day=day, id=f"w{day}", name=f"Day {day}")


WEEKS = [
    *(session(7 * n, sets=4 * (n + 4)) for n in range(-3, 3)),
    session(16, exercise=CURL, load=14),
]


async def view(rig, *keys):
    await rig.press(*keys)
    await rig.settle()


async def test_letters_and_tab_lead_through_the_views(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T")
        for name in (*NAMES[1:], "Strength"):
            await view(rig, "tab")
            assert f"[{name}]" in rig.screen
            # A focus that moved would have the whole screen painted again.
            assert rig.app.focused is rig.app.query_one(TrendsPane)
        for key, name in zip(VIEWS, ("Strength", "Effort"), strict=False):
            await view(rig, key)
            assert f"[{name}]" in rig.screen


async def test_the_day_under_the_cursor_goes_from_view_to_view(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T")
        await view(rig, "left", "left")
        assert "Mon 2 Nov 2026  97.5 kg" in rig.screen
        for key in ("e", "v"):
            await view(rig, key)
            assert "Week of Mon 2 Nov 2026" in rig.screen
        await view(rig, "c")
        assert "Mon 2 Nov 2026  16 working sets" in rig.screen
        await view(rig, "plus", "s")
        assert "Mon 2 Nov 2026  97.5 kg" in rig.screen


def bar(rig, label):
    return next(
        one
        for one in rig.app.query_one(TrendsPane).query_one(HBars).data.bars
        if one.label == label
    )


async def test_volume_shows_every_muscle_of_a_week_and_one_over_weeks(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T", "v")
        assert "2 of 19 muscles got 10 to 20" in rig.screen
        # The one that is trained most is chosen first.
        assert "Chest: 14.0 hard sets a week in 12 weeks, inside" in rig.screen
        await view(rig, "left")
        assert bar(rig, "Chest").value == 20
        await view(rig, "j")
        assert "Front delts: 7.0 hard sets a week in 12 weeks, below" in rig.screen
        await view(rig, "m", "m")
        assert "Front delts: 7.0 hard sets a week in 12 weeks, below" in rig.screen
        assert "drives the lift" in rig.screen


async def test_the_band_is_a_setting(tmp_path):
    band = Settings(volume_low=2, volume_high=8)
    async with befit(tmp_path, WEEKS, settings=band) as rig:
        await view(rig, "T", "v")
        assert "above your range of 2 to 8; 2" in rig.screen


async def test_an_alert_has_its_weeks_and_evidence_and_is_noted(tmp_path):
    async with befit(tmp_path, demo_year(NOW.date()), now=NOW) as rig:
        await view(rig, "T", "f")
        chosen = rig.app.query_one(ObservationList)
        check_weeks(chosen.rows[0], rig.app.query_one(LaneChart).data)
        # What it rests on stands below it where there is room.
        assert all(line[:40] in rig.screen for line in chosen.rows[0].page)
        await view(rig, *["j"] * 20)
        assert chosen.rows[-1].page[-1][:40] in rig.screen
        await view(rig, *["k"] * 20)
        title = chosen.row.title
        await view(rig, "enter")
        assert "open since" in rig.screen
        assert "o notes it." in rig.screen
        await view(rig, "enter", "o")
        quiet = next(row for row in chosen.rows if row.title == title)
        assert quiet.quiet
        assert "o" not in rig.app.screen.active_bindings
        await view(rig, "u")
        assert not chosen.row.quiet


def check_weeks(gravest, lanes):
    """An open alert is marked in every week since it was raised, and only in those."""
    first = gravest.alert.first_raised
    ends = [monday + timedelta(days=7) for monday in lanes.stops]
    since = [sign for end, sign in zip(ends, lanes.signs, strict=True) if end > first]
    assert since == [gravest.sign] * len(since) != []
    assert any(sign != gravest.sign for sign in lanes.signs)


async def test_a_deload_is_planned_and_taken_back(tmp_path):
    async with befit(tmp_path, demo_year(NOW.date()), now=NOW) as rig:
        await view(rig, "T", "f", "p")
        assert rig.logbook.library.phases
        await view(rig, "p")
        assert not rig.logbook.library.phases


async def test_a_day_is_read_and_opened_in_the_history(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T", "c", "left")
        assert "Hammer Curl (Dumbbell)" not in rig.screen
        await view(rig, "end", "left")
        assert rig.app.query_one(YearHeatmap).day.isoformat() == "2026-11-16"
        assert "Day 14, 1:00 h" in rig.screen
        await view(rig, "enter")
        assert rig.app.query_one(HistoryList).workout.id == "w14"


async def test_the_style_of_charts_is_a_setting(tmp_path):
    async with befit(tmp_path, WEEKS, settings=Settings(charts="ascii")) as rig:
        await view(rig, "T")
        chart = rig.app.query_one(LineChart)
        assert all(chart.render_line(y).text.isascii() for y in range(10))
        to_charts = list(HELP).index("charts")
        await rig.press("S", *["j"] * to_charts, "right", "escape")
        await rig.settle()
        assert {one.glyph_set for one in rig.app.query(Chart)} == {"braille"}
        assert not chart.render_line(5).text.isascii()


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ((), "No workouts yet: in befit, W starts one"),
        ([session(-90)], "No workout in 4 weeks; the last one was 3 months ago"),
        ([session(90)], "1 workout is dated after today"),
    ],
)
async def test_where_there_is_nothing_a_sentence_says_why(tmp_path, log, said):
    async with befit(tmp_path, log) as rig:
        await view(rig, "T", "minus", "minus")
        for key in ("e", "v", "f"):
            await view(rig, key, "left", "j", "k", "home", "enter")
            assert said in " ".join(rig.screen.split())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (200, 60)])
async def test_every_view_fits_every_size(tmp_path, size):
    async with befit(tmp_path, demo_year(NOW.date())[-60:], size=size, now=NOW) as rig:
        await view(rig, "T")
        for key in VIEWS:
            await view(rig, key, "left", "j", "plus", "minus")
            rig.app.clear_notifications()  # a toast takes room for a while
            await rig.settle()
            chart = next(one for one in rig.app.query(Chart) if one.region)
            assert not chart.excuse
            assert all(len(line) <= size[0] for line in rig.screen.splitlines())


async def test_without_colour_every_view_can_be_told_apart(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async with befit(tmp_path, demo_year(NOW.date())[-60:], now=NOW) as rig:
        await view(rig, "T")
        assert "likely level" in rig.screen
        await view(rig, "e")
        assert "▓ 1 left" in rig.screen
        await view(rig, "f")
        # A toast may lie over the screen, so the chart is asked itself.
        chart = rig.app.query_one(LaneChart)
        rows = range(chart.size.height)
        assert any("━" in chart.render_line(y).text for y in rows)
        lines = rig.app.screen._compositor.render_strips()
        grounds = {one.style.bgcolor for line in lines for one in line if one.style}
        colours = [one.triplet for one in grounds if one and one.triplet]
        assert colours
        assert all(len(set(one)) == 1 for one in colours), "a ground has a colour"


async def test_the_calendar_says_what_the_months_came_to(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T", "c")
        assert re.search(r"Nov 2026 +4 +63 +4:00", rig.screen)
        await rig.pilot.resize_terminal(80, 24)
        await rig.settle()
        assert "workouts    sets" not in rig.screen


async def test_a_sentence_without_room_for_its_end_is_left_out(tmp_path):
    async with befit(tmp_path, WEEKS, size=(60, 20)) as rig:
        await view(rig, "T", "e")
        words = rig.app.query_one("#trends-effort .trends-note", Sentences)
        words.say("First.", "Second.", "Third.", f"Kept. {'word ' * 20}end.")
        await rig.settle()
        assert "Kept." in rig.screen
        assert "word word" not in rig.screen


async def test_the_line_of_views_and_ranges_is_never_cut(tmp_path):
    async with befit(tmp_path) as rig:
        await view(rig, "T")
        for width in (40, 46, 56, 60, 76, 79, 80, 81, 100, 120):
            await rig.pilot.resize_terminal(width, 24)
            await view(rig, "s", "minus", "minus", "minus")
            for word in ("4 weeks", "12 weeks", "1 year"):
                assert f"[{word}]" in rig.screen.splitlines()[1], width
                await view(rig, "plus")
            for key, name in zip(VIEWS, NAMES, strict=True):
                await view(rig, key)
                tabs = rig.screen.splitlines()[1]
                assert f"[{name}]" in tabs, width
                assert "[all]" in tabs, width


async def test_a_view_that_was_hidden_comes_back_as_it_is_now(tmp_path):
    async with befit(tmp_path, demo_year(NOW.date())[-60:], now=NOW) as rig:
        await view(rig, "T")
        for other, step in zip(
            VIEWS[1:], itertools.cycle(["plus", "minus"]), strict=False
        ):
            await view(rig, other, "s", step, "left", other)
            rig.app.clear_notifications()
            await rig.pilot.pause()
            shown = rig.screen
            for chart in rig.app.query(Chart):
                chart.refresh()
            await rig.pilot.pause()
            assert rig.screen == shown, other
