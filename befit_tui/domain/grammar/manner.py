"""How a line is meant on its row: what a bare number counts, and the scale of effort.

The same text means other things on other lifts: 45 is seconds of a plank and reps of a
press; ``@8`` is a hard set to who thinks in RPE and an easy one to who does not.
"""

from enum import Enum, auto

from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import EffortScale


class Bare(Enum):
    """What a number counts that has no sign of its own."""

    REPS = auto()
    SECONDS = auto()
    METRES = auto()
    LOAD_OR_REPS = auto()
    """Nobody can tell on a loaded lift of which no load is known."""
    TIME_OR_DISTANCE = auto()
    """Nobody can tell on a run of which nothing is known."""


class Manner(Value, frozen=True):
    """What ``bare`` numbers are, the ``scale`` of ``@8``, the ``unit`` of loads.

    Where bare numbers are seconds, ``m`` is minutes; else it is metres.
    """

    bare: Bare = Bare.REPS
    scale: EffortScale = EffortScale.LEFT
    unit: Unit = Unit.KG

    @property
    def counts_reps(self) -> bool:
        """Whether a bare number behind a load is reps."""
        return self.bare in (Bare.REPS, Bare.LOAD_OR_REPS)


PLAIN = Manner()
"""A lift in reps with a known load, rated by reps left."""
