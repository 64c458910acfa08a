from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.ui.widgets.charts.scale import (
    Scale,
    date_ticks,
    even_axis,
    floor_axis,
    moment,
    nice_ticks,
    page,
    tick_labels,
)

finite = st.floats(-1e6, 1e6).map(lambda x: round(x, 3))


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (84, 133, 6, [90, 100, 110, 120, 130]),
        (0, 21, 5, [0, 5, 10, 15, 20]),
        (99.8, 101.1, 4, [100, 100.5, 101]),
        (-0.03, 0.03, 3, [-0.02, 0, 0.02]),
        (101, 104, 1, [104]),
        (80, 80, 4, [80]),
    ],
)
def test_ticks_are_round_numbers(low, high, most, ticks):
    assert nice_ticks(low, high, most) == ticks


@given(finite, finite, st.integers(1, 12))
@settings(max_examples=150)
def test_ticks_lie_in_range_evenly_and_not_too_many(a, b, most):
    low, high = sorted((a, b))
    ticks = nice_ticks(low, high, most)
    assert 1 <= len(ticks) <= most
    assert all(low - 1e-6 <= tick <= high + 1e-6 for tick in ticks)
    steps = [b - a for a, b in pairwise(ticks)]
    assert steps == pytest.approx([steps[0]] * len(steps) if steps else [])


@given(st.floats(-500, 500), st.floats(0.5, 500), st.integers(2, 40))
@settings(max_examples=150)
def test_an_even_axis_holds_the_data(low, span, rows):
    (bottom, top), ticks = even_axis(low, low + span, rows)
    assert bottom <= low + 1e-6
    assert top >= low + span - 1e-6
    assert span >= 0.7 * (top - bottom) - 1e-6
    assert all(bottom <= tick <= top for tick in ticks)


@pytest.mark.parametrize("dots", [1, 2, 4])
@pytest.mark.parametrize("rows", [5, 9, 10, 11, 12, 17, 30])
def test_ticks_of_an_even_axis_are_equally_many_rows_apart(rows, dots):
    ends, ticks = even_axis(87.2, 134.9, rows)
    scale = Scale(*ends, rows * dots - 1, 0)
    places = [scale(tick) // dots for tick in ticks]
    assert len({a - b for a, b in pairwise(places)}) == 1


def test_a_flat_line_has_an_axis_too():
    assert even_axis(80, 80, 6)[0] == (76, 84)


def test_pages_are_counted_from_the_latest():
    assert page(90, 89, 50) == range(40, 90)
    # The first page is as full as the others: nothing but the start of the log is left.
    assert page(90, 39, 50) == range(50)
    assert page(3, 0, 50) == range(3)


@pytest.mark.parametrize(
    ("ticks", "labels"),
    [
        ([90, 100], ["90", "100"]),
        ([0, 0.5], ["0.0", "0.5"]),
        ([2.25, 2.5], ["2.25", "2.50"]),
    ],
)
def test_labels_have_the_decimals_the_step_needs(ticks, labels):
    assert tick_labels(ticks) == labels


@pytest.mark.parametrize(
    ("first", "last", "most", "labels"),
    [
        (date(2025, 9, 25), date(2026, 11, 20), 6, "Oct 2025,Jan 2026,Apr,Jul,Oct"),
        (date(2026, 11, 1), date(2026, 11, 23), 4, "1 Nov,8 Nov,15 Nov,22 Nov"),
        (date(2026, 11, 20), date(2026, 11, 23), 5, "20 Nov,21 Nov,22 Nov,23 Nov"),
        (date(2006, 3, 1), date(2026, 3, 1), 5, "2010,2015,2020,2025"),
        (date(2026, 12, 1), date(2027, 2, 1), 3, "Dec 2026,Jan 2027,Feb"),
        (date(2026, 11, 23), date(2026, 11, 23), 1, "23 Nov"),
    ],
)  # fmt: skip
def test_date_ticks_suit_the_length_of_time(first, last, most, labels):
    assert ",".join(label for _, label in date_ticks(first, last, most)) == labels


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.integers(0, 9000),
    st.integers(1, 12),
)
@settings(max_examples=150)
def test_date_ticks_lie_in_range_in_order(first, days, most):
    last = first + timedelta(days)
    ticks = [day for day, _ in date_ticks(first, last, most)]
    assert 1 <= len(ticks) <= most
    assert ticks == sorted(set(ticks))
    assert first <= ticks[0]
    assert ticks[-1] <= last


@given(finite, finite, finite)
@settings(max_examples=80)
def test_a_scale_never_leaves_its_ends(low, high, value):
    assert 3 <= Scale(low, high, 3, 40)(value) <= 40


def test_a_scale_may_run_downwards():
    upside_down = Scale(0, 10, 9, 0)
    assert [upside_down(v) for v in (0, 10, 99)] == [9, 0, 0]


def test_a_time_lies_within_its_day():
    noon = datetime(2026, 4, 10, 12, tzinfo=UTC)
    assert moment(noon) - moment(date(2026, 4, 10)) == 0.5


@pytest.mark.parametrize(
    ("most", "rows", "step", "apart"),
    [
        (57, 8, 25, 3),
        (57, 13, 10, 2),
        (20, 8, 5, 2),
        (1, 3, 1, 3),
        (0.5, 1, 1, 1),
        (150, 27, 50, 9),
    ],
)
def test_an_axis_from_zero_fills_its_rows(most, rows, step, apart):
    assert floor_axis(most, rows) == (step, apart)


@given(st.floats(0, 5000), st.integers(1, 60))
@settings(max_examples=60)
def test_an_axis_from_zero_holds_its_highest_value(most, rows):
    step, apart = floor_axis(most, rows)
    assert rows * step / apart >= most - 1e-6


@pytest.mark.parametrize("rows", range(4, 30))
def test_what_is_never_below_zero_has_no_row_there(rows):
    (bottom, top), ticks = even_axis(0.4, 14.2, rows)
    assert min(ticks) >= 0
    assert bottom >= -top / rows
    assert top >= 14.2
