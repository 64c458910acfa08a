"""The warm-ups that ``l`` plans before the first working set."""

from befit_tui.analysis.planning.rows import ramp
from befit_tui.domain.errors import BefitError
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import SetTarget
from befit_tui.logbook.workout.editor import WorkoutEditor
from befit_tui.logbook.workout.plates import Gears, gear_of


def plan_warm_ups(editor: WorkoutEditor, gears: Gears) -> int:
    """Plan warm-ups before the first working set under the cursor; how many.

    Raises:
        BefitError: a working set is logged, or there is nothing to warm up to.
    """
    cursor = editor.cursor
    row, _ = cursor.loaded_row()
    exercise, entry = row.exercise, cursor.logbook.opened().entries[row.entry]
    rows = cursor.sets_of(row.entry)
    working = [one for one in rows if cursor.planned(one).kind is Kind.WORK]
    if any(done.kind is Kind.WORK for done in entry.sets):
        raise BefitError("A working set is logged already; w makes a set a warm-up.")
    first = cursor.planned(working[0]).load if working else None
    if first is None:
        raise BefitError("There is no working load to warm up to; type one first.")
    gear = gear_of(exercise, first.unit, gears)
    warmups = ramp(first, gear=gear, step=exercise.increment(first.unit))
    if not warmups:
        why = "that is light" if gear is None else f"the bar is {number(gear.bar)}"
        raise BefitError(f"{first} needs no warm-up: {why}.")
    planned = entry.target.sets if entry.target and entry.target.sets else ()
    work = tuple(one for one in planned if one.kind is not Kind.WARMUP)
    if not work:
        work = tuple(SetTarget(kind=cursor.planned(one).kind) for one in working)
    editor.plan_sets(row, (*warmups, *work))
    cursor.go_to_next(row.entry)
    return len(warmups)
