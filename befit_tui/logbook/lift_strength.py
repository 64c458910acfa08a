"""The strength of a lift over time, by the one verdict: a curve and its sentence."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from befit_tui.analysis.lift.verdict import LevelPoint, Measure, Verdict, sentence
from befit_tui.analysis.lift.verdicts import Verdicts
from befit_tui.analysis.meter.evidence import MOST_REPS
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.load import Unit, from_kg, number
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted, effort_words, set_words
from befit_tui.domain.workout import LoggedSet
from befit_tui.logbook.curve import Curve, Point


class JudgedLift(Value, frozen=True, kw_only=True):
    """A lift up to a day: the verdict on it, its level over all of its past.

    ``tops`` has, by workout, the first of its heaviest working sets.
    """

    exercise: Exercise
    verdict: Verdict
    level: tuple[LevelPoint, ...]
    tops: Mapping[str, LoggedSet]


def judged_lift(
    verdicts: Verdicts, history: History, exercise: Exercise, since: date = date.min
) -> JudgedLift:
    """What ``verdicts`` know of a lift, back to ``since``."""
    return JudgedLift(
        exercise=exercise,
        verdict=verdicts.verdict(exercise),
        level=verdicts.level(exercise, since),
        tops=_tops(history, exercise, since),
    )


def _tops(history: History, exercise: Exercise, since: date) -> dict[str, LoggedSet]:
    """The heaviest working set of each workout from a day on, the first of equals."""
    tops: dict[str, LoggedSet] = {}
    for exposure in reversed(history.exposures(exercise.id)):
        if exposure.workout.day < since:
            break
        working = filter(is_working, exposure.entry.sets)
        top = max(working, key=lambda done: done.kg, default=None)
        before = tops.get(exposure.workout.id)
        # Entries come last first, so the earlier one wins where both are as heavy.
        if top is not None and (before is None or top.kg >= before.kg):
            tops[exposure.workout.id] = top
    return tops


SAME_LOAD = 0.1
"""Loads that differ by a smaller share are about the same (product constant)."""
MEASURES = {
    Measure.E1RM: "Estimated 1RM",
    Measure.REPS: "Reps to failure with the last load",
    Measure.SECONDS: "Seconds held",
}


def strength_of(
    lift: JudgedLift, unit: Unit, first: date = date.min, empty: str = ""
) -> Curve:
    """A lift from a day on and the verdict on it; ``empty`` is said of no session.

    Each point is a session; its band holds the level of the lift on that day four times
    in five. The unit is ``unit`` for an estimated 1RM, else reps with the load of the
    last session, or seconds.
    """
    measure, bests = lift.verdict.measure, set(_bests(lift.level))
    inside = [one for one in lift.level if one.day >= first]
    told = [one for one in inside if _can_be_told(one, lift)]
    points = tuple(_point(one, lift, unit, bests) for one in told)
    words = sentence(lift.verdict, lift.exercise.name, unit)
    if hidden := len(inside) - len(told):
        words += (
            f" {counted(hidden, 'session')} with far more load left out: with the last "
            f"load it would be over {MOST_REPS:.0f} reps, where no formula holds."
        )
    return Curve(
        points=points,
        unit={Measure.REPS: "reps", Measure.SECONDS: "s"}.get(measure, str(unit)),
        measure=MEASURES[measure],
        sentence=words if points else empty,
    )


def _can_be_told(one: LevelPoint, lift: JudgedLift) -> bool:
    """Whether a session can be said in the measure of the lift.

    Reps that were done with about the last load are as they were; those that a formula
    makes of another load are told as far as the meter goes.
    """
    if lift.verdict.measure is not Measure.REPS or one.shown <= MOST_REPS:
        return True
    return abs(one.kg / lift.level[-1].kg - 1) <= SAME_LOAD


def _bests(level: Sequence[LevelPoint]) -> Iterator[str]:
    """The workouts that showed more than every one before them; not the first."""
    best = None
    for one in level:
        if best is not None and one.shown > best:
            yield one.workout
        best = one.shown if best is None else max(best, one.shown)


def _point(
    one: LevelPoint, lift: JudgedLift, unit: Unit, bests: Collection[str]
) -> Point:
    shown, low, high = (
        from_kg(value, unit) if lift.verdict.measure is Measure.E1RM else value
        for value in (one.shown, one.low, one.high)
    )
    if lift.verdict.measure is Measure.REPS:
        high = min(high, max(MOST_REPS, shown))
    band = (max(low, 0.0), high)
    return Point(
        day=one.day,
        value=shown,
        band=band,
        record=one.workout in bests,
        anew=one.anew,
        words=_level_words(lift, one.workout, unit, band),
    )


def _level_words(
    lift: JudgedLift, workout: str, unit: Unit, band: tuple[float, float]
) -> str:
    """``Heaviest set 80 kg × 5, 1 left. Likely level that day: 92 to 97 kg``.

    The level lies there four times in five. Of reps it says with which load, since the
    set beside them may have had another.
    """
    said = ""
    if (top := lift.tops.get(workout)) is not None:
        done = set_words(top, lift.exercise, unit, name_unit=True)
        said = f"Heaviest set {', '.join(filter(None, (done, effort_words(top))))}"
    likely = f"Likely level that day: {band_words(band, lift.verdict.measure, unit)}."
    return f"{said}. {likely}" if said else likely


def band_words(band: tuple[float, float], measure: Measure, unit: Unit) -> str:
    """``92 to 97 kg``, or ``1 rep with the last load`` where both ends are one."""
    digits = 0 if measure is Measure.REPS else 1
    low, high = (number(round(end, digits)) for end in band)
    ends = low if low == high else f"{low} to {high}"
    reps = "rep" if ends == "1" else "reps"
    of = {Measure.REPS: f"{reps} with the last load", Measure.SECONDS: "s"}
    return f"{ends} {of.get(measure, unit)}"
