"""A text as a table: cut into records, each with its physical line."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from befit_tui.domain.errors import ImportRefusedError
from befit_tui.domain.value import Value
from befit_tui.transfer.limits import refuse_cells

_QUOTED = re.compile(r'"[^"]*"')
CELL_LIMIT = 1_000_000
"""Characters in one cell; the longest note is far from it, a pasted picture is not."""


class Record(Value, frozen=True):
    """One record; ``line`` is the first physical line it stands on, from 1."""

    line: int
    cells: list[str]


class Table(Value, frozen=True):
    """The records of a delimited file; the first is the header, if there is one."""

    name: str
    records: tuple[Record, ...]
    has_long_cells: bool = False

    @property
    def first(self) -> list[str]:
        """The cells of the first record, trimmed."""
        return [cell.strip() for cell in self.records[0].cells]

    @property
    def headings(self) -> tuple[str, ...]:
        """The cells of the first record in lower case, odd spaces taken out."""
        return tuple(" ".join(cell.split()).casefold() for cell in self.first)

    def named(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each record after the first by the headings, with its line; "" for none."""
        headings = self.headings
        for record in self.records[1:]:
            cells = (*record.cells, *[""] * len(headings))
            yield record.line, dict(zip(headings, cells, strict=False))


def parse(text: str, name: str) -> Table:
    """The records of delimited text; blank lines are none.

    Raises:
        ImportRefusedError: when the text cannot be cut into records.
    """
    delimiter = _delimiter(text, name)
    # The limit belongs to the csv module, and would cost the file: a cell that is too
    # long is to cost its row.
    for limit in (CELL_LIMIT, max(len(text), CELL_LIMIT) + 1):
        csv.field_size_limit(limit)
        try:
            records = tuple(_records(text, delimiter))
        except csv.Error as problem:
            reason = str(problem)
        else:
            return Table(name, records, has_long_cells=limit > CELL_LIMIT)
    raise ImportRefusedError(f"{name} cannot be read as CSV: {reason}.")


def _delimiter(text: str, name: str) -> str:
    head = next(line for line in io.StringIO(text, newline=None) if line.strip())
    # A header that is quoted as a whole hides its own delimiters.
    counts = Counter(_QUOTED.sub("", head)) + Counter()
    if not any(counts[sign] for sign in ",;\t"):
        counts = Counter(head)
    found = max(",;\t", key=lambda sign: counts[sign])
    refuse_cells(head, found, name)
    return found


def _records(text: str, delimiter: str) -> Iterator[Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    width = 0
    for cells in reader:
        found = _unwrapped(cells, width, delimiter)
        width = width or len(found)
        if found:
            yield Record(line, found)
        line = reader.line_num + 1


def _unwrapped(cells: list[str], width: int, delimiter: str) -> list[str]:
    """The cells of a record that was quoted as a whole, as some editors save it."""
    if not cells or any(cells[1:]) or cells[0].count(delimiter) < max(width - 1, 2):
        return cells
    return next(csv.reader(io.StringIO(cells[0], newline=""), delimiter=delimiter))
