"""A panel that paints only the lines whose text has changed."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class LinePanel(Widget):
    """Lines of content below each other; long ones are wrapped.

    A key that moves one number then costs one line of output, not a panel.
    """

    _lines: tuple[Content, ...] = ()
    _drawn_for = Size(0, 0)

    @abstractmethod
    def draw(self) -> Iterable[Content]:
        """What the panel shows now, for the size it has."""

    def redraw(self) -> None:
        """Paint the lines that differ from those on the screen."""
        before, drawn_for = self._lines, self._drawn_for
        self._wrap()
        if drawn_for != self.size:
            self.refresh()
            return
        width, height = self.size
        changed = (
            row
            for row in range(height)
            if not _at(before, row).is_same(_at(self._lines, row))
        )
        if found := [Region(0, top, width, rows) for top, rows in _runs(changed)]:
            self.refresh(*found)

    def on_resize(self) -> None:
        """Draw for the new size, if that has not been painted yet."""
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """One line, or a blank below the last."""
        # A new size is painted before the widget hears of it.
        if self._drawn_for != self.size:
            self._wrap()
        base = self.visual_style
        runs = _at(self._lines, y).render(base, end="")
        strip = Strip([Segment(text, style.rich_style) for text, style in runs])
        return strip.adjust_cell_length(self.size.width, base.rich_style)

    def _wrap(self) -> None:
        lines = tuple(self._wrapped()) if self.size else ()  # nothing while hidden
        self._drawn_for, self._lines = self.size, lines

    def _wrapped(self) -> Iterable[Content]:
        width = max(1, self.size.width)
        for line in self.draw():
            yield from line.wrap(width) if line.cell_length > width else (line,)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows as first and count: painting a region has its own cost."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        found = [row for _, row in run]
        yield found[0], len(found)


def _at(lines: tuple[Content, ...], row: int) -> Content:
    return lines[row] if row < len(lines) else Content("")
