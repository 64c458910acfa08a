"""The scale of the meter: reps left from 8 and more down to 0, band and target."""

from textual.content import Content

from befit_tui.logbook.workout.meter_view import MeterView

MOST = 8
"""Reps left at the left end of the scale; beyond it the meter says "8+"."""


def scale_bar(view: MeterView, width: int) -> list[Content]:
    """Labels, the rail with the band (█) and the point (◆), and the target below it."""
    cell = max(2, min(6, (width - 3) // MOST))
    labels = "".join(
        (f"{left}+" if left == MOST else str(left)).ljust(cell)
        for left in range(MOST, -1, -1)
    )
    length = cell * MOST + 1
    lines = [Content.styled(labels.rstrip(), "$foreground 55%")]
    if view.left is None:
        return [*lines, Content.styled("─" * length, "$foreground 35%"), Content("")]
    low, high = _at(view.left.high, cell), _at(view.left.low, cell)
    point = _at(view.left.value, cell)
    ink = {"closer": "$text-warning", "inside": "$text-success"}.get(
        view.side, "$text-secondary"
    )
    rail = Content.assemble(
        ("─" * low, "$foreground 35%"),
        ("█" * (point - low), ink),
        ("◆", f"bold {ink}"),
        ("█" * (high - point), ink),
        ("─" * (length - high - 1), "$foreground 35%"),
    )
    return [*lines, rail, _target(view, cell)]


def _target(view: MeterView, cell: int) -> Content:
    start, end = _at(view.zone.high, cell), _at(view.zone.low, cell)
    room = end - start - 1
    word = "target" if room >= len("target") else ""
    return Content.styled(
        " " * start + "└" + word.center(max(0, room), "─") + "┘", "$foreground 55%"
    )


def _at(left: float, cell: int) -> int:
    """The column of a number of reps left."""
    return round((MOST - min(max(left, 0.0), float(MOST))) * cell)
