"""What a block of training changes, and what fits into a short session."""

from datetime import date, timedelta

import pytest
from lifts import BENCH, CURL, SQUAT

from befit_tui.analysis.planning.short import Candidate, shortened
from befit_tui.analysis.planning.targets import (
    TargetZone,
    block_reps,
    default_rest_s,
    in_block,
)
from befit_tui.domain.phase import Block
from befit_tui.domain.vocabulary import Kind, Phase
from befit_tui.domain.workout import SetTarget

MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (6, [1, 1, 0, 0, -1, -1]),
        (5, [1, 1, 0, 0, -1]),
        (4, [1, 1, 0, -1]),
        (3, [1, 0, -1]),
        (2, [0, 0]),
    ],
)
def test_the_weeks_of_a_block_go_from_more_left_to_fewer(weeks, expected) -> None:
    block = Block(Phase.HYPERTROPHY, MONDAY, weeks)
    days = [MONDAY + timedelta(weeks=week, days=3) for week in range(weeks)]
    assert [block.easing(day) for day in days] == expected


GROWTH, STRENGTH = Phase.HYPERTROPHY, Phase.STRENGTH


@pytest.mark.parametrize(
    ("exercise", "zone", "phase", "easing", "expected"),
    [
        (BENCH, TargetZone(1, 3), None, 1, (1, 3)),
        (BENCH, TargetZone(1, 3), GROWTH, 1, (2, 4)),
        (BENCH, TargetZone(1, 3), GROWTH, -1, (1, 2)),
        (BENCH, TargetZone(1, 3), STRENGTH, 0, (2, 3)),
        (SQUAT, TargetZone(2, 3, stop_short=True), GROWTH, -1, (2, 3)),
        (CURL, TargetZone(0, 2, failure_ok_last=True), GROWTH, -1, (0, 1)),
        (CURL, TargetZone(0, 2, failure_ok_last=True), GROWTH, 1, (1, 3)),
        (CURL, TargetZone(0, 2, failure_ok_last=True), STRENGTH, 0, (1, 2)),
    ],
)
def test_a_block_moves_the_target(exercise, zone, phase, easing, expected) -> None:
    found = in_block(zone, exercise, phase, easing)
    assert (found.low, found.high) == expected
    assert found.failure_ok_last is (zone.failure_ok_last and not found.low)


def test_blocks_differ_in_reps_and_rest() -> None:
    assert block_reps(BENCH, STRENGTH) == (3, 6)
    assert block_reps(BENCH, GROWTH)[0] >= 6
    assert block_reps(CURL, STRENGTH) == CURL.default_reps
    assert default_rest_s(BENCH, heavy=True, phase=STRENGTH) > default_rest_s(
        BENCH, heavy=True, phase=GROWTH
    )


def candidates(*exercises, warmup=False):
    ramp = (SetTarget(kind=Kind.WARMUP),) * warmup
    sets = (*ramp, *(SetTarget(),) * 4, SetTarget(kind=Kind.DROP))
    return [Candidate(at, one, sets, 120) for at, one in enumerate(exercises)]


def counts(found):
    return {at: len(sets) for at, sets in found.items()}


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        # A set and its rest are 165 s, an exercise 60 s more.
        (5, {0: 1, 1: 0, 2: 0}),
        (10, {0: 3, 1: 0, 2: 0}),
        (16, {0: 3, 1: 0, 2: 2}),
        (25, {0: 3, 1: 2, 2: 2}),
        (40, {0: 3, 1: 2, 2: 2}),
        (120, {0: 5, 1: 5, 2: 5}),  # all of it fits
    ],
)
def test_the_first_compound_stays_then_what_was_trained_least(
    minutes, expected
) -> None:
    trained = dict.fromkeys(BENCH.primary, 12.0)
    found = shortened(candidates(SQUAT, BENCH, CURL), minutes * 60, trained)
    assert counts(found) == expected


def test_warm_ups_stay_and_drop_sets_go() -> None:
    found = shortened(candidates(SQUAT, warmup=True), 900, {})
    assert [one.kind for one in found[0]] == [Kind.WARMUP, *[Kind.WORK] * 3]
