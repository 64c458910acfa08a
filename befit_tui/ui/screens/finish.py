"""The summary at the end of a workout; enter ends it, esc goes back to it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from befit_tui.logbook.summary import Summary
from befit_tui.ui.widgets.text import clean


class FinishDialog(ModalScreen[bool]):
    """Gives True when the workout shall end."""

    DEFAULT_CSS = """
    FinishDialog {
        align: center middle;
        VerticalScroll { width: 76; max-width: 96%; height: auto; max-height: 90%;
                         border: round $primary; background: $surface; padding: 1 2; }
        Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,x", "dismiss(True)", "finish", id="finish.end"),
        Binding("escape", "dismiss(False)", "back to the workout", id="finish.back"),
    ]

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self._summary = summary

    def compose(self) -> ComposeResult:
        """The whole summary as text."""
        with VerticalScroll() as frame:
            frame.border_title = Content(clean(self._summary.name))
            frame.border_subtitle = "enter finish · esc back to the workout"
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        lines = [
            Content.assemble((f"{label:<22}", "$foreground 60%"), (value, "bold"))
            for label, value in self._summary.facts
        ]
        lines.append(Content(""))
        for lift in self._summary.lifts:
            lines.append(
                Content.assemble((clean(lift.name), "bold"), "  ", clean(lift.words))
            )
            lines += [
                Content.styled(f"  ◆ {clean(record)}", "$text-warning")
                for record in lift.records
            ]
        return lines
