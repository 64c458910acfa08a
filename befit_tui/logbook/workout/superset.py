"""Which set comes next in a superset: the exercises take turns, round by round."""

from collections.abc import Sequence

from befit_tui.domain.vocabulary import Kind
from befit_tui.logbook.workout.rows import Row, SetRow, TitleRow


def next_in_superset(rows: Sequence[Row], entry: int) -> SetRow | None:
    """The next set of the superset that ``entry`` is in.

    None when the entry is in no superset or all its planned sets are done. Warm-ups
    come before the first round, a drop set follows its working set at once.
    """
    numbers = {row.entry: row.superset for row in rows if isinstance(row, TitleRow)}
    number = numbers.get(entry)
    waiting = (
        row
        for row in rows
        if isinstance(row, SetRow)
        and row.is_waiting
        and number is not None
        and numbers[row.entry] == number
    )
    return min(
        waiting,
        key=lambda row: (_round(rows, row), row.entry, row.place),
        default=None,
    )


def is_within_round(rows: Sequence[Row], set_id: str) -> bool:
    """Whether another exercise of the superset has its set of this round to come."""
    done = (row for row in rows if isinstance(row, SetRow) and row.done is not None)
    last = next((row for row in done if row.done and row.done.id == set_id), None)
    coming = None if last is None else next_in_superset(rows, last.entry)
    return (
        last is not None
        and coming is not None
        and coming.entry != last.entry
        and _round(rows, coming) == _round(rows, last)
    )


def _round(rows: Sequence[Row], row: SetRow) -> int:
    """How many working sets of its exercise there are up to this one."""
    return sum(
        (other.done or other.planned).kind is Kind.WORK
        for other in rows
        if isinstance(other, SetRow)
        and other.entry == row.entry
        and other.place <= row.place
    )
