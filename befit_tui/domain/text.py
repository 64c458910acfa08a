"""Text of the user made safe to print or draw, and made to be looked for."""

import unicodedata

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSAFE: dict[int, str | None] = {
    # A direction override could make the rest of a line read backwards.
    **dict.fromkeys((*_CONTROLS, *_DIRECTION)),
    **dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " "),
    # Half a surrogate pair cannot be encoded, so it would end the program.
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def folded(text: str) -> str:
    """``text`` to be compared: without case, each letter one sign with its accents."""
    return unicodedata.normalize("NFC", text).casefold()


def clean(text: str) -> str:
    """``text`` on one line, without anything a terminal could obey.

    Line ends and tabs become spaces; other control characters and direction
    overrides go, so what is left of an escape sequence is harmless text. Emoji and
    every script stay.
    """
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_UNSAFE)
