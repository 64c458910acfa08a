"""Lines as runs of text by role: broken at an edge, and compared cell by cell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from rich.cells import cell_len, chop_cells

from befit_tui.logbook.lines import Line, Run
from befit_tui.ui.widgets.text import clean

HANGING = 2
"""Cells by which the rest of a broken line stands in."""


Drawn = Sequence[tuple[str, object]]
"""A line as it is painted: texts, each with what it is painted in."""


def cells(line: Drawn) -> int:
    """The width of a line."""
    return sum(cell_len(text) for text, _ in line)


def joined(runs: Iterable[Run]) -> Line:
    """The same line in fewer runs: each of them costs time and bytes to paint.

    A blank shows no ink, so it goes with what stands beside it.
    """
    line: list[Run] = []
    for text, role in runs:
        before = line[-1] if line else None
        if before is None or (before[1] != role and before[0].strip() and text.strip()):
            line.append((text, role))
        else:
            line[-1] = before[0] + text, role if text.strip() else before[1]
    return tuple(line)


@lru_cache(maxsize=1024)
def wrapped(line: Line, width: int) -> tuple[Line, ...]:
    """A line in rows of at most ``width`` cells, broken between words if it can be.

    The texts come back cleaned. Three of four lines of a workout were in one before.
    """
    return tuple(_rows(line, width))


def _rows(line: Line, width: int) -> Iterator[Line]:
    line = joined((clean(text), role) for text, role in line)
    if cells(line) <= width:
        yield line
        return
    row: list[Run] = []
    used = 0
    for word, role in _words(line, max(width - HANGING, 1)):
        if row and used + cell_len(word) > width:
            yield joined(row)
            row, used = [(" " * HANGING, "")], HANGING
        fresh = used == HANGING and row[0][0].isspace()
        row.append((word.lstrip() if fresh else word, role))
        used += cell_len(row[-1][0])
    yield joined(row)


def difference(old: Drawn, new: Drawn) -> int:
    """The cells of two lines up to the last run that differs.

    They begin at the left edge: Textual paints a line from there, wherever it differs.
    """
    old_cells, new_cells = cells(old), cells(new)
    if old_cells != new_cells:
        return max(old_cells, new_cells)
    return new_cells - _alike(old[::-1], new[::-1])


def _alike(one: Drawn, other: Drawn) -> int:
    """How many cells at the start are equal, in whole runs."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return cells([run for run, _ in pairs])


def _words(line: Line, longest: int) -> Iterator[Run]:
    """What stays together: words, and what is short and apart by two blanks."""
    for text, role in line:
        for part in re.split(r"(?<=\S)(?=\s{2})", text):
            if part[:2].isspace() and cell_len(part.strip()) <= longest // 2:
                yield part, role
                continue
            # A sign stays with what it speaks of.
            for word in re.findall(r"\s*(?:[^\w\s] )?\S+|\s+$", part):
                for piece in chop_cells(word, longest):
                    yield piece, role
