"""Estimated 1RM: which sets speak for one, and what mass they moved."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, kg, workout
from hypothesis import given, settings
from hypothesis import strategies as st
from lifts import ASSISTED_DIP, BENCH, PLANK, PULL_UP, PUSH_UP

from befit_tui.analysis.lift.sessions import body_kg, moved_kg, weigh_ins
from befit_tui.analysis.lift.strength import epley, est_1rm
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import End, Form, Kind


@pytest.mark.parametrize(
    ("reps", "percent"),
    [(1, 100.0), (3, 110.0), (5, 116.7), (8, 126.7), (10, 133.3), (12, 140.0)],
)
def test_epley_gives_the_published_table(reps: int, percent: float) -> None:
    assert epley(100, reps) == pytest.approx(percent, abs=0.05)


@given(st.floats(1, 500), st.integers(1, 11))
@settings(max_examples=50)
def test_one_rep_more_at_the_same_load_is_always_stronger(
    load: float, reps: int
) -> None:
    assert epley(load, reps) < epley(load, reps + 1)


@pytest.mark.parametrize(
    ("logged", "expected"),
    [
        (done(100, 5, left=0), 116.7),
        (done(100, 3, left=2), 116.7),
        (done(100, 3, left=2.5), 118.3),
        (done(100, 3, rpe=8), 116.7),
        (done(100, 5, left=2, end=End.TECHNICAL), 116.7),
        (done(100, 5), 116.7),
        (done(100, 5, extra_reps=2, end=End.TECHNICAL, form=Form.BROKE), 116.7),
        (done(100, 12), 140.0),
    ],
)
def test_a_set_speaks_for_reps_done_and_reps_left(logged, expected: float) -> None:
    assert est_1rm(logged, 100) == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize(
    "logged",
    [
        done(100, 10, left=3),
        done(100, 5, left=4),
        done(100, 13),
        done(100, 0, end=End.MISSED),
        done(100, None),
        done(100, 5, kind=Kind.WARMUP),
        done(100, 5, kind=Kind.DROP),
    ],
)
def test_long_easy_missed_and_other_sets_say_nothing(logged) -> None:
    assert est_1rm(logged, 100) is None


def test_nothing_is_known_without_the_mass_that_was_moved() -> None:
    assert est_1rm(done(None, 5, left=0), None) is None


@pytest.mark.parametrize(
    ("exercise", "load", "body", "expected"),
    [
        (BENCH, kg(80), None, 80),
        (BENCH, Load(100, Unit.LB), None, 45.359237),
        (BENCH, None, 80, None),
        (BENCH, kg(0), 80, None),
        (PULL_UP, kg(10), 80, 90),
        (PULL_UP, None, 80, 80),
        (PULL_UP, kg(10), None, None),
        (ASSISTED_DIP, kg(20), 80, 60),
        (ASSISTED_DIP, kg(20), None, None),
        (ASSISTED_DIP, None, 80, None),
        (PUSH_UP, kg(10), 80, None),
        (PLANK, kg(10), 80, None),
    ],
)
def test_the_moved_mass_depends_on_the_sort_of_lift(
    exercise, load, body, expected
) -> None:
    assert moved_kg(exercise, load, body) == expected


def test_body_mass_is_the_latest_one_and_lasts_60_days() -> None:
    known = weigh_ins(
        [
            workout(day=0, bodyweight=kg(80)),
            workout(day=5),
            workout(day=10, bodyweight=Load(180, Unit.LB)),
        ]
    )
    assert body_kg(known, MONDAY - timedelta(days=1)) is None
    assert body_kg(known, MONDAY + timedelta(days=9)) == 80
    assert body_kg(known, MONDAY + timedelta(days=70)) == pytest.approx(81.65, abs=0.01)
    assert body_kg(known, MONDAY + timedelta(days=71)) is None
