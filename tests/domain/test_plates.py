"""Plates: sums by hand, and what must hold for any load and any set of plates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from befit_tui.domain.errors import EntryError
from befit_tui.domain.plates import (
    Gear,
    changes_words,
    nearest,
    parse_plates,
    side_for,
)

GYM = Gear(20, parse_plates("25 20 15 10 5 2.5 1.25"))
HOME = Gear(10, parse_plates("10x2 5x4 1.25x2"))


@pytest.mark.parametrize(
    ("gear", "total", "side"),
    [
        (GYM, 20, ()),
        (GYM, 60, (20,)),
        (GYM, 82.5, (25, 5, 1.25)),
        (GYM, 100, (25, 15)),
        (GYM, 140, (25, 25, 10)),
        (GYM, 81, None),
        (GYM, 15, None),
        (HOME, 50, (10, 5, 5)),
        (HOME, 52.5, (10, 5, 5, 1.25)),
        (HOME, 60, None),
    ],
)
def test_a_load_takes_the_fewest_plates_that_are_owned(gear, total, side):
    assert side_for(gear, total) == side


@pytest.mark.parametrize(
    ("before", "total", "side", "words"),
    [
        ((25, 2.5), 77.5, (25, 2.5, 1.25), "on 1.25"),
        ((25, 5), 100, (25, 15), "off 5, on 15"),
        ((20,), 60, (20,), ""),
        ((25, 25), 70, (25,), "off 25"),
        ((), 60, (20,), "on 20"),
    ],
)
def test_the_bar_of_the_set_before_is_changed_as_little_as_pays(
    before, total, side, words
):
    assert side_for(GYM, total, before) == side
    assert changes_words(before, side) == words


def test_what_cannot_be_loaded_names_the_loads_beside_it():
    assert nearest(GYM, 81) == (80, 82.5)
    assert nearest(GYM, 12) == (20,)
    assert nearest(HOME, 200) == (52.5,)
    assert nearest(Gear(20, ()), 60) == (20,)


@pytest.mark.parametrize("text", ["abc", "20x", "0", "-5", "20 x4", "1e3"])
def test_what_is_no_plate_is_refused_by_name(text):
    with pytest.raises(EntryError, match="no plate"):
        parse_plates(text)


def test_an_odd_plate_has_no_pair():
    assert parse_plates("20x3, 10x1") == ((20.0, 1), (10.0, 0))


@settings(max_examples=60)
@given(
    plates=st.lists(st.sampled_from([25, 20, 15, 10, 5, 2.5, 1.25]), max_size=6),
    total=st.integers(16, 160).map(lambda half: half * 1.25),
)
def test_a_loading_weighs_what_was_asked_and_its_plates_never_grow_outwards(
    plates, total
):
    before = tuple(sorted(plates, reverse=True))
    side = side_for(GYM, total, before)
    below_and_above = nearest(GYM, total)
    if side is None:
        assert total not in below_and_above
    else:
        assert GYM.total(side) == total
        assert list(side) == sorted(side, reverse=True)
        assert total in below_and_above
