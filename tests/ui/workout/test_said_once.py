"""What the workout screen has to say it says in one place, at every size."""

import pytest
from builders import done, entry, workout
from ui.rig import befit

SIZES = [(200, 60), (160, 48), (120, 40), (120, 26), (80, 24), (60, 20)]


def past():
    """Two sessions that leave a target, a best and a budget to tell."""
    return [
        workout(
            entry(
                "bench-press-barbell",
                *(done(80, 7, left=1, id=f"{day}-{n}") for n in range(3)),
            ),
            day=day,
        )
        for day in (0, 7)
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_a_fact_stands_in_one_place(tmp_path, size):
    async with befit(tmp_path, past(), size=size) as rig:
        await rig.press("enter", "enter", "1")
        for words in ("1-3 left", "ties", "stop after", "of 3 sets"):
            assert rig.screen.count(words) == 1, words
        assert rig.screen.count("Failure ") == 1  # the budget, or its sets
        await rig.type("8 bananas")
        await rig.press("enter")
        assert rig.screen.count("That cannot be read") == 1
