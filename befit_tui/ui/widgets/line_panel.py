"""A panel that paints only the lines whose text has changed."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class LinePanel(Widget):
    """Lines of content below each other; long ones are wrapped.

    A key that moves one number then costs one line of output, not a panel.
    """

    _lines: tuple[Content, ...] = ()

    def draw(self) -> Iterable[Content]:
        """What the panel shows now, for the size it has."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Paint the lines that differ from those on the screen."""
        before, self._lines = self._lines, tuple(self._wrapped())
        width, height = self.size
        changed = [
            Region(0, row, width, 1)
            for row in range(height)
            if not _at(before, row).is_same(_at(self._lines, row))
        ]
        if changed:
            self.refresh(*changed)

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._lines = tuple(self._wrapped())
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line, or a blank below the last."""
        line, width = _at(self._lines, y), self.size.width
        if not line:
            return Strip.blank(width, self.visual_style.rich_style)
        strips = Visual.to_strips(self, line, width, 1, self.visual_style)
        return strips[0].adjust_cell_length(width)

    def _wrapped(self) -> Iterable[Content]:
        width = max(1, self.size.width)
        for line in self.draw():
            yield from line.wrap(width) if line.cell_length > width else (line,)


def _at(lines: tuple[Content, ...], row: int) -> Content:
    return lines[row] if row < len(lines) else Content("")
