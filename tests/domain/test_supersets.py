import pytest
from builders import entry, workout

from befit_tui.domain.edit import (
    toggled,
    with_entries,
    without_entry,
    without_lone,
)
from befit_tui.domain.errors import BefitError


def rows(*numbers):
    return tuple(entry(f"e{n}", superset=number) for n, number in enumerate(numbers))


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ((None, None, None), 0, (1, 1, None)),
        ((1, 1, None), 0, (None, None, None)),
        ((1, 1, None), 1, (1, 1, 1)),
        ((1, 1, 1), 1, (1, 1, None)),
        ((1, 1, 1, 1), 1, (1, 1, 2, 2)),
        ((1, 1, 2, 2), 1, (1, 1, 1, 1)),
        ((None, 3, 3), 0, (3, 3, 3)),
    ],
)
def test_an_exercise_is_joined_to_the_one_below_or_parted(before, index, after):
    found = toggled(rows(*before), index)
    assert tuple(one.superset for one in found) == after


def test_the_last_exercise_has_none_below():
    with pytest.raises(BefitError, match="needs an exercise below"):
        toggled(rows(None, None), 1)


def test_one_exercise_alone_is_no_superset():
    assert without_lone(rows(1, None, 2, 2)) == rows(None, None, 2, 2)


def test_a_superset_goes_with_all_but_one_of_its_exercises():
    rest = without_entry(workout(*rows(1, 1, 2, 2)), 1)
    assert [one.superset for one in rest.entries] == [None, 2, 2]


def test_supersets_of_two_workouts_stay_apart_in_one():
    both = with_entries(rows(1, 1, None), rows(1, 1, None, 0, 0))
    assert [one.superset for one in both] == [1, 1, None, 3, 3, None, 2, 2]
