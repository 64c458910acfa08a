"""Flexify and its forerunner Massive: sets with the time at which they were logged."""

from befit_tui.transfer.formats.plain import plain_layout, started_together
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import NOT_DONE, Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"id", "name", "reps", "weight", "created", "unit", "hidden"}


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of ``graphs.csv`` or ``sets.csv``; a day is one workout.

    A hidden set only says that the exercise exists. The minutes of Massive are the rest
    that is planned, those of Flexify the length of a set of cardio.
    """
    if not set(table.headings) >= _HEADINGS:
        return None
    is_flexify = "duration" in table.headings
    sets = (
        (
            line,
            {
                "date": one["created"],
                "exercise": one["name"],
                "weight": "" if one.get("cardio") == "1" else one["weight"],
                "weight_unit": one["unit"],
                "reps": "" if one.get("cardio") == "1" else one["reps"],
                "minutes": one["duration"] if is_flexify else "",
                "distance": one.get("distance", ""),
                "distance_unit": one["unit"] if one.get("cardio") == "1" else "",
                "bodyweight": one.get("bodyweight", ""),
                "skip": NOT_DONE if one["hidden"] in ("1", "true") else "",
            },
        )
        for line, one in table.named()
    )
    return plain_layout(started_together(sets, lambda one: one["date"][:10]), options)


FLEXIFY = Format("flexify", "Flexify", recognise)
