"""A drawing surface of terminal cells that knows roles instead of colours."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

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

    def text(self, marks: Iterable[Mark] = ()) -> str:
        """The whole drawing as plain text."""
        marks = tuple(marks)
        rows = (
            "".join(run.glyph for run in self.runs(y, marks))
            for y in range(self.height)
        )
        return "\n".join(row.rstrip() for row in rows)

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


def put_legend(grid: Grid, x: int, y: int, end: int, keys: Iterable[Key]) -> None:
    """Write as many entries as fit into row ``y`` between ``x`` and ``end``."""
    for key in keys:
        glyph, word = cell_len(key.glyph), cell_len(key.word)
        after = x + glyph + (1 + word if word else 0)
        if after > end:
            return
        grid.put(x, y, key.glyph, key.ink)
        grid.put(x + glyph + 1, y, key.word, "label")
        x = after + (2 if word else 1)


def fitting(wordings: Iterable[str], width: int) -> str:
    """The first of the wordings that fits into ``width`` cells, or nothing."""
    return next((text for text in wordings if cell_len(text) <= width), "")


def sentence(text: str, width: int, height: int) -> Grid:
    """A grid with nothing but ``text`` in its middle, wrapped between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    lines = [line for line in lines if line][:height]
    grid = Grid(width, height)
    for y, line in enumerate(lines, (height - len(lines)) // 2):
        shown = fit(line, width)
        grid.put((width - cell_len(shown)) // 2, y, shown, "label")
    return grid
