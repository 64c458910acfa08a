"""One of a few things to do, chosen with the arrows or its number."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from befit_tui.domain.value import Value
from befit_tui.logbook.lines import Run
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.line_list import Lines
from befit_tui.ui.widgets.text import clean, fit

NUMBERED = 9
"""The choices that have a digit of their own."""


class _Label(Value, frozen=True):
    """One of the choices; ``id`` is its place, from 0."""

    id: str
    number: int
    words: str


class Choice(Dialog[int | None]):
    """Gives the place of what was chosen, from 0; None when it was put away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="choice.choose"),
        Binding("escape,q", "dismiss(None)", "back", id="choice.cancel"),
    ]

    def __init__(
        self, title: str, labels: Sequence[str], at: int = 0, *, first: int = 1
    ) -> None:
        """Offer ``labels``; ``at`` is the place of the one that is marked.

        ``first`` is the number of the first, where the labels are numbers themselves.
        """
        rows = tuple(
            _Label(str(place), first + place, words)
            for place, words in enumerate(labels)
        )
        self._lines = Lines(_line, rows)
        super().__init__(DialogFrame(title, self._lines))
        self._at = at
        self._first = first

    def on_mount(self) -> None:
        """Mark what holds now."""
        self._lines.go_to(str(self._at))

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        number = event.character or ""
        if number and number in "123456789":
            place = int(number) - self._first
            if 0 <= place < len(self._lines.rows):
                event.stop()
                self.dismiss(place)

    def action_choose(self) -> None:
        """Enter chooses what is marked."""
        row = self._lines.row
        self.dismiss(None if row is None else int(row.id))


def _line(row: _Label, width: int, _selected: bool) -> Iterator[Run]:
    number = str(row.number) if row.number <= NUMBERED else ""
    yield f"{number:<3}", "pointer"
    yield fit(clean(row.words), width - 3), ""
