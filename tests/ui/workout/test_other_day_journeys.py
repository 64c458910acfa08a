"""Times that are not the clock's: forgotten workouts, other days, corrected times."""

from datetime import timedelta

from builders import MONDAY, done, entry, kg, workout
from ui.rig import befit, run

BENCH = "bench-press-barbell"
NOW = MONDAY + timedelta(days=21)


def push():
    """One bench session three weeks ago."""
    return workout(entry(BENCH, done(80, 8), done(80, 7)), name="Push A")


def times(one):
    """Start and end of a workout as clock times."""
    return f"{one.started_at:%d %H:%M}", f"{one.ended_at:%d %H:%M}"


def filed(logbook):
    """The latest finished workout."""
    return next(logbook.history.newest_first())


async def command(rig, words):
    """Choose a command of the palette by its first words."""
    await rig.search(words)
    await rig.press("enter")


def test_a_forgotten_workout_is_closed_at_its_last_set_and_undo_opens_it(tmp_path):
    async def before():
        async with befit(tmp_path, [push()], now=NOW) as rig:
            await rig.press("enter", "enter", "2")

    async def next_day():
        async with befit(tmp_path, now=NOW + timedelta(hours=14)) as rig:
            assert "was left" in rig.screen
            assert rig.logbook.active is None
            assert times(filed(rig.logbook)) == ("23 18:00", "23 18:00")
            await rig.press("u")
            assert rig.logbook.active.name == "Push A"
            assert len(rig.sets) == 1

    run(before)
    run(next_day)


async def next_look(rig, gone):
    """Let time go by, the lid closed, and have the app look at the clock again."""
    rig.clock.now += gone
    rig.app.timers.follow()
    await rig.settle()


async def test_a_workout_is_as_forgotten_where_only_the_lid_was_closed(tmp_path):
    async with befit(tmp_path, [push()], now=NOW) as rig:
        await rig.press("enter", "enter", "2")
        await next_look(rig, timedelta(days=3))
        assert "was left" in rig.screen
        assert times(filed(rig.logbook)) == ("23 18:00", "23 18:00")
        await rig.press("u")
        await next_look(rig, timedelta(minutes=1))
        assert rig.logbook.active.name == "Push A"


async def test_a_plan_is_begun_when_the_lid_is_opened(tmp_path):
    async with befit(tmp_path, [push()], now=NOW) as rig:
        await rig.press("enter")
        await next_look(rig, timedelta(hours=26))
        assert "Tue 24 Nov 2026" in rig.screen
        await rig.press("enter", "2")
        assert f"{rig.logbook.active.started_at:%d %H:%M}" == "24 20:00"
        assert f"{rig.sets[0].at:%d %H:%M}" == "24 20:00"


async def test_the_first_page_is_that_of_today_when_the_lid_is_opened(tmp_path):
    async with befit(tmp_path, [push()], now=NOW) as rig:
        assert "Push A  21 days ago" in rig.screen
        await next_look(rig, timedelta(days=2))
        assert "Push A  23 days ago" in rig.screen


def test_a_plan_opened_while_the_clock_was_wrong_starts_when_it_is_right(tmp_path):
    async def in_2031():
        async with befit(tmp_path, [push()], now=NOW + timedelta(days=1800)) as rig:
            await rig.press("enter")

    async def today():
        async with befit(tmp_path, now=NOW) as rig:
            assert rig.logbook.active.started_at == NOW

    run(in_2031)
    run(today)


def test_after_five_hours_a_workout_still_resumes(tmp_path):
    async def before():
        async with befit(tmp_path, [push()], now=NOW) as rig:
            await rig.press("enter", "enter", "2")

    async def later():
        async with befit(tmp_path, now=NOW + timedelta(hours=5)) as rig:
            assert len(rig.sets) == 1

    run(before)
    run(later)


def test_a_plan_left_without_a_set_starts_when_it_is_found_again(tmp_path):
    async def before():
        async with befit(tmp_path, [push()], now=NOW) as rig:
            await rig.press("enter")

    async def next_day():
        async with befit(tmp_path, now=NOW + timedelta(hours=14)) as rig:
            assert rig.logbook.active.started_at == NOW + timedelta(hours=14)

    run(before)
    run(next_day)


def test_a_workout_is_entered_for_another_day_without_times_of_its_sets(tmp_path):
    async def journey():
        async with befit(tmp_path, [push()], now=NOW) as rig:
            await command(rig, "another day")
            await rig.type("someday")
            await rig.press("enter")
            assert "someday is no day" in rig.screen
            await rig.press("ctrl+u")
            await rig.type("fri 17:30")
            await rig.press("enter")
            assert "Fri 20 Nov 2026" in rig.screen.splitlines()[0]
            await rig.press("a")
            await rig.type("bench press")
            await rig.press("enter")
            await rig.type("80x8x3")
            await rig.press("enter", "x", "enter")
            late = filed(rig.logbook)
            assert times(late) == ("20 17:30", "20 17:30")
            assert [one.load for one in late.sets] == [kg(80)] * 3
            assert {(one.at, one.rest_s) for one in late.sets} == {(None, None)}

    async def restart_in_between():
        async with befit(tmp_path / "again", now=NOW) as rig:
            await command(rig, "another day")
            await rig.type("fri")
            await rig.press("enter")
        async with befit(tmp_path / "again", now=NOW + timedelta(hours=9)) as rig:
            assert f"{rig.logbook.active.started_at:%d}" == "20"

    run(journey)
    run(restart_in_between)


async def test_start_and_end_are_corrected_at_the_finish(tmp_path):
    async with befit(tmp_path, [push()], now=NOW) as rig:
        await rig.press("enter", "enter", "2")
        rig.clock.pass_time(7200)
        await rig.press("x", "t", "ctrl+u")
        await rig.type("17:45-20:59")
        await rig.press("enter")
        assert "That lies ahead" in rig.screen
        await rig.press("ctrl+u")
        await rig.type("17:45-18:40")
        await rig.press("enter")
        assert "0:55" in rig.screen
        await rig.press("enter")
        assert times(filed(rig.logbook)) == ("23 17:45", "23 18:40")


async def test_a_workout_is_put_away_and_brought_back(tmp_path):
    async with befit(tmp_path, [push()], now=NOW) as rig:
        await rig.press("enter", "enter", "2")
        await command(rig, "put the workout away")
        assert rig.logbook.active is None
        assert "Start a workout" in rig.screen
        await rig.press("u")
        assert len(rig.sets) == 1
