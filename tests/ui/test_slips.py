"""Slips of the hand and of the disk, and what becomes of them."""

from builders import done, entry, workout
from ui.rig import befit, run

from befit_tui.domain.vocabulary import Form

BENCH = "bench-press-barbell"
PAST = [workout(entry(BENCH, done(80, 8, id="a"), done(80, 7, id="b")), name="Push")]


def test_a_damaged_month_of_long_ago_is_mended_and_told_and_the_rest_is_read(tmp_path):
    years = [
        workout(entry(BENCH, done(80, 8, id=f"s{n}")), day=-31 * n, id=f"w{n}")
        for n in range(8)
    ]

    async def before():
        async with befit(tmp_path, years):
            pass

    async def after():
        old = sorted((tmp_path / "history").glob("????-??.json"))[2]
        old.write_text("not json")
        async with befit(tmp_path, size=(120, 60)) as rig:
            assert not rig.logbook.unread_months
            assert old.stem in rig.screen.replace("\n", "")
            assert len(rig.logbook.history) >= 7

    run(before)
    run(after)


def test_form_that_slipped_is_kept_though_no_digit_follows(tmp_path):
    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.press("enter", "enter", "s", "down")
            (only,) = rig.sets
            assert (only.form, only.left) == (Form.SLIPPED, None)

    run(journey)


def test_the_tail_of_a_load_whose_head_answered_the_question_is_refused(tmp_path):
    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.press("enter", "enter")
            await rig.type("20x12")
            await rig.press("enter")
            assert "0kgx8" in rig.screen
            assert len(rig.sets) == 1

    run(journey)


def test_a_loaded_lift_is_not_logged_without_its_load(tmp_path):
    async def journey():
        async with befit(tmp_path) as rig:
            await rig.press("enter")
            await rig.type("bench")
            await rig.press("enter", "enter")
            assert rig.sets == ()
            assert "No load is known yet" in rig.screen
            await rig.type("60x8")
            await rig.press("enter")
            assert len(rig.sets) == 1

    run(journey)


def test_after_undo_the_cursor_is_on_the_set_that_was_taken_back(tmp_path):
    async def journey():
        async with befit(tmp_path, PAST) as rig:
            await rig.press("enter", "enter", "1", "enter", "2")
            await rig.press("u", "u")
            assert "▸ 2" in rig.screen

    run(journey)
