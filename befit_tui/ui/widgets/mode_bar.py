"""The line at the top: the modes, the open workout and its time, the alert badge."""

from textual.content import Content
from textual.events import Click, MouseEvent, MouseMove
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from befit_tui.domain.wording import counted
from befit_tui.logbook import status
from befit_tui.logbook.lines import ALERT_SIGNS
from befit_tui.logbook.logbook import Logbook
from befit_tui.ui.widgets.text import clean, fit

MODES = ("Workout", "History", "Trends")
ALERT_STYLES = {
    "note": "$foreground 85%",
    "warn": "$text-warning",
    "stop": "bold $text-error",
}
"""The look of an alert, by its severity."""
SHORTEST_NAME = 9
"""Cells below which the beginning of a name tells nothing."""


class ModeBar(Widget):
    """Name, modes with their key underlined, and what is going on, in one line."""

    DEFAULT_CSS = """
    ModeBar {
        dock: top; height: 1; padding: 0 1; background: $surface; color: $foreground;
    }
    """

    class Clicked(Message):
        """A mode was clicked."""

        def __init__(self, mode: str) -> None:
            super().__init__()
            self.mode = mode

    mode: reactive[str] = reactive("Workout")
    under: reactive[str] = reactive("")
    """The mode under the mouse."""
    running: reactive[tuple[str, str]] = reactive(("", ""))
    """The name of the open workout, verbatim, and its hours and minutes."""
    reading: reactive[str] = reactive("")
    """How far the past is read, while it is."""
    alerts: reactive[tuple[int, str]] = reactive((0, "note"))
    """How many warnings are open, or where none is how many notes; the gravest one."""

    def __init__(self, name: str, logbook: Logbook) -> None:
        super().__init__()
        self._program = f"{name}  "
        self._logbook = logbook

    def show_minutes(self) -> None:
        """Show the open workout and how long it runs."""
        self.running = status.running(self._logbook)

    def show_reading(self) -> None:
        """Say how far the past is read where it is looked at."""
        is_seen = self.mode != "Workout"
        self.reading = status.reading(self._logbook) if is_seen else ""

    def on_click(self, event: Click) -> None:
        """Tell which mode is under the mouse, if any."""
        if found := self._mode_at(event):
            self.post_message(self.Clicked(found))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Mark the mode that a click would show."""
        self.under = self._mode_at(event)

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self.under = ""

    def _mode_at(self, event: MouseEvent) -> str:
        offset = event.get_content_offset(self)
        end = len(self._program)
        for name in MODES:
            start, end = end, end + len(name) + 2
            if offset is not None and start <= offset.x < end:
                return name
        return ""

    def render(self) -> Content:
        """The whole line, its right part flush right; the left gives way last."""
        left = Content.styled(self._program, "bold $primary")
        for name in MODES:
            chosen = name == self.mode
            style = "bold $foreground on $primary 32%" if chosen else "$foreground 60%"
            if name == self.under and not chosen:
                style = "$foreground on $foreground 12%"
            left += Content.assemble(
                (" ", style), (name[0], f"{style} underline"), (f"{name[1:]} ", style)
            )
        name, minutes = self.running
        end = Content.styled(f"  {minutes}", "bold") + self._badge()
        if self.reading:
            end = Content.styled(self.reading, "$foreground 60%") + end
        room = max(0, self.size.width - left.cell_length - end.cell_length - 1)
        name = fit(clean(name), room)
        if name.endswith("…") and room < SHORTEST_NAME:
            name = ""
        title = Content.styled(name, "$foreground 70%")
        gap = max(1, room - title.cell_length + 1)
        return left + Content(" " * gap) + title + end

    def _badge(self) -> Content:
        count, severity = self.alerts
        if not count:
            return Content("")
        noun = "note" if severity == "note" else "warning"
        return Content("   ") + alert_words(severity, counted(count, noun))


def alert_words(severity: str, words: str) -> Content:
    """What is said of an alert, behind its sign."""
    sign, _ = ALERT_SIGNS[severity]
    return Content.styled(f"{sign} {words}", ALERT_STYLES[severity])
