"""The warm-up ramp, on plates and without."""

import pytest
from builders import kg

from befit_tui.analysis.planning.rows import ramp
from befit_tui.domain.plates import Gear, parse_plates
from befit_tui.domain.vocabulary import Kind

GYM = Gear(20, parse_plates("25 20 15 10 5 2.5 1.25"))


@pytest.mark.parametrize(
    ("working", "gear", "step", "expected"),
    [
        (100, GYM, 2.5, [(40, 8), (60, 5), (80, 3)]),
        (140, GYM, 2.5, [(55, 8), (82.5, 5), (110, 3)]),
        (60, GYM, 2.5, [(22.5, 8), (35, 5), (47.5, 3)]),
        (30, GYM, 2.5, [(20, 5), (22.5, 3)]),
        (25, GYM, 2.5, [(20, 3)]),
        (22.5, GYM, 2.5, []),  # the bar alone would be as hard as the work
        (20, GYM, 2.5, []),
        (32, None, 2, [(12, 8), (18, 5), (24, 3)]),
        (2, None, 2, []),
    ],
)
def test_warm_ups_rise_to_the_working_load_in_loads_that_can_be_made(
    working, gear, step, expected
):
    found = ramp(kg(working), gear=gear, step=step)
    assert [(one.load.value, one.reps[0]) for one in found] == expected
    assert all(one.kind is Kind.WARMUP for one in found)
    assert all(one.load.value <= 0.8 * working for one in found)
