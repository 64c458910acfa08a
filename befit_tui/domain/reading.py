"""Strict readers of plain JSON values: each takes a value or says what it wanted."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

T = TypeVar("T")
Plain = dict[str, Any]
Reader = Callable[[Any], Any]


FIRST_YEAR, LAST_YEAR = 1970, 2200
"""The years that a time of training may lie in."""
LARGEST = 1e15
"""Numbers have at most 15 digits before the point: a computer keeps no more of them."""


class UnreadableError(Exception):
    """What a field should have been; ``path`` grows on the way up."""

    def __init__(self, wanted: str, path: str = "") -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.path = path

    def inside(self, step: str) -> "UnreadableError":
        """The same complaint, seen from one level further out."""
        joint = "" if not self.path or self.path.startswith("[") else "."
        return UnreadableError(self.wanted, f"{step}{joint}{self.path}")


def text(value: Any) -> str:
    """A string."""
    if type(value) is not str:
        raise UnreadableError("must be a text")
    return value


def flag(value: Any) -> bool:
    """True or false."""
    if type(value) is not bool:
        raise UnreadableError("must be true or false")
    return value


def number(value: Any) -> float:
    """A finite number."""
    # Not-a-number is within nothing.
    if type(value) in (float, int) and -LARGEST < value < LARGEST:
        found: float = value
        return found
    raise UnreadableError("must be a number of at most 15 digits")


def whole(value: Any) -> int:
    """A whole number; 8.0 is one."""
    if type(value) is int:
        return value
    if type(value) is float and value.is_integer():
        return int(value)
    raise UnreadableError("must be a whole number")


def within(read: Callable[[Any], T], low: float, high: float) -> Callable[[Any], T]:
    """A reader that also asks for ``low`` to ``high``, both included."""

    def read_within(value: Any) -> T:
        found = read(value)
        if not low <= value <= high:
            raise UnreadableError(f"must be from {low:g} to {high:,.10g}")
        return found

    return read_within


def one_of(kind: type[StrEnum]) -> Reader:
    """A reader of the words of ``kind``."""
    # A look-up is five times as fast as the call of an enumeration.
    words: dict[str, StrEnum] = {member.value: member for member in kind}

    def read(value: Any) -> StrEnum:
        try:
            return words[value]
        except (KeyError, TypeError):
            raise UnreadableError(f"must be one of {', '.join(words)}") from None

    return read


def time_with_offset(value: Any) -> datetime:
    """A time in ISO 8601 with its offset."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise UnreadableError("must be a time like 2026-11-23T18:02:11+01:00") from None
    if found.tzinfo is None:
        raise UnreadableError("must be a time with its offset, like +01:00")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnreadableError(f"must be in the years {FIRST_YEAR} to {LAST_YEAR}")
    return found


def each(read: Reader) -> Reader:
    """A reader of a list, each item by ``read``."""

    def read_all(values: Any) -> tuple[Any, ...]:
        if type(values) is not list:
            raise UnreadableError("must be a list")
        try:
            return tuple([read(value) for value in values])
        except UnreadableError:
            return tuple(_numbered(read, values))

    return read_all


def _numbered(read: Reader, values: list[Any]) -> list[Any]:
    """Reads again what failed, to say which item it was."""
    found = []
    for index, value in enumerate(values):
        try:
            found.append(read(value))
        except UnreadableError as error:
            raise error.inside(f"[{index}]") from None
    return found


def shared(read: Callable[[Any], T], most: int = 4096) -> Callable[[Any], T]:
    """A reader that gives one object for values written alike; keeps up to ``most``.

    A log plans the same set a thousand times over.
    """
    known: dict[str, T] = {}

    def read_shared(value: Any) -> T:
        # The text tells 1 from 1.0 and true, which are equal.
        key = repr(value)
        found = known.get(key)
        if found is None:
            found = read(value)
            if len(known) < most:
                known[key] = found
        return found

    return read_shared


def span(value: Any) -> tuple[int, int]:
    """Lowest and highest, two whole numbers."""
    if type(value) is not list or len(value) != 2:
        raise UnreadableError("must be two whole numbers, lowest first")
    low, high = whole(value[0]), whole(value[1])
    if low > high:
        raise UnreadableError("must be two whole numbers, lowest first")
    return low, high


def record(
    kind: Callable[..., T], readers: Mapping[str, Reader], *needed: str
) -> Callable[[Any], T]:
    """A reader of ``kind``; a field of ``needed`` may not be absent."""

    def read(data: Any) -> T:
        if type(data) is not dict:
            raise UnreadableError("must be an object")
        known = _known(readers, data)
        for name in needed:
            if name not in known:
                raise UnreadableError("is missing", name)
        return kind(**known)

    return read


def _known(readers: Mapping[str, Reader], data: Plain) -> Plain:
    """The fields that were given, read; what has no reader goes to ``extra``."""
    known: Plain = {}
    extra: Plain = {}
    key = ""
    try:
        for key, value in data.items():
            reader = readers.get(key)
            if reader is None:
                extra[key] = deepcopy(value)
            elif value is not None:
                known[key] = reader(value)
    except UnreadableError as error:
        raise error.inside(key) from None
    if extra:
        known["extra"] = extra
    return known
