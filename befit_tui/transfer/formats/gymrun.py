"""GymRun: the day and the time of each set, and the routine it belongs to."""

from befit_tui.transfer.formats.sets import renamed, started_together
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"date", "time", "routine", "exercise", "set", "weight", "reps", "para6"}
_COLUMNS = {
    "date": "date+time", "name": "routine", "exercise": "exercise", "order": "set",
    "weight": "weight", "reps": "reps", "seconds": "duration", "distance": "distance",
    "comment": "note",
}  # fmt: skip


def recognise(table: Table) -> Layout | None:
    """The layout of a GymRun export; a workout is a routine on a day."""
    if not set(table.headings) >= _HEADINGS:
        return None
    sets = renamed(table, _COLUMNS)
    return started_together(sets, lambda one: (one["date"][:10], one["name"]))


GYMRUN = Format("gymrun", "GymRun", recognise)
