"""Strong's layouts by position, for files without headings or in another language."""

from collections.abc import Callable, Mapping

from befit_tui.transfer.dates import is_date
from befit_tui.transfer.table import Table, unit_of

Columns = tuple[str, ...]

_SAMPLE = 40
_SHARE = 0.4
"""Rest rows with a translated label can be half of a file; another layout fits none."""

_END = "distance seconds notes workout_notes"
_UNITS = (
    "weight weight_unit reps rpe distance distance_unit seconds notes workout_notes"
)
_LAYOUTS: tuple[Columns, ...] = tuple(
    tuple(columns.split())
    for columns in (
        f"date name duration exercise order weight reps {_END} rpe",
        "date name duration exercise order weight reps distance seconds rpe",
        f"date name exercise order {_UNITS}",
        f"date name exercise order {_UNITS} duration",
        f"number date name duration exercise order weight reps rpe {_END}",
        f"date name exercise order weight reps {_END} rpe",
        f"date name exercise order weight reps {_END}",
        "date name exercise order weight reps distance seconds notes",
        "date name exercise order weight reps distance seconds",
    )
)
"""2020 on, 2024 on, 2018 to 2024 twice, Android, 2019, 2017, and 2015 twice."""


def by_position(table: Table) -> tuple[Columns, bool] | None:
    """Names for the columns, and whether the first record is a header; or None."""
    head = table.first
    sample = [found.cells for found in table.records[1 : 1 + _SAMPLE]] or [head]
    for layout in _LAYOUTS:
        fitting = sum(_fits(layout, cells) for cells in sample)
        if len(layout) == len(head) and fitting >= len(sample) * _SHARE:
            has_header = not is_date(head[layout.index("date")])
            return (_with_units(layout, head) if has_header else layout), has_header
    return None


def _fits(layout: Columns, cells: list[str]) -> bool:
    return len(cells) == len(layout) and all(
        _CHECKS[column](cell.strip())
        for column, cell in zip(layout, cells, strict=True)
        if column in _CHECKS
    )


def _with_units(layout: Columns, head: list[str]) -> Columns:
    """The layout with the units that its headings name, whatever their language."""
    return tuple(
        f"{column}:{unit}"
        if column in ("weight", "distance") and (unit := unit_of(heading))
        else column
        for column, heading in zip(layout, head, strict=True)
    )


def _is_number(text: str) -> bool:
    return not text or text.replace(",", ".").replace(".", "", 1).isdecimal()


def _is_order(text: str) -> bool:
    return text.isdecimal() or (len(text) == 1 and text.isalpha())


def _is_words(text: str) -> bool:
    return not _is_number(text)


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "number": str.isdecimal,
    "date": is_date,
    "exercise": _is_words,
    "order": _is_order,
    "weight": _is_number,
    "reps": _is_number,
    "rpe": _is_number,
    "distance": _is_number,
    "seconds": _is_number,
}
