"""Estimated one-repetition maximum of a session, and what is heavy against it."""

from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.vocabulary import Risk
from befit_tui.domain.workout import LoggedSet

EPLEY = 30.0
"""Epley 1985: load for one rep = load (1 + reps / 30)."""
MOST_REPS = 12
"""Reps to failure above which no formula holds (Reynolds 2006; Zourdos 2021)."""

MOST_LEFT = 3
"""Reps left above which a report is off by 2 to 5 (Zourdos 2021; Hackett 2017)."""


HEAVY_SHARE = 0.8
HEAVY_REPS = 6
"""A set is heavy from 80% of the 1RM, or at 6 reps or fewer (product constants)."""


def epley(kg: float, reps: float) -> float:
    """The 1RM of somebody who can do ``reps`` at ``kg``; a single is its own load.

    The one estimate of strength there is: verdicts, records, percents of a 1RM and
    what is heavy go by it. Other formulas differ by up to 4% for few reps, by nothing
    for ten.
    """
    return kg * (1 + reps / EPLEY) if reps > 1 else kg


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
    return epley(moved_kg, reps)


def best_1rm(session: Session) -> float | None:
    """The highest 1RM that the sets of a session speak for, in kilograms, or None.

    A lower bound never hides a better one, so rated and unrated sets compare.
    """
    found = (est_1rm(done, session.moved_kg(done)) for done in session.working)
    return max((kg for kg in found if kg is not None), default=None)


def is_heavy(reps: int | None, moved_kg: float | None, one_rm_kg: float | None) -> bool:
    """Whether a set is heavy, by its share of the estimated 1RM or by its reps."""
    if reps is not None and reps <= HEAVY_REPS:
        return True
    if moved_kg is None or one_rm_kg is None:
        return False
    return moved_kg >= HEAVY_SHARE * one_rm_kg


def risk_at(risk: Risk | None, *, heavy: bool) -> Risk | None:
    """The class that counts: a light set of an ``avoid`` lift is only ``caution``.

    None where nobody knows the class.
    """
    return Risk.CAUTION if risk is Risk.AVOID and not heavy else risk
