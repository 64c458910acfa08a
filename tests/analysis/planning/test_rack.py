"""The loads that a lifter has, guessed from those that were lifted."""

from dataclasses import replace

import pytest
from lifts import BENCH, CURL

from befit_tui.analysis.planning.rack import rack_of
from befit_tui.domain.load import Load, Unit

KG, LB = Unit.KG, Unit.LB
DUMBBELL = replace(CURL, increment_kg=2.0)
KETTLEBELL = replace(CURL, equipment="kettlebell", increment_kg=4.0)
STACK = replace(CURL, equipment="cable", increment_kg=2.5)


@pytest.mark.parametrize(
    ("exercise", "unit", "used", "value", "below", "above"),
    [
        (BENCH, KG, [80], 81, 80, 82.5),
        (BENCH, KG, [80, 81.25, 82.5], 82.5, 82.5, 83.75),
        (BENCH, KG, [60, 70, 80], 80, 80, 82.5),
        (BENCH, LB, [135], 135, 135, 140),
        (DUMBBELL, LB, [25, 30], 30, 30, 35),
        (DUMBBELL, LB, [], 29, 25, 30),
        (DUMBBELL, KG, [10, 12.5, 15], 15, 15, 17.5),
        (DUMBBELL, KG, [18, 20, 22.5], 20, 20, 22.5),
        (STACK, KG, [7, 14, 21, 28], 28, 28, 35),
        (STACK, KG, [11.25, 13.75], 13.75, 13.75, 16.25),
        (KETTLEBELL, LB, [35], 43, 35, 44),
        (KETTLEBELL, KG, [], 16, 16, 20),
    ],
)
def test_the_next_load_is_one_that_there_is(
    exercise, unit, used, value, below, above
) -> None:
    rack = rack_of(exercise, [Load(one, unit) for one in used], unit)
    assert (rack.below(value), rack.above(value)) == (below, above)


def test_loads_in_another_unit_say_nothing_of_this_rack() -> None:
    rack = rack_of(BENCH, [Load(81.25, KG)], LB)
    assert (rack.below(181.88), rack.nearest(181.88)) == (180, 180)
