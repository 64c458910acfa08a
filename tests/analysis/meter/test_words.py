"""The words of the meter: always a band, never "0 left"."""

import pytest

from befit_tui.analysis.meter import Left, Reading, stop_at, words
from befit_tui.analysis.meter.reading import basis_words


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (Left(2, 1, 3), "about 2 left (1-3)"),
        (Left(1, 0, 2.4), "about 1 left (0-2)"),
        (Left(3, 2.6, 3.4), "about 3 left (2-4)"),
        (Left(1, 0.5, 1.5), "about 1 left (0-2)"),
        (Left(4, 2, 6), "4 or more left"),
        (Left(11, 9, 14), "4 or more left"),
        (Left(0, 0, 0), "0-1 left"),
        (Left(0, 0, 1), "0-1 left"),
        (Left(0.5, 0, 2), "0-2 left"),
        (Left(0, 0, 3.2), "0-3 left"),
    ],
)
def test_words(left: Left, said: str) -> None:
    assert words(left) == said


def test_left_never_goes_below_zero() -> None:
    said = Reading(max_reps=8, low=7, high=9.5, assessable=True)
    assert said.left(6) == Left(2, 1, 3.5)
    assert said.left(9) == Left(0, 0, 0.5)
    assert Reading(reason="no load given").left(5) is None


@pytest.mark.parametrize(
    ("max_reps", "target", "rep"),
    [(10, 2, 8), (9.5, 1, 8), (2, 2, None), (None, 2, None)],
)
def test_stop_at(max_reps: float | None, target: float, rep: int | None) -> None:
    assert stop_at(Reading(max_reps=max_reps), target) == rep


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((11, 3, 0), "11 sessions of this lift · 3 days ago"),
        ((1, 1, 0), "1 session of this lift · yesterday"),
        ((4, 0, 2), "2 sets today · 4 sessions · today"),
        ((0, None, 1), "1 set today"),
        ((0, None, 0), ""),
    ],
)
def test_basis(facts: tuple[int, int | None, int], said: str) -> None:
    assert basis_words(*facts) == said
