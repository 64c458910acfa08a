"""What one session says of a lift: one number, and how far it can be off.

A set of 8 reps with 2 left at 100 kg says "ten at 100 kg". To compare that with seven
at 105 kg both become one number, the natural logarithm of Epley's load for one rep,
``ln kg + ln(1 + reps / 30)``: a difference of 0.01 is then one percent, whatever the
load. Holds are taken in ``ln seconds``, reps without a load in ``ln(1 + reps / 30)``.

All constants without a source are product constants, rounded, chosen on simulated
lifters whose strength is known, and the same for everybody.
"""

from collections.abc import Sequence
from datetime import date
from math import log

from befit_tui.analysis.lift.sessions import Session, resistance
from befit_tui.analysis.lift.strength import EPLEY
from befit_tui.domain.effort import is_disputed, known_left, rated_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet, Workout

BACK_OFF = 0.75
"""Share of the heaviest load of a day below which a set is a ramp or a back-off."""
MOST_LEFT = 5.0
"""Reps left above which a report says only that it was easy."""
EASING = 2.0
"""Reps left at which a set counts half of one to failure."""
LATER_SETS = 0.5
"""What a later set counts, where the first counts 1: rests differ."""
LEFT_ERROR = 0.2
"""Error of a report, in reps for each rep that was left. Reports are off by more
(0.35: Zourdos 2021), but a lifter by much the same from session to session."""
UNRATED_LEFT, UNRATED_ERROR = 1.5, 0.02
"""Reps that a set of unknown effort is taken to have left, and what that adds."""
SHORT_SLEEP_H, SLEEP_ERROR = 6, 0.03
"""A short night costs 2 to 3% by itself (Craven 2022), so such a day says less."""
MOST_SETS = 3
"""The first sets that tell; later ones say more of the rests between them."""
FADE = 0.02
"""What a set loses to the one before, as a share."""


class TellingSet(Value, frozen=True):
    """A set by its place: its load, its reps and those left, and what they come to."""

    place: int
    done: LoggedSet
    kg: float
    reps: float
    left: float | None
    level: float


class SessionReading(Value, frozen=True):
    """A session of a lift as one number.

    ``level`` is None when no set tells: all were far from failure. ``error`` is what
    effort adds to the swing from day to day. ``kg`` is the resistance at the top load
    (1 where there is none), ``ln_kg`` its logarithm, so that a difference of 0.01 is
    one percent, ``top`` the first set at it, ``reps`` its reps (or its
    seconds), ``total`` with those left. ``left`` is the least reported, if any was;
    a tag of failure counts there only where the rating agrees.
    ``telling`` are the sets that tell, ``order`` counts the exercises done before it.
    ``even`` says that all sets at the top load had the same reps.
    """

    workout: Workout
    day: date
    level: float | None
    error: float
    kg: float
    ln_kg: float
    top: LoggedSet
    reps: float
    total: float
    left: float | None
    sets: int
    order: int
    even: bool
    telling: tuple[TellingSet, ...]

    @property
    def rated(self) -> bool:
        """Whether the effort of a set is known."""
        return self.left is not None


def is_hold(exercise: Exercise) -> bool:
    """Whether a lift is measured in seconds."""
    return exercise.load is LoadKind.DURATION


def _told(session: Session, exercise: Exercise) -> list[TellingSet]:
    """The sets that were counted; those without a load only where none has one."""
    read = _held if is_hold(exercise) else _counted
    sets = enumerate(session.working)
    found = [told for place, done in sets if (told := read(place, done, session))]
    loaded = [told for told in found if told.kg != 1.0] or found
    # A ramp tires nobody: the first set of the work has the first place.
    least = BACK_OFF * max([one.kg for one in loaded], default=0.0)
    ramp = next((one.place for one in loaded if one.kg >= least), 0)
    return [replace(one, place=one.place - ramp) for one in loaded] if ramp else loaded


def _held(place: int, done: LoggedSet, session: Session) -> TellingSet | None:
    if not done.seconds or done.seconds <= 0:
        return None
    added = done.kg
    kg = max(1.0, 1.0 + added)
    return TellingSet(
        place, done, kg, done.seconds, known_left(done), log(done.seconds)
    )


def _counted(place: int, done: LoggedSet, session: Session) -> TellingSet | None:
    if not done.reps or done.seconds:
        return None
    added = done.load.kg if done.load is not None else None
    kg = resistance(session.exercise, added, session.body_kg) or 1.0
    left = known_left(done)
    total = done.reps + (UNRATED_LEFT if left is None else left)
    return TellingSet(
        place, done, kg, done.reps, left, log(kg) + log(1 + total / EPLEY)
    )


def _telling(sets: Sequence[TellingSet]) -> Sequence[TellingSet]:
    """The sets that show the level: rated ones, else those at the top load.

    What is much lighter than the heaviest of them is a ramp or a back-off.
    """
    near = [one for one in sets if one.left is not None and one.left <= MOST_LEFT]
    if near:
        least = BACK_OFF * max([one.kg for one in near])
        return [one for one in near if one.kg >= least]
    top = max(one.kg for one in sets)
    return [one for one in sets if one.kg == top and one.left is None]


def read(session: Session) -> SessionReading | None:
    """What a session says; None where no set of it can be read."""
    sets = _told(session, session.exercise)
    if not sets:
        return None
    telling = _telling(sets)[:MOST_SETS]
    weights = [
        (LATER_SETS if one.place > 0 else 1.0) / (1 + ((one.left or 0.0) / EASING) ** 2)
        for one in telling
    ]
    whole = sum(weights)
    level = sum(map(float.__mul__, weights, [one.level for one in telling]))
    level /= whole or 1.0
    places = [FADE * one.place for one in telling]
    faded = level + sum(map(float.__mul__, weights, places)) / (whole or 1.0)
    rated = any(one.left is not None for one in telling)
    least = _least_level(sets, rated=rated)
    level = least if least > level else faded
    most = max([one.kg for one in sets])
    at_top = [one for one in sets if one.kg == most]
    first = at_top[0]
    lefts = [left for one in sets if (left := _least_left(one)) is not None]
    return SessionReading(
        workout=session.workout,
        day=session.workout.started_at.date(),
        level=level if telling else None,
        error=_error(session, telling, weights),
        kg=first.kg,
        ln_kg=log(first.kg),
        top=first.done,
        reps=first.reps,
        total=first.reps + (first.left or 0.0),
        left=min(lefts, default=None),
        sets=len(sets),
        order=_order(session),
        even=len({one.reps for one in at_top}) == 1,
        telling=tuple(telling),
    )


def _least_level(sets: Sequence[TellingSet], *, rated: bool) -> float:
    """What a session shows at least: each of its sets did its reps.

    Those that were rated may be back-offs, taken to failure by a lifter who is tired.
    Where none was, each had as much left as is taken for all.
    """
    spare = 0.0 if rated else UNRATED_LEFT
    counted = (one for one in sets if not one.done.seconds)
    bounds = (log(one.kg) + log(1 + (one.reps + spare) / EPLEY) for one in counted)
    return max(bounds, default=float("-inf"))


def _least_left(one: TellingSet) -> float | None:
    """Reps left; the rating's where it speaks against a tag by two or more."""
    disputed = one.left == 0 and is_disputed(one.done, by=2)
    return rated_left(one.done) if disputed else one.left


def _error(
    session: Session, telling: Sequence[TellingSet], weights: Sequence[float]
) -> float:
    """What unknown or far effort and a short night add, as a share."""
    checkin = session.workout.checkin
    slept = checkin.sleep_hours if checkin is not None else None
    short = SLEEP_ERROR if slept is not None and slept <= SHORT_SLEEP_H else 0.0
    if not telling or telling[0].left is None:
        return short + UNRATED_ERROR
    off = [LEFT_ERROR * (one.left or 0.0) / (EPLEY + one.reps) for one in telling]
    return short + sum(map(float.__mul__, weights, off)) / sum(weights)


def _order(session: Session) -> int:
    lifts = dict.fromkeys(e.exercise for e in session.workout.entries if e.sets)
    return list(lifts).index(session.exercise.id)
