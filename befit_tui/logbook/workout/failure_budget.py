"""The warning before a set to failure that goes beyond what today allows."""

from typing import TYPE_CHECKING

from befit_tui.analysis.alerts import Alert
from befit_tui.analysis.planning.rows import PlannedSet
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.vocabulary import End, Kind, Risk
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import SetRow

if TYPE_CHECKING:
    from befit_tui.analysis.meter import Left

LIKELY_LEFT = 0.5
"""Reps left below which a forecast means failure; product constant."""


def warning(
    cursor: RowCursor,
    row: SetRow,
    values: LoggedSet | PlannedSet,
    left: "Left | None",
) -> Alert | None:
    """What speaks against a set that is planned to failure, or likely to reach it.

    ``values`` are what would be logged, ``left`` is the meter's forecast of it.
    """
    exercise, workout = cursor.exercise, cursor.logbook.opened()
    if exercise is None or row.done is not None or values.kind is not Kind.WORK:
        return None
    limit = LIKELY_LEFT
    if exercise.failure_risk is Risk.AVOID and left is not None:
        near = left.high <= cursor.lifts.alert_cache.thresholds.high_risk_left
        limit = left.value + 1 if near else limit
    if not _is_failure(row, values, left, limit):
        return None
    moved = cursor.lifts.moved_kg(exercise.id, values.load, workout)
    heavy = is_heavy(values.reps, moved, cursor.lifts.one_rm_kg(exercise.id))
    later = any(
        one.place > row.place and one.is_waiting for one in cursor.sets_of(row.entry)
    )
    from befit_tui.analysis.alerts.live import PlannedFailure  # noqa: PLC0415

    planned = PlannedFailure(
        exercise=exercise, set_id=row.id, heavy=heavy, last_set=not later
    )
    return cursor.lifts.alert_cache.warning(workout, planned)


def _is_failure(
    row: SetRow, values: LoggedSet | PlannedSet, left: "Left | None", limit: float
) -> bool:
    """What is typed counts first, then the plan, then the forecast."""
    if isinstance(values, LoggedSet) and (values.end or values.left is not None):
        failed = values.end is not None and values.end is not End.STOPPED
        return failed or values.left == 0
    target = row.planned.left_target
    if target is not None and target[1] < 1:
        return True
    # What a programme asks for is its plan; its sentence says what the meter sees.
    if row.zone.asked is not None:
        return False
    return left is not None and left.value < limit
