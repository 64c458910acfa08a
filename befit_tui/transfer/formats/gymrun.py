"""GymRun: the day and the time of each set, and the routine it belongs to."""

from befit_tui.transfer.formats.sets import started_together
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"date", "time", "routine", "exercise", "set", "weight", "reps", "para6"}


def recognise(table: Table) -> Layout | None:
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
                "seconds": one.get("duration"),
                "distance": one.get("distance"),
                "comment": one.get("note"),
            },
        )
        for line, one in table.named()
    )
    return started_together(sets, lambda one: (one["date"][:10], one["name"]))


GYMRUN = Format("gymrun", "GymRun", recognise)
