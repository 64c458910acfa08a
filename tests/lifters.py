"""Simulated lifters: a lift three times a week, whose true strength is known."""

from collections.abc import Callable
from math import exp, floor
from random import Random

from builders import done, entry, workout
from lifts import BENCH

from befit_tui.domain.history import History

TRUE_KG = 100.0
DAYS = (0, 2, 4)
LOST_A_SET = 0.4
"""How often the next set has a rep less; a real log: 31 to 46% of pairs."""


def day_of_session(index: int) -> int:
    """Monday, Wednesday, Friday, week after week."""
    return 7 * (index // 3) + DAYS[index % 3]


def weighed_finely(
    noise: float, random: Random, share: float
) -> tuple[float, int, float]:
    """A set of 5 to failure at whatever load the day allows: the noise and no more."""
    day = TRUE_KG * share * exp(random.gauss(0, noise))
    return day * 32 / 36, 5, 0


def by_whole_reps(
    noise: float, random: Random, share: float
) -> tuple[float, int, float]:
    """75 kg for whole reps, stopped near 2 left, which are called a little off."""
    day = TRUE_KG * share * exp(random.gauss(0, noise))
    can = floor(37 - 36 * 75 / day)
    called = min(3, max(0, round(2 + random.gauss(0, 0.65))))
    return 75, max(1, can - 2), called


Setter = Callable[[float, Random, float], tuple[float, int, float]]


def history_of(
    seed: int,
    noise: float,
    *,
    sessions: int,
    drop: float = 0,
    setter: Setter,
    sets: int = 1,
) -> History:
    """Sessions of one lift; the last three are ``drop`` weaker than the others.

    Further sets of a session repeat the load and lose a rep now and then.
    """
    random = Random(seed)
    made = []
    for index in range(sessions):
        share = 1 - drop if index >= sessions - 3 else 1
        load, reps, left = setter(noise, random, share)
        logged = [done(load, reps, left=left, id=f"set-{index}")]
        for number in range(1, sets):
            reps = max(1, reps - (random.random() < LOST_A_SET))
            further = done(load, reps, left=left, id=f"set-{index}-{number}")
            logged.append(further)
        made.append(workout(entry(BENCH.id, *logged), day=day_of_session(index)))
    return History(made)
