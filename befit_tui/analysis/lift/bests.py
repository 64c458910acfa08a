"""The bests of a lift, and what is too far beyond them to be believed at once.

A slip of a key is far off (a lost decimal point, a digit too many), progress is not:
beginners add a tenth a session at most, so half as much again leaves room for long
lay-offs, other machines and sandbagged sets. What is believed too seldom is only asked
about.
"""

from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile

from befit_tui.analysis.lift.sessions import NOMINAL_BODY_KG, Session
from befit_tui.analysis.lift.strength import EPLEY, est_1rm
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Form, LoadKind
from befit_tui.domain.workout import LoggedSet

SAME_LOAD_KG = 0.05
"""Loads closer than this are the same: 60 kg and 132.28 lb differ by 0.2 g."""

SAME_LINE = timedelta(seconds=1)
"""Sets that ended closer together were typed in one line, so one slip made them all."""

TOO_MUCH = 1.5
"""Times the heaviest load or the most reps that is too much (product constant)."""
TOO_LIGHT = 0.25
"""Below this share a working load is likely a slip, or a warm-up (product constant)."""
SPARE_REPS = 5
"""Reps on top of that: half as many again of few is nothing (product constant)."""

Pairs = tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Bests:
    """The bests of a lift so far.

    ``reps`` holds (weight, reps) pairs that nothing beats, heaviest first, so with
    ever more reps. A weight is kilograms on the bar, added to the body, or taken off
    it (negative). ``rated`` tells whether any 1RM came from a set of known effort.
    ``doubted`` are sets too good to be believed, which no later one stood by so far.
    """

    reps: Pairs = ()
    one_rm_kg: float = 0.0
    rated: bool = False
    doubted: tuple[LoggedSet, ...] = ()

    def most_reps(self, weight: float) -> int:
        """The most reps ever done at that weight or heavier; 0 if never."""
        heavier = takewhile(lambda pair: pair[0] >= weight - SAME_LOAD_KG, self.reps)
        return max((reps for _, reps in heavier), default=0)

    def likely_reps(self, weight: float, moved_kg: float | None) -> float | None:
        """The most reps that the past speaks for at a weight; None if it cannot say.

        At a new heaviest weight those of the heaviest so far.
        """
        if not self.reps:
            return None
        done = float(self.most_reps(weight) or self.reps[0][1])
        if moved_kg and self.one_rm_kg:
            return max(done, EPLEY * (self.one_rm_kg / moved_kg - 1))
        return done if weight >= self.reps[-1][0] - SAME_LOAD_KG else None


def weight_of(exercise: Exercise, load: Load | None) -> float | None:
    """What makes a set of an exercise heavier than another, in kilograms.

    The load; zero if there is none on bodyweight lifts; minus the assistance on
    assisted ones. None where load has no meaning or is unknown.
    """
    if exercise.load is LoadKind.REPS_ONLY:
        return 0.0
    if exercise.load is LoadKind.BODYWEIGHT_PLUS:
        return load.kg if load is not None else 0.0
    if load is None or exercise.load in (LoadKind.DURATION, LoadKind.DISTANCE):
        return None
    return -load.kg if exercise.load is LoadKind.ASSISTED else load.kg


def with_set(bests: Bests, session: Session, done: LoggedSet) -> Bests:
    """The bests after a set that counts."""
    weight, reps = weight_of(session.exercise, done.load), done.reps or 0
    pairs = bests.reps
    if weight is not None and reps > bests.most_reps(weight):
        kept = [p for p in pairs if p[0] > weight + SAME_LOAD_KG or p[1] > reps]
        pairs = tuple(sorted([*kept, (weight, reps)], reverse=True))
    top = est_1rm(done, session.moved_kg(done))
    if top is None:
        return replace(bests, reps=pairs)
    rated = bests.rated or known_left(done) is not None
    return Bests(pairs, max(bests.one_rm_kg, top), rated, bests.doubted)


def is_too_heavy(
    exercise: Exercise, weight: float, heaviest: float, body_kg: float | None
) -> bool:
    """Whether a weight is beyond ``TOO_MUCH`` times the heaviest of the lift.

    Weights are kilograms on the bar, added to the body or, below zero, taken off it;
    where the body is moved it counts in both.
    """
    body = (body_kg or NOMINAL_BODY_KG) if exercise.load.on_body else 0.0
    return body + weight > TOO_MUCH * (body + heaviest) > 0


def is_too_light(exercise: Exercise, weight: float, usual: float) -> bool:
    """Whether a weight on the bar is below a quarter of the usual one, in kilograms."""
    return exercise.load is LoadKind.WEIGHT and weight < TOO_LIGHT * usual


def is_too_many(reps: int, most: float) -> bool:
    """Whether so many reps are beyond ``TOO_MUCH`` times the most and a few more."""
    return reps > TOO_MUCH * most + SPARE_REPS


def is_doubtful(session: Session, done: LoggedSet, weight: float, bests: Bests) -> bool:
    """Whether a set is too far beyond the bests to be believed by itself."""
    if not bests.reps:
        return False
    heaviest = bests.reps[0][0]
    if is_too_heavy(session.exercise, weight, heaviest, session.body_kg):
        return True
    if is_too_light(session.exercise, weight, heaviest):
        return True
    likely = bests.likely_reps(weight, session.moved_kg(done))
    return likely is not None and is_too_many(done.reps or 0, likely)


def stands_by(session: Session, later: LoggedSet, doubted: LoggedSet) -> bool:
    """Whether a set makes an earlier one likely: about as heavy, about as many reps."""
    weight = weight_of(session.exercise, later.load)
    tried = weight_of(session.exercise, doubted.load)
    if weight is None or tried is None or not later.reps or later.form is Form.BROKE:
        return False
    if later.at and doubted.at and later.at - doubted.at < SAME_LINE:
        return False
    return not (
        is_too_heavy(session.exercise, tried, weight, session.body_kg)
        or is_too_light(session.exercise, tried, weight)
        or is_too_many(doubted.reps or 0, later.reps)
    )


def with_stood_by(session: Session, done: LoggedSet, bests: Bests) -> Bests:
    """The bests with the doubted sets that this one stands by."""
    for one in bests.doubted:
        if stands_by(session, done, one):
            doubted = tuple(other for other in bests.doubted if other is not one)
            bests = replace(with_set(bests, session, one), doubted=doubted)
    return bests
