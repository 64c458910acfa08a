"""The next set, its reps left and the rest in characters to read from two metres."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.logbook.workout.focus import FocusText
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.large import blocks
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean

FRAME_ROWS = 4
"""Rows for the title, the captions and the gaps between."""


class FocusView(LinePanel):
    """Lies over the sets, which keep the keys."""

    DEFAULT_CSS = """
    FocusView { width: 100%; height: 100%; background: $background; padding: 0 1; }
    """

    _set: FocusText | None = None
    _rest = ("", "")

    def show(self, shown: FocusText, rest: tuple[str, str]) -> None:
        """Show a set, and the rest as its time and its target."""
        self._set, self._rest = shown, rest
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """Title, load and reps; below them reps left beside the rest, with words."""
        shown, width = self._set, self.size.width
        if shown is None:
            return
        high = max(1, (self.size.height - FRAME_ROWS) // 2)
        yield Content.styled(clean(shown.title), "bold")
        evidence = shown.meter.evidence if shown.meter else ""
        yield Content.styled(evidence, "$foreground 50%")
        for row in blocks(shown.figure, width, high):
            yield Content.styled(row, "bold $primary")
        yield Content("")
        yield from self._lower(shown.meter, width // 2 - 1, high)

    def _lower(
        self, meter: MeterView | None, half: int, high: int
    ) -> Iterable[Content]:
        number, caption, ink = _meter_words(meter)
        clock, goal = self._rest
        left, right = blocks(number, half, high), blocks(clock, half, high)
        for row in range(max(len(left), len(right))):
            yield _beside(_row(left, row), ink, _row(right, row), "bold", half)
        yield _beside(caption, ink, goal, "$foreground 70%", half)


def _meter_words(meter: MeterView | None) -> tuple[str, str, str]:
    """The figure, the words below it and their style."""
    if meter is None or meter.left is None:
        return "", "", "$foreground 70%"
    ink = {"closer": "$text-warning", "inside": "$text-success"}.get(
        meter.side, "$text-secondary"
    )
    if meter.more is None:
        return meter.number, f"{meter.count_words}, {meter.band}", f"bold {ink}"
    if meter.more:
        return str(meter.more), f"more · {meter.words}", f"bold {ink}"
    return "RACK IT", f"rack it · {meter.words}", f"bold {ink}"


def _row(rows: tuple[str, ...], at: int) -> str:
    return rows[at] if at < len(rows) else ""


def _beside(left: str, ink: str, right: str, style: str, half: int) -> Content:
    gap = " " * max(2, half + 2 - Content(left).cell_length)
    return Content.assemble((left, ink), gap, (right, style))
