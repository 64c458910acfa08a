"""Strong: ten layouts in ten years, localised, with codes where set numbers stand.

Files without headings, or in another language, are read by position.
"""

from collections.abc import Callable, Mapping

from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import is_date
from befit_tui.transfer.records import type_named
from befit_tui.transfer.rows import NOTE, REST_TIMER, Format, Layout, Row
from befit_tui.transfer.table import Table, column_names, unit_of

_NO_SETS = {
    "rest timer": REST_TIMER, "rest_timer": REST_TIMER, "ruhezeit": REST_TIMER,
    "note": NOTE,
}  # fmt: skip
"""What stands for a set number on rows that are none."""


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


def recognise(table: Table) -> Layout | None:
    """The layout of a Strong export: by its headings, else by what the cells hold."""
    columns = column_names(table.first)
    has_header = True
    if not {"date", "exercise", "order", "reps"} <= set(columns) or "type" in columns:
        found = _by_position(table)
        if found is None:
            return None
        columns, has_header = found
    return Layout(columns, finish=_coded, has_header=has_header)


def _coded(row: Row, cells: Cells) -> None:
    """Heeds the code that may stand in the place of a set number."""
    if row.order is not None:
        return
    order = cells.get("order", "").strip()
    code = order.casefold()
    if code in _NO_SETS:
        row.skip = _NO_SETS[code]
    elif found := type_named(code):
        row.kind, row.end = found
    elif row.reps or row.load:
        if code:
            cells.doubt(f'set order "{order[:40]}" is not known: read as a work set')
    else:
        # The labels of rest and note rows are translated: known by what they hold.
        row.skip = REST_TIMER if row.seconds else NOTE
    if row.skip == REST_TIMER:
        row.rest_s = row.seconds


def _by_position(table: Table) -> tuple[Columns, bool] | None:
    """Names for the columns, and whether the first record is a header; or None."""
    head = table.first
    sample = [found.cells for found in table.records[1 : 1 + _SAMPLE]] or [head]
    for layout in _LAYOUTS:
        fitting = sum(_fits(layout, cells) for cells in sample)
        if len(layout) == len(head) and fitting >= len(sample) * _SHARE:
            if is_date(head[layout.index("date")]):
                return layout, False
            # The units that the headings name, whatever their language.
            units = (
                f":{unit}"
                if column in ("weight", "distance") and (unit := unit_of(heading))
                else ""
                for column, heading in zip(layout, head, strict=True)
            )
            return tuple(map("".join, zip(layout, units, strict=True))), True
    return None


def _fits(layout: Columns, cells: list[str]) -> bool:
    return len(cells) == len(layout) and all(
        _CHECKS[column](cell.strip())
        for column, cell in zip(layout, cells, strict=True)
        if column in _CHECKS
    )


def _is_number(text: str) -> bool:
    return not text or text.replace(",", ".").replace(".", "", 1).isdecimal()


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "number": str.isdecimal,
    "date": is_date,
    "exercise": lambda text: not _is_number(text),
    "order": lambda text: text.isdecimal() or (len(text) == 1 and text.isalpha()),
    **dict.fromkeys(("weight", "reps", "rpe", "distance", "seconds"), _is_number),
}

STRONG = Format("strong", "Strong", recognise)
