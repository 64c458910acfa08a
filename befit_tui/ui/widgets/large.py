"""Large characters: three rows from Textual's numerals, or blocks of any size."""

from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

BLOCKS = {
    "0": "###/#.#/#.#/#.#/###", "1": ".#./##./.#./.#./###",
    "2": "###/..#/###/#../###", "3": "###/..#/.##/..#/###",
    "4": "#.#/#.#/###/..#/..#", "5": "###/#../###/..#/###",
    "6": "###/#../###/#.#/###", "7": "###/..#/..#/.#./.#.",
    "8": "###/#.#/###/#.#/###", "9": "###/#.#/###/..#/###",
    ".": "././././#", ":": "./#/./#/.", "-": ".../.../###/.../...",
    "+": ".../.#./###/.#./...", "×": ".../#.#/.#./#.#/...", " ": "././././.",
    "?": "###/..#/.##/.../.#.", "–": ".../.../###/.../...",
    "A": ".#./#.#/###/#.#/#.#", "B": "##./#.#/##./#.#/##.", "C": "###/#../#../#../###",
    "I": "#/#/#/#/#", "K": "#.#/#.#/##./#.#/#.#", "R": "##./#.#/##./#.#/#.#",
    "T": "###/.#./.#./.#./.#.", "W": "#...#/#...#/#.#.#/#.#.#/.#.#.",
}  # fmt: skip
"""Five rows of dots for each character."""
SCALES = ((4, 2), (3, 1), (2, 1), (1, 1))
"""Columns and rows of a dot, the largest first."""


def large(text: str) -> tuple[str, str, str]:
    """``text`` as three rows of equal width; what has no numeral stands small, low."""
    glyphs = [_glyph(character) for character in text]
    top, middle, bottom = ("".join(rows) for rows in zip(*glyphs, strict=True))
    return top, middle, bottom


def blocks(text: str, width: int, height: int) -> tuple[str, ...]:
    """``text`` in blocks, as large as fits; the text itself where nothing does."""
    rows = [
        ".".join(BLOCKS[character].split("/")[row] for character in text)
        for row in range(5)
        if all(character in BLOCKS for character in text)
    ]
    for wide, high in SCALES:
        if rows and len(rows[0]) * wide <= width and 5 * high <= height:
            ink = str.maketrans({".": " " * wide, "#": "█" * wide})
            return tuple(row.translate(ink) for row in rows for _ in range(high))
    return (text,)


def _glyph(character: str) -> tuple[str, str, str]:
    if character == ":":
        return "╻", " ", "╹"
    if character not in DIGITS:
        return " ", " ", character
    at = DIGITS.index(character) * 3
    top, middle, bottom = (row.ljust(3)[:3] for row in DIGITS3X3_BOLD[at : at + 3])
    return top, middle, bottom
