"""Records as they happen, and the number to beat."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, kg, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import ASSISTED_DIP, BENCH, CURL, PLANK, PULL_UP, PUSH_UP, lift

from befit_tui.analysis.lift.records import (
    Bests,
    bests_of,
    lift_records,
    records_of,
    to_beat,
)
from befit_tui.analysis.lift.sessions import session_of, sessions
from befit_tui.domain.history import History
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Form, Kind


def bests(exercise, *sets) -> Bests:
    """The bests after one session of those sets."""
    return bests_of([session_of(workout(entry(exercise.id, *sets)), exercise, ())])


def labels(exercise, past, *today) -> list[list[str]]:
    """What each set of today is praised for after one session of ``past``."""
    before = History([workout(entry(exercise.id, *past), day=0)])
    now = workout(entry(exercise.id, *today), day=7)
    found = records_of(now, before, lift)
    return [[record.words(Unit.KG) for record in found.get(s.id, ())] for s in today]


def test_more_reps_at_a_load_or_heavier_are_a_best_there() -> None:
    past = [done(27.5, 8, left=0), done(30, 6, left=0)]
    assert labels(CURL, past, done(27.5, 9)) == [["best at 27.5 kg"]]


def test_a_load_never_used_says_whether_it_is_the_heaviest() -> None:
    past = [done(80, 8, left=0)]
    assert labels(BENCH, past, done(82.5, 3, left=3)) == [["best load 82.5 kg"]]
    assert labels(BENCH, past, done(75, 8, left=1)) == [[]]
    assert labels(BENCH, past, done(75, 9, left=2)) == [
        ["best at 75 kg", "best est. 1RM 102.5 kg"]
    ]


@pytest.mark.parametrize(
    ("exercise", "past", "today"),
    [
        (BENCH, done(102.5, 5), done(40, 12, left=4)),
        (CURL, done(8, 11), done(6, 14)),
        (PULL_UP, done(20, 5), done(5, 9)),
    ],
)
def test_a_far_lighter_set_beats_nothing(exercise, past, today) -> None:
    assert labels(exercise, [past], today) == [[]]
    assert to_beat(bests(exercise, past), exercise, today.load) == ""


def test_the_second_equal_set_ties() -> None:
    past = [done(80, 8)]
    assert labels(BENCH, past, done(80, 9, id="a"), done(80, 9, id="b")) == [
        ["best at 80 kg", "best est. 1RM at least 104 kg"],
        [],
    ]


@pytest.mark.parametrize(
    "fields",
    [{"kind": Kind.WARMUP}, {"kind": Kind.DROP}, {"form": Form.BROKE}],
)
def test_warm_ups_drop_sets_and_broken_form_neither_make_nor_hold_records(
    fields,
) -> None:
    assert labels(BENCH, [done(80, 8)], done(100, 10, **fields)) == [[]]
    assert labels(BENCH, [done(80, 8), done(100, 10, **fields)], done(80, 9)) == [
        ["best at 80 kg", "best est. 1RM at least 104 kg"]
    ]


def test_the_first_session_of_a_lift_has_no_records() -> None:
    first = workout(entry(BENCH.id, done(80, 8, id="a"), done(85, 8, id="b")))
    assert records_of(first, History(), lift) == {}


def test_a_first_rating_is_no_best_1rm() -> None:
    assert labels(BENCH, [done(80, 8)], done(80, 8, left=2)) == [[]]
    assert labels(BENCH, [done(80, 8, left=1)], done(80, 8, left=2)) == [
        ["best est. 1RM 106.7 kg"]
    ]


@pytest.mark.parametrize(
    ("exercise", "past", "today", "label"),
    [
        (PULL_UP, done(None, 8), done(None, 9), "best at bodyweight"),
        (PULL_UP, done(10, 8), done(12.5, 5), "best load +12.5 kg"),
        (PULL_UP, done(10, 8), done(10, 9), "best at +10 kg"),
        (ASSISTED_DIP, done(20, 8), done(15, 8), "best load -15 kg"),
        (ASSISTED_DIP, done(20, 8), done(20, 9), "best at -20 kg"),
        (PUSH_UP, done(None, 20), done(None, 21), "best at bodyweight"),
    ],
)
def test_bodyweight_lifts_count_what_is_added_or_taken_off(
    exercise, past, today, label: str
) -> None:
    assert labels(exercise, [past], today) == [[label]]


def test_more_assistance_is_no_best_load() -> None:
    assert labels(ASSISTED_DIP, [done(20, 8)], done(40, 8)) == [[]]


def test_a_1rm_of_a_set_that_nobody_rated_is_the_least_it_may_be() -> None:
    assert labels(BENCH, [done(80, 8)], done(80, 9)) == [
        ["best at 80 kg", "best est. 1RM at least 104 kg"]
    ]
    rated = labels(BENCH, [done(80, 8, left=0)], done(80, 9, left=0))
    assert rated == [["best at 80 kg", "best est. 1RM 104 kg"]]


def test_timed_work_has_no_records() -> None:
    assert labels(PLANK, [done(None, None, seconds=40)], done(5, None, seconds=90)) == [
        []
    ]
    assert to_beat(Bests(), PLANK, None) == ""


def test_the_number_to_beat_counts_heavier_loads_too() -> None:
    found = bests(BENCH, done(80, 7, left=1), done(82.5, 8, left=0))
    assert to_beat(found, BENCH, kg(80)) == "8 ties, 9 is a best"


def test_a_load_above_all_others_is_a_best_with_any_rep() -> None:
    found = bests(BENCH, done(80, 7))
    assert to_beat(found, BENCH, kg(85)) == "any rep is a best"


def test_a_lift_without_a_past_has_no_number_to_beat() -> None:
    assert to_beat(Bests(), BENCH, kg(80)) == ""
    assert to_beat(bests(BENCH, done(80, 7)), BENCH, None) == ""


def test_the_same_load_in_pounds_is_the_same_load() -> None:
    beat = to_beat(bests(BENCH, done(60, 9)), BENCH, Load(132.28, Unit.LB))
    assert beat.startswith("9 ties")


def test_only_workouts_before_it_count() -> None:
    early, late = (
        workout(entry(BENCH.id, done(80, reps)), day=day)
        for reps, day in ((8, 0), (12, 9))
    )
    history = History([early, late])
    middle = workout(entry(BENCH.id, done(80, 9, id="m")), day=5)
    assert [one.words(Unit.KG) for one in records_of(middle, history, lift)["m"]] == [
        "best at 80 kg",
        "best est. 1RM at least 104 kg",
    ]
    assert records_of(early, history, lift) == {}


SETS = st.builds(
    done,
    st.sampled_from([60, 62.5, 65, 70, 80]),
    st.integers(6, 14),
    left=st.sampled_from([None, 0, 1, 2]),
    id=st.uuids().map(str),
)


@given(st.lists(st.lists(SETS, min_size=1, max_size=4), min_size=1, max_size=8))
@settings(max_examples=60)
def test_one_pass_over_a_lift_finds_what_each_workout_finds(log) -> None:
    history = History(
        workout(entry(BENCH.id, *sets), day=day) for day, sets in enumerate(log)
    )
    one_by_one = {}
    for found in history:
        one_by_one.update(records_of(found, history, lift))
    together = lift_records(sessions(history.exposures(BENCH.id), BENCH, ()))
    assert together == one_by_one


@given(st.lists(SETS, min_size=1, max_size=20), st.sampled_from([60, 65, 80]))
@settings(max_examples=60)
def test_the_reps_to_beat_are_the_most_at_that_load_or_heavier(sets, load) -> None:
    expected = max((s.reps for s in sets if s.load.kg >= load), default=0)
    assert bests(BENCH, *sets).most_reps(load) == expected


HEAVY, MANY = done(375, 8, id="slip"), done(37.5, 84, id="slip")


@pytest.mark.parametrize("slip", [HEAVY, MANY])
def test_a_doubtful_set_makes_no_record_and_stands_in_the_way_of_none(slip) -> None:
    past = [done(37.5, 8, left=0)]
    today = [slip, done(37.5, 9, id="true")]
    assert labels(CURL, past, *today) == [
        [],
        ["best at 37.5 kg", "best est. 1RM at least 48.8 kg"],
    ]
    assert labels(CURL, [*past, slip], done(37.5, 9, left=0)) == [
        ["best at 37.5 kg", "best est. 1RM 48.8 kg"]
    ]


def sessions_of(*days):
    """Sessions of curls in weekly workouts, with an id for each set."""
    log = [
        workout(entry(CURL.id, *sets), day=7 * week) for week, sets in enumerate(days)
    ]
    return sessions(History(log).exposures(CURL.id), CURL, ())


def test_it_makes_its_record_once_a_later_set_stands_by_it() -> None:
    before, jump = [done(20, 8, id="a")], done(40, 8, id="jump")
    assert lift_records(sessions_of(before, [jump])) == {}
    for later in (done(40, 7, id="b"), done(37.5, 9, id="b")):
        for found in ([before, [jump, later]], [before, [jump], [later]]):
            made = lift_records(sessions_of(*found))
            assert [one.words(Unit.KG) for one in made["jump"]][:1] == [
                "best load 40 kg"
            ]
    light = lift_records(sessions_of(before, [jump], [done(22.5, 8, id="b")]))
    assert list(light) == ["b"]


def test_sets_of_one_line_do_not_stand_by_each_other() -> None:
    before, at = [done(20, 8, id="a")], MONDAY
    typed = [done(200, 8, id=str(n), at=at + timedelta(milliseconds=n)) for n in (1, 2)]
    assert lift_records(sessions_of(before, typed)) == {}
    after = [typed[0], done(200, 8, id="3", at=at + timedelta(minutes=3))]
    assert "1" in lift_records(sessions_of(before, after))


@pytest.mark.parametrize(
    ("exercise", "past", "today", "made"),
    [
        # With the body a load on the belt is no multiple of the one before.
        (PULL_UP, done(2.5, 8), done(7.5, 8), True),
        (PULL_UP, done(None, 8), done(100, 8), False),
        (ASSISTED_DIP, done(20, 8), done(10, 8), True),
        (PUSH_UP, done(None, 20), done(None, 30), True),
        (PUSH_UP, done(None, 20), done(None, 210), False),
    ],
)
def test_what_is_far_beyond_depends_on_the_lift(exercise, past, today, made) -> None:
    assert bool(labels(exercise, [past], today)[0]) is made
