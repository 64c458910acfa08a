"""Slips of the hand and of the disk, and what becomes of them."""

import pytest
from builders import done, entry, workout
from ui.rig import befit, run

from befit_tui.domain.vocabulary import Form, Kind
from befit_tui.domain.workout import SetTarget, Target
from befit_tui.ui.screens.workout import pane
from befit_tui.ui.widgets.set_list import SetList

BENCH = "bench-press-barbell"
SQUAT = "squat-barbell"
PAST = [
    workout(entry(BENCH, done(80, 8, id="a"), done(80, 7, id="b")), day=14, name="Push")
]


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


async def test_form_that_slipped_is_kept_though_no_digit_follows(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "enter", "s", "down")
        (only,) = rig.sets
        assert (only.form, only.left) == (Form.SLIPPED, None)


async def test_form_that_slipped_is_kept_though_another_row_is_clicked(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "enter", "s", "down", "at", "s")
        await rig.pilot.click(SetList, offset=(5, 3))
        assert not rig.cursor.is_asking
        assert [one.form for one in rig.sets] == [Form.SLIPPED]


async def test_form_that_slipped_is_typed_before_the_reps_left_are_asked(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.type("80x8@s")
        await rig.press("enter", "2")
        assert [(one.form, one.left) for one in rig.sets] == [(Form.SLIPPED, 2)]


async def test_the_question_closes_by_itself_where_no_rest_is_running(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(pane, "TICK_S", 0.01)
    async with befit(tmp_path, PAST) as rig:
        rig.logbook.start(started_at=rig.clock.now, entered_later=True)
        rig.logbook.append(PAST[0])
        await rig.app.run_action("mode('workout')")
        await rig.settle()
        await rig.press("enter")
        assert rig.cursor.is_asking
        rig.clock.pass_time(60)
        while rig.cursor.is_asking:
            await rig.pilot.pause(0.01)


async def test_reps_left_of_a_plank_are_not_asked(tmp_path):
    plank = workout(entry("plank", done(None, None, id="p", seconds=45.0)), name="Core")
    async with befit(tmp_path, [plank]) as rig:
        await rig.press("enter", "enter", "at")
        assert "Only sets in reps have reps left" in rig.screen.replace("\n", " ")
        assert not rig.cursor.is_asking


async def test_the_tail_of_a_load_whose_head_answered_the_question_is_refused(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "enter")
        await rig.type("20x12")
        await rig.press("enter")
        assert "0kgx8" in rig.screen
        assert len(rig.sets) == 1


@pytest.mark.parametrize(
    ("before", "typed", "said", "whole"),
    [
        ("12x12", "14x10", "4 kg × 10: the 1 before it was taken as 1 left.", (14, 10)),
        (
            "45x5",
            "52.5x5",
            "2.5 kg × 5: the 5 before it was taken as 5 left.",
            (52.5, 5),
        ),
        ("50x5", "50x5", "The 5 before it was taken as 5 left", (50, 5)),
        ("52.5x5", "52.5x6", "2.5 kg × 6: the 5 before it was", (52.5, 6)),
        ("95x5", "100x5", "The 1 before it was taken as 1 left", (100, 5)),
        ("80x10", "12", "80 kg × 2: the 1 before it was taken as 1 left.", (80, 12)),
    ],
)
async def test_a_first_digit_that_answered_the_question_goes_back_to_its_line(
    tmp_path, before, typed, said, whole
):
    async with befit(tmp_path) as rig:
        await rig.press("enter")
        await rig.type("bench")
        await rig.press("enter")
        await rig.type(before)
        await rig.press("enter")
        await rig.type(typed)
        await rig.press("enter")
        await rig.settle()
        shown = " ".join(rig.screen.replace("│", " ").replace("▌", " ").split())
        assert said in shown
        assert f"back: {typed}" in shown
        assert rig.sets[0].left == float(typed[0])
        await rig.press("escape", "enter")
        first, second = rig.sets
        assert first.left is None
        assert (second.load.value, second.reps) == whole


async def test_the_tail_of_a_line_is_kept_where_enter_says_so_again(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "enter")
        await rig.type("130x8")
        assert "the 1 before it" in rig.screen
        await rig.press("enter")
        assert len(rig.sets) == 1
        await rig.press("enter")
        assert [(one.load.value, one.left) for one in rig.sets] == [(80, 1), (30, None)]


async def test_a_loaded_lift_is_not_logged_without_its_load(tmp_path):
    async with befit(tmp_path) as rig:
        await rig.press("enter")
        await rig.type("bench")
        await rig.press("enter", "enter")
        assert rig.sets == ()
        assert "No load is known yet" in rig.screen
        await rig.type("60x8")
        await rig.press("enter")
        assert len(rig.sets) == 1


async def test_after_undo_the_cursor_is_on_the_set_that_was_taken_back(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "enter", "1", "enter", "2")
        await rig.press("u", "u")
        assert "▸ 2" in rig.screen


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("80x8", Kind.WORK),
        ("72.5x8", Kind.WORK),  # nearly the load of work, and as many reps
        ("70x2", Kind.WARMUP),
        ("60x5@2", Kind.WORK),  # nobody warms up with two left
        ("60x5@f", Kind.WORK),
        ("60x5@6", Kind.WARMUP),
        ("60x5", Kind.WARMUP),
        ("80x8w", Kind.WARMUP),
    ],
)
async def test_what_is_as_hard_as_work_is_no_warm_up_though_typed_on_its_row(
    tmp_path, typed, kind
):
    warmed = entry(
        BENCH, done(40, 10, id="w", kind=Kind.WARMUP), done(80, 8, id="a"),
        done(80, 7, id="b"),
    )  # fmt: skip

    async with befit(tmp_path, [workout(warmed, name="Push")]) as rig:
        await rig.press("enter")
        await rig.type(typed)
        assert ("a working set" in rig.screen) == (kind is Kind.WORK)
        await rig.press("enter")
        assert [one.kind for one in rig.sets] == [kind]


@pytest.mark.parametrize(
    "keys",
    [
        ("w", "40x5@f", "enter"),
        ("w", "42.5x8@f", "enter"),
        ("w", "b"),
        ("w", "enter", "f"),
        ("w", "enter", "0"),
        ("60x5w", "enter", "f"),
    ],
)
async def test_what_went_to_failure_was_no_warm_up_until_w_makes_it_one(tmp_path, keys):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        for one in keys:
            await (rig.press(one) if one.isalpha() else rig.type(one))
        (only,) = rig.sets
        assert only.kind is Kind.WORK
        assert "1 of 2" in rig.screen  # the failure sets of the day
        await rig.press("up", "w")
        assert rig.sets[0].kind is Kind.WARMUP


async def test_a_warm_up_to_failure_is_one_where_that_is_typed(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter")
        await rig.type("40x5w@f")
        await rig.press("enter")
        assert rig.sets[0].kind is Kind.WARMUP


async def test_a_working_set_before_its_warm_up_leaves_the_warm_up_in_sight_as_skipped(
    tmp_path,
):
    warmed = entry(
        BENCH, done(40, 10, id="w", kind=Kind.WARMUP), done(80, 8, id="a"),
        done(80, 7, id="b"),
    )  # fmt: skip

    async with befit(tmp_path, [workout(warmed, name="Push")]) as rig:
        await rig.press("enter", "j", "enter", "2")
        lines = [one for one in rig.screen.splitlines() if one[:50].strip()]
        skipped = next(at for at, line in enumerate(lines) if "skipped" in line)
        assert "40 × 10" in lines[skipped]
        assert "✓" in lines[skipped + 1]
        assert "▸ 2" in rig.screen
        assert "1 of 2 sets" in rig.screen
        await rig.press("enter", "2")
        assert "▸ 3" in rig.screen
        await rig.press("k", "k", "k", "enter")
        assert [one.kind for one in rig.sets] == ["work", "work", "warmup"]
        assert "skipped" not in rig.screen


async def test_a_set_done_out_of_turn_meets_its_own_target_and_the_others_stay(
    tmp_path,
):
    aims = tuple(SetTarget(reps=(reps, reps)) for reps in (5, 3, 1))
    planned = entry(BENCH, target=Target(sets=aims))

    async with befit(tmp_path, [workout(planned, name="Heavy")]) as rig:
        await rig.press("enter")
        await rig.press("j", "j")
        await rig.type("100x1")
        await rig.press("enter", "1")
        (bench,) = rig.logbook.store.active().entries
        assert [one.reps[0] for one in bench.target.sets] == [1, 5, 3]
        assert [row.planned.reps for row in rig.cursor.rows[2:]] == [5, 3]
        await rig.press("u", "u")
        (bench,) = rig.logbook.store.active().entries
        assert bench.target.sets == aims


async def test_more_sets_in_one_line_than_planned_all_belong_to_their_exercise(
    tmp_path,
):
    past = [workout(entry(BENCH, done(80, 8)), entry(SQUAT, done(100, 5)), name="Full")]

    async with befit(tmp_path, past) as rig:
        await rig.press("enter")
        await rig.type("80x8x3")
        await rig.press("enter")
        bench, squat = rig.logbook.store.active().entries
        assert (len(bench.sets), len(squat.sets)) == (3, 0)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_percent_of_an_unknown_1rm_says_what_to_do(tmp_path, size):
    aims = (SetTarget(reps=(5, 5), percent=75),) * 2
    planned = entry(BENCH, target=Target(sets=aims))

    async with befit(tmp_path, [workout(planned, name="Heavy")], size=size) as rig:
        await rig.press("enter")
        assert "type a load: no 1RM" in rig.screen
        await rig.type("100x5")
        await rig.press("enter", "1")
        assert "type a load" not in rig.screen


@pytest.mark.parametrize(
    ("reps", "heading"), [((5, 6), "2 sets"), ((14, 12), "2 × 12-20")]
)
async def test_the_heading_names_no_reps_that_a_lift_is_not_done_in_and_stays(
    tmp_path, reps, heading
):
    sets = [done(90, each, id=f"s{each}", left=1) for each in reps]
    past = [workout(entry("hip-adduction-machine", *sets), name="Legs")]
    async with befit(tmp_path, past, size=(120, 40)) as rig:
        await rig.press("enter")
        await rig.settle()
        assert f" {heading} · " in rig.screen
        await rig.press("f")
        await rig.settle()
        assert f" {heading} · " in rig.screen


async def test_an_exercise_goes_with_the_last_set_that_is_planned(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "delete")
        await rig.settle()  # what deletes acts only on what is drawn
        assert "1 × 4-8" in rig.screen
        await rig.press("delete")
        assert rig.logbook.store.active().entries == ()
        await rig.press("u")
        assert "1 × 4-8" in rig.screen


async def test_a_draft_goes_when_warm_ups_come_before_its_set(tmp_path):
    """The row shows the warm-up that enter logs, not what was made of its place."""

    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "right_square_bracket", "left_square_bracket", "l")
        shown = rig.cursor.planned(rig.cursor.set_row)
        assert shown.kind is Kind.WARMUP
        await rig.press("enter", "escape")
        assert [one.kind for one in rig.sets] == [Kind.WARMUP]
        assert rig.sets[0].load == shown.load
        assert "skipped" not in rig.screen


async def test_a_draft_stays_with_its_set_while_the_plan_stays(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", "right_square_bracket", "down", "up")
        before = rig.cursor.planned(rig.cursor.set_row)
        assert before.load != rig.cursor.set_row.planned.load
        await rig.press("enter", "1")
        assert rig.sets[0].load == before.load


async def test_removing_what_is_not_there_says_so_and_is_no_step_of_undo(tmp_path):
    async with befit(tmp_path, PAST) as rig:
        await rig.press("enter", *["enter", "1"] * 2, "n")
        await rig.type("belt")
        await rig.press("enter")
        assert rig.cursor.set_row.further
        await rig.press("delete")
        assert "Nothing to remove here" in rig.screen
        await rig.press("u")
        assert "taken back: note" in rig.screen


async def test_meter_and_alerts_wait_for_the_answer(tmp_path):
    async with befit(tmp_path, PAST, size=(120, 40)) as rig:
        await rig.press("enter")
        await rig.settle()
        panels = [line[74:] for line in rig.screen.splitlines()[1:18]]
        await rig.press("enter")
        assert [line[74:] for line in rig.screen.splitlines()[1:18]] == panels
        assert "reps left? good ones still in you · s slipped" in rig.screen
        key_line = rig.screen.splitlines()[-1]
        for words in ("0-5 reps left", "s slipped", "f failure", "enter skip"):
            assert words in key_line
        assert "a add" not in key_line
        await rig.press("0")
        assert [line[74:] for line in rig.screen.splitlines()[1:18]] != panels
        assert "a add" in rig.screen.splitlines()[-1]


async def test_after_the_question_closes_unanswered_the_meter_goes_on(tmp_path):
    async with befit(tmp_path, PAST, size=(120, 40)) as rig:
        await rig.press("enter", "enter")
        before = rig.screen
        await rig.press("down")
        assert "a add" in rig.screen.splitlines()[-1]
        assert rig.screen != before


@pytest.mark.parametrize(
    ("keys", "logged"),
    [
        ("bw x 8\r", [(8, None)]),  # the row itself says BW
        ("bwx8@2\r", [(8, 2)]),
        ("b", [(5, 0)]),
        ("8\rbbb", [(8, 0)]),  # the first answers, the others came too early
    ],
)
async def test_bw_may_be_typed_where_the_row_says_it(tmp_path, keys, logged):
    past = [workout(entry("pull-up", done(None, 6)), name="Pull")]

    async with befit(tmp_path, past) as rig:
        await rig.press("enter")
        assert "BW" in rig.screen
        await rig.burst(*keys)
        assert [(one.reps, one.left) for one in rig.sets] == logged


async def test_a_w_that_follows_another_key_than_b_takes_nothing_back(tmp_path):
    pull_ups = (done(None, 6, id="p"), done(None, 6, id="q"))
    past = [workout(entry("pull-up", *pull_ups), name="Pull")]
    async with befit(tmp_path, past) as rig:
        await rig.press("enter", "enter", "2")
        await rig.burst("b", "u", "w")
        assert [one.left for one in rig.sets] == [2]
