"""Flexify and its forerunner Massive: sets with the time at which they were logged."""

from collections.abc import Iterator

from befit_tui.transfer.formats.sets import SetCells, started_together
from befit_tui.transfer.rows import NOT_DONE, Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"id", "name", "reps", "weight", "created", "unit", "hidden"}


def recognise(table: Table) -> Layout | None:
    """The layout of ``graphs.csv`` or ``sets.csv``; a day is one workout.

    A hidden set only says that the exercise exists. The minutes of Massive are the rest
    that is planned, those of Flexify the length of a set of cardio.
    """
    if not set(table.headings) >= _HEADINGS:
        return None
    return started_together(_sets(table), lambda one: one["date"][:10])


def _sets(table: Table) -> Iterator[SetCells]:
    is_flexify = "duration" in table.headings
    for line, one in table.named():
        is_cardio = one.get("cardio") == "1"
        yield (
            line,
            {
                "date": one["created"],
                "exercise": one["name"],
                "weight": "" if is_cardio else one["weight"],
                "weight_unit": one["unit"],
                "reps": "" if is_cardio else one["reps"],
                "minutes": one["duration"] if is_flexify else "",
                "distance": one.get("distance"),
                "distance_unit": one["unit"] if is_cardio else "",
                "bodyweight": one.get("bodyweight"),
                "skip": NOT_DONE if one["hidden"] in ("1", "true") else "",
            },
        )


FLEXIFY = Format("flexify", "Flexify", recognise)
