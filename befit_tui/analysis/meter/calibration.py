"""How well a lifter calls reps left: calls against what the next set showed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from befit_tui.analysis.meter.evidence import toll
from befit_tui.analysis.meter.memory import TIRED
from befit_tui.domain.effort import is_working, known_left
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import End
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import LoggedSet, Workout

FEWEST = 4
"""Calls that must have been checked before anything is said (product constant)."""
DRAWN_TO_ZERO = 4
"""Calls that "no error" is worth at the start (product constant)."""


class Check(Value, frozen=True):
    """A call and the reps that were left, as the next set to failure showed."""

    exercise: str
    called: float
    actual: float

    @property
    def error(self) -> float:
        """Called minus actual: negative means more was left than said."""
        return self.called - self.actual


def bias(checks: Sequence[Check]) -> float | None:
    """Mean error, drawn towards none; None below four checks."""
    if len(checks) < FEWEST:
        return None
    return sum(check.error for check in checks) / (len(checks) + DRAWN_TO_ZERO)


def calibration_words(checks: Sequence[Check]) -> str:
    """What it means for the next call; empty below four checks."""
    if (off := bias(checks)) is None:
        return ""
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
            yield Check(entry.exercise, left, max(0.0, more))


def _checked(called: LoggedSet, failed: LoggedSet) -> bool:
    stopped = called.end in (None, End.STOPPED)
    to_failure = failed.end not in (None, End.STOPPED)
    counted = called.reps is not None and failed.reps is not None
    return stopped and to_failure and counted and called.load == failed.load
