"""The set under the cursor in a few characters, for reading from two metres."""

from dataclasses import dataclass

from befit_tui.domain.wording import load_words, place_words
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.logbook.workout.words import NO_LOAD


@dataclass(frozen=True, slots=True)
class FocusText:
    """Which set, its load and reps in ``figure``, and what the meter says of it."""

    title: str
    figure: str
    meter: MeterView | None


def focus_text(cursor: RowCursor, meter: MeterView | None) -> FocusText:
    """The row under the cursor; while reps are counted, their number."""
    row, exercise = cursor.set_row, cursor.exercise
    if row is None or exercise is None:
        return FocusText(exercise.name if exercise else "", "", None)
    shown = row.done or cursor.planned(row)
    kind = place_words(shown.kind, row.planned.number)
    load = load_words(shown.load, exercise, cursor.unit)
    unit = "" if load in NO_LOAD else f" · {cursor.unit}"
    title = f"{exercise.name} · {kind}{unit}"
    if shown.reps is None and shown.seconds is not None:
        minutes, seconds = divmod(round(shown.seconds), 60)
        return FocusText(title, f"{minutes}:{seconds:02}", meter)
    if meter is not None and meter.counted:
        return FocusText(title, str(meter.counted), meter)
    plus = "" if row.done else cursor.planned(row).plus
    reps = "–" if shown.reps is None else f"{shown.reps}{plus}"
    return FocusText(title, f"{load}×{reps}", meter)
