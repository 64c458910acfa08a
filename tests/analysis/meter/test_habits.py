"""Plain guesses: what somebody with the log in hand would name."""

import pytest

from befit_tui.analysis.meter.curve import guesses, weighted_median
from befit_tui.analysis.meter.memory import Point


def at(session: int, place: int, load: float) -> Point:
    return Point(session, place, 7.0 * session, load, load, 0.0, True)


LOG = [
    (at(0, 0, 0.0), 10.0), (at(0, 1, 0.0), 9.0),
    (at(1, 0, 0.1), 8.0), (at(1, 1, 0.0), 7.0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (at(2, 0, 0.0), (10, 7, 7, 9)),
        (at(2, 1, 0.0), (7, 7, 7, 9)),
        (at(2, 0, 0.1), (8, 8, 6, 8)),
        (at(2, 0, 0.5), (None, None, 2, None)),
        (at(2, 3, 0.0), (None, 7, 7, 9)),
        (at(1, 1, 0.0), (9, 7, 7, 9)),
    ],
    ids=["first", "second", "heavier", "new load", "new place", "same day"],
)
def test_the_four_ways_to_name_a_set(asked: Point, named: tuple) -> None:
    """Same load and place, same load, the set before, the usual there."""
    points, reps = zip(*LOG, strict=True)
    assert guesses(points, reps, asked) == pytest.approx(named)


def test_an_empty_log_is_silent() -> None:
    assert guesses((), (), at(0, 0, 0.0)) == (None,) * 4


@pytest.mark.parametrize(
    ("found", "middle"),
    [
        ([(7, 1)], 7),
        ([(9, 1), (7, 1), (8, 1)], 8),
        ([(7, 1), (8, 1), (12, 5)], 12),
        ([(7, 2), (12, 2)], 7),
    ],
)
def test_half_of_the_weight_lies_on_either_side(found, middle) -> None:
    assert weighted_median(found) == middle
