"""The doubt about a typed set, from what the log knows of the lift."""

from typing import TYPE_CHECKING

from befit_tui.analysis.lift.bests import weight_of
from befit_tui.analysis.lift.doubt import Doubt, Known, set_doubt
from befit_tui.domain.grammar.entry_sets import SetValues
from befit_tui.domain.workout import Workout
from befit_tui.logbook.lifts import Lifts
from befit_tui.logbook.typed_set import TypedRow
from befit_tui.logbook.workout.records import bests_so_far

if TYPE_CHECKING:
    # A start without an open workout reads no meter.
    from befit_tui.analysis.meter import Reading


def doubt_of(
    values: SetValues,
    row: TypedRow,
    workout: Workout,
    lifts: Lifts,
    reading: "Reading",
) -> Doubt | None:
    """What is doubtful about a set typed on a row of ``workout``; None if nothing is.

    ``reading`` is the meter before the set, with the load that was typed.
    """
    exercise = row.exercise
    bests = bests_so_far(workout, lifts, exercise.id)
    weight = weight_of(exercise, values.load)
    likely = reading.high
    if weight is not None:
        moved = lifts.moved_kg(exercise.id, values.load, workout)
        if likely is None:
            likely = bests.likely_reps(weight, moved)
        else:  # what was done before is never doubted, however tired the lifter is now
            likely = max(likely, bests.most_reps(weight))
    known = Known(
        exercise=exercise,
        last=row.shown.load,
        bests=bests,
        body_kg=lifts.body_kg(workout),
        most_reps=likely,
        usual_s=_usual_s(exercise.id, workout, lifts),
    )
    return set_doubt(values, known)


def _usual_s(exercise: str, workout: Workout, lifts: Lifts) -> float | None:
    """The middle one of the times of the last sessions and today; None without any."""
    sessions = (*lifts.recent(exercise), lifts.session(workout, exercise))
    times = sorted(
        done.seconds for one in sessions for done in one.working if done.seconds
    )
    return times[len(times) // 2] if times else None
