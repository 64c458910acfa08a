"""What the sets so far say together: best linear prediction, one set at a time.

This is kriging, or Gaussian process regression (Rasmussen & Williams 2006, algorithm
2.1), written as a fold. ``rows`` is the lower Cholesky factor of the covariances of
the remembered sets, ``surprises`` the error of each set's forecast from the sets
before it, in units of the forecast's own standard deviation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul

from befit_tui.analysis.meter.alike import Point, shared

FAR_OUT = 1.2
"""Leftovers beyond this many standard deviations of a set's noise count less (Huber's
weights; product constant)."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The remembered sets; ``Memory()`` knows nothing."""

    points: tuple[Point, ...] = ()
    rows: tuple[tuple[float, ...], ...] = ()
    surprises: tuple[float, ...] = ()


def expect(memory: Memory, at: Point) -> tuple[float, float]:
    """Reps above the usual that a set will reach, and the standard deviation."""
    pulls = _solve(memory.rows, [shared(at, known) for known in memory.points])
    mean = at.expected + _dot(pulls, memory.surprises)
    variance = shared(at, at) + at.noise - _dot(pulls, pulls)
    return mean, sqrt(max(variance, at.noise))


def remember(memory: Memory, at: Point, reps: float, noise: float) -> Memory:
    """The memory with one more set, which reached ``reps`` above the usual."""
    pulls = _solve(memory.rows, [shared(at, known) for known in memory.points])
    own = sqrt(shared(at, at) + noise - _dot(pulls, pulls))
    surprise = (reps - at.expected - _dot(pulls, memory.surprises)) / own
    return Memory(
        (*memory.points, at),
        (*memory.rows, (*pulls, own)),
        (*memory.surprises, surprise),
    )


def recall(sets: Sequence[tuple[Point, float]]) -> Memory:
    """The memory of sets in the order done; those that fit nothing else count less."""
    plain = _recall(sets, [at.noise for at, _ in sets])
    leftover = _back(plain.rows, plain.surprises)
    noise = [
        at.noise * max(1.0, at.noise * (weight / FAR_OUT) ** 2)
        for (at, _), weight in zip(sets, leftover, strict=True)
    ]
    return _recall(sets, noise)


def _recall(sets: Sequence[tuple[Point, float]], noise: Sequence[float]) -> Memory:
    memory = Memory()
    for (at, reps), own in zip(sets, noise, strict=True):
        memory = remember(memory, at, reps, own)
    return memory


def _dot(a: Iterable[float], b: Iterable[float]) -> float:
    total: float = sum(map(mul, a, b))
    return total


def _solve(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of L x = right, with L given by its rows."""
    found: list[float] = []
    for row, value in zip(rows, right, strict=True):
        found.append((value - _dot(row, found)) / row[-1])
    return found


def _back(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of (L transposed) x = right."""
    rest = list(right)
    for i in reversed(range(len(rows))):
        rest[i] /= rows[i][i]
        for j in range(i):
            rest[j] -= rows[i][j] * rest[i]
    return rest
