"""At the rack: what a lifter does with the keys, and what is on disk afterwards."""

import pytest
from builders import MONDAY, done, entry, kg, workout
from ui.rig import befit, run

from befit_tui.domain.errors import BusyError
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.store.store import Store

BENCH = "bench-press-barbell"
CURL = "biceps-curl-dumbbell"


def push(day: int = 0, *, reps: int = 8):
    """A bench session of three rated sets, then curls."""
    bench = [
        done(
            80, reps - n, id=f"b{day}-{n}", left=2.0, end=End.STOPPED, form=Form.INTACT
        )
        for n in range(3)
    ]
    curls = [done(14, 12, id=f"c{day}-{n}") for n in range(2)]
    return workout(entry(BENCH, *bench), entry(CURL, *curls), day=day, name="Push A")


async def test_a_set_as_last_time_with_reps_left_costs_two_keys(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")  # repeat Push A
        await rig.press("enter", "1")
        (only,) = rig.sets
        # Three weeks after 80: a break keeps 95% of it.
        assert (only.load, only.reps, only.left) == (kg(75), 8, 1)
        assert (only.end, only.form) == (End.STOPPED, Form.INTACT)
        assert "last time" in rig.screen
        assert "80 × 7 · 2" in rig.screen


async def test_failure_costs_one_key_and_says_technical_with_form_intact(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "f")
        (only,) = rig.sets
        assert (only.end, only.form, only.left) == (End.TECHNICAL, Form.INTACT, 0)


async def test_broken_form_costs_one_key(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "b")
        (only,) = rig.sets
        assert (only.end, only.form, only.left) == (End.TECHNICAL, Form.BROKE, 0)


async def test_other_reps_with_reps_left_cost_three_keys(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        await rig.press("left", "enter", "2")
        (only,) = rig.sets
        assert (only.reps, only.left) == (7, 2)


async def test_a_new_load_and_reps_with_reps_left_cost_eight_keys(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        await rig.type("82.5x6")
        assert "82.5 kg x 6" in rig.screen
        await rig.press("enter", "2")
        (only,) = rig.sets
        assert (only.load, only.reps, only.left) == (kg(82.5), 6, 2)


async def test_what_cannot_be_read_stays_in_the_line_with_one_sentence(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        await rig.type("82.5")
        await rig.press("enter")
        assert "for a load type 82.5x8" in rig.screen
        assert rig.sets == ()
        await rig.type("x6")
        await rig.press("enter")
        assert rig.sets[0].load == kg(82.5)


async def test_the_cursor_walks_from_set_to_set_and_ends_on_one_further_set(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        for _ in range(5):
            await rig.press("enter", "escape")
        assert [one.reps for one in rig.sets] == [8, 7, 6, 10, 9]
        await rig.press("enter")
        assert rig.sets[-1].load == kg(14)
        assert len(rig.sets) == 6


async def test_a_key_that_is_no_answer_closes_the_question_and_does_its_own_job(
    tmp_path,
):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter")
        assert "reps left?" in rig.screen
        await rig.type("72x3")
        await rig.press("enter")
        first, second = rig.sets[:2]
        assert first.left is None
        assert (second.load, second.reps) == (kg(72), 3)


async def test_a_second_enter_at_once_is_a_bouncing_key(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter")
        await rig.pilot.press("enter")
        await rig.press("1")
        (only,) = rig.sets
        assert only.left == 1


async def test_half_a_rep_is_added_by_a_full_stop_within_a_second(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "1")
        await rig.pilot.press("full_stop")
        await rig.pilot.pause()
        assert rig.sets[0].left == 1.5


async def test_slipped_form_is_said_before_the_digit(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "s", "2")
        (only,) = rig.sets
        assert (only.left, only.form) == (2, Form.SLIPPED)


async def test_counted_reps_are_logged_with_their_times_and_a_held_key_counts_once(
    tmp_path,
):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        await rig.press("space", "space", "space")
        await rig.pilot.press("space", "space")  # held: no time has passed
        await rig.press("f")
        (only,) = rig.sets
        assert only.reps == 3
        assert only.rep_times == (0.0, 1.0, 2.0)


async def test_undo_takes_back_any_number_of_steps_and_redo_brings_them_again(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "1", "enter", "2")
        assert len(rig.sets) == 2
        await rig.press("u", "u", "u", "u")
        assert rig.sets == ()
        await rig.press("ctrl+r", "ctrl+r", "ctrl+r", "ctrl+r")
        assert [one.left for one in rig.sets] == [1, 2]


async def test_a_logged_set_is_corrected_in_place(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "1")
        await rig.press("up", "left", "right_square_bracket")
        assert (rig.sets[0].reps, rig.sets[0].load) == (7, kg(77.5))
        await rig.type("60x10")
        await rig.press("enter")
        (only,) = rig.sets
        assert (only.reps, only.load, only.left) == (10, kg(60), 1)


async def test_warm_up_and_drop_are_one_key_and_take_it_back(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "w")
        assert "▸ w " in rig.screen
        await rig.press("w")
        assert "▸ 1 " in rig.screen
        await rig.press("w", "enter")
        assert rig.sets[0].kind is Kind.WARMUP


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_a_warm_up_has_no_target_and_need_not_be_rated(tmp_path, size):
    async with befit(tmp_path, [push()], size=size) as rig:
        await rig.press("enter")
        assert "stop" in rig.screen
        await rig.press("w", "left")
        assert "stop after" not in rig.screen
        assert "target" not in rig.screen.replace("no target", "")
        await rig.press("space", "space")
        assert "rack it" not in rig.screen
        await rig.press("enter")
        rig.clock.pass_time(60)
        await rig.press("enter")
        assert [done.left for done in rig.sets] == [None, None]
        assert [done.kind for done in rig.sets] == [Kind.WARMUP, Kind.WORK]


async def test_a_digit_after_a_warm_up_rates_it_and_begins_no_line(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "w", "enter", "5")
        rig.clock.pass_time(60)
        await rig.press("enter", "2")
        assert [done.left for done in rig.sets] == [5, 2]


async def test_finishing_files_the_workout_and_undo_opens_it_again(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "1", "x")
        assert "none of 2 used" in rig.screen
        assert "chest 1, front delts 0.5, triceps 0.5" in rig.screen
        await rig.press("enter")
        assert rig.logbook.active is None
        assert len(rig.logbook.history) == 2
        await rig.press("u")
        assert len(rig.sets) == 1
        assert len(rig.logbook.history) == 1


def test_after_a_restart_the_workout_stands_where_it_was_and_undo_still_works(tmp_path):
    async def before():
        async with befit(tmp_path, [push()]) as rig:
            await rig.press("enter", "enter", "1", "enter", "2")

    async def after():
        async with befit(tmp_path) as rig:
            assert [one.left for one in rig.sets] == [1, 2]
            assert "reps left?" not in rig.screen
            await rig.press("u", "u")
            assert len(rig.sets) == 1

    run(before)
    run(after)


def test_after_a_restart_the_cursor_is_in_the_exercise_that_was_being_done(tmp_path):
    async def before():
        async with befit(tmp_path, [push()]) as rig:
            await rig.press("enter", "down", "down", "down", "down")
            assert rig.cursor.exercise.id == CURL  # the bench is taken: curls first
            await rig.press("enter", "1")

    async def after():
        async with befit(tmp_path) as rig:
            await rig.press("enter")
            assert [one.load for one in rig.sets] == [kg(14), kg(14)]

    run(before)
    run(after)


async def test_an_exercise_is_added_by_a_few_letters_and_a_new_one_can_be_made(
    tmp_path,
):
    async with befit(tmp_path) as rig:
        assert "Start a workout" in rig.screen
        await rig.press("enter")  # the empty workout asks for its first exercise
        await rig.type("rdl")
        await rig.press("enter")
        assert "Romanian Deadlift (Barbell)" in rig.screen
        await rig.press("a")
        await rig.type("zercher carry of doom")
        await rig.press(*["enter"] * 5)  # choose it, then take what was guessed
        names = [one.exercise for one in rig.logbook.active.entries]
        assert names == ["romanian-deadlift-barbell", "own-zercher-carry-of-doom"]


async def test_user_text_is_shown_as_it_is(tmp_path):
    name = "[b]Push[/b] \x1b[31m[paused]"
    bench = entry(BENCH, done(80, 8), note="[reverse]belt[/]")

    async with befit(tmp_path, [workout(bench, name=name)]) as rig:
        assert "[b]Push[/b] [31m[paused]" in rig.screen
        await rig.press("enter", "n")
        await rig.type("[red]x")
        await rig.press("enter")
        assert "[red]x" in rig.screen


async def test_the_store_refuses_and_the_screen_keeps_what_was_there(
    tmp_path, monkeypatch
):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        monkeypatch.setattr("os.fsync", _no_space)
        await rig.press("enter")
        monkeypatch.undo()
        assert rig.sets == ()
        assert "could not be written" in rig.screen


def _no_space(_descriptor):
    raise OSError(28, "No space left on device")


def test_a_second_instance_is_refused_with_a_sentence(tmp_path):
    first = Store(tmp_path, clock=lambda: MONDAY)
    with pytest.raises(BusyError, match="Befit"):
        Store(tmp_path, clock=lambda: MONDAY)
    first.close()
