"""Loads that doubled or halved overnight: one hand or two, or another unit."""

from collections.abc import Sequence

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.vocabulary import LoadKind, Phase

LATELY, LATER = 12, 3
"""Latest sessions that are looked at, and how many of them it takes to tell half the
load from an easy week. The first session alone is a trial (product constants)."""
TWICE = (1.8, 2.4)
"""What about twice a load is; the number in pounds is 2.2 times that in kg."""
LEAST_KG = 5.0
"""Smaller steps are steps of a rack: from 2 to 4 kg."""
FEWER = 2
"""Twice the load at fewer reps than this less is a heavier day, and no question."""
_HANDS = "one hand or two, or another unit?"

Top = tuple[float, int]
"""The heaviest load of a session in kilograms, and the most reps done with it."""


def tops(past: Sequence[Session]) -> tuple[Top, ...]:
    """The heaviest of each of the latest sessions, oldest first; no deloads."""
    found = []
    for each in past[-LATELY:]:
        is_easy = each.workout.phase is Phase.DELOAD
        loaded = [
            (done.load.kg, done.reps)
            for done in each.working
            if done.load is not None and done.load.kg > 0 and done.reps
        ]
        if loaded and not is_easy and each.exercise.load is LoadKind.WEIGHT:
            found.append(max(loaded))
    return tuple(found)


def question(seen: Sequence[Top], kg: float | None) -> str:
    """What to ask about the loads of a lift and the one asked for; mostly nothing.

    It is asked where every session since a day has about twice the load of all before,
    or half, at about the same reps; and where the load asked for is twice the heaviest.
    """
    if kg and seen and _is_twice(max(load for load, _ in seen), kg):
        return f"twice the loads so far: {_HANDS}"
    for number in range(2, len(seen)):
        before, after = seen[:number], seen[number:]
        if _is_jump(before, after):
            return f"loads doubled at the same reps: {_HANDS}"
        if len(after) >= LATER and _is_jump(after[::-1], before[::-1]):
            return f"loads halved at the same reps: {_HANDS}"
    return ""


def _is_jump(light: Sequence[Top], heavy: Sequence[Top]) -> bool:
    """Whether loads doubled from the last of ``light`` to the first of ``heavy``."""
    one, two = light[-1], heavy[0]
    apart = min(load for load, _ in heavy) / max(load for load, _ in light)
    return apart >= TWICE[0] and _is_twice(one[0], two[0]) and two[1] >= one[1] - FEWER


def _is_twice(lighter: float, heavier: float) -> bool:
    least, most = TWICE
    return least <= heavier / lighter <= most and heavier - lighter > LEAST_KG
