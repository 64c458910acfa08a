"""A bar with its plates, and a table of loads, as lines."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from befit_tui.domain.load import number
from befit_tui.logbook.rack import Loading, Neighbour

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
        yield Content.styled(f"▲ cannot be loaded: nearest {near}", "$text-warning")
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
    rows = [Content("═══════" if row == 2 else " " * 7) for row in range(5)]
    for plate in side:
        label = number(plate)
        reach = next(rows_up for least, rows_up in HEIGHTS if plate >= least)
        for row in range(5):
            far = abs(row - 2)
            text = f" {label} " if not far else " " * (len(label) + 2)
            style = "bold reverse" if far <= reach else ""
            rows[row] += Content.assemble((text, style), " " if far else "═")
    rows[2] += Content("═══")
    return rows


def neighbour_lines(found: Iterable[Neighbour]) -> Iterator[Content]:
    """A table: load, reps to failure with their band, where to stop."""
    head = f"  {'load':<12}{'reps to failure':<20}stop after"
    yield Content.styled(head, "$foreground 60%")
    for one in found:
        text = f"{'▸' if one.chosen else ' '} {one.load:<12}{one.most:<20}{one.stop}"
        yield Content.styled(text, "bold" if one.chosen else "")
