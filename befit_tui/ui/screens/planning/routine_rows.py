"""The exercises of a routine as a table: a row for sets alike, a cell for each aim."""

from collections.abc import Iterator

from rich.cells import cell_len

from befit_tui.analysis.planning.programme import heading
from befit_tui.analysis.planning.results import plain_words
from befit_tui.domain import signs
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.grammar.plan_line import format_plan
from befit_tui.domain.grammar.plan_table import PlanRow, has_table, rows_of
from befit_tui.domain.grammar.scheme_line import clause_words
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import KIND_WORDS
from befit_tui.domain.workout import Entry
from befit_tui.logbook.lines import Run
from befit_tui.ui.widgets.text import clean, fit

WIDTHS = {"sets": 6, "reps": 9, "left": 7, "load": 9, "rest": 7}
"""Cells of each column; the name has what is left."""
LEAST_NAME = 14
"""Cells that a name has at least; product constant."""


class EntryRow(Value, frozen=True):
    """Sets alike of an exercise: the ``group``th row of its plan.

    Weeks and stages have no table: ``plan`` is None there, and ``line`` what is typed.
    """

    index: int
    entry: Entry
    exercise: Exercise
    group: int = 0
    plan: PlanRow | None = None
    line: str = ""
    is_heading: bool = False

    @property
    def id(self) -> str:
        """Its place."""
        return f"{self.index}" if not self.group else f"{self.index}.{self.group}"


class Columns(Value, frozen=True):
    """The names of the columns."""

    id: str = "columns"
    is_heading: bool = True


def table_rows(index: int, entry: Entry, exercise: Exercise) -> Iterator[EntryRow]:
    """The rows of one exercise."""
    if not has_table(entry.target):
        yield EntryRow(index, entry, exercise, line=format_plan(entry.target))
        return
    for group, plan in enumerate(rows_of(entry.target)):
        yield EntryRow(index, entry, exercise, group, plan)


def next_words(entry: Entry) -> str:
    """What the next workout asks of a lift: its plan, or what a programme makes of it.

    ``3 × 6-8 · 1-3 left``, ``5/3/1 week 2 · 3+ at 90% of 100 kg``,
    ``5x5 62.5kg · 62.5: 5 × 5 last time``.
    """
    target = entry.target
    if target is None or target.scheme is None:
        return (target and plain_words(target)) or format_plan(target)
    sets = heading(target) or format_plan(replace(target, scheme=None, rest_s=None))
    how = target.scheme.why or clause_words(
        replace(target.scheme, of_max=False, max=None)
    )
    return " · ".join(filter(None, (sets, how)))


def draw_entry(
    row: EntryRow | Columns, width: int, selected: bool, column: str
) -> Iterator[Run]:
    """Name and cells; the one of ``column`` stands in brackets under the cursor."""
    room = max(width - sum(WIDTHS.values()) - 1, LEAST_NAME)
    if isinstance(row, Columns):
        yield f" {'':<{room}}", "dim"
        for name, cells in WIDTHS.items():
            yield f"{name:<{cells}}", "dim"
        return
    name = fit(_name(row), room - 1)
    yield " " + name + " " * (room - cell_len(name)), "strong"
    if row.plan is None:
        yield fit(row.line, width - room - 1), "" if selected else "dim"
        return
    for key, cells in WIDTHS.items():
        text = row.plan.cells[key] or ("" if row.group and key == "rest" else "·")
        here = selected and key == column
        shown = f"[{fit(text, cells - 3)}]" if here else f" {fit(text, cells - 2)}"
        yield f"{shown:<{cells}}", "strong" if here else "" if selected else "dim"


def _name(row: EntryRow) -> str:
    kind = KIND_WORDS[row.plan.kind] if row.plan else ""
    if row.group:
        return "  then" if row.plan and row.plan.kind is Kind.WORK else f"  {kind}"
    mark = "" if row.entry.superset is None else f"{row.entry.superset}{signs.IN_TURN} "
    note = f"  {signs.NOTE} {row.entry.note}" if row.entry.note else ""
    warm = f" ({kind})" if row.plan and row.plan.kind is not Kind.WORK else ""
    return clean(f"{mark}{row.exercise.name}{warm}{note}")
