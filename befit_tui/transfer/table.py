"""A text as a table: its records, and one name for each column, whatever the app."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import field

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.value import Value

_QUOTED = re.compile(r'"[^"]*"')
MOST_CELLS = 10_000
"""Cells in a record; the widest export has 60."""
CUT = "the file breaks off in it"
UNCLOSED = "a quotation mark in it is not closed"
_SURE = 4
"""Cells from which on a line of as many as the header is a record; product constant."""
CELL_LIMIT = 1_000_000
"""Characters in one cell; the longest note is far from it, a pasted picture is not."""


class Record(Value, frozen=True):
    """One record; ``line`` is the first physical line it stands on, from 1."""

    line: int
    cells: list[str]


class Table(Value, frozen=True):
    """The records of a delimited file; the first is the header, if there is one.

    ``broken`` says of lines what is wrong with the record that begins there.
    """

    name: str
    records: tuple[Record, ...]
    broken: Mapping[int, str] = field(default_factory=dict)

    @property
    def first(self) -> list[str]:
        """The cells of the first record, trimmed."""
        return [cell.strip() for cell in self.records[0].cells]

    @property
    def headings(self) -> tuple[str, ...]:
        """The cells of the first record in lower case, odd spaces taken out."""
        return tuple(map(plain, self.first))

    def named(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each record after the first by the headings, with its line; "" for none."""
        headings = self.headings
        for record in self.records[1:]:
            cells = (*record.cells, *[""] * len(headings))
            yield record.line, dict(zip(headings, cells, strict=False))


def parse(text: str, name: str) -> Table:
    """The records of delimited text; blank lines are none."""
    delimiter = _delimiter(text, name)
    # The limit of the csv module would cost the file: a cell that is too long is to
    # cost its row.
    csv.field_size_limit(len(text) + 1)
    broken: dict[int, str] = {}
    records = tuple(_records(text, delimiter, broken))
    if not records:
        raise ImportRefusedError(f"{name} has no rows.")
    if line := _cut_at(records, text):
        broken.setdefault(line, CUT)
    return Table(name, records, broken)


def _cut_at(records: Sequence[Record], text: str) -> int:
    """The line of a last record that lacks cells and a line end; else 0."""
    *others, last = records
    width = min((len(one.cells) for one in others), default=0)
    return 0 if text.endswith(("\n", "\r")) or len(last.cells) >= width else last.line


def _delimiter(text: str, name: str) -> str:
    head = next(line for line in io.StringIO(text, newline=None) if line.strip())
    # A header that is quoted as a whole hides its own delimiters.
    counts = Counter(_QUOTED.sub("", head))
    if not any(counts[sign] for sign in ",;\t"):
        counts = Counter(head)
    found = max(",;\t", key=lambda sign: counts[sign])
    if head.count(found) > MOST_CELLS:
        raise ImportRefusedError(
            f"{name} has {head.count(found):,} columns: give the CSV that the app "
            "exported."
        )
    return found


def _records(text: str, delimiter: str, broken: dict[int, str]) -> Iterator[Record]:
    """The records; ``broken`` is told of those whose quotes would swallow the next."""

    def cut(lines: Iterable[str]) -> Any:
        return csv.reader(lines, delimiter=delimiter)

    lines = list(_physical(text))
    at, width = 0, 0
    while at < len(lines):
        reader = cut(lines[place] for place in range(at, len(lines)))
        first = at
        for cells in reader:
            beyond = first + reader.line_num
            within = lines[at + 1 : beyond]
            if within and any(_is_record(line, delimiter, width) for line in within):
                broken[at + 1] = UNCLOSED
                yield Record(
                    at + 1, next(cut(_physical(lines[at].replace('"', ""))), [])
                )
                at += 1
                break
            found = cells
            alone = cells[0] if cells and not any(cells[1:]) else ""
            if alone.count(delimiter) >= max(width - 1, 2):
                # Some editors quote a record as a whole.
                found = next(cut(_physical(alone))) or cells
            # "sep=;" tells a spreadsheet what the first line says by itself.
            if found and (
                width or delimiter.join(found).casefold() != f"sep={delimiter}"
            ):
                width = width or len(found)
                yield Record(at + 1, found)
            at = beyond


def _physical(text: str) -> Iterable[str]:
    """The lines of a text, with their ends as they are."""
    return io.StringIO(text, newline="")


def _is_record(line: str, delimiter: str, width: int) -> bool:
    """Whether a line in the midst of a record is surely one of its own."""
    if width < _SURE or line.count(delimiter) < width - 1 or line.count('"') % 2:
        return False
    return len(next(csv.reader(_physical(line), delimiter=delimiter))) == width


_WORDS = {
    "date": (
        "date|datum|日期|data|fecha|start_time|starttime|workout datetime"
        "|workout_start_time"
    ),
    "end": "end_time|endtime|workout_end_time",
    "name": (
        "workout name|workout-name|nom de l'entraînement|锻炼名称|title|name|day name"
        "|workout_title"
    ),
    "number": "workout #",
    "duration": "duration|dauer|durée|时长|duration (sec)|workout duration",
    "exercise": (
        "exercise name|exercise|exercise_title|name der übung"
        "|nom de l'exercice|运动名称"
    ),
    "order": ("set order|set_index|reihenfolge festlegen|ordre de la série|设置顺序"),
    "type": "set_type",
    "warmup": "iswarmup|is warmup set?",
    "superset": "superset_id",
    "weight": "weight|gewicht|poids|重量|completed weight value",
    "weight_unit": "weight unit|completed weight unit",
    "reps": "reps|wiederh.|réps|次|completed reps",
    "rpe": "rpe|completed rpe",
    "distance": "distance|entfernung|距离",
    "distance_unit": "distance unit",
    "seconds": (
        "seconds|sekunden|secondes|秒|duration_seconds|duration(s)|duration (s)|time"
        "|duration (seconds)|time (s)"
    ),
    "minutes": "duration (minutes)|duration (min)|minutes|time (min)|time (minutes)",
    "notes": "notes|notizen|备注|exercise_notes",
    "workout_notes": (
        "workout notes|workout-notizen|notes d'entraînement|锻炼备注|description"
        "|workout_notes"
    ),
    "comment": "comment|note",
    "weight:kg": "kg",
    "weight:lb": "lb|lbs",
    "distance:km": "km",
    "distance:mi": "mi",
}
_NAMES = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_NOT_OF_FILES = ("skip", "at")
"""Names that a format gives itself; no heading means them."""

_WITH_UNIT = re.compile(r"(.+?)[\s_(]+(kgs?|lbs?|km|mi|miles|m|meters|metres)\)?")
_UNITS = {
    "kgs": "kg", "lbs": "lb", "miles": "mi", "meters": "m", "metres": "m",
}  # fmt: skip


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """One name for each column; an unknown column keeps its own, in lower case.

    A unit in the heading becomes part of the name: ``Weight (lbs)`` is ``weight:lb``.
    """
    return tuple(_name(plain(cell)) for cell in header)


def plain(heading: str) -> str:
    """A heading in lower case, its letters composed, odd spaces taken out."""
    return unicodedata.normalize("NFC", " ".join(heading.split()).casefold())


def _name(heading: str) -> str:
    heading = heading.replace("’", "'")
    found = _WITH_UNIT.fullmatch(heading)
    if heading in _NAMES:
        return _NAMES[heading]
    if found and found[1] in _NAMES:
        return f"{_NAMES[found[1]]}:{_UNITS.get(found[2], found[2])}"
    return f"{heading} of the file" if heading in _NOT_OF_FILES else heading


def parted(heading: str) -> tuple[str, str]:
    """A heading without the unit it ends in, and that: ``peso``, ``kg``, or ``""``."""
    whole = plain(heading)
    found = _WITH_UNIT.fullmatch(whole)
    return (found[1], _UNITS.get(found[2], found[2])) if found else (whole, "")


def unit_of(heading: str) -> str:
    """The unit a heading ends in, ``kg`` for ``Peso (kg)``; none is ``""``."""
    return parted(heading)[1]
