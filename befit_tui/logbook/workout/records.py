"""The records of the open workout, as they happen."""

from collections.abc import Mapping

from msgspec import field

from befit_tui.analysis.lift.records import Bests, judge
from befit_tui.domain.value import Value
from befit_tui.domain.workout import Workout
from befit_tui.logbook.lifts import Lifts


class TodaysRecords(Value, frozen=True):
    """Labels like ``best at 80 kg`` by set id, and the bests that now stand by lift."""

    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bests: Mapping[str, Bests] = field(default_factory=dict)


def todays_records(workout: Workout, lifts: Lifts) -> TodaysRecords:
    """What the sets so far have made; the first session of a lift makes none."""
    labels: dict[str, tuple[str, ...]] = {}
    standing: dict[str, Bests] = {}
    for exercise in {entry.exercise for entry in workout.entries if entry.sets}:
        bests = lifts.bests(exercise)
        known = bool(bests.reps)
        session = lifts.session(workout, exercise)
        for one in judge((session,), bests):
            bests = one.bests
            if one.records and known:
                labels[one.done.id] = tuple(record.label for record in one.records)
        if known:
            standing[exercise] = bests
    return TodaysRecords(labels, standing)
