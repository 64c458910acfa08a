"""What failure risks in one set: the exercise's class, eased by a light load."""

from befit_tui.domain.vocabulary import Risk

HEAVY_SHARE = 0.8
HEAVY_REPS = 6
"""A set is heavy from 80% of the 1RM, or at 6 reps or fewer (product constants)."""


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
