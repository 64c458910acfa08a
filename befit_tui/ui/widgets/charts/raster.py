"""Drawing below the size of a cell: braille, quarter blocks, or plain ASCII."""

from collections.abc import Iterator
from enum import StrEnum

from befit_tui.domain.value import Value


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
