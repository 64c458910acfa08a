"""The plan of a lift in the open workout as a table, with its line as a second way."""

from collections.abc import Callable
from functools import partial

from befit_tui.domain.errors import EntryError
from befit_tui.domain.grammar.plan_line import (
    CELL_HINTS,
    COLUMNS,
    format_plan,
    parse_plan,
    rows_of,
    with_cell,
)
from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.wording import KIND_WORDS
from befit_tui.domain.workout import Target
from befit_tui.ui.screens.form import Field, Form

LINE = "as a line"
LINE_HINT = "3x6-8@1-3 r180 · 2x5, 5+ · 1x5w, 12 60%, 8 80%@1-2 r2:00 · r90"


def plan_form(
    name: str, plan: Callable[[], Target], keep: Callable[[Target], object], unit: Unit
) -> Form:
    """A form over the ``plan`` of the lift ``name``; each change goes to ``keep``.

    ``unit`` is that of loads typed without one.
    """

    def fields() -> tuple[Field, ...]:
        """A field for each cell; the rest is of all sets, so it comes once."""
        now = plan()
        cells = [
            (called, rows_of(now)[row].cells[column], CELL_HINTS[column])
            for called, (row, column) in _places(now).items()
        ]
        return tuple(
            Field(
                id=called,
                title=f"{called.capitalize()} of {name}",
                about=about,
                value=now,
                words=words,
                read=partial(_read, now, unit, called),
                anew=called != LINE,
            )
            for called, words, about in (*cells, (LINE, format_plan(now), LINE_HINT))
        )

    return Form(f"Plan of {name}", fields, lambda _, changed: keep(changed))


def _read(plan: Target, unit: Unit, field: str, text: str) -> Target:
    """The plan with a field changed; a rest alone leaves the sets, sets the rest.

    Raises:
        EntryError: it cannot be read, or is for the routine of the lift.
    """
    if field != LINE:
        row, column = _places(plan)[field]
        return with_cell(plan, row, column, text)
    typed = parse_plan(text, unit)
    if typed.scheme is not None:
        raise EntryError(
            "How a lift moves on is typed in its routine: ctrl+p, Routines, e."
        )
    rest = plan.rest_s if typed.rest_s is None else typed.rest_s
    return replace(plan, sets=typed.sets or plan.sets, rest_s=rest)


def _places(plan: Target) -> dict[str, tuple[int, str]]:
    """The cells of the table by what they are called: ``reps``, ``2 warm-up reps``."""
    rows = rows_of(plan)
    found: dict[str, tuple[int, str]] = {}
    for place, row in enumerate(rows):
        kind = "" if row.kind is Kind.WORK else f"{KIND_WORDS[row.kind]} "
        lead = f"{place + 1} {kind}" if len(rows) > 1 else kind
        found |= {f"{lead}{one}": (place, one) for one in COLUMNS if one != "rest"}
    return found | {"rest": (0, "rest")}
