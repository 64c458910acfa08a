"""What a file would change before it is taken in, and what it came to afterwards."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.logbook.import_export.importing import ImportPreview
from befit_tui.logbook.import_export.outcome import Fact, facts, look_at
from befit_tui.transfer.merging.workouts import What
from befit_tui.transfer.plan import Choices
from befit_tui.ui.screens.dialog import Dialog, DialogFrame
from befit_tui.ui.widgets.text import clean

_LABEL = 22
"""Columns of what is told, before what there is to tell."""


class Answer(Enum):
    """What the lifter says to a preview."""

    IMPORT = auto()
    FILE_WINS = auto()
    KEEP_BOTH = auto()
    OTHER_ORDER = auto()
    NAMES = auto()


class PreviewDialog(Dialog[Answer | None]):
    """What a file would change; gives what the lifter says, None for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('IMPORT')", "import", id="import.commit"),
        Binding("n", "answer('NAMES')", "names", id="import.names"),
        Binding("f", "answer('FILE_WINS')", "who wins", id="import.file_wins"),
        Binding("b", "answer('KEEP_BOTH')", "keep both", id="import.keep_both"),
        Binding("o", "answer('OTHER_ORDER')", "day, month", id="import.order"),
        Binding("escape", "dismiss(None)", "cancel", id="import.cancel"),
    ]

    def __init__(self, preview: ImportPreview, choices: Choices) -> None:
        super().__init__()
        self._preview = preview
        self._choices = choices

    def compose(self) -> ComposeResult:
        """What becomes of the rows, what to look at, and what the keys choose."""
        preview = self._preview
        with DialogFrame(preview.file, wide=True, scrolls=True):
            keys = filter(None, self._answers().values())
            yield Static(_content([*facts(preview), *look_at(preview), *keys]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only keys that would change something."""
        return action != "answer" or Answer[str(parameters[0])] in self._answers()

    def action_answer(self, answer: str) -> None:
        """Give an answer."""
        self.dismiss(Answer[answer])

    def _answers(self) -> dict[Answer, Fact | None]:
        plan, parsed, choices = self._preview.plan, self._preview.parsed, self._choices
        wins = "the file" if choices.take_file else "the log"
        kept = "come in too" if choices.keep_both else "are left out"
        found: dict[Answer, Fact | None] = {Answer.IMPORT: None}
        if parsed.matches:
            found[Answer.NAMES] = None
        if choices.take_file or any(d.what is What.CONFLICT for d in plan.differences):
            found[Answer.FILE_WINS] = "f", f"where both changed, {wins} wins"
        if plan.left_out or plan.stay_deleted:
            said = f"sessions of another app, or deleted here, {kept}"
            found[Answer.KEEP_BOTH] = "b", said
        if parsed.order_unclear:
            found[Answer.OTHER_ORDER] = "o", "read day and month the other way round"
        return found


class ResultDialog(Dialog[bool]):
    """What an import has come to; gives True to see what its names mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss(False)", "close", id="import.close"),
        Binding("n", "dismiss(True)", "names and lifts", id="import.result_names"),
    ]

    def __init__(self, told: Iterable[Fact], sentences: Iterable[str]) -> None:
        super().__init__()
        self._told = told
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        """What is new, what to look at, and what the log can tell now."""
        with DialogFrame("Imported", wide=True, scrolls=True):
            yield Static(_content(self._told))
            told = ("", *self._sentences, "Once this is closed, u takes it back.")
            yield Static(Content("\n").join(map(Content, told)))


def _content(told: Iterable[Fact]) -> Content:
    return Content("\n").join(
        Content.assemble((f"{clean(label):<{_LABEL}}", "$foreground 60%"), clean(value))
        for label, value in told
    )
