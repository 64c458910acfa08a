"""What today says: alerts with their numbers, and what was skipped for lack of data."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from befit_tui.analysis.alerts import Alert, Evidence
from befit_tui.domain.load import number
from befit_tui.ui.widgets.text import clean

GLYPHS = {
    "note": ("·", "$foreground 85%"),
    "warn": ("▲", "$text-warning"),
    "stop": ("■", "$text-error"),
}


class TodayPanel(Widget):
    """The alerts that are open now, the gravest first."""

    DEFAULT_CSS = """
    TodayPanel {
        border: round $border-blurred; border-title-color: $foreground 70%;
        border-subtitle-color: $foreground 50%; padding: 0 1;
    }
    """
    BORDER_TITLE = "Today"

    alerts: reactive[tuple[Alert, ...]] = reactive(())
    summary: reactive[str] = reactive("")
    """One line about the day, shown when no alert is open."""

    def render(self) -> Content:
        """Title, what to do, and the numbers behind it, as far as there is room."""
        if not self.alerts:
            return Content.styled(self.summary, "$foreground 60%")
        room = self.size.height
        if room < 3:
            return self._line(self.alerts[0])
        lines: list[Content] = []
        for alert in self.alerts:
            lines += [self._line(alert), *self._details(alert), Content("")]
        return Content("\n").join(lines)

    def _line(self, alert: Alert) -> Content:
        glyph, style = GLYPHS[alert.severity]
        return Content.assemble((f"{glyph} {clean(alert.title)}", style))

    def _details(self, alert: Alert) -> list[Content]:
        numbers = " · ".join(_evidence_words(piece) for piece in alert.evidence[:3])
        return [
            Content.styled(f"  {clean(alert.advice)}", "$foreground 85%"),
            Content.styled(f"  {numbers}", "$foreground 55%"),
        ]


def _evidence_words(piece: Evidence) -> str:
    """One number: ``best est. 1RM 91.2 kg (usual 99.8)``."""
    usual = "" if piece.usual is None else f" (usual {number(round(piece.usual, 1))})"
    value = number(round(piece.value, 1))
    return clean(f"{piece.what} {value} {piece.unit}".strip() + usual)
