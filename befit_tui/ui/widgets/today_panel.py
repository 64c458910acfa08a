"""What today says: alerts with their numbers, and what was skipped for lack of data."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.foremost import foremost
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.mode_bar import alert_words
from befit_tui.ui.widgets.text import clean


class TodayPanel(LinePanel):
    """The alerts that are open now, three at most, the gravest first."""

    DEFAULT_CSS = "TodayPanel { padding: 0 1; }"

    _alerts: tuple[Alert, ...] = ()
    _summary = ""
    _day: tuple[str, ...] = ()

    def show(
        self, alerts: tuple[Alert, ...], summary: str, day: tuple[str, ...] = ()
    ) -> None:
        """Show the alerts; ``summary`` is one line for when none is open.

        ``day`` holds what is true of the whole day: its phase, the check-in.
        """
        before = self._height(self.size.width)
        self._alerts, self._summary, self._day = alerts, summary, day
        if self._height(self.size.width) != before:
            self.refresh(layout=True)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that it takes."""
        return self._height(width)

    def _height(self, width: int) -> int:
        return sum(len(line.wrap(max(width, 1))) for line in self._full())

    def draw(self) -> Iterable[Content]:
        """Title, what to do, and the numbers behind it, as far as there is room."""
        if self.size.height >= 3:
            yield from self._full()
        elif self._alerts:
            yield self._line(self._alerts[0])
        else:
            yield Content.styled(next(iter(self._day), self._summary), "$foreground 70%")

    def _full(self) -> Iterable[Content]:
        yield Content.styled("Today", "bold $primary")
        day = [Content.styled(clean(line), "$foreground 85%") for line in self._day]
        if not self._alerts:
            yield from day
            yield Content.styled(self._summary, "$foreground 60%")
            return
        shown, more = foremost(self._alerts)
        for alert in shown:
            yield from (self._line(alert), *self._details(alert))
        if more:
            yield Content.styled(f"and {more} more: T, then f", "$foreground 60%")
        yield from day

    def _line(self, alert: Alert) -> Content:
        return alert_words(alert.severity, clean(alert.title))

    def _details(self, alert: Alert) -> list[Content]:
        numbers = clean(" · ".join(piece.words for piece in alert.evidence[:3]))
        return [
            Content.styled(f"  {clean(alert.advice)}", "$foreground 85%"),
            Content.styled(f"  {numbers}", "$foreground 55%"),
        ]
