"""Trends on the screen: strength of a lift, effort by week, and what they say."""

from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from builders import MONDAY, demo_year, done, entry, workout
from ui.rig import befit

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import DateForm
from befit_tui.settings import Settings
from befit_tui.ui.screens.trends.pane import TrendsPane
from befit_tui.ui.screens.trends.strength import LiftList
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.stacked import StackedBars

BENCH, SQUAT = "bench-press-barbell", "squat-barbell"


def session(exercise, day, load, left=1):
    logged = done(load, 5, left=left, id=f"{exercise}-{day}")
    return workout(entry(exercise, logged), day=day, id=f"{exercise}-{day}", name="A")


LOG = [
    *(session(BENCH, 7 * n, 80 + 5 * (n > 2)) for n in range(-3, 3)),
    *(session(SQUAT, 7 * n + 1, 100) for n in (-20, 0, 1)),
]


async def view(rig, *keys):
    """Press keys; what a view shows is read behind the screen."""
    await rig.press(*keys)
    await rig.settle()


@asynccontextmanager
async def trends(folder, log=LOG, **wanted):
    async with befit(folder, log, **wanted) as rig:
        await view(rig, "T")
        yield rig


def lift(rig):
    return rig.app.query_one(LiftList).row.id


async def test_the_lift_done_most_comes_first_and_j_k_choose(tmp_path):
    async with trends(tmp_path) as rig:
        assert lift(rig) == BENCH
        said = "Bench Press (Barbell): holding since 12 Oct 2026"
        assert said in rig.screen
        await view(rig, "j")
        assert lift(rig) == SQUAT
        said = "Squat (Barbell): cannot tell, it takes 4 sessions and there are 2"
        assert said in rig.screen
        await view(rig, "k", "up")
        assert lift(rig) == BENCH


async def test_i_says_what_the_chosen_lift_is(tmp_path):
    async with trends(tmp_path) as rig:
        await view(rig, "j", "i")
        assert "What the exercise is" in rig.screen
        assert "Technical failure looks like" in rig.screen
        await view(rig, "escape", "e")
        assert "i" not in rig.app.screen.active_bindings


async def test_weeks_begin_on_sunday_where_the_setting_says_so(tmp_path):
    settings = Settings(dates=DateForm.MONTH)
    async with trends(tmp_path, settings=settings) as rig:
        await view(rig, "e")
        assert "Week of Sun Nov 15 2026" in rig.screen
        firsts = rig.app.query_one(StackedBars).data.stops
        assert {f"{day:%a}" for day in firsts} == {"Sun"}


async def test_the_cursor_reads_a_date_and_the_set_behind_it(tmp_path):
    async with trends(tmp_path) as rig:
        assert "Mon 16 Nov 2026  96 kg" in rig.screen
        await view(rig, "home")
        assert "Mon 12 Oct 2026  96 kg" in rig.screen
        assert "Heaviest set 80 kg × 5, 1 left. Likely level" in rig.screen
        await view(rig, "right", "end", "left")
        assert "Mon 9 Nov 2026  96 kg" in rig.screen


async def test_plus_and_minus_change_the_range_up_to_its_ends(tmp_path):
    async with trends(tmp_path) as rig:
        await view(rig, "j", "minus", "minus", "minus")
        assert "[4 weeks]" in rig.screen
        await view(rig, "plus", "plus", "equals_sign", "plus")
        assert "[all]" in rig.screen
        assert len(rig.app.query_one(LineChart).data.points) == 3
        assert "plus" not in rig.app.screen.active_bindings
        assert "minus" in rig.app.screen.active_bindings


async def test_effort_shows_weeks_and_says_what_failure_comes_to(tmp_path):
    failed = session(BENCH, 15, 85, left=0)
    async with trends(tmp_path, [*LOG, failed]) as rig:
        await view(rig, "e")
        assert "[Effort]" in rig.screen
        assert "9 working sets in 12 weeks. Of the 9 that" in rig.screen
        assert "1 set went to failure in 9 workouts, 0.1 a workout" in rig.screen
        assert "Week of Mon 16 Nov 2026  2 sets" in rig.screen
        await view(rig, "left")
        assert "Week of Mon 9 Nov 2026  2 sets" in rig.screen
        assert "j" not in rig.app.screen.active_bindings
        await view(rig, "tab")
        assert "[Volume]" in rig.screen


async def test_the_unit_of_the_lifter_is_used(tmp_path):
    pounds = Settings(unit=Unit.LB)
    async with trends(tmp_path, settings=pounds) as rig:
        assert "Mon 16 Nov 2026  211.6 lb" in rig.screen
        assert "Heaviest set 176.37 lb × 5, 1 left. Likely level" in rig.screen


async def test_a_new_workout_shows_when_the_mode_is_seen_again(tmp_path):
    async with trends(tmp_path) as rig:
        await view(rig, "W")
        rig.logbook.store.add_workouts([session(BENCH, 20, 90)], "more")
        rig.logbook.adopt({})
        rig.logbook.history = rig.logbook.history.including(session(BENCH, 20, 90))
        chart = rig.app.query_one(LineChart)
        assert len(chart.data.points) == 6
        await view(rig, "T")
        assert len(chart.data.points) == 7
        assert chart.data.points[-1].record


async def test_an_empty_log_says_so_and_keeps_its_keys(tmp_path):
    async with trends(tmp_path, ()) as rig:
        assert "No lift yet" in rig.screen
        await view(rig, "j", "plus", "left", "e")
        assert "No workouts yet: in befit, W starts one" in rig.screen
        await view(rig, "left", "s")
        assert "[Strength]" in rig.screen
        assert rig.app.query_one(TrendsPane).has_focus_within


async def test_a_lift_outside_the_range_says_when_it_was_done(tmp_path):
    log = [session(SQUAT, -200, 100)]
    async with trends(tmp_path, log) as rig:
        assert "[1 year]" in rig.screen
        assert "Heaviest set 100 kg × 5, 1 left. Likely level" in rig.screen
        await view(rig, "minus")
        assert "nothing in 12 weeks; the last session is 7 mon" in rig.screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_it_fits_every_size(tmp_path, size):
    today = date(2026, 11, 23)

    now = MONDAY + timedelta(days=21)
    weeks = demo_year(today)[-20:]
    async with trends(tmp_path, weeks, size=size, now=now) as rig:
        await view(rig, "plus", "j", "left")
        rig.app.clear_notifications()  # a toast takes room for a while
        await rig.settle()
        assert rig.app.query_one(LineChart).size.height >= 5
        await view(rig, "e", "left", "plus")
        assert rig.app.query_one(StackedBars).size.height >= 5
        assert all(len(line) <= size[0] for line in rig.screen.splitlines())
