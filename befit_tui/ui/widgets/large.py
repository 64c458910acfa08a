"""Large characters, three rows high, from the numerals that Textual draws."""

from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD


def large(text: str) -> tuple[str, str, str]:
    """``text`` as three rows of equal width; what has no numeral stands small, low."""
    glyphs = [_glyph(character) for character in text]
    top, middle, bottom = ("".join(rows) for rows in zip(*glyphs, strict=True))
    return top, middle, bottom


def _glyph(character: str) -> tuple[str, str, str]:
    if character == ":":
        return "╻", " ", "╹"
    if character not in DIGITS:
        return " ", " ", character
    at = DIGITS.index(character) * 3
    top, middle, bottom = (row.ljust(3)[:3] for row in DIGITS3X3_BOLD[at : at + 3])
    return top, middle, bottom
