"""The body, the pages of a view, two charts on a wide screen, logs that ended."""

from datetime import timedelta

import pytest
from builders import MONDAY, demo_year, done, entry, kg, workout
from ui.rig import befit

from befit_tui.settings import Settings
from befit_tui.ui.screens.trends.strength import LiftList
from befit_tui.ui.widgets.body.body_map import BodyMap
from befit_tui.ui.widgets.charts.bars import HBars
from befit_tui.ui.widgets.charts.chart import Chart
from befit_tui.ui.widgets.charts.line import LineChart
from befit_tui.ui.widgets.charts.stacked import StackedBars

BENCH, SQUAT = "bench-press-barbell", "squat-barbell"
NOW = MONDAY + timedelta(days=21)


def session(day, *, sets=4, exercise=BENCH, load=80, left=1, **fields):
    logged = [done(load, 8, left=left, id=f"{day}-{n}") for n in range(sets)]
    return workout(
        entry(exercise, *logged), day=day, id=f"{exercise}{day}", name="Push", **fields
    )


WEEKS = [session(7 * n, bodyweight=kg(80 + n)) for n in range(-8, 3)]


async def view(rig, *keys):
    await rig.press(*keys)
    await rig.settle()


def bodies(rig):
    return [one for one in rig.app.query(BodyMap) if one.region]


async def test_the_muscle_under_the_cursor_is_lighter_on_the_body_as_well(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T", "v")
        (body,) = bodies(rig)
        muscles = rig.app.query_one(HBars)
        assert body.data.chosen == "chest"
        assert muscles.data.bars[muscles.cursor].label == "Chest"
        before = rig.screen
        await view(rig, "k")
        assert body.data.chosen != "chest"
        assert muscles.data.bars[muscles.cursor].label != "Chest"
        await view(rig, "j")
        assert rig.screen == before


async def test_m_goes_from_the_body_to_recovery_weeks_and_load(tmp_path):
    failed = session(20, left=0)
    async with befit(tmp_path, [*WEEKS, failed]) as rig:
        await view(rig, "T", "v")
        assert "Hard sets of the week" in rig.screen
        await view(rig, "m")
        said = " ".join(rig.screen.split())
        assert "Chest still rests from sets to failure" in said
        assert "a day after 4 sets to failure; 2 days are wanted" in said
        await view(rig, "m")
        assert not bodies(rig)
        assert "drives the lift" in rig.screen
        await view(rig, "m")
        assert "kg moved a week in 12 weeks" in rig.screen
        await view(rig, "m")
        assert bodies(rig)


async def test_the_body_follows_the_week_under_the_cursor(tmp_path):
    log = [session(0, sets=12), session(7, sets=4)]
    async with befit(tmp_path, log) as rig:
        await view(rig, "T", "v")
        (body,) = bodies(rig)
        assert {one.muscle: one.text for one in body.data.parts}["chest"] == "4"
        await view(rig, "left")
        assert {one.muscle: one.text for one in body.data.parts}["chest"] == "12"
        assert "Week of Mon 2 Nov 2026" in rig.screen


@pytest.mark.parametrize(
    ("size", "settings", "shown"),
    [
        ((120, 40), Settings(), True),
        ((80, 24), Settings(), True),
        ((60, 20), Settings(), False),
        ((120, 40), Settings(charts="ascii"), False),
    ],
)
async def test_where_a_body_has_no_room_the_list_stands_for_it(
    tmp_path, size, settings, shown
):
    async with befit(tmp_path, WEEKS, size=size, settings=settings) as rig:
        await view(rig, "T", "v")
        assert not any(one.excuse for one in bodies(rig))
        assert bool(bodies(rig)) == shown
        assert "Chest" in rig.screen


async def test_load_times_reps_of_a_lift_and_of_every_workout(tmp_path):
    log = [*WEEKS, session(1, exercise=SQUAT, load=100)]
    async with befit(tmp_path, log) as rig:
        await view(rig, "T", "m")
        said = " ".join(rig.screen.replace("│", " ").split())
        assert "Bench Press (Barbell): 2,560 kg moved on Mon 16 Nov 2026" in said
        await view(rig, "k")
        assert rig.app.query_one(LiftList).row.exercise.name == "Every workout"
        assert "Push: 2,560 kg moved" in rig.screen
        await view(rig, "m")
        assert rig.app.query_one(LiftList).row.id == BENCH


async def test_the_body_weight_has_a_view(tmp_path):
    async with befit(tmp_path, WEEKS) as rig:
        await view(rig, "T", "w")
        assert "You weighed 82 kg on Mon 16 Nov 2026" in rig.screen
        await view(rig, "home")
        assert "Mon 7 Sep 2026" in rig.screen
        assert "72 kg weighed, trend 72." in rig.screen


async def test_a_wide_screen_has_a_second_chart(tmp_path):
    past = demo_year(NOW.date())[-80:]
    async with befit(tmp_path, past, now=NOW, size=(160, 48)) as rig:
        await view(rig, "T")
        for key in ("s", "e", "v", "f", "c"):
            await rig.pilot.resize_terminal(160, 48)
            await view(rig, key)
            charts = [one for one in rig.app.query(Chart) if one.region]
            assert len(charts) > 1, key
            assert not any(one.excuse for one in charts), key
            await rig.pilot.resize_terminal(120, 40)
            await rig.settle()
            fewer = [one for one in charts if one.region]
            assert len(fewer) < len(charts), key


async def test_a_log_that_ended_a_year_ago_opens_on_its_last_weeks(tmp_path):
    later = NOW + timedelta(days=365)
    log = [*WEEKS, *(session(-300 - n, exercise=SQUAT) for n in range(20))]
    async with befit(tmp_path, log, now=later) as rig:
        await view(rig, "T")
        # Squats were done more often, and are in sight too, for all of it is.
        assert "[all]" in rig.screen
        assert rig.app.query_one(LineChart).data.points
        for key in ("e", "v"):
            await view(rig, key)
            assert "Week of Mon 16 Nov 2026" in rig.screen
        await view(rig, "m", "m")
        assert "weeks" in rig.screen
        assert "nothing" in rig.screen


async def test_the_first_lift_is_one_that_the_range_holds(tmp_path):
    log = [*WEEKS, *(session(-300 - n, exercise=SQUAT) for n in range(20))]
    async with befit(tmp_path, log) as rig:
        await view(rig, "T")
        assert rig.app.query_one(LiftList).row.id == BENCH
        assert rig.app.query_one(LiftList).rows[0].id == SQUAT


async def test_all_is_all_at_any_width(tmp_path):
    log = [session(7 * n) for n in range(-400, 3)]
    async with befit(tmp_path, log, size=(60, 40)) as rig:
        await view(rig, "T", "plus", "plus", "e")
        chart = rig.app.query_one(StackedBars)
        for width in (60, 120, 200):
            await rig.pilot.resize_terminal(width, 40)
            await view(rig, "end")
            rows = [chart.render_line(y).text for y in range(chart.size.height)]
            assert not any("‹" in row or "›" in row for row in rows)
            assert chart.data.periods[0].first.year in (2018, 2019)
            await view(rig, "home")
            assert chart.cursor == 0


async def test_a_large_screen_is_used_to_its_foot(tmp_path):
    async with befit(tmp_path, WEEKS, size=(200, 60)) as rig:
        await view(rig, "T", "f")
        left = [line[:70] for line in rig.screen.splitlines()]
        start = next(n for n, line in enumerate(left) if "Lifts of the last 4" in line)
        assert any("Bench Press (Barbell)" in line for line in left[start:])
        await view(rig, "e")
        assert rig.screen.count("No set went to failure in 11 workouts") == 1


async def test_without_a_body_weight_it_says_where_it_comes_from(tmp_path):
    async with befit(tmp_path, [workout(entry(BENCH, done(80, 5)))]) as rig:
        await view(rig, "T", "w")
        assert "No body weight so far." in rig.screen
        assert "W, then c" in rig.screen
