"""What all charts share: a drawing of cells, a cursor over it, and their strips.

Drawn by hand: plotext 5.3 and 6.1 give horizontal bars the values of other bars,
textual-plot brings 73 MB of numpy, and both take 2 to 9 times as long to draw.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, NamedTuple, Protocol

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from befit_tui.domain import signs
from befit_tui.domain.load import tenth
from befit_tui.logbook.trends.volume import Side
from befit_tui.ui.widgets.charts.grid import Cell, GlyphSet, Grid, Mark, sentence
from befit_tui.ui.widgets.role_styles import RoleStyles

SIGNS = {Side.BELOW: signs.ROOM, Side.INSIDE: signs.AS_MEANT, Side.ABOVE: signs.CARE}
"""How a value stands to its range, as a glyph."""


class Look(NamedTuple):
    """What a drawing is made of, and whether colour may tell its parts apart."""

    glyph_set: GlyphSet
    coloured: bool = True

    @property
    def is_ascii(self) -> bool:
        """Whether letters are all there is; such terminals may not know tints."""
        return self.glyph_set is GlyphSet.ASCII

    @property
    def is_tinted(self) -> bool:
        """Whether areas may be told apart by tints."""
        return self.coloured and not self.is_ascii


class Plot(ABC):
    """A finished drawing whose cursor can be moved without drawing it again.

    It has a kind of ``data`` of its own, and the place of the ``cursor`` where not all
    of them have room.
    """

    def __init__(
        self, data: Any, width: int, height: int, cursor: int, look: Look
    ) -> None:
        self.data = data
        self.grid = Grid(width, height, plain=look.is_ascii)
        self.look = look
        self._fill(cursor)

    @abstractmethod
    def _fill(self, cursor: int) -> None:
        """Draw everything but the cursor."""

    def holds(self, index: int) -> bool:
        """Whether a stop is in sight; if not, the plot must be drawn again."""
        return True

    def marks(self, index: int) -> list[Mark]:
        """What the cursor lays over the cells at one of the stops."""
        return []


def value_words(value: float) -> str:
    """A value to a tenth, or in the thousands with a comma."""
    return tenth(value) if abs(value) < 1000 else f"{value:,.0f}"


class Data(Protocol):
    """What a chart shows: values that its cursor stops at."""

    @property
    def stops(self) -> Sequence[object]:
        """What identifies each of them; a day where they are dated, oldest first."""
        ...

    @property
    def start(self) -> int:
        """The place of the one that the cursor starts at."""
        ...


class Chart(Widget):
    """A chart drawn cell by cell, with a cursor that stops at each of its values.

    A kind of chart has ``data`` of its own and a ``PLOT`` that draws them. The drawing
    is kept until the size or the data change; colours are looked up when a row is
    shown, so a change of theme needs no drawing. Whatever screen shows the chart has
    the keys and moves the cursor.
    """

    PLOT: ClassVar[type[Plot]]
    LEAST_SIZE: ClassVar[tuple[int, int]] = (20, 5)
    """Columns and rows below which a sentence takes the place of the chart."""

    ROLES: ClassVar[Mapping[str, str]] = {
        "axis": "$foreground 40%",
        "label": "$foreground 65%",
        "rule": "$foreground 16%",
        "line": "$text-primary",
        "band": "$primary 45%",
        "haze": "$primary 14%",
        "record": "bold $text-warning",
        "cursor": "bold $text-accent",
        "here": "bold $foreground",
        "span": "$foreground 10%",
        "span-edge": "$foreground 70%",
        "strong": "bold $foreground",
    }
    """What colours the parts of a drawing; each kind of chart has more."""

    data: reactive[Any] = reactive(None, repaint=False)
    """What is shown; the cursor stays on its stop when it changes."""
    cursor: reactive[int] = reactive(0, repaint=False)
    glyph_set: reactive[GlyphSet] = reactive(GlyphSet.BRAILLE)

    def __init__(self, *, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self._kept: tuple[object, Plot | None, Grid] | None = None
        self._marks: list[Mark] = []
        self._ink = RoleStyles(self, self.ROLES, as_ink=True)
        self._known: tuple[object, Sequence[object]] = (None, ())

    def notify_style_update(self) -> None:
        """Ask for the styles anew when the theme has changed."""
        self._ink.forget()
        super().notify_style_update()

    def on_mount(self) -> None:
        """Take the glyph set that the program is set to."""
        self.glyph_set = getattr(self.app, "glyph_set", self.glyph_set)

    @property
    def stop_count(self) -> int:
        """How many values the cursor can stand at."""
        return len(self._stops)

    @property
    def _stops(self) -> Sequence[object]:
        """What identifies the values; made once, since every move asks for it."""
        if self._known[0] is not self.data:
            self._known = (self.data, self.data.stops)
        return self._known[1]

    @property
    def day(self) -> date | None:
        """The day under the cursor; None where stops are no days."""
        stop = self._stops[self.cursor] if self._stops else None
        return date.fromordinal(stop.toordinal()) if isinstance(stop, date) else None

    def seek(self, day: date) -> None:
        """Move the cursor to the stop nearest to a day."""
        near = [
            abs(stop.toordinal() - day.toordinal())
            for stop in self._stops
            if isinstance(stop, date)
        ]
        if near:
            self.cursor = near.index(min(near))

    def watch_data(self, old: Data, new: Data) -> None:
        """Draw new data; the cursor stays on its stop, or goes where it starts.

        Where it has not been moved it starts again: weeks may be joined otherwise.
        """
        before = self._cells() if self._kept else []
        self._kept = None
        stops, now = old.stops, self._stops
        at = stops[self.cursor] if stops and self.cursor != old.start else None
        place = now.index(at) if at in now else max(new.start, 0)
        self.set_reactive(Chart.cursor, place)
        self._repaint(before)

    def _cells(self) -> list[list[Cell]]:
        """What is drawn, with the cursor."""
        _, grid = self._drawing()
        return [grid.cells(y, self._marks) for y in range(grid.height)]

    def _repaint(self, before: list[list[Cell]]) -> None:
        """Paint the cells that differ from those of another drawing.

        One region a row: Textual writes a row of a widget from its left edge to the end
        of a region, so two in a row would cost twice.
        """
        if not self.is_mounted:
            return
        # A chart that is hidden has no size, and would be shown again as it was.
        after = self._cells() if self.size else []
        if not after or [len(row) for row in before] != [len(row) for row in after]:
            self.refresh()
            return
        regions = [
            Region(places[0], y, places[-1] + 1 - places[0], 1)
            for y, (old, new) in enumerate(zip(before, after, strict=True))
            if (places := [x for x, cell in enumerate(new) if cell != old[x]])
        ]
        if regions:
            self.refresh(*regions)

    @property
    def excuse(self) -> str:
        """Why there is no chart; empty if there is one."""
        if not self.stop_count:
            return self._empty
        least_width, least_height = self.LEAST_SIZE
        small = self.size.width < least_width or self.size.height < least_height
        return "Too small for a chart." if small else ""

    def _drawing(self) -> tuple[Plot | None, Grid]:
        look = Look(self.glyph_set, not self.app.no_color)
        if self._kept is None or self._kept[0] != (self.size, look):
            excuse, size = self.excuse, self.size
            plot = None if excuse else self.PLOT(self.data, *size, self.cursor, look)
            self._marks = plot.marks(self.cursor) if plot else []
            grid = plot.grid if plot else sentence(excuse, *self.size)
            self._kept = ((self.size, look), plot, grid)
        return self._kept[1:]

    def render_line(self, y: int) -> Strip:
        """One row: the kept cells with the cursor's marks laid over."""
        _, grid = self._drawing()
        if y >= grid.height:
            return Strip.blank(self.size.width, self.rich_style)
        segments = [
            # Blanks are most of a chart, and need no ink.
            Segment(text, self._ink("" if text.isspace() else ink, ground))
            for text, ink, ground in grid.runs(y, self._marks)
        ]
        return Strip(segments, grid.width)

    def validate_glyph_set(self, glyph_set: str) -> GlyphSet:
        """Take the word from the settings as well as the glyph set."""
        return GlyphSet(glyph_set)

    def validate_cursor(self, index: int) -> int:
        """Keep the cursor on a value."""
        return min(max(index, 0), max(self.stop_count - 1, 0))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the cells the cursor left and those it came to."""
        if not self.is_mounted:
            return
        plot, _ = self._drawing()
        if plot and plot.holds(old) and plot.holds(new):
            before = self._cells()
            self._marks = plot.marks(new)
            self._repaint(before)
        else:
            self._kept = None
            self.refresh()

    def move(self, steps: int) -> None:
        """Move the cursor by a number of values, to an end at most."""
        self.cursor += steps
