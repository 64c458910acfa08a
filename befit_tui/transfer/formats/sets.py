"""Sets by the names of their columns, for files without a row for each set."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import is_date
from befit_tui.transfer.rows import Layout, Row
from befit_tui.transfer.table import Record, Table

SetCells = tuple[int, Mapping[str, Any]]
"""The line of a set and its cells by the names of ``table``, as text or JSON values.

Besides those there are ``skip`` (why it is no set), ``at`` (the end of the set),
``rir``, ``bodyweight`` and ``bodyweight_unit``.
"""

MOST_SETS = 30
"""Sets that one line may stand for; more is a slip."""

_ALWAYS = ("date", "exercise", "reps")
_TOGETHER = ("session", "day")
"""Cells that only say which sets stand together."""


def renamed(table: Table, headings: Mapping[str, str]) -> Iterator[SetCells]:
    """The records of a table as sets, by the heading of each name.

    ``date+time`` are two headings, whose cells belong together.
    """
    for line, one in table.named():
        cells = {
            name: " ".join(one.get(part, "") for part in parts.split("+")).strip()
            for name, parts in headings.items()
        }
        yield line, cells


def set_count(count: str) -> int:
    """How many sets a line stands for by the count in it; 1 where that says none."""
    told = count.strip().removesuffix(".0")
    return int(told) if told.isdecimal() and 0 < int(told) <= MOST_SETS else 1


def layout_of(
    sets: Iterable[SetCells],
    finish: Callable[[Row, Cells], None] | None = None,
    *,
    by_day: bool = False,
) -> Layout:
    """The layout of sets under plain names; a name that is absent is empty."""
    sets = tuple(sets)
    named = dict.fromkeys((*_ALWAYS, *(name for _, one in sets for name in one)))
    columns = tuple(name for name in named if name not in _TOGETHER)
    records = tuple(
        Record(line, [text_of(one.get(column)) for column in columns])
        for line, one in sets
    )
    return Layout(columns, records, finish, by_day)


def started_together(
    sets: Iterable[SetCells], group: Callable[[Mapping[str, str]], object]
) -> Layout:
    """The layout of sets, each group of which is a workout from its earliest time on.

    Their own ``date`` becomes the time of the set. For apps that give each set a time
    and the workout none; the times must sort as text. ``day`` stands in where no set of
    a group has one.
    """
    named = [(line, {key: text_of(one[key]) for key in one}) for line, one in sets]
    dates: dict[object, set[str]] = {}
    for _, one in named:
        dates.setdefault(group(one), set()).add(one["date"])
    # One that cannot be read costs its own set alone.
    starts = {
        key: next(filter(is_date, sorted(of)), max(of)) for key, of in dates.items()
    }
    return layout_of(
        (line, one | {"at": one["date"], "date": starts[group(one)] or one.get("day")})
        for line, one in named
    )


def objects(
    document: Any, needed: set[str], under: str = ""
) -> list[Mapping[str, Any]] | None:
    """The objects that a document lists, or lists ``under`` a name.

    None where it does not, or where one of them lacks what is ``needed``.
    """
    found = document.get(under) if under and isinstance(document, dict) else document
    if not isinstance(found, list) or not found:
        return None
    known = all(isinstance(one, dict) and one.keys() >= needed for one in found)
    return found if known else None


def text_of(value: object) -> str:
    """A JSON or database value as the cell of a table: None is empty."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)
