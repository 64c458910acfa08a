"""What the sets so far say together: best linear prediction, one set at a time.

This is kriging, or Gaussian process regression (Rasmussen & Williams 2006, algorithm
2.1), written as a fold. ``rows`` is the lower Cholesky factor of the covariances of
the remembered sets, ``surprises`` the error of each set's forecast from the sets
before it, in units of the forecast's own standard deviation.
"""

from collections.abc import Iterable, Sequence
from math import sqrt
from operator import mul

from befit_tui.analysis.meter.similarity import Point, shared
from befit_tui.domain.value import Value

FAR_OUT, LOWER_BOUND = 1.2, 0.6
"""Standard deviations of its noise that a set may be off before it counts less (product
constants); the second for unrated sets that say less than the others, because they
only say "at least"."""


class Memory(Value, frozen=True):
    """The remembered sets; ``Memory()`` knows nothing.

    ``reps`` is what each reached above the usual.
    """

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
