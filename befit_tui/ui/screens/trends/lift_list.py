"""The lifts to choose from, the one done most often first."""

from collections.abc import Iterator

from rich.cells import cell_len

from befit_tui.logbook.lines import Run
from befit_tui.logbook.trends.strength import Lift
from befit_tui.ui.widgets.line_list import LineList
from befit_tui.ui.widgets.text import clean, fit

COUNT = 6
"""Cells for the number of workouts beside a name."""


class LiftList(LineList[Lift], can_focus=False):
    """Lifts and how many workouts hold them; the keys stay with the chart."""

    def __init__(self) -> None:
        super().__init__(_line, id="lifts")


def _line(lift: Lift, width: int, selected: bool) -> Iterator[Run]:
    room = max(width - COUNT, 1)
    name = fit(clean(lift.exercise.name), room)
    yield name, "strong" if selected else ""
    yield f"{lift.workouts:,}×".rjust(width - cell_len(name)), "dim"
