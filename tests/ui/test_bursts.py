"""Keys that come back to back, as over ssh, held down, or on a busy machine."""

from builders import done, entry, workout
from ui.rig import befit, run

from befit_tui.ui.screens.history.filter_line import FilterLine

BENCH = "bench-press-barbell"
PAST = [
    workout(entry(BENCH, done(80, 8, left=2)), name=name, id=name, day=day)
    for day, name in enumerate(("Old", "Push A", "Dead"))
]


def test_what_follows_the_slash_is_looked_for_and_deletes_nothing(tmp_path):
    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.press("H")
            await rig.settle()
            await rig.burst(*"/dead")
            assert rig.app.query_one(FilterLine).value == "dead"
            assert len(rig.logbook.history) == 3

    run(journey)


def test_what_follows_a_goes_to_the_list_of_exercises(tmp_path):
    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.press("enter")
            await rig.burst(*"abench")
            assert not rig.sets
            assert len(rig.app.screen_stack) == 2
            await rig.burst(*" press", "enter", "enter", "1")
            assert [one.exercise for one in rig.logbook.active.entries] == [BENCH] * 2

    run(journey)
