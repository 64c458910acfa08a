"""What today says: alerts with their numbers, and what was skipped for lack of data."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.foremost import foremost
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.mode_bar import alert_words
from befit_tui.ui.widgets.text import clean


class TodayPanel(LinePanel):
    """The alerts that are open now, three at most, the gravest first."""

    DEFAULT_CSS = """
    TodayPanel {
        border: round $border-blurred; border-title-color: $foreground 70%;
        border-subtitle-color: $foreground 50%; padding: 0 1;
    }
    """
    BORDER_TITLE = "Today"

    _alerts: tuple[Alert, ...] = ()
    _summary = ""
    _day: tuple[str, ...] = ()

    def show(
        self, alerts: tuple[Alert, ...], summary: str, day: tuple[str, ...] = ()
    ) -> None:
        """Show the alerts; ``summary`` is one line for when none is open.

        ``day`` holds what is true of the whole day: its phase, the check-in.
        """
        self._alerts, self._summary, self._day = alerts, summary, day
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """Title, what to do, and the numbers behind it, as far as there is room."""
        flat = self.size.height < 3
        day = [Content.styled(clean(line), "$foreground 85%") for line in self._day]
        if not self._alerts:
            yield from day[:1] if flat else day
            if not (flat and day):
                yield Content.styled(self._summary, "$foreground 60%")
        elif flat:
            yield self._line(self._alerts[0])
        else:
            yield from (*day, Content("")) if day else ()
            shown, more = foremost(self._alerts)
            for alert in shown:
                yield from (self._line(alert), *self._details(alert), Content(""))
            if more:
                yield Content.styled(f"and {more} more: T, then f", "$foreground 60%")

    def _line(self, alert: Alert) -> Content:
        return alert_words(alert.severity, clean(alert.title))

    def _details(self, alert: Alert) -> list[Content]:
        numbers = clean(" · ".join(piece.words for piece in alert.evidence[:3]))
        return [
            Content.styled(f"  {clean(alert.advice)}", "$foreground 85%"),
            Content.styled(f"  {numbers}", "$foreground 55%"),
        ]
