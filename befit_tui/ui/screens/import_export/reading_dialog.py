"""Reading a file beside the keys: how much is read, and esc stops it."""

from pathlib import Path
from threading import Event
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import ProgressBar

from befit_tui.domain.errors import BefitError
from befit_tui.domain.value import replace
from befit_tui.logbook import Logbook
from befit_tui.logbook.import_export.importing import parse_for
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.rows import ReadOptions
from befit_tui.ui.screens.dialog import Dialog, DialogFrame

_EVERY_S = 0.1
"""Seconds between two looks at how much is read."""


class _StoppedError(BefitError):
    """The lifter does not want to wait for the end."""


class ReadingDialog(Dialog[ParsedLog | BefitError | None]):
    """Reads a file; gives the log in it, why it is refused, or None when stopped."""

    DEFAULT_CSS = """
    ReadingDialog {
        ProgressBar { width: 1fr; }
        Bar { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "stop", id="import.stop"),
    ]

    def __init__(self, logbook: Logbook, path: Path, options: ReadOptions) -> None:
        super().__init__()
        self._logbook = logbook
        self._path = path
        self._options = replace(options, progress=self._tell)
        self._share = 0.0
        self._stopped = Event()

    def compose(self) -> ComposeResult:
        """A bar that grows."""
        with DialogFrame(f"Reading {self._path.name}"):
            yield ProgressBar(total=1, show_eta=False)

    def on_mount(self) -> None:
        """Begin to read."""
        self.set_interval(_EVERY_S, self._show)
        self._read()

    def action_stop(self) -> None:
        """Read no further."""
        self._stopped.set()

    @work(thread=True)
    def _read(self) -> None:
        try:
            found: ParsedLog | BefitError | None = parse_for(
                self._logbook, self._path, self._options
            )
        except _StoppedError:
            found = None
        except BefitError as error:
            found = error
        self.app.call_from_thread(self.dismiss, found)

    def _tell(self, share: float) -> None:
        """Takes how much is read, in the thread that reads."""
        if self._stopped.is_set():
            raise _StoppedError("The import was stopped.")
        self._share = share

    def _show(self) -> None:
        self.query_one(ProgressBar).update(progress=self._share)
