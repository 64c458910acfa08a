"""How much two sets of a lift have to say about each other.

A set is a ``Point``. ``shared`` gives the covariance of two of them, in reps squared:
a sum of plain reasons why two sets of the same lift come out alike. Sets that share
much pull each other's forecast along, sets that share nothing leave it alone.

All constants but those with a source are product constants. They were fitted to real
logs of three lifters and to simulated ones, each time leaving one lifter out, and are
the same for everybody: what differs between lifters is learned from their own sets.
"""

from dataclasses import dataclass
from math import exp

LEVEL = 3.5
"""Spread of lifts around the lifter's usual number of reps."""
HEAVIER_SESSION, HEAVIER_SESSION_SPREAD = -8.0, 18.0
"""Reps per unit of ln(first load), from one session to the next. Epley's curve, which
holds on one day, would give about -40; but lifters load more when they can do more."""
HEAVIER_SET, HEAVIER_SET_SPREAD = -4.0, 6.0
"""The same within a session: tired lifters load less."""
TIRED, TIRED_SPREAD = -1.2, 0.35
"""Reps lost per hard set already done of the lift (see ``evidence.weariness``)."""
UNRATED_SPREAD = 0.6
"""How far a lift's unrated sets may end from where the lifter's usually do."""
STRENGTH, STRENGTH_DAYS = 2.7, 150.0
"""What sets have in common because strength comes and goes slowly; falls with days."""
PLACE, PLACE_DAYS = 0.6, 30.0
"""What sets in the same place of the session have in common; falls with days."""
NEAR, NEAR_LOAD = 1.5, 0.7
"""What sets with nearly the same load have in common; falls with |ln(load ratio)|."""
SESSION = 0.6
"""What the sets of one session have in common: a good or a bad day."""
NOISE, UNRATED_NOISE = 0.95, 2.0
"""Spread of one set by itself (Mitter 2022: retest SEM 0.7 to 1.1 reps), and of one
whose effort was not reported."""

_OLDEST = -600.0


@dataclass(frozen=True, slots=True)
class Point:
    """One set as evidence, measured from a common origin (see ``point``).

    ``first`` is ln of the session's first load, ``shift`` ln(load / first load), both
    from the origin. ``weariness`` counts the hard sets before it, ``place`` the sets.
    ``strength``, ``custom`` and ``near`` are powers of e, so that how far two sets are
    apart is a ratio.
    """

    session: int
    place: int
    first: float
    shift: float
    weariness: float
    rated: bool
    strength: float
    custom: float
    near: float

    @property
    def expected(self) -> float:
        """Reps above the lifter's usual that load and weariness make one expect."""
        return (
            HEAVIER_SESSION * self.first
            + HEAVIER_SET * self.shift
            + TIRED * self.weariness
        )

    @property
    def noise(self) -> float:
        """Variance of the set by itself."""
        return NOISE**2 if self.rated else UNRATED_NOISE**2


def point(
    session: int,
    place: int,
    days: float,
    loads: tuple[float, float],
    weariness: float,
    *,
    rated: bool,
) -> Point:
    """A point ``days`` after the origin (negative: before it).

    ``loads`` are ln(first load of the session) and ln(load), both from the origin.
    """
    first, load = loads
    return Point(
        session,
        place,
        first,
        load - first,
        weariness,
        rated,
        exp(max(_OLDEST, days / STRENGTH_DAYS)),
        exp(max(_OLDEST, days / PLACE_DAYS)),
        exp(load / NEAR_LOAD),
    )


def shared(a: Point, b: Point) -> float:
    """The covariance of two sets of a lift, in reps squared."""
    strength = _ratio(a.strength, b.strength)
    near = _ratio(a.near, b.near)
    total = (
        LEVEL**2
        + HEAVIER_SESSION_SPREAD**2 * a.first * b.first
        + HEAVIER_SET_SPREAD**2 * a.shift * b.shift
        + TIRED_SPREAD**2 * a.weariness * b.weariness
        + STRENGTH**2 * strength
        + NEAR**2 * near
    )
    if a.place == b.place:
        total += PLACE**2 * _ratio(a.custom, b.custom)
    if a.session == b.session:
        total += SESSION**2
    if not (a.rated or b.rated):
        total += UNRATED_SPREAD**2
    return total


def _ratio(a: float, b: float) -> float:
    return a / b if a < b else b / a
