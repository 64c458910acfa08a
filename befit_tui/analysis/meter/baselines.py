"""What other apps would say: formulas on past sets, blind to effort and order.

Each takes the load in kilograms and earlier loaded sets, and gives the reps to failure.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import takewhile

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.workout import LoggedSet

BEST_OF = timedelta(days=90)
"""How far back the best set of a lift is looked for (product constant)."""
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
    kg: float, past: Sequence[Session], session: Session, earlier: Iterable[LoggedSet]
) -> dict[str, float]:
    """What each baseline forecasts for a set of ``kg``, by name.

    ``past`` are the sessions of the lift before ``session``, oldest first, ``earlier``
    the sets of ``session`` that were done before.
    """
    loaded = ((each, _loaded(each.working)) for each in reversed(past))
    last = next((sets for _, sets in loaded if sets), [])
    since = session.workout.started_at - BEST_OF
    lately = takewhile(lambda each: each.workout.started_at >= since, reversed(past))
    recent = [done for each in lately for done in _loaded(each.working)]
    before = _loaded(earlier) or last
    found = {
        "epley_last": epley(kg, last),
        "epley_90_days": epley(kg, recent or last),
        "brzycki_last": brzycki(kg, last),
        "last_set": float(before[-1][1]) if before else 0.0,
    }
    return {name: min(MOST_REPS, max(0.0, reps)) for name, reps in found.items()}


NAMES = ("epley_last", "epley_90_days", "brzycki_last", "last_set")


def _loaded(sets: Iterable[LoggedSet]) -> list[LoadedSet]:
    return [
        (done.load.kg, done.reps)
        for done in sets
        if done.load is not None and done.load.kg > 0 and done.reps is not None
    ]
