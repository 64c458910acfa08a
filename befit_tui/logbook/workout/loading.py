"""Before racking up: what goes on the bar, and what other loads would allow."""

from collections.abc import Mapping
from dataclasses import dataclass

from befit_tui.analysis.meter import stop_at, whole
from befit_tui.analysis.planning.rows import ramp
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.plates import Gear, Side, changes_words, nearest, side_for
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import SetTarget
from befit_tui.logbook.workout import changes
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow

Gears = Mapping[Unit, Gear]
"""The lifter's bar and plates, in kilograms and in pounds."""

WITH_BAR = ("barbell", "ez-bar", "trap-bar", "smith")
"""Equipment that plates go on."""


@dataclass(frozen=True, slots=True)
class Loading:
    """A load on the bar: ``side`` is None when the plates do not make it.

    ``changes`` says what to do to the bar of the set before, ``near`` are the loads
    next to it that can be made.
    """

    total: str
    bar: str
    side: Side | None
    changes: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A load in words, the reps it allows with their band, and where to stop."""

    load: str
    most: str
    stop: str
    chosen: bool


def loading(cursor: RowCursor, gears: Gears) -> Loading:
    """What goes on the bar for the row under the cursor.

    Raises:
        BefitError: there is no load, or the exercise is done without plates.
    """
    row, exercise, load = _loaded_row(cursor)
    gear = gear_of(exercise, load.unit, gears)
    if gear is None:
        raise BefitError(f"{exercise.name} is done without plates.")
    before = _before(cursor, row, gear, load.unit)
    side = side_for(gear, load.value, before)
    return Loading(
        total=str(load),
        bar=str(Load(gear.bar, load.unit)),
        side=side,
        changes="" if side is None or not before else changes_words(before, side),
        near=tuple(map(number, nearest(gear, load.value))),
    )


def gear_of(exercise: Exercise, unit: Unit, gears: Gears) -> Gear | None:
    """The plates with the bar of an exercise; None if it is done without a bar."""
    if exercise.bar is not None:
        return Gear(exercise.bar.to(unit).value, gears[unit].pairs)
    return gears[unit] if exercise.equipment in WITH_BAR else None


def neighbours(cursor: RowCursor) -> tuple[Neighbour, ...]:
    """What one increment less, this load and one more would allow now.

    Raises:
        BefitError: there is no load to compare with.
    """
    row, exercise, load = _loaded_row(cursor)
    step = exercise.increment(load.unit) or 1
    found = []
    for steps in (-1, 0, 1):
        near = Load(round(max(0.0, load.value + steps * step), 2), load.unit)
        reading = cursor.reading(row, near)
        most = reading.reason
        if None not in (reading.max_reps, reading.low, reading.high):
            low, high = whole(reading.low or 0), whole(reading.high or 0)
            most = f"{whole(reading.max_reps or 0)} ({low}-{max(high, low + 1)})"
        last = stop_at(reading, row.zone.low)
        found.append(
            Neighbour(
                f"{load_words(near, exercise, load.unit)} {load.unit}",
                most,
                f"rep {last}" if last else "–",
                chosen=not steps,
            )
        )
    return tuple(found)


def plan_ramp(cursor: RowCursor, gears: Gears) -> int:
    """Plan warm-ups before the first working set under the cursor; how many.

    Raises:
        BefitError: a working set is logged, or there is nothing to warm up to.
    """
    row, exercise, _ = _loaded_row(cursor)
    logbook = cursor.logbook
    entry = logbook.opened().entries[row.entry]
    rows = cursor.sets_of(row.entry)
    working = [one for one in rows if cursor.planned(one).kind is Kind.WORK]
    if any(done.kind is Kind.WORK for done in entry.sets):
        raise BefitError("A working set is logged already; w makes a set a warm-up.")
    first = cursor.planned(working[0]).load if working else None
    if first is None:
        raise BefitError("There is no working load to warm up to; type one first.")
    gear = gear_of(exercise, first.unit, gears)
    warmups = ramp(first, gear=gear, step=exercise.increment(first.unit))
    if not warmups:
        raise BefitError(f"{first} is too light for a warm-up ramp.")
    planned = entry.target.sets if entry.target and entry.target.sets else ()
    work = tuple(one for one in planned if one.kind is not Kind.WARMUP)
    if not work:
        work = tuple(SetTarget(kind=cursor.planned(one).kind) for one in working)
    changes.plan_sets(logbook, row.entry, (*warmups, *work))
    cursor.refresh()
    cursor.go_to_next(row.entry)
    return len(warmups)


def _loaded_row(cursor: RowCursor) -> tuple[SetRow, Exercise, Load]:
    row, exercise = cursor.set_row, cursor.exercise
    if row is None or exercise is None:
        raise BefitError("Move to a set first.")
    load = row.done.load if row.done else cursor.planned(row).load
    if load is None:
        raise BefitError("This set has no load yet; type one, as in 82.5x8.")
    return row, exercise, load


def _before(cursor: RowCursor, row: SetRow, gear: Gear, unit: Unit) -> Side:
    """What the sets above have left on the bar."""
    side: Side = ()
    for one in cursor.sets_of(row.entry):
        if one.place < row.place:
            load = one.done.load if one.done else cursor.planned(one).load
            if load is not None:
                side = side_for(gear, load.to(unit).value, side) or side
    return side
