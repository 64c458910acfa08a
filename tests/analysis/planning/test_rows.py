"""The rows of an entry, and repeating a workout."""

import pytest
from builders import MONDAY, done, entry, kg, workout
from hypothesis import given
from hypothesis import strategies as st
from lifts import BENCH, PLANK

from befit_tui.analysis.planning.rows import (
    further_set,
    planned_sets,
    repeat,
    taken_next,
)
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Kind, Phase
from befit_tui.domain.workout import Entry, SetTarget, Target

WARM = done(40, 10, kind=Kind.WARMUP)
FIRST = done(80, 8, left=2)
SECOND = done(80, 7, left=1)
LAST = entry(BENCH.id, WARM, FIRST, SECOND)


def planned(*sets: SetTarget) -> Entry:
    return Entry(exercise=BENCH.id, target=Target(sets=sets))


def shown(rows) -> list[tuple]:
    return [(row.kind.value, row.number, row.load, row.reps) for row in rows]


def test_without_a_plan_the_last_session_is_the_plan() -> None:
    rows = planned_sets(Entry(exercise=BENCH.id), LAST, BENCH)
    assert shown(rows) == [
        ("warmup", 1, kg(40), 10),
        ("work", 1, kg(80), 8),
        ("work", 2, kg(80), 7),
    ]
    assert [row.last for row in rows] == [WARM, FIRST, SECOND]


def test_without_a_past_three_sets_start_at_the_low_end_without_load() -> None:
    rows = planned_sets(Entry(exercise=BENCH.id), None, BENCH)
    assert shown(rows) == [("work", number, None, 6) for number in (1, 2, 3)]


def test_timed_work_plans_seconds_and_no_reps() -> None:
    last = entry(PLANK.id, done(None, None, seconds=45))
    (row,) = planned_sets(Entry(exercise=PLANK.id), last, PLANK)
    assert (row.reps, row.seconds) == (None, 45)
    fresh = planned_sets(Entry(exercise=PLANK.id), None, PLANK)
    assert [row.reps for row in fresh] == [None, None, None]


def test_sets_match_by_kind_and_number() -> None:
    rows = planned_sets(planned(SetTarget(), SetTarget(), SetTarget()), LAST, BENCH)
    assert [row.last for row in rows] == [FIRST, SECOND, None]
    assert rows[2].load is None


def test_targets_win_where_they_speak() -> None:
    rows = planned_sets(
        planned(SetTarget(load=kg(82.5), reps=(6, 8)), SetTarget(reps=(8, 10))),
        LAST,
        BENCH,
    )
    assert shown(rows) == [("work", 1, kg(82.5), 6), ("work", 2, kg(80), 8)]


def test_a_percent_is_rounded_down_to_the_step_in_the_unit_last_used() -> None:
    target = planned(SetTarget(percent=75, reps=(5, 5)))
    (in_kg,) = planned_sets(target, LAST, BENCH, one_rm_kg=105)
    assert in_kg.load == kg(77.5)
    assert planned_sets(target, None, BENCH, one_rm_kg=100)[0].load == kg(75)
    assert planned_sets(target, None, BENCH)[0].load is None


def test_a_percent_in_pounds_steps_by_five() -> None:
    last = entry(BENCH.id, replace(FIRST, load=Load(180, Unit.LB)))
    target = planned(SetTarget(percent=80, reps=(5, 5)))
    (row,) = planned_sets(target, last, BENCH, one_rm_kg=100)
    assert row.load == Load(175, Unit.LB)


def test_logged_sets_come_first_and_keep_their_last_time() -> None:
    today = entry(BENCH.id, done(82.5, 8))
    rows = planned_sets(today, LAST, BENCH)
    assert [
        (row.kind.value, row.number, row.last) for row in rows if not row.skipped
    ] == [
        ("work", 1, FIRST),
        ("work", 2, SECOND),
    ]


def test_a_warm_up_that_is_missing_once_a_working_set_is_logged_was_skipped() -> None:
    warmed = entry(BENCH.id, done(40, 10, kind=Kind.WARMUP))
    for today in (Entry(exercise=BENCH.id), warmed):
        assert [row.skipped for row in planned_sets(today, LAST, BENCH)] == [False] * 3
    rows = planned_sets(entry(BENCH.id, FIRST), LAST, BENCH)
    assert [(row.kind.value, row.skipped) for row in rows] == [
        ("work", False),
        ("warmup", True),
        ("work", False),
    ]


@given(
    kinds=st.lists(st.sampled_from(Kind), min_size=1, max_size=6),
    done_kinds=st.lists(st.sampled_from(Kind), max_size=4),
    chosen=st.integers(0, 20),
)
def test_a_row_taken_out_of_turn_keeps_its_aim_and_loses_no_other(
    kinds, done_kinds, chosen
) -> None:
    aims = (SetTarget(kind=kind, reps=(n, n)) for n, kind in enumerate(kinds, 1))
    sets = (done(80, 8, kind=kind, id=str(n)) for n, kind in enumerate(done_kinds))
    today = entry(BENCH.id, *sets, target=Target(sets=tuple(aims)))
    to_do = planned_sets(today, None, BENCH)[len(done_kinds) :]
    if not to_do:
        return
    row = to_do[chosen % len(to_do)]
    after = taken_next(today, row)
    logged = replace(after, sets=(*after.sets, done(80, 8, kind=row.kind, id="new")))
    left = planned_sets(logged, None, BENCH)[len(logged.sets) :]
    assert sorted(one.reps for one in left) == sorted(
        one.reps for one in to_do if one is not row
    )


def test_more_sets_than_planned_have_rows_too() -> None:
    today = entry(BENCH.id, *(done(80, 8, id=str(n)) for n in range(4)))
    rows = planned_sets(today, LAST, BENCH)
    assert [row.number for row in rows if not row.skipped] == [1, 2, 3, 4]
    assert rows[3].last is None


def test_a_further_set_copies_the_set_above() -> None:
    today = entry(BENCH.id, done(82.5, 8), done(82.5, 6), done(60, 10, kind=Kind.DROP))
    row = further_set(today, LAST)
    assert (row.number, row.kind, row.load, row.reps) == (3, Kind.WORK, kg(82.5), 6)
    assert further_set(Entry(exercise=BENCH.id), LAST).load == kg(80)
    assert further_set(Entry(exercise=BENCH.id), None).load is None


def test_repeating_keeps_the_plan_and_nothing_of_the_result() -> None:
    target = Target(rest_s=150, sets=(SetTarget(reps=(6, 8), left=(1, 3)),))
    old = workout(
        entry(BENCH.id, WARM, FIRST, SECOND, superset=1, target=target, note="elbow"),
        entry(PLANK.id, done(None, None, seconds=40), superset=1),
        Entry(exercise="skipped", target=target),
        name="Push A",
        phase=Phase.STRENGTH,
        note="tired",
        session_rpe=9,
    )
    new = repeat(old, new_id="new", started_at=MONDAY)
    assert (new.id, new.name, new.started_at, new.ended_at) == (
        "new",
        "Push A",
        MONDAY,
        None,
    )
    assert (new.note, new.session_rpe, new.phase) == ("", None, None)
    bench, plank, skipped = new.entries
    assert (bench.exercise, bench.superset, bench.note) == (BENCH.id, 1, "")
    assert bench.sets == plank.sets == ()
    assert bench.target == Target(
        rest_s=150,
        sets=(
            SetTarget(kind=Kind.WARMUP),
            SetTarget(reps=(6, 8), left=(1, 3)),
            SetTarget(),
        ),
    )
    assert plank.target == Target(sets=(SetTarget(),))
    assert skipped.target == target


def test_repeating_a_deload_plans_what_it_did_only_half_of() -> None:
    target = Target(sets=(SetTarget(reps=(6, 8)),) * 3)
    eased = workout(
        entry(BENCH.id, FIRST, target=target),
        entry(BENCH.id, FIRST),
        phase=Phase.DELOAD,
    )
    planned_, free = repeat(eased, new_id="new", started_at=MONDAY).entries
    assert (planned_.target, free.target) == (target, Target())


def test_a_repeated_workout_is_filled_from_the_last_session() -> None:
    new = repeat(workout(LAST), new_id="new", started_at=MONDAY)
    failed = entry(BENCH.id, done(85, 5, end=End.TECHNICAL))
    rows = planned_sets(new.entries[0], failed, BENCH)
    assert shown(rows)[1] == ("work", 1, kg(85), 5)


def test_the_first_session_of_a_lift_goes_on_with_the_load_of_the_set_above() -> None:
    rows = planned_sets(entry(BENCH.id, FIRST), None, BENCH)
    assert [(row.load, row.reps) for row in rows] == [(kg(80), 8)] * 3


TIMED = done(80, None, seconds=45.0)
BOTH = done(80, 8, seconds=40.0, metres=20.0)


@pytest.mark.parametrize(
    ("target", "last", "shown"),
    [
        (SetTarget(seconds=30), FIRST, (None, 30, None)),
        (SetTarget(reps=(5, 5)), TIMED, (5, None, None)),
        (SetTarget(), TIMED, (None, 45, None)),
        (SetTarget(), BOTH, (8, None, None)),  # as it was imported
    ],
)
def test_a_row_has_reps_or_a_time_never_one_that_is_not_seen(
    target, last, shown
) -> None:
    (row,) = planned_sets(planned(target), entry(BENCH.id, last), BENCH)
    assert (row.reps, row.seconds, row.metres) == shown
    more = further_set(entry(BENCH.id, last), None)
    is_timed = last is TIMED
    assert (more.reps is None, more.seconds is not None) == (is_timed, is_timed)
