"""The text of a data file: TinyDB's JSON, one set on a line, read strictly."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import DamagedError, DocumentError, NewerDataError
from befit_tui.domain.workout import SCHEMA

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
"""What one file holds: documents under their number, by table."""

META = "_meta"
APP = "befit"

_LINES = ("entries", "sets")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_encode_ascii = json.JSONEncoder(allow_nan=False).encode


def new_tables() -> Tables:
    """The tables of a file that holds nothing yet."""
    return {META: {"1": {"app": APP, "schema": SCHEMA}}}


def dumps(tables: Tables) -> bytes:
    """The file for ``tables``: UTF-8, one set, entry and document on a line each.

    Raises:
        ValueError: they hold something that would not be the same when read again.
    """
    try:
        data = lay_out(tables)
        if _reads_back(data, tables):
            return data
    except (TypeError, ValueError, RecursionError, DamagedError) as error:
        raise ValueError("the document has no form in JSON") from error
    raise ValueError("the document would not be the same when read again")


def loads(data: bytes) -> Tables:
    """The tables of a file; a byte order mark and CRLF do no harm.

    Raises:
        DamagedError: this is not what Befit writes; the message says why, in brief.
        NewerDataError: a newer version of Befit wrote it.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise DamagedError("it is empty")
    try:
        found = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"it is not JSON: {error}") from error
    if not _is_tables(found):
        raise DamagedError("it is not a table of documents")
    _check_meta(found.get(META, {}).get("1", {}))
    tables: Tables = found
    return tables


def salvage(data: bytes) -> Iterator[Document]:
    """Every whole workout in a damaged file, whatever surrounds it."""
    text = data.decode("utf-8", "surrogateescape")
    decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)
    read_to = 0
    for start in re.finditer(r'"\d+":\s*(?=\{)', text):
        if start.start() < read_to:
            continue
        try:
            found, end = decoder.raw_decode(text, start.end())
            text[start.end() : end].encode()
            workout_from_dict(found)
        except (ValueError, RecursionError, DocumentError, NewerDataError):
            continue
        read_to = end
        yield found


def lay_out(tables: Tables) -> bytes:
    """As ``dumps``, without the proof that it reads back: for plain text only."""
    try:
        return _tables(tables, _encode).encode()
    except UnicodeEncodeError:
        # Half of a surrogate pair has no UTF-8, but JSON can spell it.
        return _tables(tables, _encode_ascii).encode()


def _reads_back(data: bytes, tables: Tables) -> bool:
    # A third of the time of ``loads``, which reads what this cannot: half a surrogate.
    with suppress(ValueError, RecursionError):
        if META in tables and msgspec.json.decode(data) == tables:
            return True
    return loads(data) == tables


def _tables(tables: Tables, encode: Any) -> str:
    parts = []
    for name, documents in tables.items():
        lines = ",\n ".join(
            f"{encode(number)}: {_rows(document, encode, 2)}"
            for number, document in documents.items()
        )
        parts.append(
            f"{encode(name)}: {{\n {lines}\n}}" if lines else f"{encode(name)}: {{}}"
        )
    return "{" + ",\n".join(parts) + "}\n"


def _rows(item: Any, encode: Any, depth: int) -> str:
    """An object on one line, but for its entries or sets, which get a line each."""
    name = next((name for name in _LINES if _is_list_of_objects(item, name)), None)
    if name is None:
        text: str = encode(item)
        return text
    head = encode({key: value for key, value in item.items() if key != name})[:-1]
    comma = ", " if len(head) > 1 else ""
    line = "\n" + " " * depth
    rows = f",{line}".join(_rows(row, encode, depth + 1) for row in item[name])
    return f'{head}{comma}"{name}": [{line}{rows}]}}'


def _is_list_of_objects(item: Any, name: str) -> bool:
    rows = item.get(name) if type(item) is dict else None
    return type(rows) is list and bool(rows) and all(type(row) is dict for row in rows)


def _unique(pairs: list[tuple[str, Any]]) -> Document:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def _is_tables(found: Any) -> bool:
    return isinstance(found, dict) and all(
        isinstance(table, dict)
        and all(
            number.isascii() and number.isdigit() and isinstance(document, dict)
            for number, document in table.items()
        )
        for table in found.values()
    )


def _check_meta(meta: Document) -> None:
    schema = meta.get("schema")
    if meta.get("app") != APP or type(schema) is not int:
        raise DamagedError("it does not say that Befit wrote it")
    if schema > SCHEMA:
        raise NewerDataError(
            f"was written by a newer Befit (data version {schema}): "
            "update befit-tui to open it."
        )
