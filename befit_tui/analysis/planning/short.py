"""What of a workout fits into little time."""

from collections.abc import Mapping, Sequence

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Kind
from befit_tui.domain.workout import SetTarget

SET_S = 45
"""Seconds that a set takes (product constant)."""
CHANGE_S = 60
"""Seconds from one exercise to the next (product constant)."""
FIRST_SETS, OTHER_SETS = 3, 2
"""Sets of the first compound and of the others: two or three do most of what more do
(Krieger 2010)."""


class Candidate(Value, frozen=True):
    """An exercise with its sets to do, its rest in seconds, whether it was begun."""

    index: int
    exercise: Exercise
    to_do: tuple[SetTarget, ...]
    rest_s: int
    begun: bool = False


def shortened(
    candidates: Sequence[Candidate],
    seconds: float,
    trained: Mapping[str, float],
) -> dict[int, tuple[SetTarget, ...]]:
    """The sets to do of each exercise by its index; those left out have none.

    The first compound comes first, then what was ``trained`` least: hard sets of each
    muscle this week. One exercise is kept however little time there is.
    """
    whole = {one.index: one.to_do for one in candidates}
    if sum(_seconds(one, len(one.to_do)) for one in candidates) <= seconds:
        return whole
    compounds = (one for one in candidates if one.exercise.is_compound and one.to_do)
    first = next(compounds, None)

    def least(one: Candidate) -> tuple[bool, float]:
        sets = [trained.get(muscle, 0.0) for muscle in one.exercise.primary]
        return not one.begun, sum(sets) / len(sets) if sets else 0.0

    others = sorted((one for one in candidates if one is not first), key=least)
    found: dict[int, tuple[SetTarget, ...]] = dict.fromkeys(whole, ())
    left = seconds
    for one in (first, *others):
        if one is None:
            continue
        most = FIRST_SETS if one is first else OTHER_SETS
        each = SET_S + one.rest_s
        room = max(int((left - CHANGE_S) // each), int(not any(found.values())))
        kept = _kept(one.to_do, min(most, room))
        found[one.index] = kept
        left -= _seconds(one, len(kept))
    return found


def _seconds(one: Candidate, sets: int) -> int:
    return sets * (SET_S + one.rest_s) + CHANGE_S if sets else 0


def _kept(sets: Sequence[SetTarget], count: int) -> tuple[SetTarget, ...]:
    """The first working sets with the warm-ups before them; no drop sets."""
    work = [place for place, one in enumerate(sets) if one.kind is Kind.WORK]
    last = work[count - 1] if 0 < count <= len(work) else len(sets) if count else -1
    wanted = (Kind.WORK, Kind.WARMUP)
    return tuple(one for one in sets[: last + 1] if one.kind in wanted)
