"""The loads that a lifter has, guessed from those that were lifted."""

import pytest
from lifts import BENCH, CURL

from befit_tui.analysis.planning.rack import rack_of
from befit_tui.domain.grammar.owned import Owned, parse_owned
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.value import replace

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
        # 82 is 82.5 in a hurry, and shows no plates of a quarter.
        (BENCH, KG, [80, 82, 82.5, 85, 87.5], 84.5, 82.5, 85),
        (BENCH, KG, [80, 81, 81.5, 82.5, 83], 83, 83, 83.5),
        (BENCH, LB, [135], 135, 135, 140),
        (DUMBBELL, LB, [25, 30], 30, 30, 35),
        (DUMBBELL, LB, [], 29, 25, 30),
        (DUMBBELL, KG, [10, 12.5, 15], 15, 15, 17.5),
        (DUMBBELL, KG, [18, 20, 22.5], 20, 20, 22.5),
        (STACK, KG, [7, 14, 21, 28], 28, 28, 35),
        (STACK, KG, [11.25, 13.75], 13.75, 13.75, 16.25),
        (KETTLEBELL, LB, [35], 43, 35, 44),
        (KETTLEBELL, KG, [], 16, 16, 20),
        (BENCH, KG, [1500], 1982.5, 1500, None),  # no line takes more than 1500
    ],
)
def test_the_next_load_is_one_that_there_is(
    exercise, unit, used, value, below, above
) -> None:
    rack = rack_of(exercise, [Load(one, unit) for one in used], unit)
    assert (rack.below(value), rack.above(value)) == (below, above)


def test_loads_in_another_unit_say_nothing_of_this_rack() -> None:
    rack = rack_of(BENCH, [Load(81.25, KG)], LB)
    assert (rack.below(181.88), rack.nearest(Load(82.5, KG))) == (180, Load(180, LB))


def owned(line: str, unit: Unit = KG) -> Owned:
    return parse_owned(line)[unit]


@pytest.mark.parametrize(
    ("exercise", "line", "value", "below", "above"),
    [
        # Other loads were lifted elsewhere; here there are these.
        (DUMBBELL, "dumbbells 5-25/5", 22.5, 20, 25),
        (DUMBBELL, "dumbbells 5-25/5", 25, 25, None),
        (KETTLEBELL, "kettlebells 16 24", 16, 16, 24),
        (STACK, "stack 5", 28, 25, 30),
        # 20 kg of bar and two pairs: 40, 50 and 60, never 55.
        (BENCH, "bar 20, plates 10x2 5x2", 45, 40, 50),
        (BENCH, "bar 20, plates 10x2 5x2", 50, 50, None),
        (BENCH, "bar 20, plates 10 1.25", 20, 20, 22.5),
        (BENCH, "bar 20", 80, 80, 82.5),
    ],
)
def test_what_there_is_says_more_than_the_past(
    exercise, line, value, below, above
) -> None:
    used = [Load(one, KG) for one in (80, 82.5)] if exercise is BENCH else []
    rack = rack_of(exercise, used, KG, owned(line))
    assert (rack.below(value), rack.above(value)) == (below, above)


def test_nothing_is_lighter_than_the_bar() -> None:
    rack = rack_of(BENCH, [Load(80, KG)], KG, Owned(bar=20))
    assert rack.below(19) is None
    assert rack.nearest(Load(12, KG)) == Load(20, KG)
    # Who lifted less has a lighter bar.
    light = rack_of(BENCH, [Load(15, KG)], KG, Owned(bar=20))
    assert light.below(16) == 15
    curl_bar = rack_of(BENCH, [Load(17.5, KG)], LB)
    assert curl_bar.below(38.6) == 35
    assert rack_of(BENCH, [Load(80, KG)], KG).below(19) is None
