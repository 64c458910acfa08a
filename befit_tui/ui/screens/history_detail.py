"""One workout of the past in full; a page that scrolls."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from befit_tui.logbook.past_detail import Line
from befit_tui.ui.widgets.text import clean

ROLES = {
    "": "",
    "dim": "$foreground 60%",
    "strong": "bold",
    "good": "$text-success",
    "warn": "$text-warning",
    "bad": "$text-error",
}
HANGING = 2
"""Cells by which the rest of a broken line stands in."""


class WorkoutDetail(ScrollView, can_focus=True):
    """Lines of text by role, broken at the edge.

    Only rows that differ from those before are painted: the page follows a cursor,
    and most of a repaint would be what stands there already.
    """

    BINDING_GROUP_TITLE = "Workout of the past"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "down", show=False),
        Binding("up,k", "line(-1)", "up", show=False),
        Binding("ctrl+d,pagedown", "page(1)", "page down", show=False),
        Binding("ctrl+u,pageup", "page(-1)", "page up", show=False),
        Binding("g,home", "line(-100000)", "top", show=False),
        Binding("G,end", "line(100000)", "bottom", show=False),
    ]
    DEFAULT_CSS = """
    WorkoutDetail {
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._strips: list[Strip] = []

    def show(self, lines: Sequence[Line], *, from_top: bool) -> None:
        """Put other lines on the page; ``from_top`` scrolls back to the first."""
        self._lines = lines
        self._break(from_top=from_top)

    def action_line(self, steps: int) -> None:
        """Scroll by a number of lines."""
        self.scroll_to(y=self.scroll_offset.y + steps, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by half of what is in sight."""
        self.action_line(pages * max(self.size.height // 2, 1))

    def on_resize(self, _: Resize) -> None:
        """Break the lines at the new edge."""
        self._break(from_top=False)

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._break(from_top=False)

    def render_line(self, y: int) -> Strip:
        """One row in sight."""
        place = y + self.scroll_offset.y
        width, style = self.size.width, self.rich_style
        if place >= len(self._strips):
            return Strip.blank(width, style)
        return self._strips[place].adjust_cell_length(width, style)

    def _break(self, *, from_top: bool) -> None:
        before, width = self._strips, self.size.width
        if not width:
            return
        content = Content("\n").join(
            part for line in self._lines for part in _wrapped(line, width)
        )
        self._strips = Visual.to_strips(self, content, width, None, self.visual_style)
        self.virtual_size = Size(width, len(self._strips))
        if from_top and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, immediate=True)
        for place in range(max(len(before), len(self._strips))):
            if before[place : place + 1] != self._strips[place : place + 1]:
                self.refresh_line(place)


def _wrapped(line: Line, width: int) -> list[Content]:
    content = Content.assemble(*((clean(text), ROLES[role]) for text, role in line))
    if content.cell_length <= width:
        return [content]
    first, *rest = content.wrap(max(width - HANGING, 1))
    return [first, *(part.pad_left(HANGING) for part in rest)]
