"""How far one lift swings from session to session when nothing has changed."""

from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt

FLOOR = 0.015
"""No lift is believed steadier than this; bench in a real log: 1.1 to 1.8%."""

BARBELL_DEFAULT = 0.03
OTHER_DEFAULT = 0.04
"""Typical errors of a lift that has not shown its own; real log: 1.1 to 4.6%."""

PRIOR_SESSIONS = 4
"""How many session-to-session changes the default is worth (product constant)."""

KEPT = 0.9
"""The largest tenth of the changes is left out: real gains and losses are there."""

KEPT_MEAN = 0.657
"""Mean size of the smallest nine tenths of normal deviations of unit spread."""


def typical_error(values: Sequence[float], default: float) -> float:
    """The session-to-session error of a lift, as a share: 0.02 is 2%.

    ``values`` are positive and in order; see ``error_of_steps``.
    """
    steps = [log(later / earlier) for earlier, later in pairwise(values)]
    return error_of_steps(steps, default)


def error_of_steps(steps: Sequence[float], default: float) -> float:
    """The error behind log differences of a lift from one session to another.

    From their trimmed mean size; drawn towards ``default`` while they are few, never
    below 1.5%. A median would jump between nothing and a whole rep in logs where loads
    stand still.
    """
    count = len(steps)
    if not count:
        return max(FLOOR, default)
    kept = sorted(map(abs, steps))[: max(1, round(KEPT * count))]
    spread = sum(kept) / len(kept) / KEPT_MEAN / sqrt(2)
    drawn = (count * spread**2 + PRIOR_SESSIONS * default**2) / (count + PRIOR_SESSIONS)
    return max(FLOOR, sqrt(drawn))


def default_error(equipment: str) -> float:
    """The typical error to start from, by the catalogue's word for equipment."""
    return BARBELL_DEFAULT if equipment == "barbell" else OTHER_DEFAULT
