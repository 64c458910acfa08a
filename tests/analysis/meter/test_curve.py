"""Reps against load: guesses made to fall, and what lies between and beyond them."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from befit_tui.analysis.meter.curve import BEYOND, HABIT, Knot, RepCurve, falling

knots = st.lists(
    st.builds(Knot, st.floats(-2, 2), st.floats(-10, 30), st.floats(0.01, 50)),
    min_size=1,
    max_size=20,
    unique_by=lambda knot: round(knot.load, 3),
)


def reps(*found: tuple[float, float, float]) -> list[float]:
    """What becomes of guesses given as load, reps, weight."""
    return [each.reps for each in falling(Knot(*each) for each in found)]


@pytest.mark.parametrize(
    ("guessed", "made"),
    [
        ([(0, 9, 1), (1, 7, 1)], [9, 7]),
        ([(1, 7, 1), (0, 9, 1)], [9, 7]),
        ([(0, 7, 1), (1, 9, 1)], [8, 8]),
        ([(0, 6, 3), (1, 10, 1)], [7, 7]),
        ([(0, 9, 1), (1, 5, 1), (2, 7, 1), (3, 4, 1)], [9, 6, 6, 4]),
        ([(0, 5, 1), (1, 6, 1), (2, 10, 1)], [7, 7, 7]),
    ],
    ids=["falls", "any order", "rises", "weighted", "in the middle", "all rise"],
)
def test_neighbours_that_rise_share_their_mean(guessed, made) -> None:
    assert reps(*guessed) == pytest.approx(made)


@given(knots, st.booleans(), st.floats(-3, 3), st.floats(0, 3))
def test_a_heavier_load_never_allows_more(found, new, load, more) -> None:
    curve = RepCurve(falling(found), new)
    assert curve.at(load + more) <= curve.at(load) + 1e-9


@given(knots)
def test_guesses_that_fall_are_left_alone(found) -> None:
    made = falling(found)
    assert falling(made) == made


def test_between_two_loads_reps_go_evenly_and_beyond_them_by_a_slope() -> None:
    curve = RepCurve(falling([Knot(0, 10, 1), Knot(0.4, 6, 1)]))
    assert curve.at(0.1) == pytest.approx(9)
    assert curve.at(-0.3) == pytest.approx(10 + 0.3 * BEYOND)
    assert curve.at(0.6) == pytest.approx(6 - 0.2 * BEYOND)


def test_on_a_new_lift_the_formula_holds_beyond_habit() -> None:
    """30 kg x 10 is a 1RM of 40 kg, which is 20 kg x 30 (Epley 1985)."""
    curve = RepCurve((Knot(0, 10, 1),), new=True)
    edge = 10 + BEYOND * HABIT
    assert curve.at(-HABIT) == pytest.approx(edge)
    assert curve.at(-HABIT - 0.3) == pytest.approx(
        30 * ((1 + edge / 30) * exp(0.3) - 1)
    )
    assert curve.at(0.05) == pytest.approx(30 * ((1 + 10 / 30) * exp(-0.05) - 1))
