"""GymRun: the day and the time of each set, and the routine it belongs to."""

from collections.abc import Mapping

from befit_tui.transfer.formats.sets import layout_of, started_together
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"date", "time", "routine", "exercise", "set", "weight", "reps", "para6"}


def recognise(table: Table) -> Layout | None:
    """The layout of a GymRun export; a workout is a routine on a day."""
    if not set(table.headings) >= _HEADINGS:
        return None
    sets = ((line, _set(one)) for line, one in table.named())
    together = started_together(sets, lambda one: (one["date"][:10], one["name"]))
    return layout_of(together)


def _set(one: Mapping[str, str]) -> Mapping[str, str]:
    return {
        "date": f"{one['date']} {one['time']}".strip(),
        "name": one["routine"],
        "exercise": one["exercise"],
        "order": one["set"],
        "weight": one["weight"],
        "reps": one["reps"],
        "seconds": one.get("duration", ""),
        "distance": one.get("distance", ""),
        "comment": one.get("note", ""),
    }


GYMRUN = Format("gymrun", "GymRun", recognise)
