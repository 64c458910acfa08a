"""Reps to leave in a set, and rest after it."""

import pytest
from lifts import BENCH, CABLE_ROW, CURL, DEADLIFT, PULL_UP, SKULLCRUSHER, SQUAT

from befit_tui.analysis.lift.strength import is_heavy, risk_at
from befit_tui.analysis.planning.targets import (
    NEW_LEFT,
    TargetZone,
    default_rest_s,
    target_left,
)
from befit_tui.domain.vocabulary import Phase, Risk


def zone(exercise, **situation) -> TargetZone:
    usual = {
        "heavy": False,
        "phase": None,
        "first_compound": False,
        "last_set": False,
        "budget_left": 2,
    }
    return target_left(exercise, **(usual | situation))


@pytest.mark.parametrize(
    ("exercise", "situation", "words", "low", "high"),
    [
        (CURL, {}, "failure ok last", 1, 2),
        (CURL, {"last_set": True}, "failure ok last", 0, 2),
        (CURL, {"last_set": True, "budget_left": 0}, "1-2 left", 1, 2),
        (SKULLCRUSHER, {"last_set": True}, "1-2 left", 1, 2),
        (CABLE_ROW, {"last_set": True}, "failure ok last", 0, 2),
        (CABLE_ROW, {"first_compound": True, "last_set": True}, "1-3 left", 1, 3),
        (PULL_UP, {}, "1-2 left", 1, 2),
        (PULL_UP, {"first_compound": True}, "1-3 left", 1, 3),
        (BENCH, {"first_compound": True}, "1-3 left", 1, 3),
        (SQUAT, {"heavy": True}, "2-3 left", 2, 3),
        (SQUAT, {}, "1-3 left", 1, 3),
        (CURL, {"phase": Phase.DELOAD, "last_set": True}, "4 or more left", 4, 10),
        (SQUAT, {"phase": Phase.DELOAD}, "4 or more left", 4, 10),
    ],
)
def test_the_zone_follows_class_phase_and_budget(
    exercise, situation, words: str, low: int, high: int
) -> None:
    found = zone(exercise, **situation)
    assert (found.words, found.low, found.high) == (words, low, high)


@pytest.mark.parametrize(
    ("exercise", "heavy", "warned"),
    [
        (SQUAT, True, True),
        (SQUAT, False, False),
        (BENCH, True, True),
        (BENCH, False, False),
        (CABLE_ROW, True, False),
        (CURL, True, False),
    ],
)
def test_stop_short_is_said_where_failure_has_a_price(
    exercise, heavy: bool, warned: bool
) -> None:
    assert zone(exercise, heavy=heavy).stop_short is warned


@pytest.mark.parametrize(
    ("zone", "words", "inside", "outside"),
    [
        (TargetZone(1, 3), "1-3 left", [1, 3], [0.5, 5]),
        (TargetZone(4, 10), "4 or more left", [4, 10], [3]),
        (TargetZone(0, 10), "all its reps", [0, 10], []),
        (TargetZone(*NEW_LEFT), "3-4 left", [3], [2, 5]),
    ],
)
def test_a_set_is_judged_against_the_zone(zone, words, inside, outside) -> None:
    assert zone.words == words
    assert all(zone.holds(left) for left in inside)
    assert not any(zone.holds(left) for left in outside)


@pytest.mark.parametrize(
    ("reps", "load", "one_rm", "heavy"),
    [
        (6, 50, 100, True),
        (7, 80, 100, True),
        (7, 79.9, 100, False),
        (7, 80, None, False),
        (7, None, 100, False),
        (None, 80, 100, True),
        (0, None, None, True),
    ],
)
def test_heavy_is_80_percent_or_six_reps(reps, load, one_rm, heavy: bool) -> None:
    assert is_heavy(reps, load, one_rm) is heavy


def test_a_light_set_eases_avoid_and_nothing_else() -> None:
    assert risk_at(Risk.AVOID, heavy=False) is Risk.CAUTION
    assert risk_at(Risk.AVOID, heavy=True) is Risk.AVOID
    assert risk_at(Risk.GOOD, heavy=True) is Risk.GOOD


@pytest.mark.parametrize(
    ("exercise", "heavy", "seconds"),
    [
        (BENCH, True, 180),
        (DEADLIFT, True, 180),
        (DEADLIFT, False, 120),
        (CURL, True, 90),
    ],
)
def test_heavy_compounds_rest_three_minutes(exercise, heavy, seconds: int) -> None:
    assert default_rest_s(exercise, heavy=heavy) == seconds
