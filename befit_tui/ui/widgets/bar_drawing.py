"""A bar with its plates, and a table of loads, as lines."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from befit_tui.domain import signs
from befit_tui.domain.load import number
from befit_tui.logbook.workout.loading import Loading, Neighbour

HEIGHTS = ((15, 2), (5, 1), (0, 0))
"""From which mass on a plate reaches so many rows above and below the bar; any unit."""


def loading_lines(found: Loading) -> Iterator[Content]:
    """The total, the drawing of one side and what to change; else what can be made."""
    yield Content.assemble(
        (found.total, "bold"), (f"   bar {found.bar}", "$foreground 60%")
    )
    yield Content("")
    if found.side is None:
        near = " or ".join(found.near) or "nothing"
        yield Content.styled(
            f"{signs.CARE} cannot be loaded: nearest {near}", "$text-warning"
        )
        return
    yield from draw_side(found.side)
    yield Content("")
    plates = " + ".join(map(number, found.side)) or "no plates"
    yield Content.assemble(("each side  ", "$foreground 60%"), (plates, "bold"))
    if found.changes:
        said = Content.styled("from the set before  ", "$foreground 60%")
        yield said + Content(found.changes)


def draw_side(side: Iterable[float]) -> list[Content]:
    """One side of a bar in five rows, the collar on the left."""
    rows = ["       "] * 5
    rows[2] = "═══════"
    for plate in side:
        reach = next(rows_up for least, rows_up in HEIGHTS if plate >= least)
        for row, part in enumerate(_plate(number(plate), reach)):
            rows[row] += part
    rows[2] += "═══"
    return [Content(row) for row in rows]


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


def neighbour_lines(found: Iterable[Neighbour]) -> Iterator[Content]:
    """A table: load, reps to failure with their band, where to stop."""
    head = f"  {'load':<12}{'reps to failure':<20}stop after"
    yield Content.styled(head, "$foreground 60%")
    for one in found:
        mark = signs.POINTER if one.chosen else " "
        text = f"{mark} {one.load:<12}{one.most:<20}{one.stop}"
        yield Content.styled(text, "bold" if one.chosen else "")
