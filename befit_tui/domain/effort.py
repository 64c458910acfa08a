"""How close a set came to failure: the one place that says which mark counts."""

from math import ceil

from befit_tui.domain.vocabulary import End, Kind
from befit_tui.domain.workout import LoggedSet, Workout

HIGHEST_RPE = 10.0
"""Nothing was left."""
LOWEST_TRUSTED_RPE = 6.0
"""Below this an imported RPE says only "easy": Strong and Hevy rate from 6 to 10."""

EASIEST_LEFT = HIGHEST_RPE - LOWEST_TRUSTED_RPE
"""Reps left from which on an RPE cannot say how many."""


def whole(reps: float) -> int:
    """Whole reps; a half goes down, towards failure, so that each rep takes one."""
    return ceil(reps - 0.5)


def reached_failure(done: LoggedSet) -> bool:
    """Whether the set ended in failure of any kind, or was rated as 0 left."""
    return known_left(done) == 0


def known_left(done: LoggedSet) -> float | None:
    """Reps left in the set, 0 to 10, or None when nothing is known.

    A failure tag wins over a rating, a rating over an imported RPE: of 1,122 tagged
    sets in one real log 498 carry an RPE below 10, and the tag is the deliberate mark.
    The RPE of a warm-up is a filler that apps write (2,117 times 6 in one log).
    """
    if done.end is not None and done.end is not End.STOPPED:
        return 0.0
    if done.left is not None:
        return done.left
    return left_of_rpe(done.rpe) if is_working(done) else None


def is_disputed(done: LoggedSet, by: float = 1) -> bool:
    """Whether a rating of so many left speaks against the failure tag, which counts."""
    left = rated_left(done)
    return reached_failure(done) and left is not None and left >= by


def rated_left(done: LoggedSet) -> float | None:
    """Reps left by the rating or else the RPE of a set, whatever its tag says."""
    return left_of_rpe(done.rpe) if done.left is None else done.left


def left_of_rpe(rpe: float | None) -> float | None:
    """Reps left, in halves, that an RPE stands for; None where it only says "easy"."""
    if rpe is None or not LOWEST_TRUSTED_RPE <= rpe <= HIGHEST_RPE:
        return None
    return round((HIGHEST_RPE - rpe) * 2) / 2


def rpe_of(done: LoggedSet) -> float | None:
    """The RPE of a set: as it was given, else from the reps left; None if unknown."""
    if done.rpe is not None:
        return done.rpe
    left = known_left(done)
    return None if left is None else HIGHEST_RPE - left


def is_working(done: LoggedSet) -> bool:
    """Whether the set is a working set, not a warm-up or a drop set."""
    return done.kind is Kind.WORK


def failures_in(workout: Workout) -> int:
    """Working sets of a workout that reached failure."""
    return sum(is_working(done) and reached_failure(done) for done in workout.sets)
