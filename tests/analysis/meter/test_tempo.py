"""What the slowing of counted reps says, and when it says nothing."""

from itertools import accumulate

import pytest

from befit_tui.analysis.meter.ask import Left
from befit_tui.analysis.meter.tempo import nudged, slowing

STEADY = [2.3, 2.3, 2.3]


def times(*gaps: float) -> list[float]:
    """Press times from the gaps between them."""
    return list(accumulate(gaps, initial=0.0))


@pytest.mark.parametrize(
    ("gaps", "why"),
    [
        ([2.3, 2.3], "three reps are too few"),
        ([2.3] * 8, "no slowing"),
        ([*STEADY, 2.4, 2.5], "too early to tell"),
        ([*STEADY, 2.6, 3.4, 2.9], "a pause"),
        ([2.3, 0.4, 2.3, 2.6, 2.9], "a bounced key"),
        ([1.6, 2.3, 3.0, 3.0, 3.0], "no tempo to slow from"),
    ],
)
def test_what_cannot_be_read(gaps: list[float], why: str) -> None:
    assert slowing(times(*gaps)) is None, why


def test_one_sided_lifts_are_not_read() -> None:
    gaps = times(*STEADY, 2.4, 2.6, 2.8, 2.9)
    assert slowing(gaps) is not None
    assert slowing(gaps, unilateral=True) is None


def test_it_follows_the_bench_press_curve() -> None:
    """Eight reps at half the first speed are 76% of what was possible: 2.6 left
    (Gonzalez-Badillo 2017)."""
    seen = slowing(times(*STEADY, 2.5, 2.7, 3.0, 3.0), unilateral=False)
    assert seen is not None
    assert seen == pytest.approx(8 * (100 / 75.1 - 1), abs=0.6)


def test_the_slower_the_fewer_left_and_the_surer() -> None:
    early = slowing(times(*STEADY, 2.4, 2.6, 2.8, 2.8))
    late = slowing(times(2.0, 2.0, 2.0, 2.2, 2.6, 2.9, 3.0))
    assert late < early
    pulls = [
        (6 - nudged(Left(6, 4, 8), seen).value) / (6 - seen) for seen in (late, early)
    ]
    assert pulls[0] > pulls[1] > 0


def test_it_only_nudges_the_meter() -> None:
    meter = Left(3, 1, 5)
    said = nudged(meter, 1.0)
    assert 2 < said.value < 3
    assert said.low <= said.value <= said.high
    assert said.high - said.low <= 4
    assert nudged(meter, None) == meter
