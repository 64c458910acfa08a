"""Programmes at the keyboard: chosen, run, missed; training maxes, own lines."""

from builders import done, entry, workout
from ui.rig import befit

from befit_tui.domain.grammar.plan_line import parse_plan
from befit_tui.domain.routine import Routine
from befit_tui.domain.vocabulary import End
from befit_tui.domain.workout import Entry
from befit_tui.logbook.planning import routines, training_maxes
from befit_tui.ui.screens.workout.start import StartPane

BENCH = "bench-press-barbell"
DAY = 86_400


def names(rig):
    """The routines there are."""
    return [one.name for one in routines.routines(rig.logbook)]


def row(rig, words):
    """The first line of the screen that holds some words."""
    return next(line for line in rig.screen.splitlines() if words in line)


async def test_programmes_are_chosen_by_days_a_week_and_equipment(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("R", "4")
        assert "Programmes · 4 days a week" in rig.screen
        assert "Upper and lower" in rig.screen
        assert "Full body" not in rig.screen
        await rig.press("0", "g", "g")
        assert "Programmes · barbell" in rig.screen
        assert "StrongLifts 5x5" in rig.screen
        assert "GZCLP" not in rig.screen
        await rig.press("g", "2")
        assert "Dumbbells only" in rig.screen
        assert "Plotkin 2022" in rig.screen
        await rig.press("6")
        assert "none for that" in rig.screen


async def test_what_stands_in_full_below_the_list_is_not_cut_within_it(tmp_path):
    async with befit(tmp_path, size=(80, 24)) as rig:
        await rig.press("R")
        assert "…" not in row(rig, "Full body ")
        assert "every muscle each time" not in row(rig, "Full body ")
        assert "every muscle each time" in rig.screen
        lines = rig.screen.splitlines()
        assert not any(line.startswith(("││", "╭╭", "╰╰")) for line in lines)


async def test_the_digit_of_how_often_is_that_of_the_days(tmp_path):
    async with befit(tmp_path) as rig:
        rig.app.query_one(StartPane).action_programme()
        await rig.pilot.pause()
        assert "3  3 days a week" in rig.screen
        await rig.press("3", "1")
        assert "Programmes · 3 days a week" in rig.screen


async def test_the_last_set_of_as_many_as_go_says_what_it_earned(tmp_path):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.press("R", "3", "g", "g", "down", "down", "enter")
        assert names(rig)[0] == "GreySkull 1"
        await rig.press("enter")
        assert "first time" in rig.screen
        await rig.type("60x5x2@2")
        await rig.press("enter")
        assert "5+" in row(rig, "▸ 3")
        await rig.type("60x11@1")
        await rig.press("enter", "x")
        assert "Next: 62.5 for 2 × 5, 5+ (11 at 5+)." in rig.screen
        await rig.press("enter")
        assert rig.logbook.active is None
        rig.clock.pass_time(2 * DAY)
        assert "Start GreySkull 2" in rig.screen


async def test_three_sessions_of_stronglifts_one_of_them_missed(tmp_path):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.press("R", "3", "g", "g", "enter", "enter")
        assert rig.logbook.active.name == "StrongLifts A"
        await rig.type("60x5x5@2")
        await rig.press("enter", "x")
        assert "Next: 62.5 for 5 × 5 (5 × 5)." in rig.screen
        await rig.press("enter")
        rig.clock.pass_time(2 * DAY)
        await rig.press("enter")
        assert rig.logbook.active.name == "StrongLifts B"
        assert "The plan  62.5: 5 × 5 last time" in rig.screen
        await rig.type("62.5x5x4@1")
        await rig.press("enter")
        await rig.type("62.5x3@f")
        await rig.press("enter", "x")
        assert "Next: 62.5 for 5 × 5 (miss 1 of 3: 5, 5, 5, 5, 3" in rig.screen
        await rig.press("enter")
        rig.clock.pass_time(2 * DAY)
        await rig.press("enter")
        assert rig.logbook.active.name == "StrongLifts A"
        assert "62.5 again, miss 1 of 3" in rig.screen


async def test_a_first_session_looks_for_its_load_from_the_empty_bar_on(tmp_path):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.press("R", "3", "g", "g", "enter", "enter")
        assert "first time: add load until 5 reps" in rig.screen
        assert row(rig, "▸ 1").split("▸")[1].split()[:3] == ["1", "20", "5"]
        await rig.type("40x5@8")
        await rig.press("enter")
        assert "The plan  45 after 5 at 8 left" in rig.screen
        await rig.press("enter", "4", "enter", "3", "enter", "3", "enter", "3")
        await rig.press("x", "enter")
        rig.clock.pass_time(2 * DAY)
        await rig.press("enter")
        assert "47.5 again, 3 of 5 sets at 47.5 kg last time" in rig.screen


async def test_a_programme_keeps_its_load_and_the_screen_says_one_thing_of_it(tmp_path):
    hard = [done(80, 5, left=0, end=End.TECHNICAL, id=f"{n}") for n in range(3)]
    past = [workout(entry(BENCH, *hard), day=day, id=f"w{day}") for day in (12, 15, 18)]

    async with befit(tmp_path, past, size=(140, 40)) as rig:
        log = rig.logbook
        plan = parse_plan("5x5 85kg +2.5kg/session, fail 3: -10%")
        lifts = (Entry(exercise=BENCH, target=plan),)
        routines.keep(log, Routine(id="r", name="Mine", entries=lifts), "routine")
        await rig.press("R", "enter")
        assert "kept, the meter sees" in rig.screen
        assert "closer to failure" not in rig.screen
        assert "inside the target" in rig.screen
        assert "5 × 5 · all its reps" in rig.screen
        assert "no failure" not in rig.screen
        assert "rep 5\n" in rig.screen


async def test_a_programme_by_training_max_asks_for_it_and_heads_its_lift(tmp_path):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.press("R", "4", "down", "down", "enter")
        assert "Training maxes" in rig.screen
        for load in ("60", "140", "100", "130"):
            await rig.press("enter")
            await rig.type(load)
            await rig.press("enter")
        await rig.press("escape")
        loads = [
            one.load.value for one in training_maxes.set_maxes(rig.logbook).values()
        ]
        assert sorted(loads) == [60, 100, 130, 140]
        assert "5/3/1 week 1 · 5+ at 85% of 60 kg" in rig.screen
        await rig.press("enter")
        assert "week 1 · 5+ at 85%" in row(rig, "Overhead Press (Barbell)   ")
        assert "5/3/1 week 1 · 5+ at 85% of 60 kg" in rig.screen
        assert " 50     5+ " in rig.screen  # 51 to the nearest 2.5


async def test_what_is_no_training_max_is_answered(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("R", "4", "down", "down", "enter", "enter")
        await rig.type("heavy")
        await rig.press("enter")
        assert "Type the training max as a load, as in 100" in rig.screen
        await rig.press("escape", "o")
        assert "offers nothing more" in rig.screen


async def test_a_line_with_the_lift_in_it_becomes_an_exercise_of_a_routine(tmp_path):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.press("R", "n")
        await rig.type("Mine")
        await rig.press("enter", "t")
        await rig.type("squat 5x5 60kg +2.5kg/session, fail 3: -10%")
        await rig.press("enter", "t")
        await rig.type("bench press 5/3/1 tm=100")
        await rig.press("enter")
        (mine,) = routines.routines(rig.logbook)
        assert [one.exercise for one in mine.entries] == [
            "squat-barbell", "bench-press-barbell",
        ]  # fmt: skip
        assert "+2.5kg/session, fail 3: -10%" in rig.screen
        await rig.press("t")
        await rig.type("squat 5x5 +2.5kg")
        await rig.press("enter")
        assert "cannot be read" in rig.screen
        await rig.press("escape", "escape", "enter")
        assert "3+" not in rig.screen
        assert "week 1 · 5+ at 85%" in row(rig, "Bench Press (Barbell)")


async def test_on_a_narrow_screen_the_heading_says_the_week(tmp_path):
    async with befit(tmp_path, size=(60, 20)) as rig:
        await rig.press("R", "n")
        await rig.type("Mine")
        await rig.press("enter", "t")
        await rig.type("bench press 5/3/1 tm=100")
        await rig.press("enter", "escape", "enter")
        assert "week 1 · 5+ at 85%" in row(rig, "Bench Press (Barbell)")


async def test_a_routine_starts_in_another_week_by_a_key(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("R", "n")
        await rig.type("Mine")
        await rig.press("enter", "t")
        await rig.type("bench press 5/3/1 tm=100")
        await rig.press("enter", "escape", "w")
        await rig.type("9")
        await rig.press("enter")
        assert "Type a week from 1 to 4" in rig.screen
        await rig.press("ctrl+u")
        await rig.type("4")
        await rig.press("enter")
        assert "week 4, easy · 5 at 60% of 100 kg" in rig.screen
        assert rig.logbook.active.phase == "deload"


async def test_a_programme_comes_from_a_file_and_what_did_not_map_is_shown(tmp_path):
    path = tmp_path / "GZ.txt"
    path.write_text("Squat / 5x3 / 5x2 / progress: lp(5kg)", encoding="utf-8")

    async with befit(tmp_path / "log") as rig:
        await rig.press("R", "i")
        await rig.type(str(path))
        await rig.press("enter")
        assert "What did not map" in rig.screen
        assert "Squat: the other sets to choose from" in rig.screen
        await rig.press("escape")
        assert names(rig) == ["GZ Day 1"]
        assert "+5kg/session" in rig.screen


async def test_the_history_says_what_the_programme_asked_for(tmp_path):
    async with befit(tmp_path, size=(120, 40)) as rig:
        await rig.press("R", "n")
        await rig.type("Mine")
        await rig.press("enter", "t")
        await rig.type("bench press 5/3/1 tm=100")
        await rig.press("enter", "escape", "enter")
        await rig.type("65x5@3")
        await rig.press("enter", "x", "enter", "H")
        title = row(rig, "5+ at 85%")
        assert "Bench Press (Barbell)  5/3/1 week 1 · 5+ at 85% of 100" in title


async def test_a_whole_programme_goes_by_one_key_and_comes_back_by_another(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("R", "enter")
        assert names(rig) == ["Full body A", "Full body B"]
        await rig.press("D")
        assert names(rig) == []
        await rig.press("u")
        assert names(rig) == ["Full body A", "Full body B"]
