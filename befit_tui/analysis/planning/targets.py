"""How many reps to leave in a set, and how long to rest before the next.

Studies show no single best number: 1 to 2 left grew as much as failure in trained
lifters, and strength does not depend on it (Refalo 2024; Robinson 2024). The zones
are product constants over that evidence.
"""

from befit_tui.analysis.lift.strength import risk_at
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Phase, Risk

NEW_LEFT = (3, 4)
"""The reps to leave in the first session of an exercise, to learn it."""
ALL_LEFT = 10
"""The upper end of a zone that is open: 10 is the most that can be logged."""

HEAVY_COMPOUND_REST_S = 180
"""Rest that heavy lifts with several joints need at least (ACSM 2009)."""
STRENGTH_REST_S = 240
"""The same in a block for strength: near failure output needs 3 to 5 minutes."""
STRENGTH_REPS = (3, 6)
"""Reps of lifts with several joints in a block for strength (product constant)."""
GROWTH_REPS = (6, 10)
"""The same in one for hypertrophy: at least so many (product constant)."""

GUIDED = ("machine", "cable")


class TargetZone(Value, frozen=True):
    """The reps to leave, both ends included.

    ``failure_ok_last`` says that the last set of the exercise may go to failure,
    ``stop_short`` that failure has a price here, so that a screen can warn. ``asked``
    are the reps of a set that come before what they leave, or ``more`` of them as long
    as so many are left.
    """

    low: int
    high: int
    failure_ok_last: bool = False
    stop_short: bool = False
    asked: int | None = None
    more: bool = False

    @property
    def words(self) -> str:
        """The zone as a heading says it: ``1-3 left``, ``failure ok last``."""
        return "failure ok last" if self.failure_ok_last else self.left_words

    @property
    def set_words(self) -> str:
        """The zone of one set: only the last may fail, others say what they leave."""
        return self.left_words if self.low else self.words

    @property
    def left_words(self) -> str:
        """The reps to leave: ``1-3 left``, ``2 or more left``, ``all its reps``."""
        if self.high >= ALL_LEFT:
            return f"{self.low} or more left" if self.low else "all its reps"
        if self.low == self.high:
            return f"{self.low} left"
        return f"{self.low}-{self.high} left"

    def holds(self, left: float) -> bool:
        """Whether a set that ended with ``left`` reps in reserve is on target."""
        return self.low <= left <= self.high


OPEN = TargetZone(0, ALL_LEFT)
"""What a set leaves that nothing is asked of."""


def target_left(
    exercise: Exercise,
    *,
    heavy: bool,
    phase: Phase | None,
    first_compound: bool,
    last_set: bool,
    budget_left: int,
) -> TargetZone:
    """The reps to leave in a set of an exercise.

    Where nobody knows what failure risks, it is neither planned nor warned of.
    ``first_compound`` is the session's first lift with several joints,
    ``budget_left`` how many sets to failure the session still allows.
    """
    if phase is Phase.DELOAD:
        return TargetZone(4, ALL_LEFT)
    risk = risk_at(exercise.failure_risk, heavy=heavy)
    if risk is Risk.AVOID:
        return TargetZone(2, 3, stop_short=True)
    if risk is None:
        return TargetZone(1, 3)
    friendly = risk is Risk.GOOD and not (exercise.is_compound and first_compound)
    if friendly and (not exercise.is_compound or exercise.equipment in GUIDED):
        allowed = budget_left > 0
        return TargetZone(0 if allowed and last_set else 1, 2, failure_ok_last=allowed)
    if friendly or not exercise.is_compound:
        return TargetZone(1, 2)
    return TargetZone(1, 3, stop_short=heavy and risk is Risk.CAUTION)


def in_block(
    zone: TargetZone, exercise: Exercise, phase: Phase | None, easing: int
) -> TargetZone:
    """The zone as a block of training has it, by ``easing`` reps further in its week.

    For strength nothing goes to failure and big lifts keep two: it costs strength and
    brings none (Grgic 2022). A zone never comes closer to failure than its lift allows.
    """
    compound = exercise.is_compound
    low, high = zone.low, zone.high
    if phase is Phase.STRENGTH:
        low, high = max(low, 1 + compound), max(high, 2 + compound)
    elif phase is not Phase.HYPERTROPHY:
        return zone
    floor = min(low, 1 + zone.stop_short) if compound else low
    low = max(low + easing, floor)
    high = max(high + easing, low + 1)
    return aimed_at(zone, (low, high))


def block_reps(exercise: Exercise, phase: Phase | None) -> tuple[int, int] | None:
    """The reps that a lift is trained in where no plan says them."""
    usual = exercise.default_reps
    if usual is None or not exercise.is_compound:
        return usual
    if phase is Phase.STRENGTH:
        return STRENGTH_REPS
    if phase is Phase.HYPERTROPHY:
        return max(usual[0], GROWTH_REPS[0]), max(usual[1], GROWTH_REPS[1])
    return usual


def aimed_at(zone: TargetZone, left: tuple[int, int]) -> TargetZone:
    """The zone with the reps left that a plan asks for; its warning stays."""
    low, high = left
    allowed = zone.failure_ok_last and low == 0
    return replace(zone, low=low, high=high, failure_ok_last=allowed)


def eased(
    zone: TargetZone, *, more: int = 0, least: int = 0, from_: int = 0
) -> TargetZone:
    """The zone with ``more`` to leave, with ``least`` or more, beginning ``from_``."""
    if not (more or least or from_):
        return zone
    low = max(zone.low + more, least, from_)
    high = max(zone.high + more, low + 1 if from_ else low)
    high = ALL_LEFT if least else min(ALL_LEFT, high)
    return replace(zone, low=low, high=high, failure_ok_last=False)


def default_rest_s(
    exercise: Exercise, *, heavy: bool, phase: Phase | None = None
) -> int:
    """Seconds of rest after a set: the lifter's, or the catalogue's, 180+ if heavy."""
    if exercise.rest_s is not None:
        return exercise.rest_s
    if phase is Phase.STRENGTH and exercise.is_compound:
        return max(exercise.default_rest_s, STRENGTH_REST_S)
    if heavy and exercise.is_compound:
        return max(exercise.default_rest_s, HEAVY_COMPOUND_REST_S)
    return exercise.default_rest_s
