"""A proposal against the meter: reps and load that lie inside their own target."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from befit_tui.analysis.planning.targets import ALL_LEFT
from befit_tui.domain.load import Load
from befit_tui.domain.workout import LoggedSet, Range

SLACK = 0.5
"""Reps off a target that the meter cannot tell from it."""

Meter = Callable[[Load | None, Sequence[LoggedSet]], float | None]
"""Reps that a load allows after these sets of the day; None where it cannot be said."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Sets alike in load with the reps of each, as far as they fit their targets.

    The first one may have from ``least`` to ``most`` reps; both are None where the
    meter cannot say.
    """

    load: Load | None
    reps: tuple[int, ...]
    least: int | None = None
    most: int | None = None


def fit(load: Load | None, wanted: Sequence[int], zones: Sequence[Range], meter: Meter
        ) -> Fit:  # fmt: skip
    """The reps nearest to those wanted that leave what each zone asks for."""
    done: list[LoggedSet] = []
    bounds: list[tuple[int, int]] = []
    for place, (reps, zone) in enumerate(zip(wanted, zones, strict=True)):
        able = meter(load, done)
        if able is None:
            return Fit(load, tuple(wanted))
        least, most = bounds_of(able, zone)
        bounds.append((least, most))
        fits = max(1, min(max(reps, least), most))
        left = max(0.0, able - fits)
        done.append(LoggedSet(id=str(place), load=load, reps=fits, left=left))
    return Fit(load, tuple(one.reps or 1 for one in done), *bounds[0])


def bounds_of(able: float, zone: Range) -> Range:
    """The fewest and the most reps that leave what a zone asks for."""
    low, high = zone
    most = min(floor(able), floor(able - low + SLACK))
    least = 1 if high >= ALL_LEFT else ceil(able - high - SLACK)
    return min(least, most), most


def fitted(
    first: Fit,
    zones: Sequence[Range],
    meter: Meter,
    lighter: Iterator[Load],
    *,
    need: int,
) -> Fit:
    """Sets that fit, lighter while fewer than ``need`` reps would be allowed."""
    found = fit(first.load, first.reps, zones, meter)
    for load in lighter:
        if found.most is None or found.most >= need:
            break
        found = fit(load, [max(need, one) for one in first.reps], zones, meter)
    return found


def stretched(
    first: Fit,
    enough: int,
    zones: Sequence[Range],
    meter: Meter,
    heavier: Iterator[Load],
) -> Fit:
    """Sets that fit, heavier while more than ``enough`` reps would have to be done."""
    found = first
    for load in heavier:
        if found.least is None or found.least <= enough:
            break
        found = fit(load, [min(enough, one) for one in first.reps], zones, meter)
    return found
