"""How much sets have to say about each other, and what all so far say together.

A set is a ``Point``. ``shared`` gives the covariance of two of them, in reps squared:
a sum of plain reasons why two sets come out alike. The constants are product constants
unless they name a source: chosen on real logs of three lifters and on simulated ones,
rounded, and the same for everybody. Most can be changed by a third without changing
the error by one percent. What differs between lifters is learned from their own sets.

The prediction is kriging, or Gaussian process regression (Rasmussen & Williams 2006,
algorithm 2.1), written as a fold, one set at a time. ``rows`` is the lower Cholesky
factor of the covariances of the remembered sets, ``surprises`` the error of each set's
forecast from the sets before it, in units of the forecast's own standard deviation.
"""

from collections.abc import Iterable, Sequence
from math import exp, sqrt
from operator import mul

from befit_tui.domain.value import Value, replace

LEVEL = 3.0**2
"""What a lifter's lifts share, around their usual number of reps."""
HEAVIER_SESSION, HEAVIER_SPREAD = -12.0, 20.0**2
"""Reps per unit of ln(first load) from one session to the next. Epley's curve, which
holds within a day, would give -40; but lifters load more when they can do more."""
HEAVIER_SET = -6.0
"""The same from set to set: tired lifters load less."""
TIRED, TIRED_SPREAD = -1.1, 0.4**2
"""Reps lost for each hard set of the lift done before (``evidence.weariness``)."""
UNRATED_SPREAD = 1.2**2
"""How far a lift's unrated sets end from where this lifter's unrated sets do."""
STRENGTH, STRENGTH_DAYS = 2.0**2, 200.0
"""What sets share because strength comes and goes; falls to 1/e in so many days."""
TWIN, TWIN_LOAD = 0.85**2, 0.10
"""What sets share with the same load in the same place: a routine; falls with days."""
NEAR, NEAR_LOAD = 1.6**2, 0.65
"""What sets with nearly the same load share; falls with |ln(load ratio)|."""
SESSION = 0.7**2
"""What the sets of one session share: a good or a bad day."""
NOISE, UNRATED_NOISE = 0.75**2, 1.8**2
"""Variance of one set by itself (Mitter 2022: retest SEM 0.7 to 1.1 reps), and of one
whose effort was not reported."""
FAR_OUT, LOWER_BOUND = 1.2, 0.6
"""Standard deviations of its noise that a set may be off before it counts less (product
constants); the second for unrated sets that say less than the others, because they
only say "at least"."""


class Point(Value, frozen=True):
    """One set as evidence, at number and place of its session.

    ``days`` and ln of the ``first`` load of the session and of its own ``load`` are
    measured from a common origin.
    """

    session: int
    place: int
    days: float
    first: float
    load: float
    weariness: float
    rated: bool

    def moved(self, load: float) -> "Point":
        """The same set with another load, which the first of a day sets for it."""
        return replace(self, first=self.first if self.place else load, load=load)

    @property
    def expected(self) -> float:
        """Reps above the lifter's usual that load and weariness make one expect."""
        heavier = HEAVIER_SESSION * self.first + HEAVIER_SET * (self.load - self.first)
        return heavier + TIRED * self.weariness

    @property
    def noise(self) -> float:
        """Variance of the set by itself."""
        return NOISE if self.rated else UNRATED_NOISE


def shared(a: Point, b: Point) -> float:
    """The covariance of two sets of a lift, in reps squared."""
    lasting, apart = freshness(a, b), abs(a.load - b.load)
    total = (
        LEVEL
        + HEAVIER_SPREAD * a.first * b.first
        + TIRED_SPREAD * a.weariness * b.weariness
        + STRENGTH * lasting
        + NEAR * exp(-apart / NEAR_LOAD)
    )
    if a.place == b.place:
        total += TWIN * exp(-apart / TWIN_LOAD) * lasting
    if a.session == b.session:
        total += SESSION
    if not (a.rated or b.rated):
        total += UNRATED_SPREAD
    return total


def freshness(known: Point, at: Point) -> float:
    """How much a set says of what a load allows now: 1 today, less with days."""
    return exp(-abs(known.days - at.days) / STRENGTH_DAYS)


class Memory(Value, frozen=True):
    """The remembered sets and what each reached above the usual; empty at first."""

    points: tuple[Point, ...] = ()
    reps: tuple[float, ...] = ()
    rows: tuple[tuple[float, ...], ...] = ()
    surprises: tuple[float, ...] = ()


def expect(memory: Memory, at: Sequence[Point]) -> list[float]:
    """Reps above the usual that each of some sets will reach."""
    pulls = _back(memory)
    return [
        each.expected + _dot((shared(each, known) for known in memory.points), pulls)
        for each in at
    ]


def spread(memory: Memory, at: Point) -> float:
    """The standard deviation of what ``expect`` says of one set."""
    pulls = _solve(memory.rows, [shared(at, known) for known in memory.points])
    variance = shared(at, at) + at.noise - _dot(pulls, pulls)
    return sqrt(max(variance, at.noise))


def remember(memory: Memory, at: Point, reps: float) -> Memory:
    """The memory with one more set, which reached ``reps`` above the usual."""
    likeness = [shared(at, known) for known in (*memory.points, at)]
    return _with(memory, at, reps, likeness, at.noise)


def recall(sets: Sequence[tuple[Point, float]]) -> Memory:
    """The memory of sets in the order done; those that fit nothing else count less."""
    likeness = [
        [shared(at, known) for known, _ in sets[: number + 1]]
        for number, (at, _) in enumerate(sets)
    ]
    memory = _recall(sets, likeness, [at.noise for at, _ in sets])
    noise = [
        _doubted(at, pull) for (at, _), pull in zip(sets, _back(memory), strict=True)
    ]
    return _recall(sets, likeness, noise)


def _doubted(at: Point, pull: float) -> float:
    """The variance of a set by itself, more if it pulls away from all the others."""
    bound = LOWER_BOUND if pull < 0 and not at.rated else FAR_OUT
    return at.noise * max(1.0, at.noise * (pull / bound) ** 2)


def _recall(
    sets: Sequence[tuple[Point, float]],
    likeness: Sequence[Sequence[float]],
    noise: Sequence[float],
) -> Memory:
    memory = Memory()
    for (at, reps), alike, own in zip(sets, likeness, noise, strict=True):
        memory = _with(memory, at, reps, alike, own)
    return memory


def _with(
    memory: Memory, at: Point, reps: float, likeness: Sequence[float], noise: float
) -> Memory:
    """One more row of the factor; ``likeness`` ends with the point's own variance."""
    pulls = _solve(memory.rows, likeness)
    own = sqrt(likeness[-1] + noise - _dot(pulls, pulls))
    surprise = (reps - at.expected - _dot(pulls, memory.surprises)) / own
    return Memory(
        (*memory.points, at),
        (*memory.reps, reps),
        (*memory.rows, (*pulls, own)),
        (*memory.surprises, surprise),
    )


def _dot(a: Iterable[float], b: Iterable[float]) -> float:
    total: float = sum(map(mul, a, b))
    return total


def _solve(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of L x = right, with L given by its rows."""
    found: list[float] = []
    for row, value in zip(rows, right, strict=False):
        found.append((value - _dot(row, found)) / row[-1])
    return found


def _back(memory: Memory) -> list[float]:
    """How hard each set pulls: the solution of (L transposed) x = surprises."""
    rest = list(memory.surprises)
    for row in reversed(memory.rows):
        last = len(row) - 1
        rest[last] /= row[last]
        for place in range(last):
            rest[place] -= row[place] * rest[last]
    return rest
