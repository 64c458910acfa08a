"""The panel of today: alerts with their numbers, and what was skipped."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.alerts.result import foremost
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.mode_bar import alert_words
from befit_tui.ui.widgets.text import clean, fit_clauses

HANGING = 2
"""Cells before what is wrapped: those of a sign."""


class TodayPanel(LinePanel):
    """The alerts that are open now, three at most, the gravest first."""

    DEFAULT_CSS = "TodayPanel { padding: 0 1; }"

    share = 4
    """The part of the screen that it may take: one in so many rows."""
    _alerts: tuple[Alert, ...] = ()
    _summary = ""
    _day: tuple[str, ...] = ()

    def show(
        self, alerts: tuple[Alert, ...], summary: str, day: tuple[str, ...] = ()
    ) -> None:
        """Show the alerts; ``summary`` is one line for when none is open.

        ``day`` holds what is true of the whole day: its phase, the check-in.
        """
        asked = (self.app.size, self.app.size, self.size.width)
        before = self.get_content_height(*asked)
        self._alerts, self._summary, self._day = alerts, summary, day
        if self.size and self.get_content_height(*asked) != before:
            self.refresh(layout=True)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that it takes: fewer words where there are few rows."""
        room = self.app.size.height // self.share
        return len(self._said(width, room)) if width else 0

    def draw(self) -> Iterable[Content]:
        """Title, what to do, and the numbers behind it, as far as there is room."""
        if self.size.height >= 3:
            yield from self._said(self.size.width, self.size.height)
        elif self._alerts:
            title = fit_clauses(clean(self._alerts[0].title), self.size.width - HANGING)
            yield alert_words(self._alerts[0].severity, title)
        else:
            words = clean(next(iter(self._day), self._summary))
            words = fit_clauses(words, self.size.width)
            yield Content.styled(words, "$foreground 70%")

    def _said(self, width: int, room: int) -> list[Content]:
        """The fullest wording that fits into so many rows."""
        for details in (2, 1, 0):
            lines = list(self._lines_with(details))
            rows = [row for line in lines for row in _hanging(line, width)]
            if len(rows) <= room:
                return rows
        return rows[:room]

    def _lines_with(self, details: int) -> Iterable[Content]:
        """Each alert with so many lines of what is behind it."""
        yield Content.styled("Today", "bold $primary")
        shown, more = foremost(self._alerts)
        for alert in shown:
            yield alert_words(alert.severity, clean(alert.title))
            # Of days alike the first will do.
            pieces = {one.what: one for one in reversed(alert.evidence[:3])}
            numbers = clean(" · ".join(one.words for one in reversed(pieces.values())))
            behind = ((clean(alert.advice), 85), (numbers, 55))
            for words, strength in behind[:details]:
                yield Content.styled(f"  {words}", f"$foreground {strength}%")
        if more:
            yield Content.styled(f"and {more} more: T, then f", "$foreground 60%")
        for line in self._day:
            yield Content.styled(clean(line), "$foreground 85%")
        if not self._alerts:
            yield Content.styled(self._summary, "$foreground 60%")


def _hanging(line: Content, width: int) -> Iterable[Content]:
    """A line in rows, what is wrapped below the words and not below the sign."""
    first, *others = line.wrap(max(width - HANGING, 1))
    yield first
    for row in others:
        yield Content(" " * HANGING) + row
