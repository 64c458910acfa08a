"""wger: pages of its workout log; exercises are numbers unless the page names them."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from befit_tui.transfer.formats.sets import objects, started_together, text_of
from befit_tui.transfer.rows import Format, Layout

_LOG = {"exercise", "repetitions", "weight", "weight_unit"}
_UNITS = {"1": "kg", "2": "lb"}
_AMOUNTS = {
    "1": ("reps", 1), "2": ("reps", 1), "3": ("seconds", 1), "4": ("seconds", 60),
    "5": ("distance:mi", 1), "6": ("distance:km", 1), "7": ("reps", 1),
}  # fmt: skip
"""What the units of repetitions mean: reps, until failure, seconds, minutes, …"""

_UNTIL_FAILURE = "2"


def logs(document: Any) -> Layout | None:
    """The layout of a page of ``/api/v2/workoutlog/``, or of its results alone."""
    found = objects(document, _LOG, under="results")
    if found is None:
        return None
    return started_together(
        enumerate(_sets(found), 1), lambda one: one["session"] or one["date"][:10]
    )


def _sets(found: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in found:
        unit = text_of(one.get("repetitions_unit")) or "1"
        column, times = _AMOUNTS.get(unit, ("reps", 1))
        amount = text_of(one["repetitions"])
        with suppress(ValueError):  # what is no number stays, for the row to refuse
            amount = f"{float(amount) * times:g}" if times > 1 else amount
        yield {
            "date": one.get("date"),
            "session": one.get("session"),
            "exercise": text_of(one.get("exercise_name"))
            or f"wger exercise {text_of(one['exercise'])}",
            "weight": one["weight"],
            "weight_unit": _UNITS.get(text_of(one["weight_unit"])),
            column: amount,
            "rir": one.get("rir"),
            "type": "failure" if unit == _UNTIL_FAILURE else "",
        }


WGER = Format("wger", "wger", logs)
