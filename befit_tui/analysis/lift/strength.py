"""Estimated one-repetition maximum of a lift, session by session."""

from dataclasses import dataclass

from befit_tui.analysis.lift.sessions import (
    Session,
)
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.workout import LoggedSet

MOST_REPS = 12
"""Reps to failure above which no formula holds (Reynolds 2006; Zourdos 2021)."""

MOST_LEFT = 3
"""Reps left above which a report is off by 2 to 5 (Zourdos 2021; Hackett 2017)."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A 1RM read from one set: ``kg``, and the set it was read from.

    ``rated`` is False when the set's effort is unknown; then the 1RM is at least
    ``kg``, since reps may have been left.
    """

    kg: float
    done: LoggedSet
    rated: bool


def brzycki(kg: float, reps: float) -> float:
    """The 1RM of somebody who can do ``reps`` at ``kg`` (Brzycki 1993).

    It is exact at one rep, takes half reps, and foretold the reps left of a real log
    as well as the RTS chart did (mean error 1.08 reps against 1.07; Epley 1.25).
    ``reps`` must be below 37.
    """
    return kg * 36 / (37 - reps)


def est_1rm(done: LoggedSet, moved_kg: float | None) -> float | None:
    """The 1RM that a working set speaks for, in kilograms, or None.

    Only sets of at most 12 reps to failure and, where the effort is known, 3 left.
    With unknown effort the answer is a lower bound. Good reps count, never those
    after the form broke.
    """
    if not is_working(done) or not done.reps or moved_kg is None:
        return None
    left = known_left(done)
    reps = done.reps + (left or 0)
    if reps > MOST_REPS or (left is not None and left > MOST_LEFT):
        return None
    return brzycki(moved_kg, reps)


def estimate(done: LoggedSet, moved_kg: float | None) -> Estimate | None:
    """``est_1rm`` together with its set and how far it can be trusted."""
    kg = est_1rm(done, moved_kg)
    return None if kg is None else Estimate(kg, done, known_left(done) is not None)


def best_estimate(session: Session) -> Estimate | None:
    """The highest estimate of a session.

    A lower bound never hides a better estimate, so rated and unrated sets compare.
    """
    best, highest = None, 0.0
    for done in session.working:
        kg = est_1rm(done, session.moved_kg(done))
        if kg is not None and kg > highest:
            best, highest = done, kg
    return None if best is None else estimate(best, session.moved_kg(best))
