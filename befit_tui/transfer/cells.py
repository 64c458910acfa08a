"""What the cells of an exported row say: numbers, times, loads and distances.

A cell that no set can do without and that cannot be read is a RowProblem.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import isfinite

from befit_tui.domain.load import KG_PER_LB, Unit


class Cells(dict[str, str]):
    """A record by the canonical names of its columns; absent columns are absent.

    ``doubts`` are the cells of it that were left out because they cannot be read.
    """

    doubts: tuple[str, ...] = ()

    def doubt(self, reason: str) -> None:
        """Keeps a doubt, as the end of a sentence."""
        self.doubts = (*self.doubts, reason)


MAX_LOAD_LB = 3000
MAX_REPS = 1000
_LOADS = (
    ("weight:kg", Unit.KG, int(MAX_LOAD_LB * KG_PER_LB)),
    ("weight:lb", Unit.LB, MAX_LOAD_LB),
    ("weight", None, MAX_LOAD_LB),
)
_DAY_S = 86_400

_GROUPED = re.compile(r"([1-9]\d{0,2})[,.](\d{3})")
_GROUP_SIGNS = re.compile(r"(?<=\d)['’\s](?=\d{3}(?!\d))")
_WITH_WORD = re.compile(r"(.*?\d)\s*([^\W\d]+)\.?")
_NOTHING = frozenset(("-", "–", "—", "n/a", "bw"))
"""What people write where there is nothing to write; bw is the body alone."""
_WITH_GROUPS = re.compile(r"\d{1,3}(,\d{3})+\.\d+|\d{1,3}(\.\d{3})+,\d+")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""Text that begins so is reckoned by a spreadsheet."""
_GUARDED = re.compile(f"'(?=[{re.escape(''.join(FORMULA_SIGNS))}])")
_SPAN = re.compile(r"(\d+(?:[.,]\d+)?)\s*(\D*)")
_CLOCK = re.compile(r"(?:(\d{1,9}):)?(\d{1,9}):(\d{1,9}(?:\.\d+)?)")
_HOURS = ("h", "std", "小时", "小時", "時間", "시간", "u", "ч", "g", "sa")
_MINUTES = ("m", "分", "분", "dk", "д", "м")

_UNITS = {
    "kg": Unit.KG, "kgs": Unit.KG, "kilogram": Unit.KG, "kilograms": Unit.KG,
    "lb": Unit.LB, "lbs": Unit.LB, "pound": Unit.LB, "pounds": Unit.LB,
}  # fmt: skip
_METRES = {
    "m": 1.0, "meter": 1.0, "meters": 1.0, "metre": 1.0, "metres": 1.0,
    "km": 1000.0, "kilometre": 1000.0, "kilometer": 1000.0, "kilometers": 1000.0,
    "kilometres": 1000.0,
    "mi": 1609.344, "mile": 1609.344, "miles": 1609.344,
    "ft": 0.3048, "feet": 0.3048, "yd": 0.9144, "yards": 0.9144, "cm": 0.01,
    "in": 0.0254, "inch": 0.0254, "inches": 0.0254,
}  # fmt: skip
_DISTANCES = tuple((f"distance:{unit}", unit) for unit in ("m", "km", "mi"))


class RowProblem(Exception):  # noqa: N818 - it says what is wrong with a row
    """A row cannot be read; the text says why, as the end of a sentence."""


def text(cells: Mapping[str, str], column: str) -> str:
    r"""The words of a cell: ``\n`` is a line break, a spreadsheet guard is taken off.

    Control characters are dropped: a name must not steer the terminal.
    """
    return _words(cells.get(column, ""))


@lru_cache(maxsize=4096)
def _words(written: str) -> str:
    # Names and notes stand on every row of a workout: most are asked for many times.
    found = written.strip()
    if not found:
        return ""
    found = found.replace("\\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    found = unicodedata.normalize("NFC", found)
    return _CONTROL.sub("", _GUARDED.sub("", found, count=1))


def number(cells: Mapping[str, str], column: str, most: float = 1e9) -> float | None:
    """The number of a cell, 0 to ``most``, or None when it is empty."""
    return _number(written, column, most) if (written := cells.get(column)) else None


@lru_cache(maxsize=4096)
def _number(written: str, column: str, most: float) -> float | None:
    found = _GROUP_SIGNS.sub("", written.strip())
    if not found or found.casefold() in _NOTHING:
        return None
    label = column.partition(":")[0].replace("_", " ")
    if _WITH_GROUPS.fullmatch(found):
        group = "," if found.index(",") < found.rindex(".") else "."
        found = found.replace(group, "")
    if not _NUMBER.fullmatch(found):
        raise RowProblem(f'{label} "{found[:40]}" is not a number')
    value = float(found.replace(",", "."))
    if not isfinite(value) or not 0 <= value <= most:
        raise RowProblem(f"{label} {found[:40]} is not between 0 and {most:g}")
    return value


def whole(cells: Mapping[str, str], column: str, most: int) -> int | None:
    """The whole number of a cell, which may be written ``8.0``."""
    value = number(cells, column, most)
    if value is None:
        return None
    if value != int(value):
        raise RowProblem(f"{column} {value:g} is not a whole number")
    return int(value)


def index(cells: Mapping[str, str], column: str) -> int | None:
    """The number of a set or a superset, or None: no row is worth losing for it."""
    found = cells.get(column, "").strip().removesuffix(".0")
    return int(found) if found.isdecimal() else None


def optional(cells: Cells, column: str, most: float = 1e9) -> float | None:
    """The number of a cell that no set is worth losing for; a bad one is doubted."""
    if not cells.get(column):
        return None
    try:
        return number(cells, column, most)
    except RowProblem as problem:
        cells.doubt(f"{problem}: it is left out")
        return None


def left(cells: Cells) -> float | None:
    """Reps left of 0 to 10, in halves."""
    value = optional(cells, "rir", 10)
    return None if value is None else round(value * 2) / 2


def unit_named(word: str) -> Unit | None:
    """The unit of mass a word stands for, or None."""
    return _UNITS.get(word.strip().casefold().rstrip("."))


def load(cells: Mapping[str, str]) -> tuple[float | None, Unit | None]:
    """The load of a row as it is written, and its unit where the file names one.

    The cell may name it itself, as in ``80 kg``.
    """
    named = unit_named(cells.get("weight_unit", ""))
    for column, unit, most in _LOADS:
        if written := cells.get(column):
            value, said = _load(written, column, most)
            if value is not None:
                return value, said or unit or named
    return None, named


@lru_cache(maxsize=4096)
def _load(written: str, column: str, most: int) -> tuple[float | None, Unit | None]:
    found = _WITH_WORD.fullmatch(written.strip())
    said = unit_named(found[2]) if found else None
    return _number(found[1] if found and said else written, column, most), said


def metres(cells: Cells, imperial: bool) -> float | None:
    """The distance of a row in metres; 0 is none.

    Where the file names no unit it is miles for a lifter who counts in pounds
    (``imperial``), else kilometres: apps switch both together. One that cannot be read
    is doubted.
    """
    for column, unit in _DISTANCES:
        if cells.get(column) and (value := optional(cells, column)):
            return value * _METRES[unit]
    value = optional(cells, "distance")
    if not value:
        return None
    word = cells.get("distance_unit", "").strip().casefold().rstrip(".")
    word = word or ("mi" if imperial else "km")
    if word not in _METRES:
        cells.doubt(f'distance unit "{word[:40]}" is not known: {value:g} is left out')
        return None
    return value * _METRES[word]


def seconds(cells: Cells) -> float | None:
    """The time of a row in seconds: ``90``, ``1:30`` or ``0:01:30``; 0 is none.

    A column of minutes counts too. One that cannot be read is doubted.
    """
    written = cells.get("seconds", "")
    if ":" in written and (clock := clock_seconds(written)) is not None:
        return clock or None
    minutes = optional(cells, "minutes", 30 * _DAY_S / 60)
    return (minutes or 0) * 60 or optional(cells, "seconds", 30 * _DAY_S) or None


def clock_seconds(written: str) -> float | None:
    """The seconds of ``1:30`` or ``0:01:30``, or None for another text."""
    clock = _CLOCK.fullmatch(written.strip())
    if clock is None:
        return None
    hours, minutes, rest = clock.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(rest)


def thousands_sign(values: Iterable[str]) -> str:
    """The sign that parts thousands in a column: ``1,080``, and no ``82,5``; or none.

    Three digits behind it may also be a fraction; then some are too large. Points are
    mostly decimal ones: they part thousands beside decimal commas, or where some
    numbers end in a zero, as no fraction does, and others have none.
    """
    loads = {value.strip() for value in values} - {""}
    commas = {one for one in loads if "," in one}
    points = {one for one in loads - commas if "." in one}
    if commas and all(map(_is_grouped, commas)):
        return ","
    padded = any(one.endswith("0") for one in points) and points != loads
    return "." if (commas or padded) and all(map(_is_grouped, points)) else ""


def _is_grouped(written: str) -> bool:
    found = _GROUPED.fullmatch(written)
    return found is not None and int(found[1] + found[2]) <= MAX_LOAD_LB


def without_groups(cells: Cells, column: str, sign: str) -> None:
    """Reads the sign in a cell as one that parts thousands, and says so."""
    written = cells.get(column, "").strip()
    if sign in written and _GROUPED.fullmatch(written):
        cells[column] = written.replace(sign, "")
        cells.doubt(f"{written} is read as {cells[column]}")


@lru_cache(maxsize=4096)
def duration(written: str) -> float:
    """The seconds of ``1h 5m``, ``35min``, ``1小时13分钟``, ``3789``; else 0."""
    clock = clock_seconds(written)
    if clock is not None:
        return clock
    total = 0.0
    for amount, word in _SPAN.findall(written.casefold()):
        span = (
            3600 if word.startswith(_HOURS) else 60 if word.startswith(_MINUTES) else 1
        )
        total += float(amount.replace(",", ".")) * span
    return total
