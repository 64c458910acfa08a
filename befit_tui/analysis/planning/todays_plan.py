"""The planned rows of a lift, changed by its progression or by a deload."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from math import ceil

from befit_tui.analysis.planning.progression import Next
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.vocabulary import Kind, LoadKind

DELOAD_SETS = 0.5
"""Share of the sets that a deload keeps, rounded up (product constant; most lifters cut
sets and effort: Rogerson 2024)."""
DELOAD_LOAD = 0.9
"""Share of the load that a deload keeps, rounded up to a step (product constant)."""
DELOAD_LEFT = 4
"""Reps to leave in a deload (product constant; consensus: Bell 2023)."""
LEFT_IF_UNKNOWN = 1.0
"""Reps that a set of unknown effort is taken to have left; product constant."""


def progressed(rows: Sequence[PlannedSet], coming: Next) -> tuple[PlannedSet, ...]:
    """The rows with the next load and reps in place of the last session's.

    Only working sets at the last working load change, and those that are new.
    """
    numbers = count()
    return tuple(
        _next(row, coming, next(numbers))
        if row.kind is Kind.WORK and (row.last is None or row.last.load == coming.of)
        else row
        for row in rows
    )


def deloaded(
    rows: Sequence[PlannedSet], exercise: Exercise, logged: int
) -> tuple[PlannedSet, ...]:
    """The rows of a deload: half the working sets, lighter, no drop sets.

    The first ``logged`` rows are done and stay.
    """
    working = sum(row.kind is Kind.WORK for row in rows)
    kept = ceil(working * DELOAD_SETS)
    to_do = (
        row
        for row in rows[logged:]
        if row.kind is Kind.WARMUP or (row.kind is Kind.WORK and row.number <= kept)
    )
    return (*rows[:logged], *(_light(row, exercise) for row in to_do))


def _next(row: PlannedSet, coming: Next, place: int) -> PlannedSet:
    reps = coming.reps[min(place, len(coming.reps) - 1)]
    return replace(row, load=coming.load, reps=reps)


def _light(row: PlannedSet, exercise: Exercise) -> PlannedSet:
    """A working set a tenth lighter; where that cannot be, with fewer reps."""
    if row.kind is not Kind.WORK:
        return row
    load = _lighter(row.load, exercise)
    if load != row.load or row.reps is None:
        return replace(row, load=load)
    left = LEFT_IF_UNKNOWN if row.left_last is None else row.left_last
    return replace(row, reps=max(1, row.reps - ceil(max(0.0, DELOAD_LEFT - left))))


def _lighter(load: Load | None, exercise: Exercise) -> Load | None:
    step = exercise.increment(load.unit) if load is not None else 0.0
    if load is None or not step or exercise.load is not LoadKind.WEIGHT:
        return load
    value = ceil(load.value * DELOAD_LOAD / step - 1e-9) * step
    return Load(round(value, 2), load.unit) if value < load.value else load
