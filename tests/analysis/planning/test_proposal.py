"""What is proposed for the next session of a lift, its reasons and its limits."""

from datetime import timedelta

import pytest
from builders import done, kg
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import ASSISTED_DIP, BENCH, CURL, PLANK, PULL_UP, PUSH_UP, SQUAT
from plans import TODAY, epley, lift_of, past, plan, rows_of, shown, verdict

from befit_tui.analysis.lift.verdict import Trend
from befit_tui.analysis.planning.proposal import propose
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Form

SIX_TO_EIGHT = {"reps": (6, 8)}


def sets(load, reps, left=None, count=3, **fields):
    """``count`` sets alike, or one for each of several ``reps``."""
    each = reps if isinstance(reps, list) else [reps] * count
    return [done(load, n, left=left, id=f"{at}", **fields) for at, n in enumerate(each)]


@pytest.mark.parametrize(
    ("last", "expected", "why"),
    [
        (sets(80, 8, 2), [(82.5, 6)] * 3, "82.5: 3 × 8 at 2 left last time"),
        (sets(80, 8, 1), [(82.5, 6)] * 3, "82.5: 3 × 8 at 1 left last time"),
        (sets(80, 8, 0), [(80, 8)] * 3, "no step up: 3 × 8 at 0 left"),
        # The last set may go to failure, and later ones are tired.
        (
            [done(80, 8, left=left, id=f"{left}") for left in (1, 0.5, 0)],
            [(82.5, 6)] * 3,
            "82.5: 3 × 8 at 1, 0.5, 0 left last time",
        ),
        (sets(80, 7, 2), [(80, 8)] * 3, "3 × 7 at 2 left last time: a rep more"),
        (sets(80, 7, 1), [(80, 7)] * 3, "no step up: 3 × 7 at 1 left"),
        (sets(80, 8, 2, form=Form.BROKE), [(80, 8)] * 3, "no step up: form broke"),
    ],
)
def test_rated_sets_fill_the_range_then_add_load(last, expected, why) -> None:
    found = plan(BENCH, last, **SIX_TO_EIGHT)
    assert (shown(found), found.why) == (expected, why)


@pytest.mark.parametrize(
    ("last", "one_rm", "expected", "why"),
    [
        # 13.8 reps at 82.5: eight of them leave more than three, at 87.5 no longer.
        (sets(80, 8, 4), 120.5, [(87.5, 8)] * 3, "87.5: 3 × 8 at 4 left last time"),
        # 8.6 reps at 82.5: six of them leave 2.6.
        (sets(80, 8, 2), 106.2, [(82.5, 6)] * 3, "82.5: 3 × 8 at 2 left last time"),
        # Four reps at 80: six of them with one left ask for 72.5.
        (sets(80, 4, 0), 90.7, [(72.5, 6)] * 3,
         "72.5: 3 × 4 at 0 left; 80 leaves too few reps"),
    ],
)  # fmt: skip
def test_the_meter_must_agree(last, one_rm, expected, why) -> None:
    found = plan(BENCH, last, one_rm=one_rm, **SIX_TO_EIGHT)
    assert (shown(found), found.why) == (expected, why)


@pytest.mark.parametrize(
    ("days", "expected", "why"),
    [
        ([sets(60, 5, count=5)], [(62.5, 5)] * 5, "62.5: 5 × 5 last time"),
        (
            [sets(60, 5, count=5), sets(62.5, [5, 5, 5, 4, 4])],
            [(60, 5)] * 5,
            "60: 5, 5, 5, 4, 4 of 5 last time: a step back",
        ),
        (
            [sets(60, 5, count=5), *[sets(62.5, [5, 5, 4, 4, 3])] * 3],
            [(55, 5)] * 5,
            "55: 5 reps missed 3 times",
        ),
        (
            [sets(60, [8, 7, 6])],
            [(60, 8), (60, 7), (60, 7)],
            "8, 7, 6 last time: a rep more",
        ),
        # One set, with more load each time: a linear programme, until a rep is missed.
        ([sets(60 + 5 * n, [5]) for n in range(4)], [(77.5, 5)], "77.5: 5 last time"),
        (
            [*(sets(60 + 5 * n, [5]) for n in range(4)), sets(80, [4])],
            [(80, 5)],
            "4 last time: a rep more",
        ),
    ],
)  # fmt: skip
def test_sets_that_nobody_rated_go_by_their_reps(days, expected, why) -> None:
    found = plan(BENCH, *days)
    assert (shown(found), found.why) == (expected, why)


@pytest.mark.parametrize(
    ("one_rm", "expected", "why"),
    [
        # 7.3 and 6.3 reps at 77.5.
        (96.3, [(77.5, 5)] * 3, "77.5: 3 × 5 at 2 left last time"),
        (93.8, [(75, 5)] * 3, "3 × 5 at 2 left last time; 77.5 leaves too few reps"),
    ],
)  # fmt: skip
def test_a_rated_linear_programme_goes_on_while_the_meter_agrees(
    one_rm, expected, why
) -> None:
    days = [sets(60 + 5 * n, 5, 2) for n in range(4)]
    found = plan(BENCH, *days, one_rm=one_rm, left=(2, 3))
    assert (shown(found), found.why) == (expected, why)


def test_reps_that_failed_are_no_measure_of_what_a_set_is_worth() -> None:
    collapse = [*[sets(80, 8, 2)] * 3, *[sets(80, 2, 0)] * 2]
    found = plan(BENCH, *collapse, one_rm=85, held="heavy sets to failure")
    assert shown(found)[0][0] <= 80 * 0.9
    chosen = [*[sets(80, 8, 2)] * 3, *[sets(80, 2, 4)] * 2]
    assert shown(plan(BENCH, *chosen, one_rm=85, held="why"))[0][0] > 80 * 0.9


@pytest.mark.parametrize(
    ("one_rm", "reps", "words"),
    [(110, 8, "a rep more"), (102.4, 7, "the meter sees no more"),
     (100, 6, "the meter sees fewer")],
)  # fmt: skip
def test_the_reason_says_what_the_meter_left_of_a_rep_more(one_rm, reps, words) -> None:
    found = plan(BENCH, sets(80, 7, 2), one_rm=one_rm, **SIX_TO_EIGHT)
    assert shown(found)[0] == (80, reps)
    assert found.why == f"3 × 7 at 2 left last time: {words}"


def test_the_reason_tells_sets_apart_that_go_up_and_down() -> None:
    last = [done(80, reps, left=left, id=f"{reps}") for reps, left in ((7, 2), (9, 0))]
    found = plan(BENCH, last, most=epley(110, tired=1.6), reps=(6, 12))
    assert shown(found) == [(80, 8), (80, 8)]
    assert found.why == ("7, 9 at 2, 0 left last time: more in set 1, fewer in set 2")


def test_reps_above_the_range_come_down_by_its_width_with_a_step() -> None:
    """Three reps after tens would be five reps from failure."""
    last = [done(90, 10, id="a"), done(90, 11, id="b")]
    lift = lift_of(SQUAT, last, usual=(3, 6))
    lift = replace(lift, reps=(3, 6))
    found = propose(rows_of(last, (0, 3)), lift)
    assert (shown(found), found.why) == (
        [(92.5, 7), (92.5, 8)],
        "92.5: 10, 11 last time",
    )
    planned = propose(rows_of(last, (0, 3), aim=(3, 6)), lift)
    assert shown(planned) == [(92.5, 6)] * 2


def test_a_large_step_leaves_what_reps_beyond_its_need_are_worth() -> None:
    """By Epley 25 reps with 14 kg are 16 with 16.5: twelve are no answer to them."""
    found = plan(CURL, sets(14, 25), usual=(8, 12))
    assert shown(found) == [(16.5, 16)] * 3
    planned = plan(CURL, sets(14, 25), reps=(8, 12))
    assert shown(planned) == [(16.5, 12)] * 3


def test_less_load_is_for_more_reps_or_the_reps_give_way() -> None:
    """Who does six to eight with any load gets no fifth taken off for one rep."""

    def habit(load, _):
        return 7.0 if load.kg >= 80 else 8.0

    last = sets(95, [7, 7], 0)
    found = plan(BENCH, last, most=habit, reps=(7, 9), left=(1, 2))
    assert shown(found) == [(95, 6)] * 2
    assert found.why == "no step up: 2 × 7 at 0 left; fewer reps to leave 1-2"


def test_a_load_that_no_step_leads_to_is_no_miss() -> None:
    """Nines with 65 kg, then fours with 75: a heavy day, not five reps missed."""
    nines, fours = sets(65, 9), sets(75, 4, count=2)
    found = plan(BENCH, nines, fours, reps=(4, 9), usual=(4, 9))
    assert (shown(found), found.why) == (
        [(75, 5), (75, 4)],
        "2 × 4 last time: a rep more",
    )


def test_a_step_too_large_waits_for_more_reps_and_is_then_taken() -> None:
    """By Epley, 15 reps at 14 kg leave 8 at 16."""
    why = "the next load is a large step: 15 reps first"
    found = plan(CURL, sets(14, 12, 2), reps=(8, 12))
    assert (shown(found)[0], found.why) == ((14, 13), why)
    unrated = plan(CURL, sets(14, 12), reps=(8, 12))
    assert (shown(unrated)[0], unrated.why) == ((14, 13), why)
    ready = plan(CURL, sets(14, 15, 1), reps=(8, 12))
    assert shown(ready)[0] == (16.5, 8)


@pytest.mark.parametrize(
    ("exercise", "last", "body", "expected"),
    [
        (PULL_UP, sets(10, 12, 2), kg(80), (12.5, 8)),
        (PULL_UP, sets(None, 12, 2), kg(80), (2.5, 8)),
        (ASSISTED_DIP, sets(20, 12, 2), kg(80), (17.5, 8)),
        (PUSH_UP, sets(None, 12, 2), None, (None, 13)),
        (PUSH_UP, sets(None, [12, 10, 9]), None, (None, 12)),
    ],
)
def test_lifts_with_the_body_take_what_is_added_or_reps(
    exercise, last, body, expected
) -> None:
    assert shown(plan(exercise, last, reps=(8, 12), body=body))[0] == expected


@pytest.mark.parametrize(
    ("seconds", "expected", "why"),
    [
        ([45, 45, 45], 50, "3 × 45 s last time"),
        ([45, 40, 35], 45, "all sets as long first"),
    ],
)
def test_holds_grow_by_five_seconds(seconds, expected, why) -> None:
    last = [done(None, None, seconds=s, id=str(n)) for n, s in enumerate(seconds)]
    found = plan(PLANK, last)
    assert [row.seconds for row in found.rows] == [expected] * 3
    assert found.why == why


def test_back_offs_move_with_the_top_set() -> None:
    last = [done(100, 5, left=2, id="t"), done(80, 8, left=2, id="b")]
    assert shown(plan(BENCH, last, reps=(3, 5))) == [(102.5, 3), (82.5, 8)]


@pytest.mark.parametrize(("percent", "expected"), [(-3.0, 95), (-7.0, 92.5), (-30, 90)])
def test_a_lift_that_falls_is_taken_back_once(percent, expected) -> None:
    fall = verdict(Trend.FALLING, change_percent=percent)
    found = plan(BENCH, sets(100, 6, 1), verdict=fall, **SIX_TO_EIGHT)
    assert (shown(found)[0], found.why) == (
        (expected, 6),
        f"{expected:g}: the lift falls",
    )
    then = plan(BENCH, sets(100, 6, 1), sets(92.5, 6, 2), verdict=fall, **SIX_TO_EIGHT)
    assert shown(then)[0] == (92.5, 6)


@pytest.mark.parametrize(
    ("days", "expected", "why"),
    [
        (13, (102.5, 6), "102.5: 3 × 8 at 2 left last time"),
        (20, (95, 8), "95: 2 weeks off, one more left"),
        (40, (90, 8), "90: 5 weeks off, one more left"),
        (90, (80, 8), "80: 12 weeks off, one more left"),
    ],
)
def test_after_a_break_it_begins_lower(days, expected, why) -> None:
    found = plan(
        BENCH, sets(100, 8, 2), today=TODAY + timedelta(days=days - 3), **SIX_TO_EIGHT
    )
    assert (shown(found)[0], found.why) == (expected, why)


def test_a_deload_halves_the_sets_and_leaves_four_by_the_meter() -> None:
    found = plan(BENCH, sets(80, 8, 2), left=(4, 10), one_rm=106.7, deload=True)
    assert shown(found) == [(72.5, 8), (72.5, 8)]
    hard = plan(BENCH, sets(80, 8, 0), left=(4, 10), one_rm=98, deload=True)
    assert shown(hard) == [(72.5, 6), (72.5, 6)]


def test_what_speaks_against_a_step_keeps_load_and_reps() -> None:
    found = plan(BENCH, sets(80, 8, 2), held="slept 5.5 h", **SIX_TO_EIGHT)
    assert (shown(found)[0], found.why) == ((80, 8), "no step up: slept 5.5 h")


def test_another_unit_is_rounded_to_its_own_rack() -> None:
    """82.5 kg are 181.88 lb: 180 can be loaded."""
    found = plan(BENCH, sets(82.5, 7, 1), unit=Unit.LB, **SIX_TO_EIGHT)
    assert found.rows[0].load == Load(180, Unit.LB)


def test_one_bad_day_is_no_habit() -> None:
    found = plan(BENCH, sets(80, 8, 2), sets(80, 3, 0), one_rm=90)
    assert shown(found)[0][1] >= 6


# -- properties

SETS = st.lists(
    st.tuples(st.integers(1, 15), st.sampled_from([None, 0, 0.5, 1, 2, 3, 4])),
    min_size=1,
    max_size=4,
)
EXERCISES = st.sampled_from([BENCH, SQUAT, CURL, PULL_UP, ASSISTED_DIP, PUSH_UP])


@settings(max_examples=150)
@given(
    EXERCISES,
    st.sampled_from([5, 10, 20, 32.5, 60, 80, 142.5]),
    st.lists(SETS, min_size=1, max_size=4),
    st.sampled_from([None, 40.0, 100.0]),
)
def test_every_proposal_is_one_that_can_be_done(exercise, load, days, one_rm) -> None:
    """Reps of at least one, a load of the rack, no step up when held."""
    made = [
        [done(load, n, left=left, id=str(at)) for at, (n, left) in enumerate(day)]
        for day in days
    ]
    known = {"body": kg(80), "reps": (6, 10), "one_rm": one_rm}
    free = plan(exercise, *made, **known)
    held = plan(exercise, *made, held="slept 5 h", **known)
    for row in free.rows:
        assert row.reps is not None
        assert row.reps >= 1
        assert row.load is None or row.load.value >= 0
        assert (
            row.load is None or (row.load.value - load) % exercise.increment_kg < 1e-6
        )
    sign = -1 if exercise is ASSISTED_DIP else 1
    loads = [row.load.value for row in held.rows if row.load is not None]
    assert all(sign * value <= sign * load for value in loads)


@settings(max_examples=150)
@given(st.integers(4, 12), st.sampled_from([0, 1, 2, 3, 4, 5]), st.integers(70, 140))
def test_what_the_meter_can_judge_lies_inside_its_target(reps, left, one_rm) -> None:
    found = plan(BENCH, sets(60, reps, left), one_rm=one_rm, **SIX_TO_EIGHT)
    row = found.rows[0]
    able = 30 * (one_rm / row.load.kg - 1)
    if able >= 2 and not found.off:
        assert 0.5 <= able - row.reps <= 3.5 + 1e-6


def test_the_same_sessions_give_the_same_answer() -> None:
    assert plan(BENCH, sets(80, 8, 2)) == plan(BENCH, sets(80, 8, 2))
    assert len(past(BENCH, sets(80, 8, 2))) == 1
