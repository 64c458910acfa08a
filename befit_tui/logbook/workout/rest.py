"""How long the rest after a set is, and by how much a key moves its end."""

from befit_tui.analysis.lift.strength import is_heavy
from befit_tui.analysis.planning.targets import default_rest_s
from befit_tui.domain.edit import find_set
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.logbook.workout.cursor import RowCursor
from befit_tui.logbook.workout.rows import is_within_round

REST_BEFORE_ANY_SET = 120
"""Seconds of a rest that is started before the first set; product constant."""
REST_STEP_S = 15
"""Seconds by which a key makes the rest longer or shorter (design)."""


def rest_target(cursor: RowCursor) -> int:
    """Seconds of rest after the last set: as it was changed, planned, or is usual.

    In a superset it is short until the round is over, and then the longest of all.
    0 without a workout.
    """
    if (workout := cursor.logbook.active) is None:
        return 0
    last = cursor.last_set
    found = find_set(workout, last.id) if last else None
    if last is None or found is None:
        return REST_BEFORE_ANY_SET
    if last.next_rest_s is not None:
        return last.next_rest_s
    entry = workout.entries[found[0]]
    if entry.superset is None:
        return _rest_after(cursor, workout, entry)
    if is_within_round(cursor.rows, last.id):
        return cursor.logbook.rests.in_superset_s
    others = (one for one in workout.entries if one.superset == entry.superset)
    return max(_rest_after(cursor, workout, one) for one in others)


def _rest_after(cursor: RowCursor, workout: Workout, entry: Entry) -> int:
    """Seconds of rest after a set of an exercise on its own."""
    if entry.target is not None and entry.target.rest_s:
        return entry.target.rest_s
    exercise, usual = cursor.lifts.catalog.get(entry.exercise), cursor.logbook.rests
    if exercise.rest_s is None and usual.usual_s:
        return usual.usual_s
    last = entry.sets[-1] if entry.sets else LoggedSet(id="")
    moved = cursor.lifts.moved_kg(entry.exercise, last.load, workout)
    heavy = is_heavy(last.reps, moved, cursor.lifts.one_rm_kg(entry.exercise))
    return default_rest_s(exercise, heavy=heavy, phase=workout.phase)
