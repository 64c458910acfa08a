"""The proximity meter: how many good reps are left, always with a band."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.large import large
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.scale_bar import scale_bar
from befit_tui.ui.widgets.text import clean

TALL = 9
"""Rows from which the meter has room for large characters."""


class MeterPanel(LinePanel):
    """Draws a ``MeterView``: large where there is room, in three lines where not."""

    DEFAULT_CSS = """
    MeterPanel {
        border: round $border-blurred; border-title-color: $foreground 70%;
        border-subtitle-color: $foreground 50%; padding: 0 1;
    }
    """
    BORDER_TITLE = "Proximity to failure"

    _view: MeterView | None = None

    def show(self, view: MeterView | None) -> None:
        """Show a reading; None while there is nothing to read."""
        if view != self._view or view is None:
            self._view = view
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """Three layouts by height: tall, three lines, one line."""
        view = self._view
        if view is None:
            words = "The meter starts with the first set."
            return [Content.styled(words, "$foreground 60%")]
        if self.size.height >= TALL:
            return self._tall(view)
        return self._short(view)[: max(1, self.size.height)]

    def _tall(self, view: MeterView) -> list[Content]:
        width = self.size.width
        lines = [
            Content.assemble(
                (clean(view.title), "bold"), "  ", (view.subtitle, "$foreground 70%")
            ),
            Content(""),
        ]
        lines += self._headline(view)
        lines.append(Content(""))
        lines += scale_bar(view, width)
        basis = Content.styled(view.reading.basis, "$foreground 50%")
        lines += [Content(""), self._against_target(view), basis, Content("")]
        return [*lines, _budget(view)]

    def _headline(self, view: MeterView) -> list[Content]:
        if view.left is None:
            return [
                Content.styled(line, "$foreground 70%")
                for line in (f"cannot say: {view.reading.reason}", "", "")
            ]
        ink = _ink(view)
        number, words, last = view.number, view.count_words, view.pace
        if view.more is not None:
            number, words = str(view.more), view.pace
            last = " · ".join(filter(None, (f"{view.counted} counted", view.evidence)))
        said = (
            Content.styled(words, f"bold {ink}"),
            Content.styled(view.band, "$foreground 85%"),
            Content.styled(last, "$foreground 60%"),
        )
        rows = large(number)
        return [
            Content.assemble((row, f"bold {ink}"), "   ", text)
            for row, text in zip(rows, said, strict=True)
        ]

    def _short(self, view: MeterView) -> list[Content]:
        if view.left is None:
            return [
                Content.styled(f"cannot say: {view.reading.reason}", "$foreground 70%")
            ]
        words = Content.assemble(
            (view.words, f"bold {_ink(view)}"),
            (f"  {view.pace}", "$foreground 70%"),
            (f"  {view.evidence}", "$foreground 50%"),
        )
        return [
            words,
            *scale_bar(view, self.size.width)[:2],
            self._against_target(view),
        ]

    def _against_target(self, view: MeterView) -> Content:
        if view.objection:
            return Content.styled(f"▲ {clean(view.objection)}", "bold $text-warning")
        if view.reading.question:
            return Content.styled(f"? {clean(view.reading.question)}", "$text-warning")
        glyph, style = {
            "inside": ("✓", "$text-success"),
            "easier": ("▽", "$text-secondary"),
            "closer": ("▲", "$text-warning"),
        }.get(view.side, ("·", "$foreground 60%"))
        return Content.assemble(
            (f"{glyph} {view.target_words}", style),
            (f"  target {view.zone.words}", "$foreground 55%"),
        )


def _budget(view: MeterView) -> Content:
    """Failure sets of the day as dots, and in words."""
    used, limit = view.budget
    dots = " ".join("●" if n < used else "○" for n in range(max(used, limit)))
    style = "$text-warning" if used > limit else "$foreground"
    why = f": {clean(view.budget_reason)}" if view.budget_reason else ""
    return Content.assemble(
        ("Failure budget  ", "$foreground 60%"),
        (f"{dots}  " if dots else "", style),
        f"{used} of {limit}{why}",
    )


def _ink(view: MeterView) -> str:
    return {"closer": "$text-warning", "inside": "$text-success"}.get(
        view.side, "$text-secondary"
    )
