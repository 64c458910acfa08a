"""What a file holds: itself, what is packed in it, or a database; and how much.

What is damaged, or larger than any log, is an ImportRefusedError.
"""

import gzip
import io
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.value import Value

MOST_BYTES = 500_000_000
"""Beyond it, a file is no log: who trains daily for fifty years fills a tenth."""
MOST_LINE = 15_000_000
"""Bytes between two line ends; a picture pasted into a note has two thirds of it."""
MOST_TIMES = 200
"""How many times its size an archive may be, unpacked; tables are up to 30 times."""
_MOST_FILES = 2_000
_ZIP, _GZIP, SQLITE = b"PK\x03\x04", b"\x1f\x8b", b"SQLite format 3\x00"


class Content(Value, frozen=True):
    """A file, or one that was packed in it."""

    name: str
    data: bytes


def contents_of(data: bytes, name: str) -> Iterator[Content]:
    """The files that a file holds, itself if it is not packed."""
    if data.startswith(_ZIP):
        yield from _unzipped(data, name)
    elif data.startswith(_GZIP):
        yield Content(name, _gunzipped(data, name))
    else:
        yield Content(name, data)


def tables_of(base: sqlite3.Connection) -> set[str]:
    """The names of the tables of a database."""
    found = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in found}


def columns_of(base: sqlite3.Connection, table: str) -> set[str]:
    """The names of the columns of a table that is known to exist."""
    found = base.execute(f'SELECT * FROM "{table}" LIMIT 0')
    return {str(column[0]) for column in found.description}


def _unzipped(data: bytes, name: str) -> Iterator[Content]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            files = [one for one in box.infolist() if not one.is_dir()]
            if len(files) > _MOST_FILES:
                raise _too_large(name)
            _check_size(sum(file.file_size for file in files), len(data), name)
            for file in files:
                with box.open(file) as packed:
                    yield Content(
                        f"{name}/{file.filename}", packed.read(file.file_size)
                    )
    except (
        zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error,
        # A place within the file that lies before it or behind it.
        ValueError, OSError, EOFError,
    ) as why:  # fmt: skip
        raise ImportRefusedError(f"{name} cannot be unpacked: {why}.") from None


def _gunzipped(data: bytes, name: str) -> bytes:
    # The last four bytes say how much it is: no need to unpack a bomb to see it.
    _check_size(int.from_bytes(data[-4:], "little"), len(data), name)
    most = min(MOST_TIMES * len(data), MOST_BYTES)
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            found = packed.read(most + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise ImportRefusedError(f"{name} cannot be unpacked: {problem}.") from None
    _check_size(len(found), len(data), name)
    return found


def _check_size(unpacked: int, packed: int, name: str) -> None:
    refuse_size(unpacked, name)
    if unpacked > MOST_TIMES * packed:
        raise _too_large(name)


def _too_large(name: str) -> ImportRefusedError:
    return ImportRefusedError(f"{name} unpacks to more than any log: it is left alone.")


def refuse_size(size: int, name: str) -> None:
    """Refuses a file that is too large before it is read."""
    if size > MOST_BYTES:
        raise ImportRefusedError(
            f"{name} has {size / 1e6:,.0f} MB, more than any log: give the file that "
            "the app exported."
        )


def refuse_lines(data: bytes, name: str) -> None:
    """Refuses a table with a line that none has; it costs one look at the file.

    JSON may stand on one line.
    """
    refuse_size(len(data), name)
    start = 0 if data[:400].lstrip()[:1] not in (b"{", b"[") else len(data)
    while len(data) - start > MOST_LINE:
        reach = start + MOST_LINE
        end = max(data.rfind(b"\n", start, reach), data.rfind(b"\r", start, reach))
        if end < 0:
            line = data.count(b"\n", 0, start) + 1
            raise ImportRefusedError(
                f"{name}, line {line} is longer than any table has: give the CSV that "
                "the app exported."
            )
        start = end + 1


_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 400
"""Bytes that show whether every second one is zero, as in UTF-16 without a mark."""

_OLD = {
    "cp1252": "Windows, western Europe",
    "cp1254": "Windows, Turkish",
    "cp1250": "Windows, central Europe",
    "mac_roman": "Mac",
    "cp1251": "Windows, Cyrillic",
}
"""Encodings of spreadsheets before UTF-8, the commonest first."""

# What no language writes: a sign within a word, a capital behind a small letter, two
# scripts in a word, a word of nothing but accented Latin letters; and what only
# Icelandic writes, where Turkish has other letters.
_ODD = re.compile(
    r"[^\W\d_][¡-©«-´¶-¹»-¿×÷•™‰€ƒ‚√∞≠≤≥∑∏π∫Ω≈∆◊ﬁﬂ‹›](?=[^\W\d_]|$)"
    r"|(?<![^\W\d_])[¹³¿¡¼¾£√∞≠∑∏∫≈∆◊‰¬¦](?=[^\W\d_])"
    r"|[†‡ˆ˜ˇ˙˘˛˝¨¸Ÿ\x80-\x9f\ufffd]"
    r"|[a-zà-öø-ÿ](?:[À-ÖØ-ÞŠŒŽĄĆĘŁŃŚŹŻ](?![A-ZÀ-Þ])|–(?=[a-z]))"
    r"|[a-zA-Z][а-яА-Я]|[а-яА-Я][a-zA-Z]"
    r"|[ÐÞðþ]|[À-ÖØ-öø-ž]{4,}|ø\w*[ìíòùý]|[ìíòùý]\w*ø"
)


class Decoded(Value, frozen=True):
    """The text of a file; ``doubt`` says which encoding was guessed, if one was.

    ``line`` is the first one with letters that hang on it.
    """

    text: str
    doubt: str = ""
    line: int = 1


_CUT = "unexpected end"
"""What Python says of a letter that lacks its last bytes."""


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
    except UnicodeDecodeError as problem:
        whole = data[: problem.start]
        if problem.end == len(data) and _CUT in problem.reason and not whole.isascii():
            # A download that broke off in the midst of a letter.
            return Decoded(whole.decode("utf-8-sig"))
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
