"""Large characters made of blocks, as high as there is room for."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle

from befit_tui.domain.value import Value

FONT = {
    "0": "###/#.#/#.#/#.#/###", "1": "##/.#/.#/.#/.#", "2": "###/..#/###/#../###",
    "3": "###/..#/###/..#/###", "4": "#.#/#.#/###/..#/..#", "5": "###/#../###/..#/###",
    "6": "###/#../###/#.#/###", "7": "###/..#/..#/..#/..#",
    "8": "###/#.#/###/#.#/###", "9": "###/#.#/###/..#/###",
    ".": "././././#", ":": "./#/./#/.", "-": "././#/./.", "+": ".../.#./###/.#./...",
    "×": ".../#.#/.#./#.#/...", " ": "././././.", "–": ".../.../###/.../...",
    "A": "###/#.#/###/#.#/#.#", "B": "###/#.#/##./#.#/###", "C": "###/#../#../#../###",
    "E": "###/#../###/#../###", "F": "###/#../###/#../#..", "I": "#/#/#/#/#",
    "K": "#.#/#.#/##./#.#/#.#", "R": "###/#.#/##./#.#/#.#",
    "T": "###/.#./.#./.#./.#.", "W": "#...#/#...#/#.#.#/#.#.#/#####",
}  # fmt: skip
"""Five rows of dots: the first, third and fifth row and column are strokes."""
ROUND = "0235689C"
"""Characters whose outer corners are cut."""


class Size(Value, frozen=True):
    """Cells of a stroke and of what lies between two, down and across."""

    down: tuple[int, int]
    across: tuple[int, int]

    @property
    def height(self) -> int:
        """The rows of a character."""
        return 3 * self.down[0] + 2 * self.down[1]

    @property
    def gap(self) -> int:
        """The columns between two characters."""
        return max(1, self.across[0] - 1)


SIZES = (
    Size((4, 4), (8, 8)), Size((3, 4), (6, 8)), Size((3, 3), (6, 6)),
    Size((2, 3), (4, 6)), Size((2, 2), (4, 4)), Size((1, 2), (3, 3)),
    Size((1, 1), (2, 3)), Size((1, 1), (1, 1)),
)  # fmt: skip
"""The largest first: 20, 17, 15, 12, 10, 7 and 5 rows, the last for little width."""


def large(text: str, width: int, height: int) -> tuple[str, ...]:
    """``text`` in blocks, as large as fits; the text itself where nothing does."""
    if text and all(character in FONT for character in text):
        for size in SIZES:
            if size.height <= height:
                rows = _written(text, size)
                if len(rows[0]) <= width:
                    return rows
    return (text,)


def least_width(text: str) -> int:
    """The columns that ``text`` takes in the narrowest characters."""
    return len(_written(text, SIZES[-1])[0])


def _written(text: str, size: Size) -> tuple[str, ...]:
    glyphs = [_glyph(character, size) for character in text]
    gap = " " * size.gap
    return tuple(gap.join(rows) for rows in zip(*glyphs, strict=True))


@cache
def _glyph(character: str, size: Size) -> tuple[str, ...]:
    dots = list(_spread(FONT[character].split("/"), size))
    cut = character in ROUND
    return tuple(
        "".join(_cell(dots, x, y, cut=cut) for x in range(len(row)))
        for y, row in enumerate(dots)
    )


def _spread(rows: list[str], size: Size) -> Iterator[str]:
    """The dots as cells, each as wide and as high as its row and column are."""
    for row, high in zip(rows, cycle(size.down), strict=False):
        cells = zip(row, cycle(size.across), strict=False)
        yield from ["".join(dot * wide for dot, wide in cells)] * high


def _cell(dots: list[str], x: int, y: int, *, cut: bool) -> str:
    """A full cell, one without a quarter where a corner is cut, or a blank."""
    row = dots[y]
    if row[x] != "#":
        return " "
    is_right, is_low = x == len(row) - 1, y == len(dots) - 1
    is_corner = (x == 0 or is_right) and (y == 0 or is_low)
    if not cut or not is_corner or row[x - 1 if is_right else x + 1] != "#":
        return "█"
    return "▟▙▜▛"[is_right + 2 * is_low]
