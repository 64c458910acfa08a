"""A panel that paints only the cells whose text has changed."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.events import MouseMove
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from befit_tui.ui.widgets.runs import difference


class _Row:
    """A line of content with its runs, which are worked out once for a style."""

    __slots__ = ("content", "runs")

    def __init__(self, content: Content) -> None:
        self.content = content
        self.runs: Sequence[tuple[str, Style]] | None = None


def wrapped(line: Content, width: int) -> Sequence[Content]:
    """The line in rows of at most ``width`` cells.

    What goes on stands two cells further in than an indented line begins.
    """
    if line.cell_length <= width:
        return (line,)
    indent = len(line.plain) - len(line.plain.lstrip())
    if not indent or width <= 2 * indent + 2:
        return line.wrap(max(width, 1))
    first, *rest = line[indent:].wrap(width - indent - 2)
    return (" " * indent + first, *(" " * (indent + 2) + one for one in rest))


class LinePanel(Widget):
    """Lines of content below each other; long ones are wrapped.

    A key that moves one number then costs its cells in output, not a panel.
    """

    PRESSED: ClassVar[str] = "on $foreground 12%"
    """How cells look that a click would press."""

    _under: range = range(0)
    """Those under the mouse, in the first line."""
    _rows: tuple[_Row, ...] = ()
    _drawn_for = Size(0, 0)

    @abstractmethod
    def draw(self) -> Iterable[Content]:
        """What the panel shows now, for the size it has."""

    def pressed(self, _x: int) -> range:
        """The cells around a place of the first line that a click presses, if any."""
        return range(0)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Mark what a click would press."""
        at = event.get_content_offset(self)
        self._mark(self.pressed(at.x) if at is not None and not at.y else range(0))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._mark(range(0))

    def _mark(self, cells: range) -> None:
        if cells != self._under:
            self._under = cells
            self.redraw()

    def redraw(self) -> None:
        """Paint the cells that differ from those on the screen."""
        before = self._rows if self._drawn_for == self.size else None
        self._wrap()
        if before is None:
            self.refresh()
            return
        pairs = zip(before, self._rows, strict=True)
        changed = (self._difference(y, old, new) for y, (old, new) in enumerate(pairs))
        if found := [region for region in changed if region]:
            self.refresh(*found)

    def _difference(self, y: int, old: _Row, new: _Row) -> Region:
        """The cells of a row that are to be painted; none where it is as before."""
        if old.content.is_same(new.content):
            new.runs = old.runs
            return Region()
        return Region(0, y, difference(self._runs(old), self._runs(new)), 1)

    def on_resize(self) -> None:
        """Draw for the new size, if that has not been painted yet."""
        if self._drawn_for != self.size:
            self.redraw()

    def notify_style_update(self) -> None:
        """Ask for the styles anew when the theme has changed."""
        for row in self._rows:
            row.runs = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line, or a blank below the last."""
        # A new size is painted before the widget hears of it.
        if self._drawn_for != (size := self.size):
            self._wrap()
        strip = Strip([Segment(*run) for run in self._runs(self._rows[y])])
        return strip.adjust_cell_length(size.width, self.visual_style.rich_style)

    def _runs(self, row: _Row) -> Sequence[tuple[str, Style]]:
        if row.runs is None:
            rendered = row.content.render(self.visual_style, end="")
            row.runs = [(text, style.rich_style) for text, style in rendered]
        return row.runs

    def _wrap(self) -> None:
        """Draw into as many rows as there are; nothing while hidden."""
        self._drawn_for = width, height = self.size
        rows: list[Content] = []
        for line in self.draw() if width and height else ():
            rows += wrapped(line, width)
        rows += [Content("")] * (height - len(rows))
        if self._under and rows:
            start, stop = self._under.start, self._under.stop
            rows[0] = rows[0].stylize(self.PRESSED, start, stop)
        self._rows = tuple(map(_Row, rows[:height]))
