"""What other apps would say: formulas on past sets, blind to effort and order.

Each takes the load in kilograms and earlier loaded sets, and gives the reps to failure.
"""

from collections.abc import Iterable, Sequence

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.workout import LoggedSet

MOST_REPS = 30.0
"""Where every forecast is clipped, the meter's too."""

LoadedSet = tuple[float, int]
"""Kilograms and reps of one set."""


def epley(kg: float, sets: Iterable[LoadedSet]) -> float:
    """Reps by Epley 1985, 1RM = load (1 + reps / 30), from the best of ``sets``."""
    best = max((load * (1 + reps / 30) for load, reps in sets), default=0.0)
    return 30 * (best / kg - 1)


def brzycki(kg: float, sets: Iterable[LoadedSet]) -> float:
    """Reps by Brzycki 1993, 1RM = 36 load / (37 - reps), from the best of ``sets``.

    The formula has no meaning from 37 reps on; longer sets count as 36.
    """
    best = max((36 * load / (37 - min(36, reps)) for load, reps in sets), default=kg)
    return 37 - 36 * kg / best


def baselines(
    kg: float, past: Sequence[Session], earlier: Iterable[LoggedSet]
) -> dict[str, float]:
    """What each baseline forecasts for a set of ``kg``, by name.

    ``past`` are the sessions of the lift before, oldest first, ``earlier`` the sets of
    this one that were done before.
    """
    loaded = (_loaded(each.working) for each in reversed(past))
    last = next((sets for sets in loaded if sets), [])
    before = _loaded(earlier) or last
    done = float(before[-1][1]) if before else 0.0
    found = zip(NAMES, (epley(kg, last), brzycki(kg, last), done), strict=True)
    return {name: min(MOST_REPS, max(0.0, reps)) for name, reps in found}


NAMES = ("epley_last", "brzycki_last", "last_set")


def _loaded(sets: Iterable[LoggedSet]) -> list[LoadedSet]:
    return [
        (done.load.kg, done.reps)
        for done in sets
        if done.load is not None and done.load.kg > 0 and done.reps is not None
    ]
