"""A dialog around a list of rows; what is said below follows the cursor."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from befit_tui.domain.exercise import Exercise
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.screens.dialog import Dialog, DialogFrame, attempt
from befit_tui.ui.screens.picker import choose_exercise
from befit_tui.ui.widgets.line_list import Draw, Lines, RowT

Result = TypeVar("Result")
UNDO = Binding("u", "step('undo')", "undo", id="list.undo")
"""For the end of the keys of a list: a dialog names its own first."""


class ListDialog(Dialog[Result], Generic[Result, RowT]):
    """Rows of the log that are changed in place; every change is on disk at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "step('redo')", "redo", show=False, id="list.redo"),
        Binding("escape,q", "close", "close", id="list.close"),
    ]

    def __init__(self, logbook: Logbook, title: str, draw: Draw[RowT]) -> None:
        self._list = Lines(draw)
        self._said = Static(classes="dialog-note")
        inside = self._list, self._said
        self.frame = DialogFrame(title, *inside, tall=True, wide=True)
        super().__init__(self.frame)
        self.logbook = logbook

    def about(self, text: str) -> None:
        """Say something below the list."""
        self._said.update(Content(text))

    @abstractmethod
    def show(self) -> None:
        """Draw what the log holds now."""

    def on_mount(self) -> None:
        """Show what there is."""
        self.show()

    def action_close(self) -> None:
        """Back to where it was opened, with nothing chosen."""
        self.dismiss(None)

    async def action_step(self, name: str) -> None:
        """``undo`` or ``redo``, and draw what the log holds then."""
        await self.app.run_action(name)
        self.show()

    def change(self, change: Callable[[], object]) -> bool:
        """Change the log and draw it; whether it was not refused."""
        changed = attempt(self.app, change)
        if changed:
            self.show()
        return changed

    def tell(self, sentence: str) -> None:
        """Say what was done, where it hides no list."""
        self.notify(sentence, timeout=4)

    async def ask_exercise(
        self, title: str, instead_of: Exercise | None = None
    ) -> str | None:
        """The id of an exercise; None when none was chosen."""
        return await choose_exercise(
            self.app, self.logbook, title, instead_of=instead_of
        )
