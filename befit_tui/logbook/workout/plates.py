"""The plates on each side of the bar for a set, drawn and in words."""

from collections.abc import Iterator, Mapping

from befit_tui.domain.errors import BefitError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit, number
from befit_tui.domain.plates import Gear, Side, changes_words, nearest, side_for
from befit_tui.domain.value import Value
from befit_tui.logbook.lines import Line
from befit_tui.logbook.workout.cursor import RowCursor
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
    row, load = cursor.loaded_row()
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


def _before(cursor: RowCursor, row: SetRow, gear: Gear, unit: Unit) -> Side:
    """What the sets above have left on the bar."""
    side: Side = ()
    for one in cursor.sets_of(row.entry):
        load = cursor.shown(one).load
        if one.place < row.place and load is not None:
            side = side_for(gear, load.to(unit).value, side) or side
    return side
