"""The words of the meter: always a band, never "0 left"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.analysis.meter.ask import Left, Reading, basis_words
from befit_tui.domain.effort import whole


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (Left(2, 1, 3), "about 2 left (1-3)"),
        (Left(1, 0, 2.4), "about 1 left (0-2)"),
        (Left(3, 2.6, 3.4), "about 3 left (2-4)"),
        (Left(1, 0.5, 1.5), "about 1 left (0-2)"),
        (Left(2.5, 1.5, 3.5), "about 2 left (1-4)"),
        (Left(4, 2, 6), "4 or more left (2-6)"),
        (Left(11, 9, 14), "4 or more left (9-14)"),
        (Left(0, 0, 0), "0-1 left (0-1)"),
        (Left(0, 0, 1), "0-1 left (0-1)"),
        (Left(0.5, 0, 2), "0-1 left (0-2)"),
        (Left(0, 0, 3.2), "0-1 left (0-3)"),
    ],
)
def test_words(left: Left, told: str) -> None:
    assert left.words == told


@given(st.floats(0, 40), st.floats(0, 10), st.floats(0, 10))
def test_a_number_stands_in_its_band_and_never_alone(
    value: float, below: float, above: float
) -> None:
    left = Left(value, max(0.0, value - below), value + above)
    number, (low, high) = left.number, left.band
    lowest, highest = {"0-1": (0, 1), "4+": (4, 50)}.get(
        number, (int(number[0]), int(number[0]))
    )
    assert low < high
    assert low <= highest
    assert high >= lowest
    assert number != "0"


@given(st.integers(2, 60), st.integers(1, 30))
def test_each_rep_takes_one_of_those_left(halves: int, rep: int) -> None:
    most = halves / 2
    assert whole(most - rep) == whole(most) - rep


def test_left_never_goes_below_zero() -> None:
    reading = Reading(max_reps=8, low=7, high=9.5)
    assert reading.left(6) == Left(2, 1, 3.5)
    assert reading.left(9) == Left(0, 0, 0.5)
    assert Reading(reason="no load given").left(5) is None


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ((11, "3 days ago", 0), "11 sessions of this lift · 3 days ago"),
        ((1, "yesterday", 0), "1 session of this lift · yesterday"),
        ((4, "today", 2), "2 sets today · 4 sessions · today"),
        ((0, "", 1), "1 set today"),
        ((0, "", 0), ""),
    ],
)
def test_basis(facts: tuple[int, str, int], told: str) -> None:
    assert basis_words(*facts) == told
