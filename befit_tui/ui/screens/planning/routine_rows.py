"""The exercises of a routine as lines, each with its plan as it is typed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.cells import cell_len

from befit_tui.analysis.planning.programme import heading
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.domain.workout import Entry
from befit_tui.logbook.lines import Run
from befit_tui.ui.widgets.text import clean, fit

NAME = 24
"""Cells that a name gets whatever the plan; product constant."""


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


def next_words(entry: Entry) -> str:
    """What the next workout asks of a lift: its plan, or what a programme makes of it.

    ``5/3/1 week 2 · 3+ at 90% of 100 kg``, ``5x5 62.5kg · 62.5: 5 × 5 last time``.
    """
    target = entry.target
    if target is None or target.scheme is None:
        return format_plan(target)
    sets = heading(target) or format_plan(replace(target, scheme=None, rest_s=None))
    return " · ".join(filter(None, (sets, target.scheme.why)))


def draw_entry(row: EntryRow, width: int, selected: bool) -> Iterator[Run]:
    """Name, plan and note, as far as there is room."""
    plan = format_plan(row.entry.target) or "as last time"
    mark = "" if row.entry.superset is None else f"{row.entry.superset}⟲ "
    room = max(width - cell_len(plan) - 2, min(NAME, width // 2))
    name = fit(mark + clean(row.exercise.name), room)
    plan = fit(plan, width - cell_len(name) - 2)
    yield name, "strong"
    yield f"  {plan}", "" if selected else "dim"
    rest = width - cell_len(name) - cell_len(plan) - 4
    if row.entry.note and rest > 4:
        yield f"  {fit(clean(row.entry.note), rest)}", "warn"
