"""What is said around the list of the past: how much there is and what was found."""

from collections.abc import Iterator

from befit_tui.domain.history import History
from befit_tui.domain.wording import SHORT_MONTHS, counted
from befit_tui.logbook.history.past import PastRow, TextRow
from befit_tui.logbook.history.search import Found

NOTHING_YET = (
    TextRow("1", "No workouts yet."),
    TextRow("2", "W starts one, I brings in a log"),
    TextRow("3", "from Hevy, Strong, FitNotes …"),
)
NO_MATCH = (
    TextRow("1", "No workout holds all of this."),
    TextRow("2", "esc shows them all again."),
)
NO_MATCH_YET = (TextRow("1", "Nothing so far; older months are still being read."),)


def count_words(found: Found, every: int, reading: str) -> Iterator[str]:
    """What a filter found of ``every`` workout, from the fullest wording to the short.

    ``reading`` says what is still being read.
    """
    shown, sets = f"{len(found.workouts):,}", counted(found.sets, "set")
    full = [f"{shown} of {counted(every, 'workout')}", sets, reading]
    yield " · ".join(filter(None, full))
    if reading:
        yield f"{shown} · {reading}"
        yield reading.removesuffix(" months")
    yield f"{shown} of {every:,} · {sets}"
    yield f"{shown} of {every:,}"


def no_rows(every: int, reading: str) -> tuple[PastRow, ...]:
    """What stands in an empty list."""
    if reading:
        return NO_MATCH_YET
    return NO_MATCH if every else NOTHING_YET


def since_words(history: History, *, is_read: bool) -> str:
    """How much there is to look back on, once all of it is read."""
    oldest = next(iter(history), None)
    if oldest is None or not is_read:
        return "History"
    month = SHORT_MONTHS[oldest.started_at.month - 1]
    every = counted(len(history), "workout")
    return f"{every} since {month} {oldest.started_at.year}"
