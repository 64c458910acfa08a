"""A plan goes with the sets of the day, and a lift moves on in the way it is given."""

from datetime import timedelta

import pytest
from builders import done, kg
from lifts import BENCH, PULL_UP, PUSH_UP, SQUAT
from plans import TODAY, lift_of, plan, rows_of, shown

from befit_tui.analysis.planning.meter_check import (
    Plan,
    _parted_words,
    asked_zone,
    kept_words,
)
from befit_tui.analysis.planning.proposal import follow, propose
from befit_tui.analysis.planning.results import said
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.planning.targets import TargetZone
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Kind, LoadKind, Progress


def sets(load, reps, left=None, count=3):
    """``count`` sets alike, or one for each of several ``reps``."""
    each = reps if isinstance(reps, list) else [reps] * count
    return [done(load, n, left=left, id=f"{at}") for at, n in enumerate(each)]


def after(last, today, *, exercise=BENCH, left=(1, 3), **fields):
    """What is planned once the sets of ``today`` are logged; without them before."""
    lift = lift_of(exercise, last, **fields)
    before = propose(rows_of(last, left, aim=fields.get("reps")), lift)
    return before, follow(before, today, lift)


@pytest.mark.parametrize(
    ("first", "rest", "why"),
    [
        # 80 x 7 with 2 left, as planned: nothing moves.
        (done(80, 8, left=1), [(80, 8), (80, 8)], "3 × 7 at 2 left last time"),
        # A good day: 8 are the top of the range, and more is for the next time.
        (done(80, 8, left=4), [(80, 8), (80, 8)], "3 × 7 at 2 left last time"),
        # A bad one: what fits, in the range.
        (done(80, 8, left=0), [(80, 7), (80, 7)], "fewer reps after 8 at 0 left"),
        # A worse one: seven were failure, and six would leave too little.
        (done(80, 6, left=0), [(77.5, 6), (77.5, 6)], "77.5 after 6 at 0 left"),
        # Another load is taken over.
        (done(70, 8, left=4), [(70, 9), (70, 9)], "70 as the set before"),
    ],
)
def test_what_is_left_follows_the_first_set(first, rest, why) -> None:
    _, now = after(
        sets(80, 7, 2), [first], reps=(6, 10 if first.load == kg(70) else 8),
        one_rm=104, day_form=True,
    )  # fmt: skip
    assert shown(now)[1:] == rest
    assert now.why.startswith(why)


def test_where_a_fifth_less_is_not_light_enough_reps_give_way_not_those_left() -> None:
    last = sets(80, 9, 2)
    _, now = after(last, [done(80, 1, left=0)], reps=(8, 10), one_rm=104, day_form=True)
    assert shown(now)[1:] == [(65, 7), (65, 7)]
    assert not now.off


@pytest.mark.parametrize(
    ("first", "how"),
    [
        (done(100, 5, left=0, kind=Kind.DROP), "5 at 0 left"),
        (done(100, None, seconds=45.0), "45 s"),
    ],
)
def test_what_was_no_working_set_in_reps_may_move_the_rest_too(first, how) -> None:
    last = sets(100, 5, 1)
    lift = lift_of(BENCH, last, one_rm=105)
    before, *rest = rows_of(last, (1, 3), aim=(5, 5))
    planned = Plan(rows=(replace(before, kind=first.kind), *rest), why="")
    assert follow(planned, [first], lift).why.endswith(f" after {how}")


def test_without_ratings_missed_reps_take_load_off_the_rest() -> None:
    last = sets(100, 5, count=5)
    _, now = after(last, sets(102.5, [5, 4]), one_rm=130)
    assert shown(now)[2:] == [(97.5, 5)] * 3
    assert now.why == "97.5 after 4 reps"


def test_a_later_set_that_moves_is_named() -> None:
    def most(_, done):
        return 7.0 if len(done) == 2 and done[0].id else 9.0

    _, now = after(sets(80, 7, 2), [done(80, 8, left=1)], reps=(5, 8), most=most)
    assert shown(now)[1:] == [(80, 8), (80, 6)]
    assert now.why == "set 3: fewer reps after 8 at 1 left"


@pytest.mark.parametrize(("left", "reps"), [(1, 7), (None, 8)])
def test_a_rating_of_who_seldom_rates_moves_the_sets_to_come(left, reps) -> None:
    """Eight left one: eight more would leave none."""
    today = [done(54, 8, left=left)]
    _, now = after(sets(54, [8, 8, 8, 7]), today, one_rm=68.9)
    assert shown(now)[1:3] == [(54, reps)] * 2


def test_loads_that_the_plan_names_stay_and_what_the_meter_sees_is_said() -> None:
    last = sets(100, 5, 1)
    lift = lift_of(BENCH, last, one_rm=110)
    rows = rows_of(last, (1, 3), aim=(5, 5), told=True)
    found = propose(rows, lift)
    assert shown(found) == [(100, 5)] * 3
    assert (found.why, found.off) == ("", "the meter sees 3 reps in set 1")


@pytest.mark.parametrize(
    ("able", "amrap", "zone", "words"),
    [
        # Five reps are asked for. The target is two left where the meter sees them.
        (9.0, False, TargetZone(2, 10), "2 or more left"),
        (6.4, False, TargetZone(2, 10), "1 or more left"),
        (5.2, False, TargetZone(2, 10), "all its reps"),
        (3.0, False, TargetZone(2, 10), "all its reps"),
        (None, False, TargetZone(2, 10), "2 or more left"),
        (9.0, True, TargetZone(1, 2), "1-2 left"),
        (5.2, True, TargetZone(1, 2), "0-2 left"),
    ],
)
def test_the_target_of_reps_that_come_first_is_what_they_leave(
    able, amrap, zone, words
) -> None:
    (row,) = rows_of(sets(100, 5, count=1), (zone.low, zone.high), told=True)
    found = asked_zone(replace(row, zone=zone, amrap=amrap), able, BENCH)
    assert (found.words, found.asked, found.more) == (words, 5, amrap)


@pytest.mark.parametrize("able", [6.2, 5.0, 3.0])
def test_a_lift_that_never_fails_leaves_one_whatever_its_reps(able) -> None:
    (row,) = rows_of(sets(100, 5, count=1), (2, 3), told=True)
    row = replace(row, zone=replace(row.zone, stop_short=True))
    found = asked_zone(row, able, SQUAT)
    assert found.words == "1-3 left"


def test_without_ratings_a_failure_off_the_plan_takes_load_off_the_rest() -> None:
    last = sets(100, 5)
    _, now = after(last, [done(100, 5, end=End.TECHNICAL)], exercise=SQUAT)
    assert all(load < 100 for load, _ in shown(now)[1:])


def test_a_sentence_says_what_is_kept_though_the_meter_sees_fewer() -> None:
    rows = rows_of(sets(100, 5, count=3), (2, 10), told=True)
    assert kept_words(rows, (9.0, 6.0, 5.0)) == ""
    assert kept_words(rows, (5.0, 4.2, None)) == "kept, the meter sees 4 in set 2"


def test_rows_keep_to_the_range_of_the_plan() -> None:
    """Ten reps were done of a plan of 6 to 8."""
    found = plan(BENCH, sets(80, 10, 1), reps=(6, 8), one_rm=110)
    assert all(6 <= row.reps <= 8 for row in found.rows)


def test_the_first_session_looks_for_its_load_by_the_meter() -> None:
    """Forty kilograms were far too light: eight reps at 50 leave three or four."""
    rows = rows_of(sets(40, 8), (3, 4))
    lift = lift_of(BENCH, one_rm=70)
    found = follow(propose(rows, lift), [done(40, 8, left=8)], lift)
    assert shown(found)[1][0] > 40


@pytest.mark.parametrize(
    ("reps", "left", "words"),
    [
        (8, (3, 4), "8 reps leave 3-4"),
        (6, (1, 3), "6 reps leave 1-3"),
        (1, (3, 3), "1 rep leaves 3"),
        (5, (3, 10), "5 reps leave 3 or more"),
    ],
)
def test_a_first_session_asks_for_what_its_heading_asks(reps, left, words) -> None:
    lift = lift_of(BENCH, one_rm=70)
    found = propose(rows_of(sets(40, reps), left), lift)
    assert found.why == f"first time: add load until {words}"


PLANK = Exercise(id="plank", name="Plank", load=LoadKind.DURATION)
CHIN_UP = Exercise(id="chin-up", name="Chin Up", load=LoadKind.ASSISTED)


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        (PLANK, "first time"),
        (PUSH_UP, "first time: stop with 3-4 left"),
        (CHIN_UP, "first time: take help away until 8 reps leave 3-4"),
    ],
)
def test_a_first_session_says_what_makes_the_lift_harder(exercise, words) -> None:
    found = propose(rows_of(sets(None, 8), (3, 4)), lift_of(exercise))
    assert found.why == words


@pytest.mark.parametrize(
    ("left", "words"),
    [(1, "add help"), (4, "take help away"), (None, "take help away")],
)
def test_a_set_that_left_too_little_turns_the_advice_of_a_first_session(
    left, words
) -> None:
    """Without a body mass the meter is silent of help."""
    lift = lift_of(CHIN_UP)
    before = propose(rows_of(sets(20, 8), (3, 4)), lift)
    found = follow(before, [done(20, 8, left=left)], lift)
    assert found.why == f"first time: {words} until 8 reps leave 3-4"


def test_reps_that_a_heavier_set_had_are_not_too_many_with_less() -> None:
    """Five pull-ups with 10 kg left one: without them five leave more than four ask."""

    def most(load, done):
        return (6.0 if load and load.kg else 7.0) if done else None

    lift = lift_of(PULL_UP, reps=(5, 12), most=most)
    bare = [done(None, 5, id="a"), done(None, 5, id="b"), done(None, 5, id="c")]
    today = [done(None, 5, id="a"), done(10, 5, left=1, id="b")]
    found = follow(propose(rows_of(bare, (3, 4)), lift), today, lift)
    assert (found.rows[2].reps, found.off) == (5, "the meter sees 7 reps in set 3")


def test_words_name_a_load_on_the_body_as_a_row_does() -> None:
    before = PlannedSet(3, Kind.WORK, load=kg(10), reps=5)
    said = _parted_words(before, replace(before, load=kg(0)), lift_of(PULL_UP))
    assert said == "BW from set 3: +10 allows too few reps"


def test_a_lighter_load_for_later_sets_names_the_one_that_was_too_much() -> None:
    before, after = (
        PlannedSet(4, Kind.WORK, load=kg(load), reps=8) for load in (40, 35)
    )
    said = _parted_words(before, after, lift_of(BENCH))
    assert said == "35 from set 4: 40 allows too few reps"


@pytest.mark.parametrize(
    ("done_sets", "words"),
    [
        (sets(80, 8, 2), "3 × 8 at 2 left"),
        ([done(32, 12, left=2), done(32, 10, left=0)], "12, 10 at 2, 0 left"),
        ([done(32, 8, left=None), done(32, 8, left=1)], "2 × 8 at ·, 1 left"),
        (sets(80, 8), "3 × 8"),
    ],
)
def test_reps_left_are_said_of_the_sets_that_had_them(done_sets, words) -> None:
    assert said(done_sets) == words


@pytest.mark.parametrize(
    ("way", "last", "days", "expected"),
    [
        (Progress.SESSION, sets(80, 8, 3), 3, (82.5, 8)),
        (Progress.WEEK, sets(80, 8, 3), 3, (80, 8)),
        (Progress.WEEK, sets(80, 8, 3), 8, (82.5, 8)),
        (Progress.MONTH, sets(80, 8, 3), 8, (80, 8)),
        (Progress.SUM, sets(80, [8, 7, 7], 2), 3, (80, 8)),
        (Progress.LEFT, sets(80, 8, 2), 3, (82.5, 6)),
        (Progress.REPS, sets(80, 8), 3, (82.5, 8)),
    ],
)
def test_the_chosen_way_decides(way, last, days, expected) -> None:
    today = TODAY + timedelta(days=days - 3)
    found = plan(BENCH, last, reps=(6, 8), way=way, today=today)
    assert shown(found)[0] == expected


def test_a_top_set_that_is_chosen_has_back_offs() -> None:
    bench = replace(BENCH, progress=Progress.TOP)
    found = plan(bench, sets(100, 6, 2), reps=(4, 6))
    assert shown(found) == [(102.5, 4), (92.5, 6), (92.5, 6)]


def test_a_lighter_set_on_a_bad_day_is_no_back_off() -> None:
    loads = (100, 97.5, 95, 92.5, 80)
    last = [done(load, 5, left=1, id=f"{load}") for load in loads]
    found = plan(BENCH, last, reps=(5, 8))
    assert [load for load, _ in shown(found)] == [100, 100, 100, 100, 80]


def test_after_missed_reps_steps_are_small_and_two_weeks_apart() -> None:
    """Squats step five kilograms while all reps are done, then what plates allow."""
    missed = [sets(100, 5, count=5), sets(105, [5, 5, 5, 4, 4])]
    waits = plan(SQUAT, *missed, *[sets(100, 5, count=5)] * 2)
    assert shown(waits)[0] == (100, 5)
    assert "the next step is due" in waits.why
    later = plan(SQUAT, *missed, *[sets(100, 5, count=5)] * 5)
    assert shown(later)[0] == (102.5, 5)


def test_body_weight_follows_in_reps() -> None:
    lift = lift_of(PUSH_UP, sets(None, 15, 2), reps=(8, 20))
    rows = rows_of(sets(None, 15, 2), (1, 3))
    able = {0: 17.0, 1: 12.0, 2: 11.0}
    lift = lift_of(
        PUSH_UP, sets(None, 15, 2), reps=(8, 20), most=lambda _, done: able[len(done)]
    )
    found = follow(propose(rows, lift), [done(None, 15, left=0)], lift)
    assert shown(found)[1:] == [(None, 11), (None, 10)]


def test_loads_of_another_unit_are_taken_over_as_logged() -> None:
    last = sets(80, 7, 2)
    first = done(None, 8, left=2)
    first = type(first)(id="x", load=Load(180, Unit.LB), reps=8, left=2)
    _, now = after(last, [first], reps=(6, 8), one_rm=104)
    assert now.rows[1].load == Load(180, Unit.LB)
