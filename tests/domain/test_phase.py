"""Planned blocks of training, and the joints that movements load."""

from datetime import date

import pytest

from befit_tui.catalog.catalog import load_catalog
from befit_tui.domain.codec import readable, to_plain
from befit_tui.domain.exercise import LOADED_BY, loads_joint
from befit_tui.domain.phase import Block, Stretch, block_on, stretches
from befit_tui.domain.vocabulary import Phase

BLOCK = Block(Phase.HYPERTROPHY, date(2026, 11, 2), 6)
DELOAD = Block(Phase.DELOAD, date(2026, 11, 16), 1)


def test_a_deload_interrupts_the_block_around_it() -> None:
    days = (date(2026, 11, 15), date(2026, 11, 16), date(2026, 11, 22))
    found = [block_on((BLOCK, DELOAD), day) for day in (*days, date(2026, 11, 23))]
    assert found == [BLOCK, DELOAD, DELOAD, BLOCK]
    assert (DELOAD.end, BLOCK.end) == (date(2026, 11, 22), date(2026, 12, 13))


def test_what_holds_of_blocks_that_lie_over_each_other_is_told_by_days() -> None:
    none = Block(None, date(2026, 12, 7), 1)
    assert stretches((BLOCK, DELOAD, none)) == (
        Stretch(Phase.HYPERTROPHY, date(2026, 11, 2), date(2026, 11, 15)),
        Stretch(Phase.DELOAD, date(2026, 11, 16), date(2026, 11, 22)),
        Stretch(Phase.HYPERTROPHY, date(2026, 11, 23), date(2026, 12, 6)),
    )
    assert stretches((BLOCK, BLOCK, DELOAD, BLOCK)) == stretches((BLOCK,))
    assert stretches(()) == ()


def test_outside_every_block_nothing_is_planned() -> None:
    assert block_on((BLOCK,), date(2026, 11, 1)) is None
    assert block_on((BLOCK,), date(2026, 12, 14)) is None
    assert block_on((), date(2026, 11, 2)) is None


@pytest.mark.parametrize("block", [BLOCK, DELOAD, Block(None, date(2026, 1, 1), 52)])
def test_a_block_survives_a_round_trip(block) -> None:
    assert readable(Block, [to_plain(block)]) == (block,)


@pytest.mark.parametrize(
    "change",
    [
        {"weeks": 0}, {"weeks": 53}, {"weeks": "6"}, {"weeks": True},
        {"start": None}, {"start": "2026-02-30"}, {"phase": "peaking"},
    ],
)  # fmt: skip
def test_a_block_that_cannot_be_read_plans_nothing(change) -> None:
    assert readable(Block, [to_plain(BLOCK) | change, to_plain(DELOAD)]) == (DELOAD,)


@pytest.mark.parametrize(
    ("exercise", "loaded", "spared"),
    [
        ("squat-barbell", ("knee", "hip", "lower-back"), ("elbow", "neck")),
        ("bench-press-barbell", ("shoulder", "elbow", "wrist"), ("knee", "lower-back")),
        ("bicep-curl-dumbbell", ("elbow", "wrist"), ("shoulder", "knee")),
        ("deadlift-barbell", ("lower-back", "hip"), ("neck",)),
    ],
)
def test_joints_are_loaded_by_the_movements_that_bend_them(
    exercise, loaded, spared
) -> None:
    found = load_catalog().get(exercise)
    assert all(loads_joint(found, site) for site in loaded)
    assert not any(loads_joint(found, site) for site in spared)


def test_every_pattern_of_a_joint_is_one_of_the_catalogue() -> None:
    patterns = {exercise.pattern for exercise in load_catalog()}
    assert set().union(*LOADED_BY.values()) <= patterns
    assert not loads_joint(load_catalog().get("squat-barbell"), "ear")
