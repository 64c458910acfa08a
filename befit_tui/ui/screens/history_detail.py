"""One workout of the past in full; a page that scrolls."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import ClassVar

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from befit_tui.logbook.past_detail import Line, Run
from befit_tui.ui.widgets.text import clean

HANGING = 2
"""Cells by which the rest of a broken line stands in."""
ABOVE, BELOW = "▴", "▾"
"""At the right edge where the page goes on."""


class WorkoutDetail(Widget, can_focus=True):
    """Lines of text by role, broken at the edge.

    Only cells that differ from those before are painted: the page follows a cursor,
    and most of a repaint would be what stands there already. It scrolls by itself,
    because a ``ScrollView`` lays out the screen whenever its length changes.
    """

    BINDING_GROUP_TITLE = "Workout of the past"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "down", show=False),
        Binding("up,k", "line(-1)", "up", show=False),
        Binding("ctrl+d,pagedown", "page(1)", "half a page down", show=False),
        Binding("ctrl+u,pageup", "page(-1)", "half a page up", show=False),
        Binding("g,home", "line(-100000)", "top", show=False),
        Binding("G,end", "line(100000)", "bottom", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "workout-detail--dim",
        "workout-detail--strong",
        "workout-detail--good",
        "workout-detail--warn",
        "workout-detail--bad",
    }
    DEFAULT_CSS = """
    WorkoutDetail {
        & > .workout-detail--dim { color: $foreground 60%; }
        & > .workout-detail--strong { text-style: bold; }
        & > .workout-detail--good { color: $text-success; }
        & > .workout-detail--warn { color: $text-warning; }
        & > .workout-detail--bad { color: $text-error; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._rows: list[Line] = []
        self._top = 0
        self._drawn: list[Strip] = []
        self._inks: dict[str, Style] = {}

    def show(self, lines: Sequence[Line], *, from_top: bool) -> None:
        """Put other lines on the page; ``from_top`` scrolls back to the first."""
        self._lines = lines
        self._break()
        self._scroll(0 if from_top else self._top)

    def action_line(self, steps: int) -> None:
        """Scroll by a number of lines."""
        self._scroll(self._top + steps)

    def action_page(self, pages: int) -> None:
        """Scroll by half of what is in sight."""
        self._scroll(self._top + pages * max(self.size.height // 2, 1))

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top + 3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self._scroll(self._top - 3)

    def on_resize(self) -> None:
        """Break the lines at the new edge."""
        self._break()
        self._scroll(self._top)

    def notify_style_update(self) -> None:
        """Take the colours of another theme or state."""
        super().notify_style_update()
        self._inks.clear()
        self._scroll(self._top)

    def render_line(self, y: int) -> Strip:
        """One row in sight."""
        strip = self._drawn[y] if y < len(self._drawn) else Strip([])
        return strip.adjust_cell_length(self.size.width, self._ink(""))

    def _break(self) -> None:
        width = max(self.size.width - 1, 1)
        self._rows = [row for line in self._lines for row in wrapped(line, width)]

    def _scroll(self, top: int) -> None:
        """Put a row at the top, and paint the cells that differ from those before."""
        height, before = self.size.height, self._drawn
        self._top = max(min(top, len(self._rows) - height), 0)
        self._drawn = [self._strip(y) for y in range(height)]
        for y, (old, new) in enumerate(
            zip_longest(before, self._drawn, fillvalue=Strip([]))
        ):
            if old != new:
                start, stop = _difference(list(old), list(new))
                self.refresh(Region(start, y, stop - start, 1))

    def _strip(self, y: int) -> Strip:
        place, (width, height) = y + self._top, self.size
        row = self._rows[place] if place < len(self._rows) else ()
        strip = Strip([Segment(clean(text), self._ink(role)) for text, role in row])
        mark = ABOVE if y == 0 and self._top else ""
        if y == height - 1 and place < len(self._rows) - 1:
            mark = BELOW
        if not mark:
            return strip
        edge = Strip([Segment(mark, self._ink("dim"))])
        return Strip.join([strip.adjust_cell_length(width - 1, self._ink("")), edge])

    def _ink(self, role: str) -> Style:
        if role not in self._inks:
            name = f"workout-detail--{role}"
            style = self.get_component_rich_style(name) if role else self.rich_style
            self._inks[role] = style
        return self._inks[role]


def wrapped(line: Line, width: int) -> Iterator[Line]:
    """A line in rows of at most ``width`` cells, broken between words if it can be."""
    if sum(cell_len(clean(text)) for text, _ in line) <= width:
        yield line
        return
    row: list[Run] = []
    used = 0
    for word, role in _words(line, max(width - HANGING, 1)):
        if row and used + cell_len(word) > width:
            yield tuple(row)
            row, used = [(" " * HANGING, "")], HANGING
        fresh = used == HANGING and row[0][0].isspace()
        row.append((word.lstrip() if fresh else word, role))
        used += cell_len(row[-1][0])
    yield tuple(row)


def _words(line: Line, longest: int) -> Iterator[Run]:
    for text, role in line:
        for word in re.findall(r"\s*\S+|\s+$", clean(text)):
            for part in chop_cells(word, longest):
                yield part, role


def _difference(old: list[Segment], new: list[Segment]) -> tuple[int, int]:
    """The cells from the first segment that differs to the last."""
    end = max(_cells(old), _cells(new))
    start = _alike(old, new)
    if _cells(old) == _cells(new):
        end -= min(_alike(old[::-1], new[::-1]), end - start)
    return start, end


def _alike(one: list[Segment], other: list[Segment]) -> int:
    """How many cells at the start are equal, in whole segments."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return _cells([segment for segment, _ in pairs])


def _cells(segments: list[Segment]) -> int:
    return sum(segment.cell_length for segment in segments)
