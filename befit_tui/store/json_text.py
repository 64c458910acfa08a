"""The JSON text of a data file: TinyDB's, one set on a line, read strictly."""

import json
import re
from contextlib import suppress
from itertools import islice
from typing import Annotated, Any

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
_NUMBER = re.compile("0|[1-9][0-9]{0,14}")
"""One spelling for each number: TinyDB would take 01 and 1 for one document."""
_Number = Annotated[str, msgspec.Meta(pattern=rf"^(?:{_NUMBER.pattern})\Z")]
_TABLES = dict[str, dict[_Number, Document]]
_NUMBERED = re.compile(r'"[0-9]{1,9}":[ \t\r\n]{0,99}(?=\{)')
_MOST_WORKOUTS = 1000
"""Beyond what any month holds; who tries more reads for hours."""
_json_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _unique(pairs: list[tuple[str, Any]]) -> Document:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise DamagedError("a name stands twice in one object")
    return found


def _no_constant(name: str) -> None:
    raise DamagedError(f"{name} is not a number")


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)


def new_tables() -> Tables:
    """The tables of a file that holds nothing yet."""
    return {META: {"1": {"app": APP, "schema": SCHEMA}}}


def dumps(tables: Tables) -> bytes:
    """The file for ``tables``: UTF-8, one set, entry and document on a line each.

    ValueError if they hold something that would not be the same when read again.
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

    DamagedError says in brief why this is not what Befit writes, NewerDataError that a
    newer version wrote it.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise DamagedError("it is empty")
    try:
        found = _DECODER.decode(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedError("it is not JSON") from error
    try:
        tables = msgspec.convert(found, _TABLES)
    except msgspec.ValidationError as error:
        raise DamagedError("it is not a table of documents") from error
    _check_meta(tables.get(META, {}).get("1", {}))
    return tables


def salvage(data: bytes) -> list[Document]:
    """Every whole workout in a damaged file, whatever surrounds it."""
    text = data.decode("utf-8", "surrogateescape")
    whole: list[Document] = []
    read_to = 0
    for number in islice(_NUMBERED.finditer(text), _MOST_WORKOUTS):
        # What stands under a number within a workout is a part of it.
        if number.start() >= read_to and (found := _workout_at(text, number.end())):
            document, read_to = found
            whole.append(document)
    return whole


def _workout_at(text: str, start: int) -> tuple[Document, int] | None:
    """The workout that begins there, and up to where it has the text for itself."""
    try:
        found, end = _DECODER.raw_decode(text, start)
        text[start:end].encode()
        others = set(filter(_NUMBER.fullmatch, found))
        document = {name: found[name] for name in found if name not in others}
        document["rev"] = workout_from_dict(document).rev
    except (ValueError, RecursionError, DocumentError, DamagedError, NewerDataError):
        return None
    # Where its last brace is lost, the workouts behind it seem to stand in it.
    return document, start if others else end


def lay_out(tables: Tables) -> bytes:
    """As ``dumps``, without the proof that it reads back: for plain text only."""
    parts = []
    for name, documents in tables.items():
        lines = ",\n ".join(
            f"{_encode(number)}: {_rows(document, 2)}"
            for number, document in documents.items()
        )
        inside = f"\n {lines}\n" if lines else ""
        parts.append(f"{_encode(name)}: {{{inside}}}")
    text = "{" + ",\n".join(parts) + "}\n"
    # Half of a surrogate pair has no UTF-8; as Python spells it, JSON reads it.
    return text.encode("utf-8", "backslashreplace")


def _reads_back(data: bytes, tables: Tables) -> bool:
    # A third of the time of ``loads``, which reads what this cannot: half a surrogate.
    with suppress(ValueError, RecursionError):
        if META in tables and msgspec.json.decode(data) == tables:
            return True
    return loads(data) == tables


def _rows(item: Any, depth: int) -> str:
    """An object on one line, but for its entries or sets, which get a line each."""
    name = next((name for name in _LINES if _is_list_of_objects(item, name)), None)
    if name is None:
        return _encode(item)
    head = _encode({key: value for key, value in item.items() if key != name})[:-1]
    comma = ", " if len(head) > 1 else ""
    line = "\n" + " " * depth
    rows = f",{line}".join(_rows(row, depth + 1) for row in item[name])
    return f'{head}{comma}"{name}": [{line}{rows}]}}'


def _encode(value: Any) -> str:
    # A third of the time of json, of which an import of years would take two seconds.
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
    except UnicodeEncodeError:
        return _json_encode(value)  # Half a surrogate.


def _is_list_of_objects(item: Any, name: str) -> bool:
    rows = item.get(name) if type(item) is dict else None
    return type(rows) is list and bool(rows) and all(type(row) is dict for row in rows)


def _check_meta(meta: Document) -> None:
    schema = meta.get("schema")
    if meta.get("app") != APP or type(schema) is not int:
        raise DamagedError("it does not say that Befit wrote it")
    if schema > SCHEMA:
        raise NewerDataError(
            f"was written by a newer Befit (data version {schema}): "
            "update befit-tui to open it."
        )
