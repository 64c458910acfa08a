"""Routines: made from a workout or a programme, started, changed, taken back."""

import pytest
from builders import done, entry, kg, workout
from ui.rig import befit

from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.logbook.planning import routines

BENCH = "bench-press-barbell"
CURL = "bicep-curl-dumbbell"


def push(day: int = 0, name: str = "Push A"):
    """Three sets of bench and two of curls."""
    bench = [
        done(80, 8 - n, id=f"b{day}-{n}", left=2.0, end=End.STOPPED, form=Form.INTACT)
        for n in range(3)
    ]
    curls = [done(14, 12, id=f"c{day}-{n}") for n in range(2)]
    return workout(entry(BENCH, *bench), entry(CURL, *curls), day=day, name=name)


def plans(logbook):
    """The routines as name and plans."""
    return [
        (one.name, [format_plan(each.target) for each in one.entries])
        for one in routines.routines(logbook)
    ]


async def test_a_workout_of_the_past_becomes_a_routine_in_one_key(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("H", "R")
        assert plans(rig.logbook) == [("Push A", ["3x6-8", "2x12"])]
        assert "routine saved: Push A" in rig.screen
        await rig.press("u")
        assert plans(rig.logbook) == []


async def test_a_routine_stands_first_and_starts_with_enter(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("H", "R", "W")
        first = next(x for x in rig.screen.splitlines() if "Start Push A" in x)
        assert "next · 21 days ago · 2 exercises" in first
        assert "Repeat" not in rig.screen
        await rig.press("enter")
        (bench, curl) = rig.logbook.active.entries
        assert rig.logbook.active.name == "Push A"
        assert (bench.exercise, curl.exercise) == (BENCH, CURL)
        assert bench.target.sets[0].reps == (6, 8)
        await rig.press("enter", "1")
        # Three weeks ago it was 80: a break keeps 95% of it, and 75 can be loaded.
        assert rig.sets[0].load == kg(75)


async def test_the_line_of_a_programme_has_the_room_that_a_short_name_leaves(tmp_path):
    line = "5/3/1 tm +2.5kg/cycle, fail 1: -10% r180"
    async with befit(tmp_path, [push()], size=(100, 30)) as rig:
        await rig.press("H", "R", "W", "R", "e", "p", "ctrl+u")
        await rig.type(line)
        await rig.press("enter")
        row = next(x for x in rig.screen.splitlines() if "▸ Bench Press" in x)
        assert line in row


async def test_a_heading_without_room_for_its_date_leaves_all_of_it_out(tmp_path):
    name = "Lower // Ramp // Strength // 1 // heavy"
    async with befit(tmp_path, [push(name=name)], size=(100, 30)) as rig:
        await rig.press("enter")
        _, heading, *_ = (x for x in rig.screen.splitlines() if name in x)
        left, _, _ = heading.partition("│")
        assert left.split("//")[-1].strip() == "heavy"


async def test_the_routine_whose_turn_it_is_comes_first(tmp_path):
    past = [push(0, "Push A"), push(2, "Pull A"), push(4, "Legs A")]

    async with befit(tmp_path, past) as rig:
        for one in past[::-1]:
            routines.save_workout(rig.logbook, one)
        turns = routines.in_turn(routines.routines(rig.logbook), rig.logbook.history)
        names = [turn.routine.name for turn in turns]
        assert names == ["Push A", "Pull A", "Legs A"]
        assert [turn.is_next for turn in turns] == [True, False, False]


async def test_a_programme_is_taken_over_and_its_copies_can_be_changed(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("R", "enter")
        names = [one.name for one in routines.routines(rig.logbook)]
        assert names == ["Full body A", "Full body B"]
        await rig.press("e", "p")
        assert "Plan of Squat (Barbell)" in rig.screen
        await rig.press("ctrl+u")
        await rig.type("5x5 75%@2 r4:00")
        await rig.press("enter")
        assert plans(rig.logbook)[0][1][0] == "5x5 75%@2 r240"
        await rig.press("u")
        assert plans(rig.logbook)[0][1][0] == "3x6-8@1-3 r180"
        await rig.press("escape", "enter")
        assert rig.logbook.active.name == "Full body A"


async def test_what_is_no_plan_stays_in_the_line_with_a_sentence(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("H", "R", "W", "R", "e", "p", "ctrl+u")
        await rig.type("8-6")
        await rig.press("enter")
        assert "Reps go from low to high" in rig.screen
        await rig.press("escape")
        assert plans(rig.logbook)[0][1] == ["3x6-8", "2x12"]


async def test_exercises_are_added_moved_joined_noted_and_removed(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("H", "R", "W", "R", "e", "a")
        await rig.type("face pull")
        await rig.press("enter", "K", "g", "n")
        await rig.type("light")
        await rig.press("enter")
        (routine,) = routines.routines(rig.logbook)
        face, bench, curl = routine.entries
        assert (face.exercise, face.note) == ("face-pull-cable", "light")
        assert (face.superset, bench.superset, curl.superset) == (1, 1, None)
        await rig.press("d")
        (routine,) = routines.routines(rig.logbook)
        assert [one.superset for one in routine.entries] == [None, None]
        await rig.press("u", "u")
        (routine,) = routines.routines(rig.logbook)
        assert [one.note for one in routine.entries] == ["", "", ""]


async def test_a_routine_is_made_from_nothing_renamed_and_deleted(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("R", "n")
        await rig.type("Arms")
        await rig.press("enter", "a")
        await rig.type("biceps curl dumb")
        await rig.press("enter", "escape", "r", "ctrl+u")
        await rig.type("Guns")
        await rig.press("enter")
        assert plans(rig.logbook) == [("Guns", ["3x10-15@1-3"])]
        await rig.press("d")
        assert plans(rig.logbook) == []
        await rig.press("u")
        assert plans(rig.logbook) == [("Guns", ["3x10-15@1-3"])]


async def test_the_open_workout_becomes_a_routine_at_the_finish(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "1", "x", "R", "escape")
        assert plans(rig.logbook) == []
        await rig.press("R")
        await rig.type(" heavy")
        await rig.press("enter")
        assert [name for name, _ in plans(rig.logbook)] == ["Push A heavy"]
        assert "Failure budget" in rig.screen
        await rig.press("enter")
        assert rig.logbook.active is None


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_plan_is_a_table_of_cells(tmp_path, size):
    async with befit(tmp_path, [push()], size=size) as rig:
        routines.save_workout(rig.logbook, push())
        await rig.press("R", "e", "left", "left", "enter")
        await rig.type("4")
        await rig.press("enter")
        await rig.press("right", "right", "enter")
        await rig.type("1-3")
        await rig.press("enter", "right", "right", "enter")
        await rig.type("2:30")
        await rig.press("enter")
        assert plans(rig.logbook)[0][1] == ["4x6-8@1-3 r150", "2x12"]
        assert "[2:30]" in rig.screen
        await rig.press("j", "left", "enter")
        await rig.type("heavy")
        await rig.press("enter")
        assert "cannot be read" in rig.screen
        await rig.press("escape", "u")
        assert plans(rig.logbook)[0][1] == ["4x6-8@1-3", "2x12"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_routines_fit_every_screen(tmp_path, size):
    async with befit(tmp_path, [push()], size=size) as rig:
        routines.save_workout(rig.logbook, push())
        await rig.press("R")
        assert "Push A" in rig.screen
        assert "Bench Press (Barbell)  3 × 6-8" in rig.screen
        await rig.press("e")
        assert "Bench Press (Barbell)  3x6-8" in rig.screen


async def test_a_percent_of_the_estimated_1rm_becomes_a_load(tmp_path):
    past = [workout(entry(BENCH, done(100, 5, left=0.0, end=End.MOMENTARY)))]

    async with befit(tmp_path, past) as rig:
        one = routines.save_workout(rig.logbook, past[0])
        await rig.press("W", "R", "e", "p", "ctrl+u")
        await rig.type("5 27%w, 12 60%, 10 70%")
        await rig.press("enter", "escape", "enter")
        rows = rig.logbook.active.entries[0].target.sets
        assert [each.kind for each in rows] == [Kind.WARMUP, Kind.WORK, Kind.WORK]
        await rig.press("enter", "enter", "escape", "enter", "escape")
        loads = [each.load.kg for each in rig.sets]
        assert loads == sorted(loads)
        assert loads[0] < 35
        assert 65 <= loads[1] <= 70
        assert one.name.startswith("Workout of")


async def test_a_workout_taken_back_among_the_routines_gets_none_appended(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("H", "R", "W", "enter", "ctrl+p", *"routines", "enter")
        assert "Routines" in rig.screen
        await rig.press("u", "enter")
        assert rig.app.is_running
        assert rig.logbook.active is None
