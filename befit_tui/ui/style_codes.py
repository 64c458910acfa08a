"""What is written to the terminal, without the style codes that change nothing.

Textual ends every run of text with a reset and begins the next with all of its style:
in true colour 73% of the bytes of a key are such codes, most of them for the colour
that the run before had already (measured: 20.8 KB of a key that scrolls the history,
of which 15 KB are codes). Over ssh these bytes are the time that a key takes.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_CODES = re.compile(r"\x1b\[([\d;]*)m")
_ONLY_BLANKS = re.compile(r"(?:\x1b\[\d+;\d+H|[\r\n ])*\Z")
_ONLY_MOVES = re.compile(r"(?:\x1b\[\d+;\d+H|[\r\n])*\Z")
_PASSED = re.compile(
    r"(?:\x1b\[\d+;\d+H|\n|\r)(?:\x1b\[\d+;\d+H|[\r\n])*(?=\x1b\[\d+;\d+H)"
)
"""Moves of the cursor that another one follows at once; so written that what begins
none is passed over without a try."""
_ON_BLANKS = frozenset("479") | {"21", "53"}
"""Attributes that a blank shows: lines, and the colours reversed."""


class Style(NamedTuple):
    """A style as the terminal holds it: attributes, and two colours or None."""

    attributes: frozenset[str] = frozenset()
    foreground: str | None = None
    background: str | None = None


PLAIN = Style()


def without_repeats(data: str) -> str:
    """The same text in the same styles, each code only where what is seen changes.

    What stands in ``data`` begins and ends in the plain style, as all of Textual's
    writes do, so that every write can be read by itself.
    """
    parts: list[str] = []
    held = wanted = PLAIN
    for place, part in enumerate(_CODES.split(data)):
        if place % 2:
            wanted = _after(wanted, part)
        elif part:
            if not _looks_alike(part, held, wanted):
                parts.append(_change(held, wanted))
                held = wanted
            parts.append(part)
    if held != wanted:
        parts.append(_change(held, wanted))
    return _PASSED.sub("", "".join(parts))


@lru_cache(maxsize=4096)
def _looks_alike(part: str, one: Style, other: Style) -> bool:
    """Whether a part of the data looks the same in two styles."""
    if one == other:
        return True
    if not _ONLY_BLANKS.match(part):
        return False
    return bool(_ONLY_MOVES.match(part)) or _on_blanks(one) == _on_blanks(other)


@lru_cache(maxsize=4096)
def _on_blanks(style: Style) -> tuple[object, ...]:
    """What a blank shows of a style."""
    lines = style.attributes & _ON_BLANKS
    return lines, style.background, style.foreground if lines else None


@lru_cache(maxsize=4096)
def _after(style: Style, codes: str) -> Style:
    """The style after a code sequence such as ``1;38;2;1;2;3``."""
    attributes, foreground, background = style
    rest = iter(codes.split(";"))
    for code in rest:
        number = int(code or 0)
        if number in (38, 48):
            depth = next(rest, "5")
            colour = [code, depth, *(next(rest, "0") for _ in range(_WIDTH[depth]))]
        else:
            colour = [code]
        if number == 0:
            attributes, foreground, background = PLAIN
        elif number in _FOREGROUND:
            foreground = None if number == 39 else ";".join(colour)
        elif number in _BACKGROUND:
            background = None if number == 49 else ";".join(colour)
        else:
            attributes |= {code}
    return Style(attributes, foreground, background)


_WIDTH = {"2": 3, "5": 1}
_ENDS = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""The code that ends each attribute; bold and dim have one together."""
_FOREGROUND = {*range(30, 40), *range(90, 98)}
_BACKGROUND = {*range(40, 50), *range(100, 108)}


@lru_cache(maxsize=4096)
def _change(old: Style, new: Style) -> str:
    """The shortest code sequence that turns one style into another."""
    if new == PLAIN:
        return "\x1b[0m"
    anew = ["0", *_all_of(new)]
    gone = old.attributes - new.attributes
    if not gone <= _ENDS.keys():
        return _sequence(anew)
    ends = {_ENDS[code] for code in gone}
    kept = {code for code in old.attributes if _ENDS.get(code) not in ends}
    codes = [*sorted(ends), *sorted(new.attributes - kept)]
    if new.foreground != old.foreground:
        codes.append(new.foreground or "39")
    if new.background != old.background:
        codes.append(new.background or "49")
    return min(_sequence(codes), _sequence(anew), key=len)


def _sequence(codes: list[str]) -> str:
    return f"\x1b[{';'.join(codes)}m"


def _all_of(style: Style) -> list[str]:
    colours = filter(None, (style.foreground, style.background))
    return [*sorted(style.attributes), *colours]
