"""Drawing surfaces: terminal cells that know roles instead of colours, and dots.

Dots lie below the size of a cell: braille, quarter blocks, or plain ASCII.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from textwrap import wrap
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from befit_tui.domain.value import Value
from befit_tui.ui.widgets.text import clean, fit

_SYMBOLS = "■"
"""From here on glyphs come from another font than letters and blocks do."""
PLAIN = str.maketrans(
    "◆◉◇↑▸▴▾▼✓▲■▮·∙–│┤└─┬━┈╌┊‹›▖▁▂▃▄▅▆▇█",
    "#@O^>^v<=>!#.o-|++-+=.-:<>#   #####",
)
"""What the glyphs of charts become where there is nothing but ASCII."""


HERE = "◉"
"""Where the cursor is on something that is drawn."""


class Cell(NamedTuple):
    """A glyph, the role that colours it, and the role that colours its ground.

    The second cell of a wide glyph has an empty one.
    """

    glyph: str = " "
    ink: str = ""
    ground: str = ""


class Mark(NamedTuple):
    """A text laid over a grid."""

    x: int
    y: int
    text: str
    ink: str


class Grid:
    """Cells that texts are put on; what falls outside is left out.

    With ``plain`` every glyph becomes one of ASCII.
    """

    def __init__(self, width: int, height: int, *, plain: bool = False) -> None:
        self.width = width
        self.height = height
        self._plain = plain
        self._rows = [[Cell()] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, ink: str = "", ground: str = "") -> None:
        """Write ``text``; an empty ``ground`` keeps the one that is there."""
        if 0 <= y < self.height:
            self._put(self._rows[y], x, text, ink, ground)

    def fill(self, x: int, y: int, cell: Cell) -> None:
        """Put a cell as it is, at a place inside of the grid."""
        self._rows[y][x] = cell

    def tint(self, columns: range, rows: range, ground: str) -> None:
        """Colour the ground of a rectangle and keep what is written on it."""
        for y in rows:
            for x in columns:
                glyph, ink, _ = self._rows[y][x]
                self._rows[y][x] = Cell(glyph, ink, ground)

    def runs(self, y: int, marks: Iterable[Mark] = ()) -> list[Cell]:
        """Row ``y`` with the marks over it, neighbours of one look joined.

        A blank takes the ink before it: every change of ink is 40 bytes to a terminal.
        Not that of a symbol: an exported picture spreads it over the blanks.
        """
        found: list[Cell] = []
        text, ink, ground, before = "", "", "", ""
        for glyph, its_ink, its_ground in self.cells(y, marks):
            follows = glyph == " " and its_ground == ground and before < _SYMBOLS
            if not follows and (its_ink, its_ground) != (ink, ground):
                found.append(Cell(text, ink, ground))
                text, ink, ground = "", its_ink, its_ground
            text += glyph
            before = glyph
        found.append(Cell(text, ink, ground))
        return [run for run in found if run.glyph]

    def cells(self, y: int, marks: Iterable[Mark] = ()) -> list[Cell]:
        """Row ``y`` with the marks over it, cell by cell."""
        row = self._rows[y].copy()
        for mark in marks:
            if mark.y == y:
                self._put(row, mark.x, mark.text, mark.ink, "")
        return row

    def _put(self, row: list[Cell], x: int, text: str, ink: str, ground: str) -> None:
        text = clean(text)
        if self._plain:
            text = text.translate(PLAIN)
        for start, end, cells in split_graphemes(text)[0]:
            if x >= 0 and x + cells <= len(row) and cells:
                under = ground or row[x].ground
                row[x] = Cell(text[start:end], ink, under)
                row[x + 1 : x + cells] = [Cell("", ink, under)] * (cells - 1)
            x += cells


class Key(NamedTuple):
    """An entry of a legend: a glyph, the role that colours it, and its word."""

    glyph: str
    ink: str
    word: str


def put_legend_aside(grid: Grid, x: int, keys: Sequence[Key]) -> None:
    """As ``put_legend``, but at the end of the row: it says nothing of a reading.

    The record of a legend right behind a day was taken for one of that day.
    """
    words = " " * 2 * len(keys[1:]) + "".join(f"{one.glyph} {one.word}" for one in keys)
    put_legend(grid, max(x, grid.width - cell_len(words)), keys)


def put_legend(grid: Grid, x: int, keys: Iterable[Key]) -> None:
    """Write as many entries as fit into the first row from ``x`` on."""
    for key in keys:
        glyph, word = cell_len(key.glyph), cell_len(key.word)
        after = x + glyph + (1 + word if word else 0)
        if after > grid.width:
            continue
        grid.put(x, 0, key.glyph, key.ink)
        grid.put(x + glyph + 1, 0, key.word, "label")
        x = after + (2 if word else 1)


def fitting(wordings: Iterable[str], width: int) -> str:
    """The first of the wordings that fits into ``width`` cells, or nothing."""
    return next((text for text in wordings if cell_len(text) <= width), "")


def sentence(text: str, width: int, height: int) -> Grid:
    """A grid with nothing but ``text`` in its middle, wrapped between words."""
    lines = wrap(text, max(width, 1), break_long_words=False)[:height]
    grid = Grid(width, height)
    for y, line in enumerate(lines, (height - len(lines)) // 2):
        shown = fit(line, width)
        grid.put((width - cell_len(shown)) // 2, y, shown, "label")
    return grid


class GlyphSet(StrEnum):
    """What lines are drawn with."""

    BRAILLE = "braille"
    BLOCK = "block"
    ASCII = "ascii"


class DotGrid(Value, frozen=True):
    """How a glyph set divides a cell into dots, and its glyph for every set of dots.

    The dot in column ``x`` and row ``y`` of a cell is bit ``y * across + x``.
    """

    across: int
    down: int
    glyphs: str


def _braille(bits: int) -> str:
    """Unicode numbers braille dots down the columns, the lowest row last."""
    order = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
    return chr(0x2800 + sum(dot for i, dot in enumerate(order) if bits >> i & 1))


DOT_GRIDS = {
    GlyphSet.BRAILLE: DotGrid(2, 4, "".join(map(_braille, range(256)))),
    GlyphSet.BLOCK: DotGrid(2, 2, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"),
    GlyphSet.ASCII: DotGrid(1, 1, " *"),
}
RISING = " ▁▂▃▄▅▆▇█"
"""A cell that is filled from below, by eighths."""
BAND_DOT_GRIDS = {**DOT_GRIDS, GlyphSet.ASCII: DotGrid(1, 1, " :")}
BAND_GLYPHS = {GlyphSet.BRAILLE: "⢕", GlyphSet.BLOCK: "▚", GlyphSet.ASCII: ":"}
"""Every other dot of a cell."""


class Raster:
    """``width`` by ``height`` cells of dots; dot (0, 0) is at the top left."""

    def __init__(self, width: int, height: int, dots: DotGrid) -> None:
        self.dots = dots
        self.width = width * dots.across
        self.height = height * dots.down
        self._bits = [[0] * width for _ in range(height)]

    def dot(self, x: int, y: int) -> None:
        """Set one dot; outside of the raster nothing happens."""
        if 0 <= x < self.width and 0 <= y < self.height:
            column, dx = divmod(x, self.dots.across)
            row, dy = divmod(y, self.dots.down)
            self._bits[row][column] |= 1 << dy * self.dots.across + dx

    def stroke(
        self, start: tuple[int, int], end: tuple[int, int], width: int = 1
    ) -> None:
        """A straight line from dot to dot, ``width`` dots high."""
        (x, y), (x1, y1) = start, end
        steps = max(abs(x1 - x), abs(y1 - y), 1)
        for i in range(steps + 1):
            cx, cy = x + round((x1 - x) * i / steps), y + round((y1 - y) * i / steps)
            for thick in range(width):
                self.dot(cx, cy + thick)

    def glyphs(self) -> Iterator[tuple[int, int, str]]:
        """Column, row and glyph of every cell with a dot."""
        for row, cells in enumerate(self._bits):
            for column, bits in enumerate(cells):
                if bits:
                    yield column, row, self.dots.glyphs[bits]

    def glyph(self, column: int, row: int) -> str:
        """The glyph of a cell, or an empty string where no dot is set."""
        bits = self._bits[row][column]
        return self.dots.glyphs[bits] if bits else ""
