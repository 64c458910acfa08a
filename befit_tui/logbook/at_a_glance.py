"""The set under the cursor in a few characters, for reading from two metres."""

from dataclasses import dataclass

from befit_tui.domain.wording import load_words, place_words
from befit_tui.logbook.desk import Desk
from befit_tui.logbook.meter_view import MeterView


@dataclass(frozen=True, slots=True)
class AtAGlance:
    """Which set, its load and reps in ``figure``, and what the meter says of it."""

    title: str
    figure: str
    meter: MeterView | None


def at_a_glance(desk: Desk, meter: MeterView | None) -> AtAGlance:
    """The row under the cursor; while reps are counted, their number."""
    row, exercise = desk.set_row, desk.exercise
    if row is None or exercise is None:
        return AtAGlance(exercise.name if exercise else "", "", None)
    shown = row.done or desk.planned(row)
    kind = place_words(shown.kind, row.planned.number)
    load = load_words(shown.load, exercise, desk.unit)
    unit = f" · {desk.unit}" if load[-1].isdigit() else ""
    title = f"{exercise.name} · {kind}{unit}"
    if shown.reps is None and shown.seconds is not None:
        minutes, seconds = divmod(round(shown.seconds), 60)
        return AtAGlance(title, f"{minutes}:{seconds:02}", meter)
    if meter is not None and meter.counted:
        return AtAGlance(title, str(meter.counted), meter)
    return AtAGlance(
        title, f"{load}×{'–' if shown.reps is None else shown.reps}", meter
    )
