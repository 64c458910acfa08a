"""The records of a workout, each with what it beat and when that was done."""

from collections.abc import Iterator

from befit_tui.analysis.lift.records import (
    SAME_LOAD_KG,
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
    kind: RecordKind
    figure: str
    beats: str


def beaten(workout: Workout, lifts: Lifts, unit: Unit) -> tuple[Beaten, ...]:
    """The records of a workout that is not in the history of ``lifts``.

    In the order of the workout. Of records of one kind, at one load, the last counts.
    """
    made = records_of(workout, lifts.history, lifts.catalog.get)
    found: dict[tuple[str, str], Beaten] = {}
    for entry in workout.entries:
        exercise = lifts.catalog.get(entry.exercise)
        working = [done for done in entry.sets if is_working(done)]
        for place, done in enumerate(working, 1):
            own = done.load.unit if done.load else Unit.KG
            words = set_words(done, exercise, own, name_unit=True)
            for record in made.get(done.id, ()):
                figure, beats = words, ""
                if record.kind is RecordKind.ONE_RM:
                    figure = record.label.removeprefix("best est. ")
                    beats = _one_rm(exercise.id, own, lifts)
                else:
                    beats = _reps(exercise, done, lifts, unit)
                kind = figure if record.kind is RecordKind.REPS else record.kind
                found[exercise.id, kind.partition(" ×")[0]] = Beaten(
                    exercise, done, place, record.kind, figure, beats
                )
    return tuple(found.values())


def _one_rm(exercise: str, unit: Unit, lifts: Lifts) -> str:
    """``beats 103.3 of 23 Nov, estimated``."""
    before = lifts.bests(exercise).one_rm_kg
    value = number(round(from_kg(before, unit), 1))
    for exposure in reversed(lifts.history.exposures(exercise)):
        best = best_1rm(lifts.session(exposure.workout, exercise))
        if best is not None and abs(best - before) < SAME_KG:
            day = short_day_words(exposure.workout.started_at)
            return f"beats {value} of {day}, estimated"
    return f"beats {value}, estimated" if before else ""


def _reps(exercise: Exercise, made: LoggedSet, lifts: Lifts, unit: Unit) -> str:
    """``beats 80 kg × 7 of 2 Nov, 1 rep more``."""
    bests, weight = lifts.bests(exercise.id), weight_of(exercise, made.load)
    if weight is None or not bests.reps:
        return ""
    reps = bests.most_reps(weight)
    least = weight if reps else bests.reps[0][0]
    for day, done in _sets(exercise, lifts):
        lifted = weight_of(exercise, done.load)
        if lifted is None or lifted < least - SAME_LOAD_KG:
            continue
        if done.reps == (reps or bests.reps[0][1]):
            words = set_words(done, exercise, unit, name_unit=True)
            more = f", {counted((made.reps or 0) - reps, 'rep')} more"
            return f"beats {words} of {day}{more if reps else ''}"
    return ""


def _sets(exercise: Exercise, lifts: Lifts) -> Iterator[tuple[str, LoggedSet]]:
    """The working sets of the past, the latest first, each with its day."""
    for exposure in reversed(lifts.history.exposures(exercise.id)):
        for done in exposure.entry.sets:
            if is_working(done):
                yield short_day_words(exposure.workout.started_at), done
