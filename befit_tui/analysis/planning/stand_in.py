"""Which exercise stands in for one that loads a joint that hurts."""

from collections.abc import Iterable

from befit_tui.catalog.muscles import LEGS
from befit_tui.domain.exercise import Exercise, loads_joint
from befit_tui.domain.vocabulary import Risk

WHOLE_BODY = ("plyometric", "carry", "olympic", "get-up", "core")
"""Patterns that stand in for no exercise, whichever muscles they use."""


def stand_in(
    exercise: Exercise, site: str, others: Iterable[Exercise]
) -> Exercise | None:
    """The exercise nearest to one that spares a joint; None if none.

    It drives or helps with one of its muscles in the same half of the body; what can be
    trained hard comes first, of equally near ones the first.
    """
    wanted = set(exercise.primary)
    if not wanted:
        return None

    def likeness(other: Exercise) -> tuple[bool, int, bool, int]:
        both = wanted & set(other.primary)
        return (
            other.failure_risk is not Risk.AVOID,
            2 * len(both) + len(wanted & set(other.secondary)),
            other.mechanic is exercise.mechanic,
            (other.equipment == exercise.equipment) + (other.load is exercise.load),
        )

    free = [
        one
        for one in others
        if one.is_judged
        and not one.hidden
        and one.default_reps is not None
        and one.pattern not in WHOLE_BODY
        and {muscle in LEGS for muscle in one.primary} == {exercise.primary[0] in LEGS}
        and wanted & {*one.primary, *one.secondary}
        and not loads_joint(one, site)
    ]
    return max(free, key=likeness, default=None)
