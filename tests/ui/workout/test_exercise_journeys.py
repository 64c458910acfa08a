"""Exercises as the lifter wants them, and sets that are not load and reps alone."""

import pytest
from builders import done, entry, kg, workout
from ui.rig import befit, run

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import LoadKind, Risk

BENCH = "bench-press-barbell"
CURL = "bicep-curl-dumbbell"


def past(*entries):
    """One workout three weeks ago."""
    return [workout(*entries, name="Push A")]


def bench(*loads):
    return entry(BENCH, *(done(load, 8, id=f"b{n}") for n, load in enumerate(loads)))


async def test_a_new_exercise_is_asked_about_in_four_keys(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("enter")
        await rig.type("zercher wobble")
        await rig.press("enter")
        assert "New exercise: zercher wobble" in rig.screen
        await rig.press("b", "q", "w", "a")
        own = rig.logbook.catalog.get("own-zercher-wobble")
        assert (own.equipment, own.primary) == ("barbell", ("quads",))
        assert (own.load, own.failure_risk) == (LoadKind.WEIGHT, Risk.AVOID)
        assert [one.exercise for one in rig.logbook.active.entries] == [own.id]


async def test_enter_takes_what_the_name_tells_and_escape_makes_nothing(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("enter")
        await rig.type("nose plank (machine)")
        await rig.press("enter", "enter", "enter", "enter", "enter")
        (own,) = rig.logbook.library.exercises
        assert own.name == "nose plank (machine)"
        assert (own.equipment, own.primary) == ("machine", ("abs",))
        assert (own.load, own.default_reps) == (LoadKind.DURATION, None)
        await rig.press("a")
        await rig.type("never made")
        await rig.press("enter", "escape")
        assert rig.logbook.library.exercises == (own,)


async def test_what_an_own_exercise_is_can_be_changed_later_and_taken_back(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("enter")
        await rig.type("zercher wobble")
        await rig.press("enter", "b", "q", "w", "a")
        await rig.press("a")
        await rig.type("zercher w")
        assert "ctrl+o change what it is" in rig.screen
        await rig.press("ctrl+o")
        assert "Exercise: zercher wobble" in rig.screen
        await rig.press("enter", "g", "enter", "g", "escape")
        own = rig.logbook.catalog.get("own-zercher-wobble")
        assert (own.equipment, own.primary) == ("barbell", ("glutes",))
        assert own.failure_risk is Risk.GOOD
        await rig.press("u")
        back = rig.logbook.catalog.get("own-zercher-wobble")
        assert (back.primary, back.failure_risk) == (("quads",), Risk.AVOID)


async def test_an_imported_name_is_made_safe_wherever_it_stands(tmp_path):
    askew = "Curl \u202e\x1b[7m\U0001f3cb\ufe0f up"
    async with befit(tmp_path, past(entry("own-curl", done(20, 8)))) as rig:
        rig.logbook.add_own(Exercise(id="own-curl", name=askew, own=True))
        await rig.press("enter")
        for keys in ("n", "E", "t", "m", "A", "z"):
            await rig.press(keys)
            assert "Curl [7m\U0001f3cb up" in rig.screen
            assert not {"\u202e", "\x1b", "\ufe0f"} & set(rig.screen)
            await rig.press("escape")


async def test_a_swap_is_refused_before_anything_is_looked_for(tmp_path):
    async with befit(tmp_path, past(bench(80, 80))) as rig:
        await rig.press("enter", "enter", "2", "A")
        assert "Sets are logged here; add the other exercise" in rig.screen
        assert len(rig.app.screen_stack) == 1


async def test_an_exercise_of_the_catalogue_is_not_asked_about(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("enter")
        await rig.type("bench")
        await rig.press("ctrl+o")
        assert "Going to failure is" not in rig.screen


def test_settings_of_an_exercise_are_kept_shown_and_taken_back(tmp_path):
    async def set_line(rig, text):
        await rig.press("enter", "ctrl+u")
        await rig.type(text)
        await rig.press("enter", "down")

    async def journey():
        async with befit(tmp_path, past(bench(80))) as rig:
            await rig.press("enter", "E")
            assert "Bench Press (Barbell)" in rig.screen
            await rig.press("down", "down")
            for text in ("1.25", "4:00", "20kg", "belt hole 4"):
                await set_line(rig, text)
            await rig.press("escape")
            changed = rig.logbook.catalog.get(BENCH)
            assert (changed.increment_kg, changed.rest_s) == (1.25, 240)
            assert (changed.bar, changed.note) == (kg(20), "belt hole 4")
            assert "» belt hole 4" in rig.screen
            await rig.press("right_square_bracket", "enter", "2")
            assert rig.sets[0].load == kg(77.5)
            assert "4:00" in rig.screen

    async def later():
        async with befit(tmp_path) as rig:
            assert "» belt hole 4" in rig.screen
            await rig.press(*["u"] * 3)
            assert rig.logbook.catalog.get(BENCH).note == ""
            assert "belt hole 4" not in rig.screen

    run(journey)
    run(later)


async def test_an_exercise_in_pounds_is_typed_and_shown_in_pounds(tmp_path):
    async with befit(tmp_path, past(bench(80))) as rig:
        await rig.press("enter", "E", "down", "enter", "3", "escape")
        assert "in lb" in rig.screen
        await rig.type("185x5")
        assert "185 lb x 5" in rig.screen
        await rig.press("enter", "1")
        assert rig.sets[0].load == Load(185, Unit.LB)


async def test_what_cannot_be_a_setting_stays_in_the_line(tmp_path):
    async with befit(tmp_path, past(bench(80))) as rig:
        await rig.press("enter", "E", "down", "down", "enter", "ctrl+u")
        await rig.type("heavy")
        await rig.press("enter")
        assert "Type the increment as a load" in rig.screen


async def test_the_note_of_last_time_is_shown_next_time(tmp_path):
    noted = entry(BENCH, done(80, 8), note="elbow felt odd")

    async with befit(tmp_path, past(noted)) as rig:
        await rig.press("enter")
        assert "» last time: elbow felt odd" in rig.screen


async def test_a_note_has_a_line_of_its_own_however_long_the_name_is(tmp_path):
    async with befit(tmp_path, past(bench(80))) as rig:
        await rig.press("enter", "n")
        await rig.type("grip a thumb wider than the rings, feet flat")
        await rig.press("enter")
        assert "» grip a thumb wider than the rings, feet flat" in rig.screen


async def test_the_cursor_alternates_between_the_exercises_of_a_superset(tmp_path):
    curls = entry(CURL, *(done(14, 12, id=f"c{n}") for n in range(2)))

    async with befit(tmp_path, past(bench(80, 80, 80), curls)) as rig:
        await rig.press("enter", "g", "g")
        assert [one.superset for one in rig.logbook.active.entries] == [None, None]
        await rig.press("g")
        assert "1⟲" in rig.screen
        for _ in range(5):
            await rig.press("enter", "escape")
        sets = sorted(rig.sets, key=lambda one: one.at)
        loads = [one.load.kg for one in sets]
        assert [load < 20 for load in loads] == [False, True, False, True, False]


async def test_warm_ups_come_before_the_rounds_and_drops_at_once(tmp_path):
    warm = entry(
        BENCH,
        done(40, 8, id="w", kind="warmup"),
        done(80, 8, id="b1"),
        done(60, 6, id="d", kind="drop"),
        done(80, 8, id="b2"),
        superset=1,
    )
    curls = entry(CURL, done(14, 12, id="c1"), done(14, 12, id="c2"), superset=1)

    async with befit(tmp_path, past(warm, curls)) as rig:
        await rig.press("enter")
        for _ in range(6):
            await rig.press("enter", "escape")
        sets = sorted(rig.sets, key=lambda one: one.at)
        order = [(one.kind.value[0], one.load.kg < 20) for one in sets]
        assert order == [
            ("w", False),
            ("w", False),
            ("d", False),
            ("w", True),
            ("w", False),
            ("w", True),
        ]


async def test_space_starts_and_stops_a_timed_set_and_enter_logs_it(tmp_path):
    plank = entry("plank", done(None, None, id="p", seconds=45.0))

    async with befit(tmp_path, past(plank)) as rig:
        await rig.press("enter")
        assert "45 s" in rig.screen
        await rig.press("space")
        assert "running 0 s" in rig.screen
        rig.clock.pass_time(62)
        rig.app.query_one("WorkoutPane")._tick()
        await rig.pilot.pause()
        assert "running 1:02" in rig.screen
        await rig.press("space")
        assert "stopped 1:03" in rig.screen
        rig.clock.pass_time(30)
        await rig.press("enter")
        (only,) = rig.sets
        assert (only.seconds, only.reps) == (63, None)
        assert "reps left?" not in rig.screen


@pytest.mark.parametrize(
    ("exercise", "typed", "seconds", "metres", "load"),
    [
        ("plank", "1:30", 90, None, None),
        ("farmers-walk-dumbbell", "40x20m", None, 20, 40),
        ("rowing-machine", "2km", None, 2000, None),
    ],
)
async def test_times_and_distances_are_typed(
    tmp_path, exercise, typed, seconds, metres, load
):
    async with befit(tmp_path, past(entry(exercise, done(None, None)))) as rig:
        await rig.press("enter")
        await rig.type(typed)
        await rig.press("enter")
        (only,) = rig.sets
        assert (only.seconds, only.metres) == (seconds, metres)
        assert only.load == (kg(load) if load else None)
        await rig.press("enter")  # one more of the same
        assert [(one.seconds, one.metres) for one in rig.sets] == [
            (seconds, metres)
        ] * 2


async def test_how_an_exercise_is_counted_stands_on_its_title(tmp_path):
    entries = (
        entry("row-single-arm-dumbbell", done(30, 10)),
        entry(CURL, done(14, 12)),
        entry("pull-up-assisted", done(20, 8)),
        entry("triceps-dip", done(10, 8)),
    )

    async with befit(tmp_path, past(*entries)) as rig:
        await rig.press("enter")
        for words in ("per hand", "each side", "assisted", "-20", "+10"):
            assert words in rig.screen


async def test_a_long_note_is_read_to_its_end(tmp_path):
    note = "big hole pressed against the forehead, the bench two holes from the end"
    noted = past(entry(CURL, done(14, 12), note=note))
    async with befit(tmp_path, noted, size=(60, 20)) as rig:
        await rig.press("enter")
        said = " ".join(rig.screen.split())
        assert f"» last time: {note}" in said
