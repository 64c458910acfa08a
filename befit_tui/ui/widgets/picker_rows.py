"""The rows of the picker: name, equipment, muscle, risk of failure, last done."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from rich.cells import cell_len
from textual.content import Content

from befit_tui.domain.value import Value
from befit_tui.logbook.exercise_card import RISK_RUNS, last_done, muscle_of, risk_run
from befit_tui.logbook.lines import Run
from befit_tui.logbook.picker import ExerciseChoice, Found
from befit_tui.ui.widgets.card_panel import STYLES
from befit_tui.ui.widgets.text import clean, fit

FEW = 10
"""Exercises that stand apart, where there is room; more are read closer together."""
EQUIPMENT, MUSCLE, RISK, LAST = 10, 11, 9, 8
"""Cells of the columns beside the name."""
NAME = 28
"""Cells that a name should have before a column is left out for it."""


class Gap(Value, frozen=True):
    """A blank line between two exercises."""

    id: str
    is_heading: bool = True


PickerRow = ExerciseChoice | Gap


def columns(width: int) -> tuple[int, int, int, int]:
    """The cells for name, equipment, risk and last; 0 leaves one out.

    Without equipment the name still says it; where the risk is a sign alone the legend
    below says which.
    """
    for equipment, risk, last in (
        (EQUIPMENT, RISK, LAST),
        (0, RISK, LAST),
        (0, 1, LAST),
        (0, 1, 0),
    ):
        taken = (equipment, MUSCLE, risk, last)
        name = width - sum(cells + 1 for cells in taken if cells)
        if name >= NAME:
            break
    return max(name, 1), equipment, risk, last


def has_risk_words(width: int) -> bool:
    """Whether the column of the risk has its words, so that nothing is to explain."""
    return columns(width)[2] > 1


def spaced(choices: Sequence[ExerciseChoice], height: int) -> tuple[PickerRow, ...]:
    """The exercises as rows, apart from each other where few were found."""
    if len(choices) > FEW or 2 * len(choices) > height:
        return tuple(choices)
    return tuple(chain.from_iterable((Gap(f"gap:{one.id}"), one) for one in choices))


def head(width: int) -> str:
    """What the columns are."""
    name, equipment, risk, last = columns(width)
    words = (
        ("name", name),
        ("equipment", equipment),
        ("muscle", MUSCLE),
        ("failure" if risk > 1 else "", risk),
    )
    said = "".join(f"{text:<{cells + 1}}" for text, cells in words if cells)
    return f"{said}{'last' * bool(last):>{last}}"


def draw_row(row: PickerRow, found: Found, today: date, width: int) -> Iterator[Run]:
    """An exercise in its columns; what matched is marked."""
    if isinstance(row, Gap):
        return
    (name_cells, equipment, risk, last), exercise = columns(width), row.exercise
    called = exercise.name
    if equipment and cell_len(called) > name_cells:
        # The column beside it has what the name cannot say in full.
        called = called.rpartition(" (")[0] or called
    name = fit(clean(called), name_cells)
    yield from _marked(name, found, "")
    left = name_cells - cell_len(name)
    alias = fit(f"  {clean(row.alias)}", left) if row.alias and left > 5 else ""
    yield from _marked(alias, found, "dim")
    yield " " * (left - cell_len(alias) + 1), ""
    if equipment:
        yield from _column(exercise.equipment, equipment, found)
    yield from _column(muscle_of(exercise), MUSCLE, found)
    sign, role = risk_run(exercise)
    yield f"{sign[:risk]:<{risk + 1}}", role
    if last:
        done = last_done(row.last, today)
        yield f"{done:>{last}}", "dim" if row.last is None else ""


def legend() -> Content:
    """The signs of the classes of risk; the card of an exercise says what follows."""
    signs = ((f"  {sign}", STYLES[role]) for sign, role in RISK_RUNS.values())
    return Content.assemble(("failure:", STYLES["dim"]), *signs)


def _column(text: str, cells: int, found: Found) -> Iterator[Run]:
    text = fit(clean(text), cells)
    yield from _marked(text, found, "dim")
    yield " " * (cells + 1 - cell_len(text)), ""


def _marked(text: str, found: Found, role: str) -> Iterator[Run]:
    """A text in runs, the parts that matched in another ink."""
    place = 0
    for start, end in found.marks(text):
        yield text[place:start], role
        yield text[start:end], "match"
        place = end
    yield text[place:], role
