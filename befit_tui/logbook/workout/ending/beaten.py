"""The records of a workout, each with what it beat and when that was done."""

from collections.abc import Iterator

from befit_tui.analysis.lift.records import (
    SAME_LOAD_KG,
    Record,
    RecordKind,
    records_of,
    weight_of,
)
from befit_tui.analysis.lift.strength import best_1rm
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted, set_words, short_day_words
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.logbook.lifts import Lifts

SAME_KG = 1e-6
"""Estimates closer than this are of one session."""


class Beaten(Value, frozen=True):
    """A record and what it beat: ``figure`` is ``80 × 8`` or ``1RM 104 kg``.

    ``beats`` is empty where the log does not show what stood before.
    """

    exercise: Exercise
    done: LoggedSet
    place: int
    record: Record
    figure: str
    beats: str


def beaten(workout: Workout, lifts: Lifts, unit: Unit) -> tuple[Beaten, ...]:
    """The records of a workout that is not in the history of ``lifts``.

    In the order of the workout. Of records of one kind, at one load, the last counts.
    """
    made = records_of(workout, lifts.history, lifts.exercise)
    found: dict[tuple[str, str], Beaten] = {}
    for entry in workout.entries:
        working = [done for done in entry.sets if is_working(done)]
        for place, done in enumerate(working, 1):
            for record in made.get(done.id, ()):
                one = _beaten(record, done, place, lifts.exercise(entry.exercise))
                kind = record.kind if record.kind is not RecordKind.REPS else one.figure
                key = entry.exercise, kind.partition(" ×")[0]
                found[key] = _against(one, lifts, unit)
    return tuple(found.values())


def _beaten(record: Record, done: LoggedSet, place: int, exercise: Exercise) -> Beaten:
    unit = done.load.unit if done.load else Unit.KG
    figure = set_words(done, exercise, unit, name_unit=True)
    if record.kind is RecordKind.ONE_RM:
        figure = record.label.removeprefix("best est. ")
    return Beaten(exercise, done, place, record, figure, "")


def _against(one: Beaten, lifts: Lifts, unit: Unit) -> Beaten:
    beats = _one_rm(one, lifts) if one.record.kind is RecordKind.ONE_RM else (
        _reps(one, lifts, unit)
    )  # fmt: skip
    return Beaten(one.exercise, one.done, one.place, one.record, one.figure, beats)


def _one_rm(one: Beaten, lifts: Lifts) -> str:
    """``beats 103.3 of 23 Nov, estimated``."""
    before, exercise = lifts.bests(one.exercise.id).one_rm_kg, one.exercise.id
    unit = one.done.load.unit if one.done.load else Unit.KG
    value = number(round(from_kg(before, unit), 1))
    for exposure in reversed(lifts.history.exposures(exercise)):
        best = best_1rm(lifts.session(exposure.workout, exercise))
        if best is not None and abs(best - before) < SAME_KG:
            day = short_day_words(exposure.workout.started_at)
            return f"beats {value} of {day}, estimated"
    return f"beats {value}, estimated" if before else ""


def _reps(one: Beaten, lifts: Lifts, unit: Unit) -> str:
    """``beats 80 kg × 7 of 2 Nov, 1 rep more``."""
    bests, weight = lifts.bests(one.exercise.id), weight_of(one.exercise, one.done.load)
    if weight is None or not bests.reps:
        return ""
    reps = bests.most_reps(weight)
    least = weight if reps else bests.reps[0][0]
    for day, done in _sets(one.exercise, lifts):
        lifted = weight_of(one.exercise, done.load)
        if lifted is None or lifted < least - SAME_LOAD_KG:
            continue
        if done.reps == (reps or bests.reps[0][1]):
            words = set_words(done, one.exercise, unit, name_unit=True)
            more = f", {counted((one.done.reps or 0) - reps, 'rep')} more"
            return f"beats {words} of {day}{more if reps else ''}"
    return ""


def _sets(exercise: Exercise, lifts: Lifts) -> Iterator[tuple[str, LoggedSet]]:
    """The working sets of the past, the latest first, each with its day."""
    for exposure in reversed(lifts.history.exposures(exercise.id)):
        for done in exposure.entry.sets:
            if is_working(done):
                yield short_day_words(exposure.workout.started_at), done
