"""The algebra of the meter, against sums that can be done by hand."""

from math import sqrt

import pytest

from befit_tui.analysis.meter.memory import (
    NOISE,
    Memory,
    Point,
    expect,
    freshness,
    recall,
    remember,
    shared,
    spread,
)


def at(
    session: int = 0,
    *,
    days: float = 0,
    load: float = 0,
    place: int = 0,
    rated: bool = True,
) -> Point:
    """A point with plain values; ``load`` is ln of the load."""
    return Point(session, place, days, load, load, 0.0, rated)


def test_an_empty_memory_expects_the_usual() -> None:
    assert expect(Memory(), [at()]) == [0]
    assert spread(Memory(), at()) == pytest.approx(sqrt(shared(at(), at()) + NOISE))


def test_one_set_pulls_the_next_by_what_they_share() -> None:
    """The textbook case: cov / var of the surprise, and the variance left over."""
    known, asked = at(0), at(1, days=7)
    memory = remember(Memory(), known, 3.0)
    variance, covariance = shared(known, known) + NOISE, shared(known, asked)
    assert expect(memory, [asked])[0] == pytest.approx(3 * covariance / variance)
    left_over = shared(asked, asked) + NOISE - covariance**2 / variance
    assert spread(memory, asked) == pytest.approx(sqrt(left_over))


def test_two_sets_as_solved_by_hand() -> None:
    """Weights of two sets by Cramer's rule."""
    one, two, asked = at(0, days=-14), at(1, days=-7), at(2)
    memory = remember(remember(Memory(), one, 1.0), two, 4.0)
    a, d = (shared(each, each) + NOISE for each in (one, two))
    b = shared(one, two)
    p, q = shared(one, asked), shared(two, asked)
    wanted = ((p * d - q * b) * 1.0 + (q * a - p * b) * 4.0) / (a * d - b * b)
    assert expect(memory, [asked])[0] == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (at(days=-7), at(days=-70)),
        (at(load=0.02), at(load=0.2)),
        (at(place=0), at(place=1)),
        (at(session=9), at(session=8)),
    ],
    ids=["time", "load", "place", "day"],
)
def test_alike_sets_share_more(near: Point, far: Point) -> None:
    asked = at(session=9)
    assert shared(asked, near) > shared(asked, far)


def test_likeness_is_mutual_and_survives_decades() -> None:
    old, new = at(days=-20_000), at(session=3, load=0.3)
    assert shared(old, new) == shared(new, old) > 0


def test_one_odd_set_among_many_is_doubted() -> None:
    steady = [(at(week, days=7 * week), 0.0) for week in range(8)]
    odd = (at(8, days=56), 9.0)
    asked = at(9, days=63)
    believed = Memory()
    for place, reps in (*steady, odd):
        believed = remember(believed, place, reps)
    doubted = recall([*steady, odd])
    assert 0 <= expect(doubted, [asked])[0] < expect(believed, [asked])[0]


def test_an_unrated_set_pulls_up_more_than_down() -> None:
    """It says "at least": fewer reps than usual may only mean that it was easy."""
    steady = [(at(week, days=7 * week), 0.0) for week in range(8)]

    def pulled(reps: float) -> float:
        easy = (at(8, days=56, rated=False), reps)
        return expect(recall([*steady, easy]), [at(9, days=63)])[0]

    assert pulled(4) > 0 > pulled(-4)
    assert pulled(4) > -pulled(-4)


@pytest.mark.parametrize("place", [0, 2])
def test_a_set_with_another_load_is_the_set_that_was_built_with_it(place: int) -> None:
    """The first set of a day is what the others of the day are measured from."""
    first = 0.3 if place == 0 else 0.1
    built = Point(4, place, -3, first, 0.3, 0.0, True)
    other = Point(4, place, -3, 0.1, 0.1, 0.0, True)
    assert other.moved(0.3) == built


def test_the_say_of_a_load_fades_with_days() -> None:
    now = at(9, days=0)
    assert freshness(now, now) == 1
    assert freshness(at(days=-400), now) < 0.2 < freshness(at(days=-60), now) < 0.8
