"""How well a lifter calls reps left: calls against what the next set showed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from befit_tui.analysis.meter.evidence import toll
from befit_tui.analysis.meter.memory import TIRED
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.vocabulary import End
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import LoggedSet, Workout

FEWEST = 4
"""Calls that must have been checked before anything is said (product constant)."""
DRAWN_TO_ZERO = 4
"""Calls that "no error" is worth at the start (product constant)."""


class Check(NamedTuple):
    """A call and the reps that were left, as the next set to failure showed."""

    called: float
    actual: float


def calibration_words(checks: Sequence[Check]) -> str:
    """What checks mean for the next call: their mean error, drawn towards none."""
    off = sum(one.called - one.actual for one in checks) / (len(checks) + DRAWN_TO_ZERO)
    sets = f"({counted(len(checks), 'set')})"
    if abs(off) < 0.5:
        return f"your calls are right to within half a rep {sets}"
    side = "more" if off < 0 else "fewer"
    return f"expect {abs(off):.1f} {side} than you call {sets}"


def checks_of(workout: Workout) -> Iterator[Check]:
    """Every call that a set to failure checked, its own cost to that set added back."""
    for entry in workout.entries:
        for called, failed in pairwise(filter(is_working, entry.sets)):
            left = known_left(called)
            if left is None or not _checked(called, failed):
                continue
            lost = -TIRED * toll(left)
            more = (failed.reps or 0) + lost - (called.reps or 0)
            yield Check(left, max(0.0, more))


def _checked(called: LoggedSet, failed: LoggedSet) -> bool:
    stopped = called.end in (None, End.STOPPED)
    to_failure = failed.end not in (None, End.STOPPED)
    counted = called.reps is not None and failed.reps is not None
    return stopped and to_failure and counted and called.load == failed.load
