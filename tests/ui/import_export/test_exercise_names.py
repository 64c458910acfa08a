"""The table of matches: doubtful names first, a change in one key, undo in another."""

from builders import done, entry, workout
from ui.rig import befit

from befit_tui.domain.value import replace


def log():
    """A bench press as another app calls it, and a lift that nobody knows."""
    bench = entry("bench-press-barbell", done(80, 8, id="b"))
    odd = entry("own-zigzag", done(40, 8, id="z"), done(40, 7, id="y"))
    return [workout(replace(bench, written="Supino"), replace(odd, written="Zigzag"))]


def lifts(rig):
    [kept] = rig.logbook.past()
    return [(one.exercise, one.written) for one in kept.entries]


async def opened(rig):
    await rig.search("names of exercises")
    await rig.press("enter")


async def test_a_doubtful_name_is_given_a_lift_and_that_is_taken_back(tmp_path):
    async with befit(tmp_path, log()) as rig:
        await opened(rig)
        screen = rig.screen
        assert screen.index("Zigzag") < screen.index("Supino")
        assert "translated from pt" in screen
        await rig.press("enter")
        await rig.type("chest press mach")
        await rig.press("enter")
        assert lifts(rig)[1] == ("chest-press-machine", "Zigzag")
        assert "your choice" in rig.screen
        await rig.press("u")
        assert lifts(rig)[1] == ("own-zigzag", "Zigzag")


async def test_a_name_is_accepted_and_doubted_no_more(tmp_path):
    async with befit(tmp_path, log()) as rig:
        await opened(rig)
        await rig.press("j", "a")
        assert "your choice" in rig.screen
        assert lifts(rig)[0] == ("bench-press-barbell", "Supino")
