"""The text of a file whose encoding nothing names."""

import re

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.value import Value

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 400
"""Bytes that show whether every second one is zero, as in UTF-16 without a mark."""

_OLD = {
    "cp1252": "Windows, western Europe",
    "cp1250": "Windows, central Europe",
    "mac_roman": "Mac",
    "cp1251": "Windows, Cyrillic",
}
"""Encodings of spreadsheets before UTF-8, the commonest first."""

# What no language writes: a sign within a word, a capital behind a small letter, two
# scripts in a word, a word of nothing but accented Latin letters.
_ODD = re.compile(
    r"[^\W\d_][¡-©«-´¶-¹»-¿×÷•™‰€ƒ‚√∞≠≤≥∑∏π∫Ω≈∆◊ﬁﬂ‹›](?=[^\W\d_]|$)"
    r"|(?<![^\W\d_])[¹³¿¡¼¾£√∞≠∑∏∫≈∆◊‰¬¦](?=[^\W\d_])"
    r"|[†‡ˆ˜ˇ˙˘˛˝¨¸Ÿ\x80-\x9f\ufffd]"
    r"|[a-zà-öø-ÿ](?:[À-ÖØ-ÞŠŒŽĄĆĘŁŃŚŹŻ](?![A-ZÀ-Þ])|–(?=[a-z]))"
    r"|[a-zA-Z][а-яА-Я]|[а-яА-Я][a-zA-Z]"
    r"|[À-ÖØ-öø-ž]{4,}|ø\w*[ìíòùý]|[ìíòùý]\w*ø"
)


class Decoded(Value, frozen=True):
    """The text of a file; ``doubt`` says which encoding was guessed, if one was.

    ``line`` is the first one with letters that hang on it.
    """

    text: str
    doubt: str = ""
    line: int = 1


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file: UTF-8, UTF-16, else the old encoding that makes it words."""
    found = _decoded(data)
    if "\0" in found.text:
        raise ImportRefusedError(
            f"{name} is not a text file: give the CSV or JSON that the app exports."
        )
    if not found.text.strip():
        raise ImportRefusedError(f"{name} is empty: there is nothing to import.")
    return found


def _decoded(data: bytes) -> Decoded:
    if data[:2] in _UTF16:
        return Decoded(data.decode("utf-16", errors="replace"))
    sample = data[:_SAMPLE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[start::2].count(0)
        other = sample[1 - start :: 2].count(0)
        if len(sample) >= 4 and zeros > len(sample) // 4 and not other:
            return Decoded(data.decode(encoding, errors="replace"))
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    texts = {one: data.decode(one, errors="replace") for one in _OLD}
    odd = {one: len(_ODD.findall(text)) for one, text in texts.items()}
    best = min(_OLD, key=lambda one: odd[one])
    text = texts[best]
    if best == "cp1252" and not odd[best]:
        return Decoded(text)
    lines = text.splitlines()
    line = next((n for n, one in enumerate(lines, 1) if not one.isascii()), 1)
    doubt = f"the encoding of the letters is not sure: read as {_OLD[best]}"
    return Decoded(text, doubt, line)
