"""Where the target allows failure the meter says what technical failure looks like."""

from datetime import timedelta

import pytest
from builders import MONDAY, done, entry, workout
from ui.rig import befit

from befit_tui.domain.workout import SetTarget, Target


def curls(day: int, left: tuple[int, int]):
    target = Target(sets=(SetTarget(reps=(8, 12), left=left),) * 3)
    sets = [done(30, 10, left=1.0, id=f"c{day}-{n}") for n in range(3)]
    return workout(
        entry("bicep-curl-cable", *sets, target=target), day=day, name="Arms"
    )


@pytest.mark.parametrize(
    ("left", "size", "says"),
    [
        ((0, 1), (200, 60), True),
        ((0, 1), (120, 40), True),
        ((1, 3), (120, 40), False),
    ],
)
async def test_the_meter_says_how_the_lift_fails_when_it_may(
    tmp_path, left, size, says
):
    past = [curls(day, left) for day in (0, 3, 7)]

    now = MONDAY + timedelta(days=10)
    async with befit(tmp_path, past, size=size, now=now) as rig:
        await rig.press("enter")
        assert ("The hips swing, the elbows" in rig.screen) is says


async def test_one_key_shows_what_the_lift_is(tmp_path):
    async with befit(tmp_path, [curls(0, (1, 3))], size=(60, 20)) as rig:
        await rig.press("enter", "i")
        text = " ".join(rig.screen.replace("│", " ").split())
        for said in ("What the exercise is", "Muscles", "Set-up",
                     "Technical failure looks like", "✓ Good to take"):  # fmt: skip
            assert said in text
        await rig.press("escape")
        assert "Muscles" not in rig.screen
