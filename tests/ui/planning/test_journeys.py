"""Check-in, deload, what comes next: the keys, the screen, what is on disk."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout
from ui.rig import befit

from befit_tui.domain.vocabulary import End, Form, Phase
from befit_tui.domain.workout import SetTarget, Target

BENCH = "bench-press-barbell"
THREE = Target(sets=(SetTarget(reps=(6, 8)),) * 3)


def push(day: int = 18, *, reps: int = 8, left: float = 2, load: float = 80, **fields):
    """Three bench sets alike, planned as 3 x 6-8."""
    sets = [
        done(load, reps, id=f"b{day}-{n}", left=left, end=End.STOPPED, form=Form.INTACT)
        for n in range(3)
    ]
    return workout(entry(BENCH, *sets, target=THREE), day=day, name="Push A", **fields)


async def test_the_row_shows_the_next_load_and_says_why(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter")
        assert "82.5: 3 × 8 at 2 left last time" in rig.screen
        await rig.press("enter", "2")
        assert (rig.sets[0].load, rig.sets[0].reps) == (kg(82.5), 6)
        assert "6 ties, 7 is a best" in rig.screen


async def test_a_rep_more_where_the_last_time_left_one_to_spare(tmp_path):
    async with befit(tmp_path, [push(reps=7)]) as rig:
        await rig.press("enter", "enter", "1")
        assert (rig.sets[0].load, rig.sets[0].reps) == (kg(80), 8)


async def test_bad_sleep_holds_the_load_and_u_takes_the_check_in_back(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "c")
        assert "1 very poor … 5 very good" in rig.screen
        await rig.press("5", "2", "3", "3", "2", "3")
        assert "Readiness 13 of 25" in rig.screen
        await rig.press("escape")
        assert rig.logbook.store.active().checkin.sleep_hours == 5
        assert "no step up: slept 5 h" in rig.screen
        assert "Readiness 13 of 25" in rig.screen
        await rig.press("u")
        assert rig.logbook.store.active().checkin is None
        assert "82.5: 3 × 8" in rig.screen


async def test_a_digit_beyond_what_a_line_of_the_check_in_takes_is_told(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("c", *["down"] * 8, *"999")
        assert "9 was not taken: body weight is kg up to 700" in rig.screen


async def test_a_check_in_before_the_workout_waits_for_it(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("c", "6", "full_stop", "escape")
        assert "Kept for the workout you start today." in rig.screen
        await rig.press("enter")
        assert rig.logbook.store.active().checkin.sleep_hours == 6.5


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_check_in_fits_on_every_screen(tmp_path, size):
    async with befit(tmp_path, [push()], size=size) as rig:
        await rig.press("enter", "c")
        for words in ("hours slept", "mood", "5 very good", "joint pain", "esc"):
            assert words in rig.screen


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_check_in_is_told_in_a_whole_sentence_on_one_line(tmp_path, size):
    async with befit(tmp_path, [push()], size=size) as rig:
        await rig.press("enter", "c", "7", *"33333", "escape")
        lines = [line for line in rig.screen.splitlines() if "Readiness" in line]
        said = "Readiness 15 of 25; against your usual not assessable."
        assert [line.strip() for line in lines] == [said]


async def test_a_deload_planned_in_trends_lowers_every_target(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "T", "p")
        await rig.settle()
        assert "Deload from Mon 23 Nov 2026 to Sun 29" in rig.screen
        assert "u takes it back." in rig.screen
        await rig.press("W")
        assert "2 × 6-8 · 4 or more left" in rig.screen
        assert "deload: lighter, half the sets" in rig.screen
        assert "Deload until Sun 29 Nov 2026" in rig.screen
        await rig.press("enter", "5", "enter", "5")
        assert [one.load for one in rig.sets] == [kg(72.5), kg(72.5)]
        await rig.press("x")
        assert "Next:" not in rig.screen
        await rig.press("enter")
        (filed,) = [w for w in rig.logbook.past() if w.phase is Phase.DELOAD]
        assert len(filed.sets) == 2


async def test_after_the_deload_the_next_step_follows_the_week_before_it(tmp_path):
    easy = push(18, reps=6, left=5, load=72.5, phase=Phase.DELOAD)

    async with befit(tmp_path, [push(10), easy]) as rig:
        await rig.press("enter")
        assert "3 × 6-8" in rig.screen
        assert "82.5: 3 × 8 at 2 left last time" in rig.screen


async def test_a_phase_is_planned_by_its_dialog(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("T", "P", "s")
        assert "Strength from Mon 23 Nov 2026 to Sun 3 Jan 2027." in rig.screen
        await rig.press("enter", "enter", "4", "enter")
        await rig.settle()
        assert "Strength from Mon 23 Nov 2026 to Sun 20" in rig.screen
        await rig.press("W", "enter")
        assert rig.logbook.store.active().phase is Phase.STRENGTH
        assert "Strength until Sun 20 Dec 2026" in rig.screen


async def test_esc_plans_nothing(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("T", "P", "d", "escape", "W", "enter")
        assert rig.logbook.store.active().phase is None
        assert rig.logbook.library.phases == ()


async def test_the_end_says_how_each_lift_went_and_what_is_next(tmp_path):
    past = [push(reps=7, left=1)]

    async with befit(tmp_path, past) as rig:
        await rig.press("enter")
        for _ in range(3):
            await rig.type("8")
            await rig.press("enter", "1")
        await rig.press("x")
        assert "82.5 × 6  3 reps up at the same effort; 3 × 8 at 1" in rig.screen


async def test_the_session_is_rated_by_a_digit_each_and_enter_alone_ends_it(tmp_path):
    async with befit(tmp_path, [push()]) as rig:
        await rig.press("enter", "enter", "1", "x", "8", "4", "enter")
        filed = list(rig.logbook.past())[-1]
        assert (filed.session_rpe, filed.focus) == (8, 4)
        await rig.press("u", "x", "enter")
        await rig.press("enter", "enter", "1", "x", "enter")
        plain = list(rig.logbook.past())[-1]
        assert (plain.session_rpe, plain.focus) == (None, None)


async def test_a_new_exercise_starts_with_three_or_more_left(tmp_path):
    async with befit(tmp_path, [push()], now=MONDAY + timedelta(days=21)) as rig:
        await rig.press("enter", "a")
        await rig.type("goblet")
        await rig.press("enter")
        assert "3-4 left" in rig.screen
        assert "first time: add load" in rig.screen
