"""The palette: every command by its name, with the key that does the same."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from befit_tui.logbook.lines import Run
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.line_input import LineInput
from befit_tui.ui.widgets.line_list import LineList, Lines
from befit_tui.ui.widgets.text import clean, fit

TITLE, WORDS, KEY = 34, 45, 8
"""Widths of the columns, in cells."""
ROOMY = 98
"""Columns of a screen from which the words have one; else those of the chosen command
stand below the list."""


class Command(NamedTuple):
    """What can be done now: its name, what it does, its key if it has one."""

    title: str
    words: str
    key: str
    run: Callable[[], Any]

    @property
    def id(self) -> str:
        """The name; no two commands have the same."""
        return self.title


class Palette(Dialog[Command | None]):
    """Gives the command that was chosen; None when it was put away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="palette.back"),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        says = (("type", "to search"), ("enter", "do it"))
        self._lines = Lines(_line, commands)
        self._words = Static(classes="dialog-note")
        typed = LineInput(placeholder="plates, deload, theme …", leads=self._lines)
        inside = typed, self._lines, self._words
        super().__init__(
            DialogFrame("Commands", *inside, says=says, tall=True, wide=True)
        )
        self._commands = commands

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        found = [one for one in self._commands if _holds(one, words)]
        self._lines.rows = sorted(found, key=lambda one: not _begins(one, words))
        self._lines.action_first()

    @on(LineList.Highlighted)
    def _tell(self) -> None:
        """Say what the command does, where that has no column."""
        row = self._lines.row
        self._words.display = self.app.size.width < ROOMY
        self._words.update(Content(row.words if row is not None else ""))

    @on(Input.Submitted)
    def _chosen(self, event: Input.Submitted) -> None:
        event.stop()
        if (command := self._lines.row) is not None:
            self.dismiss(command)


def _holds(command: Command, words: Sequence[str]) -> bool:
    text = f"{command.title} {command.words}".casefold()
    return all(word in text for word in words)


def _begins(command: Command, words: Sequence[str]) -> bool:
    """Whether every word begins one of the name."""
    title = command.title.casefold().split()
    return all(any(part.startswith(word) for part in title) for word in words)


def _line(command: Command, width: int, _selected: bool) -> Iterator[Run]:
    room = max(width - KEY - 2, 0)
    title, about = clean(command.title), ""
    if command.words and room > TITLE + WORDS:
        title, about = fit(title, TITLE - 2).ljust(TITLE), clean(command.words)
    title = fit(title, room)
    about = fit(about, room - cell_len(title))
    yield title, "strong"
    yield about + " " * (room + 2 - cell_len(title + about)), "dim"
    yield f"{command.key:>{KEY}}", "pointer"
