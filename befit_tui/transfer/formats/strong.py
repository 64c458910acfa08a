"""Strong: ten layouts in ten years, localised, with codes where set numbers stand."""

from befit_tui.transfer.cells import Cells, RowProblem
from befit_tui.transfer.formats.strong_layouts import by_position
from befit_tui.transfer.records import TYPES
from befit_tui.transfer.rows import NOTE, REST_TIMER, Format, Layout, Row
from befit_tui.transfer.table import Table, column_names

_NO_SETS = {
    "rest timer": REST_TIMER, "rest_timer": REST_TIMER, "ruhezeit": REST_TIMER,
    "note": NOTE,
}  # fmt: skip
"""What stands for a set number on rows that are none."""


def recognise(table: Table) -> Layout | None:
    """The layout of a Strong export: by its headings, else by what the cells hold."""
    columns = column_names(table.first)
    has_header = True
    if not {"date", "exercise", "order", "reps"} <= set(columns) or "type" in columns:
        found = by_position(table)
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
    elif code in TYPES:
        row.kind, row.end = TYPES[code]
    elif row.reps or row.load:
        raise RowProblem(f'set order "{order[:40]}" is not known')
    else:
        # The labels of rest and note rows are translated: known by what they hold.
        row.skip = REST_TIMER if row.seconds else NOTE
    if row.skip == REST_TIMER:
        row.rest_s = row.seconds


STRONG = Format("strong", "Strong", recognise)
