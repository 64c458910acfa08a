"""GymRun: the day and the time of each set, and the routine it belongs to."""

from befit_tui.transfer.formats.plain import plain_layout, started_together
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"date", "time", "routine", "exercise", "set", "weight", "reps", "para6"}


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a GymRun export; a workout is a routine on a day."""
    if not set(table.headings) >= _HEADINGS:
        return None
    sets = (
        (
            line,
            {
                "date": f"{one['date']} {one['time']}".strip(),
                "name": one["routine"],
                "exercise": one["exercise"],
                "order": one["set"],
                "weight": one["weight"],
                "reps": one["reps"],
                "seconds": one.get("duration", ""),
                "distance": one.get("distance", ""),
                "comment": one.get("note", ""),
            },
        )
        for line, one in table.named()
    )
    together = started_together(sets, lambda one: (one["date"][:10], one["name"]))
    return plain_layout(together, options)


GYMRUN = Format("gymrun", "GymRun", recognise)
