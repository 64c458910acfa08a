"""The exercises of a routine as lines, each with its plan as it is typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.domain.workout import Entry
from befit_tui.logbook.lines import Run
from befit_tui.ui.widgets.text import clean, fit


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An exercise of the routine."""

    index: int
    entry: Entry
    exercise: Exercise
    is_heading: bool = False

    @property
    def id(self) -> str:
        """Its place."""
        return str(self.index)


def draw_entry(row: EntryRow, width: int, selected: bool) -> Iterator[Run]:
    """Name, plan and note, as far as there is room."""
    plan = format_plan(row.entry.target) or "as last time"
    mark = "" if row.entry.superset is None else f"{row.entry.superset}⟲ "
    room = max(width - cell_len(plan) - 2, 8)
    name = fit(mark + clean(row.exercise.name), room)
    yield name, "strong"
    yield f"  {plan}", "" if selected else "dim"
    rest = width - cell_len(name) - cell_len(plan) - 4
    if row.entry.note and rest > 4:
        yield f"  {fit(clean(row.entry.note), rest)}", "warn"
