"""What a set costs in keys; the counts are promises, so they are counted here."""

from contextlib import asynccontextmanager

import pytest
from builders import done, entry, kg, workout
from ui.rig import KEYS, befit

from befit_tui.domain.vocabulary import End, Form

LIFTS = ("bench-press-barbell", "row-barbell", "biceps-curl-dumbbell",
         "triceps-pushdown-cable", "lateral-raise-dumbbell")  # fmt: skip


class Counter:
    """Presses keys and counts them."""

    def __init__(self, rig):
        self.rig = rig
        self.keys = []

    async def __call__(self, *keys):
        self.keys += keys
        await self.rig.press(*(KEYS.get(key, key) for key in keys))


def session(day=0, *, lifts=LIFTS, sets=4):
    """Sets of 10 with three left: what is planned next is the same again."""
    entries = [
        entry(
            lift,
            *(
                done(40, 10, id=f"{day}-{lift}-{n}", left=3, end=End.STOPPED)
                for n in range(sets)
            ),
        )
        for lift in lifts
    ]
    return workout(*entries, day=day, name="Full body")


@asynccontextmanager
async def at_the_first_set(folder):
    async with befit(folder, [session(lifts=LIFTS[:1])]) as rig:
        await rig.press("enter")
        yield rig, Counter(rig)


@pytest.mark.parametrize(
    ("keys", "cost", "change", "left", "end"),
    [
        (("enter", "2"), 2, None, 2, End.STOPPED),
        (("f",), 1, None, 0, End.TECHNICAL),
        (("left", "enter", "2"), 3, -1, 2, End.STOPPED),
        (("right", "enter", "1"), 3, 1, 1, End.STOPPED),
    ],
)
async def test_a_planned_set_costs_one_to_three_keys(
    tmp_path, keys, cost, change, left, end
):
    async with at_the_first_set(tmp_path) as (rig, press):
        row = rig.cursor.set_row
        planned = row.planned
        await press(*keys)
        (only,) = rig.sets
        assert only.load == planned.load
        assert only.reps == planned.reps + (change or 0)
        assert (only.left, only.end, only.form) == (left, end, Form.INTACT)
        assert len(press.keys) == cost


async def test_a_new_load_and_reps_with_reps_left_cost_eight_keys(tmp_path):
    async with at_the_first_set(tmp_path) as (rig, press):
        await press(*"47.5x6", "enter", "2")
        (only,) = rig.sets
        assert (only.load, only.reps, only.left) == (kg(47.5), 6, 2)
        assert len(press.keys) == 8


async def test_twenty_sets_of_a_plan_cost_at_most_45_keys_start_and_end_included(
    tmp_path,
):
    """Three sets one rep short, four to failure, the rest as planned."""
    as_planned, short, failed = ("enter", "2"), ("left", "enter", "1"), ("f",)
    plan = [
        *(as_planned, as_planned, as_planned, short),
        *(as_planned, as_planned, short, as_planned),
        *(as_planned, as_planned, as_planned, failed),
        *(as_planned, as_planned, short, failed),
        *(as_planned, as_planned, failed, failed),
    ]

    async with befit(tmp_path, [session()]) as rig:
        press = Counter(rig)
        await press("enter")
        for keys in plan:
            await press(*keys)
        assert len(rig.sets) == 20
        assert [one.end for one in rig.sets].count(End.TECHNICAL) == 4
        await press("x", "enter")
        assert rig.logbook.active is None
        assert len(press.keys) <= 45


async def test_three_more_of_the_same_cost_four_keys(tmp_path):
    async with at_the_first_set(tmp_path) as (rig, press):
        await rig.press("enter", "2")
        await press(*"=x3", "enter")
        assert [one.reps for one in rig.sets] == [rig.sets[0].reps] * 4
        assert len(press.keys) == 4
