"""The training maxes: of each lift that goes by one, what it is and what is offered."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import work
from textual.binding import Binding, BindingType

from befit_tui.logbook.lines import Run
from befit_tui.logbook.logbook import Logbook
from befit_tui.logbook.planning import training_maxes
from befit_tui.logbook.planning.programme import MaxRow, max_rows
from befit_tui.ui.screens.list_dialog import UNDO, ListDialog
from befit_tui.ui.screens.prompt import ask_line
from befit_tui.ui.widgets.text import clean, fit, padded

ABOUT = (
    "Percents of a programme are of this. It is what you could lift once on any day, "
    "90% of the 1RM at most; the programme moves it by what its sets say."
)


class TrainingMaxes(ListDialog[None, MaxRow]):
    """Changes the training maxes; each change is a step of undo."""

    BINDING_GROUP_TITLE = "Training maxes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "set", "set", id="maxes.set"),
        Binding("o", "offered", "take the offer", id="maxes.offered"),
        UNDO,
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__(logbook, "Training maxes", _draw)

    def on_mount(self) -> None:
        """Say what a training max is."""
        self.about(ABOUT)

    def show(self) -> None:
        """Draw the lifts of the routines as the log holds them."""
        self._list.rows = tuple(max_rows(self.logbook))

    @work
    async def action_set(self) -> None:
        """Type the training max; what is offered stands in the line."""
        if (row := self._list.row) is None:
            return
        unit = self.logbook.catalog.get(row.id).unit or self.logbook.unit
        shown = row.load or row.offered
        value = "" if shown is None else shown.typed
        load = await ask_line(
            self.app,
            f"Training max of {row.name}",
            lambda typed: training_maxes.parse_max(typed, unit),
            value,
            hint=f"90% of what goes once, as in 100{unit}; or a hard set: 80x5",
        )
        if load is not None:
            self.change(lambda: training_maxes.keep(self.logbook, {row.id: load}))
            self._list.action_move(1)

    def action_offered(self) -> None:
        """Take what the log speaks for, in every lift that has no training max yet."""
        offers = {
            row.id: row.offered
            for row in self._list.rows
            if row.offered is not None and row.load is None
        }
        if not offers:
            self.tell("The log offers nothing more: enter types one.")
            return
        self.change(lambda: training_maxes.keep(self.logbook, offers))


def _draw(row: MaxRow, width: int, selected: bool) -> Iterator[Run]:
    cells = max(width * 2 // 5, 12)
    yield padded(clean(row.name), cells), "strong"
    load = "–" if row.load is None else str(row.load)
    yield f"  {load:>9}", "strong" if row.load else "warn"
    room = width - cells - max(cell_len(load), 9) - 5
    yield f"   {fit(clean(row.words), room)}", "" if selected else "dim"
