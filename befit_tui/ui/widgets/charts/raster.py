"""Drawing below the size of a cell: braille, quarter blocks, or plain ASCII."""

from dataclasses import dataclass
from enum import StrEnum


class Pen(StrEnum):
    """What lines are drawn with."""

    BRAILLE = "braille"
    BLOCK = "block"
    ASCII = "ascii"


@dataclass(frozen=True, slots=True)
class Nib:
    """How a pen divides a cell into dots, and its glyph for every set of dots.

    The dot in column ``x`` and row ``y`` of a cell is bit ``y * across + x``.
    """

    across: int
    down: int
    glyphs: str


def _braille(bits: int) -> str:
    """Unicode numbers braille dots down the columns, the lowest row last."""
    order = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
    return chr(0x2800 + sum(dot for i, dot in enumerate(order) if bits >> i & 1))


NIBS = {
    Pen.BRAILLE: Nib(2, 4, "".join(map(_braille, range(256)))),
    Pen.BLOCK: Nib(2, 2, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"),
    Pen.ASCII: Nib(1, 1, " *"),
}
BAND_NIBS = {**NIBS, Pen.ASCII: Nib(1, 1, " :")}


class Raster:
    """``width`` by ``height`` cells of dots; dot (0, 0) is at the top left."""

    def __init__(self, width: int, height: int, nib: Nib) -> None:
        self.nib = nib
        self.width = width * nib.across
        self.height = height * nib.down
        self._bits = [[0] * width for _ in range(height)]

    def dot(self, x: int, y: int) -> None:
        """Set one dot; outside of the raster nothing happens."""
        if 0 <= x < self.width and 0 <= y < self.height:
            column, dx = divmod(x, self.nib.across)
            row, dy = divmod(y, self.nib.down)
            self._bits[row][column] |= 1 << dy * self.nib.across + dx

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

    def glyph(self, column: int, row: int) -> str:
        """The glyph of a cell, or an empty string where no dot is set."""
        bits = self._bits[row][column]
        return self.nib.glyphs[bits] if bits else ""
