"""Before racking up: what goes on the bar, and what other loads would allow."""

from collections.abc import Iterator, Mapping

from befit_tui.analysis.planning.rows import ramp
from befit_tui.domain import signs
from befit_tui.domain.effort import whole
from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.plates import Gear, Side, changes_words, nearest, side_for
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import load_words
from befit_tui.domain.workout import SetTarget
from befit_tui.logbook.lines import Line
from befit_tui.logbook.typed_set import logged_as
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.meter_view import meter_of
from befit_tui.logbook.workout.rows import SetRow

Gears = Mapping[Unit, Gear]
"""The lifter's bar and plates, in kilograms and in pounds."""

WITH_BAR = ("barbell", "ez-bar", "trap-bar", "smith")
"""Equipment that plates go on."""
REACHES = ((15, 2), (5, 1), (0, 0))
"""From which mass on a plate reaches so many rows above and below the bar; any unit."""


class Loading(Value, frozen=True):
    """A load on the bar: ``side`` is None when the plates do not make it.

    ``changes`` says what to do to the bar of the set before, ``nearest`` what can be
    loaded instead: ``100 or 105``.
    """

    total: str
    bar: str
    side: Side | None
    changes: str
    nearest: str

    @property
    def plates(self) -> str:
        """``20 + 10 + 1.25``: what goes on each side."""
        return " + ".join(map(number, self.side or ())) or "no plates"

    @property
    def words(self) -> str:
        """``100 kg: bar 20 kg, each side 25 + 15``, and what to change for it."""
        if self.side is None:
            return f"{self.total} cannot be loaded: nearest {self.nearest}"
        said = f"{self.total}: bar {self.bar}, each side {self.plates}"
        return f"{said}; from the set before {self.changes}" if self.changes else said


def loading(cursor: RowCursor, gears: Gears) -> Loading:
    """What goes on the bar for the row under the cursor.

    Raises:
        BefitError: there is no load, or the exercise is done without plates.
    """
    row, load = _loaded_row(cursor)
    exercise = row.exercise
    gear = gear_of(exercise, load.unit, gears)
    if gear is None:
        raise BefitError(f"{exercise.name} is done without plates.")
    return loaded(load, gear, _before(cursor, row, gear, load.unit))


def loaded(load: Load, gear: Gear, before: Side = ()) -> Loading:
    """A load on a bar that the set before has left with plates."""
    side = side_for(gear, load.value, before)
    return Loading(
        total=str(load),
        bar=str(Load(gear.bar, load.unit)),
        side=side,
        changes="" if side is None or not before else changes_words(before, side),
        nearest=" or ".join(map(number, nearest(gear, load.value))) or "nothing",
    )


def plates(cursor: RowCursor, gears: Gears) -> Iterator[Line]:
    """The total, one side of the bar and what to change; else what can be made.

    Raises:
        BefitError: there is no load, or the exercise is done without plates.
    """
    found = loading(cursor, gears)
    yield (found.total, "strong"), (f"   bar {found.bar}", "dim")
    yield (("", ""),)
    if found.side is None:
        yield ((f"cannot be loaded: nearest {found.nearest}", "warn"),)
        return
    yield from (((row, ""),) for row in _drawn(found.side))
    yield (("", ""),)
    yield ("each side  ", "dim"), (found.plates, "strong")
    if found.changes:
        yield ("from the set before  ", "dim"), (found.changes, "")


def _drawn(side: Side) -> list[str]:
    """One side of a bar in five rows, the collar on the left."""
    rows = ["       "] * 5
    rows[2] = "═══════"
    for plate in side:
        reach = next(rows_up for least, rows_up in REACHES if plate >= least)
        for row, part in enumerate(_plate(number(plate), reach)):
            rows[row] += part
    rows[2] += "═══"
    return rows


def _plate(label: str, reach: int) -> Iterator[str]:
    """A plate as a box that reaches so many rows above and below the bar."""
    edge, wide = "─" * len(label), " " * len(label)
    for row in range(-2, 3):
        if not row:
            yield f"│{label}│" if reach else f"╡{label}╞"
        elif abs(row) == reach:
            yield f"┌{edge}┐" if row < 0 else f"└{edge}┘"
        else:
            yield f"│{wide}│" if abs(row) < reach else f" {wide} "


def gear_of(exercise: Exercise, unit: Unit, gears: Gears) -> Gear | None:
    """The plates with the bar of an exercise; None if it is done without a bar."""
    if exercise.bar is not None:
        return Gear(exercise.bar.to(unit).value, gears[unit].pairs)
    return gears[unit] if exercise.equipment in WITH_BAR else None


def neighbours(cursor: RowCursor) -> Iterator[Line]:
    """What one increment less, this load and one more would allow now, as a table.

    Raises:
        BefitError: there is no load to compare with.
    """
    row, load = _loaded_row(cursor)
    exercise = row.exercise
    step = exercise.increment(load.unit) or 1
    yield ((f"  {'load':<12}{'reps to failure':<20}stop after", "dim"),)
    for steps in (-1, 0, 1):
        near = Load(round(max(0.0, load.value + steps * step), 2), load.unit)
        reading = cursor.reading(row, near)
        most = reading.reason
        if None not in (reading.max_reps, reading.low, reading.high):
            low, high = whole(reading.low or 0), whole(reading.high or 0)
            most = f"{whole(reading.max_reps or 0)} ({low}-{max(high, low + 1)})"
        # What the panel would say of it.
        asked = replace(logged_as(cursor.shown(row)), load=near)
        shown = meter_of(cursor, asked)
        last = shown.stop_rep if shown else None
        words = f"{load_words(near, exercise, load.unit)} {load.unit}"
        stop = f"rep {last}" if last else "–"
        sign, role = (" ", "") if steps else (signs.POINTER, "strong")
        yield ((f"{sign} {words:<12}{most:<20}{stop}", role),)


def plan_ramp(editor: WorkoutEditor, gears: Gears) -> int:
    """Plan warm-ups before the first working set under the cursor; how many.

    Raises:
        BefitError: a working set is logged, or there is nothing to warm up to.
    """
    cursor = editor.cursor
    row, _ = _loaded_row(cursor)
    exercise, entry = row.exercise, cursor.logbook.opened().entries[row.entry]
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
        why = "that is light" if gear is None else f"the bar is {number(gear.bar)}"
        raise BefitError(f"{first} needs no warm-up: {why}.")
    planned = entry.target.sets if entry.target and entry.target.sets else ()
    work = tuple(one for one in planned if one.kind is not Kind.WARMUP)
    if not work:
        work = tuple(SetTarget(kind=cursor.planned(one).kind) for one in working)
    editor.plan_sets(row, (*warmups, *work))
    cursor.go_to_next(row.entry)
    return len(warmups)


def _loaded_row(cursor: RowCursor) -> tuple[SetRow, Load]:
    if (row := cursor.set_row) is None:
        raise BefitError("Move to a set first.")
    if (load := cursor.shown(row).load) is None:
        raise BefitError("This set has no load yet; type one, as in 82.5x8.")
    return row, load


def _before(cursor: RowCursor, row: SetRow, gear: Gear, unit: Unit) -> Side:
    """What the sets above have left on the bar."""
    side: Side = ()
    for one in cursor.sets_of(row.entry):
        load = cursor.shown(one).load
        if one.place < row.place and load is not None:
            side = side_for(gear, load.to(unit).value, side) or side
    return side
