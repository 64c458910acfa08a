"""How close to failure the sets came, week by week, and how well that was called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import mean
from typing import NamedTuple

from befit_tui.analysis.digest import Digest
from befit_tui.analysis.meter.calibration import FEWEST, Calibration, Check
from befit_tui.analysis.volume import HARD_LEFT, summed
from befit_tui.analysis.weeks import Week
from befit_tui.domain.load import number
from befit_tui.domain.wording import counted
from befit_tui.logbook.trends.span import Range


class Called(NamedTuple):
    """Calls of the same number of reps left, halves with the rep above."""

    left: int
    sets: int
    actual: float

    @property
    def words(self) -> str:
        """``2 called, 2.6 left (5 sets)``."""
        more = "+" if self.left >= HARD_LEFT else ""
        sets = counted(self.sets, "set")
        return f"{self.left}{more} called, {self.actual:.1f} left ({sets})"


@dataclass(frozen=True, slots=True)
class Effort:
    """Weeks by reps left, and what they come to in words.

    ``called`` compares calls with what a set to failure showed; it is empty while
    ``calibration``, the sentence about it, says "not assessable".
    """

    weeks: tuple[Week, ...]
    sentence: str
    failures: str
    calibration: str
    called: tuple[Called, ...]

    @property
    def by_call(self) -> str:
        """``1 called, 1.2 left (20 sets) · 2 called, 1.3 left (33 sets)``, or empty."""
        return " · ".join(one.words for one in self.called)


def effort_of(weeks: tuple[Week, ...], span: Range, budget: int) -> Effort:
    """What weeks with at least one workout come to.

    ``budget`` is how many sets to failure a workout allows.
    """
    workouts = [one for week in weeks for one in week.workouts]
    checks = [check for one in workouts for check in one.checks]
    return Effort(
        weeks,
        _efforts(workouts, span),
        _failures(workouts, budget),
        _calibration(checks, span),
        _by_call(checks) if len(checks) >= FEWEST else (),
    )


def _efforts(workouts: Sequence[Digest], span: Range) -> str:
    sums = summed(one.efforts for one in workouts)
    over = span.over.capitalize()
    sets = f"{over} {counted(sum(sums), 'working set')}"
    if not sums.rated:
        return f"{sets}, none of them rated: how hard they were is not known."
    close, easy = sums.one + sums.two, sums.four_plus
    return (
        f"{sets}, {sums.rated:,} rated; of these {close / sums.rated:.0%} with 1 or 2 "
        f"left, {easy / sums.rated:.0%} with 4 or more."
    )


def _failures(workouts: Sequence[Digest], budget: int) -> str:
    sums = summed(one.efforts for one in workouts)
    if not sums.rated:
        return "Failure: not assessable, no set is rated."
    each = sums.failure / len(workouts)
    side = "inside" if each <= budget else "above"
    over = sum(one.efforts[0] > budget for one in workouts)
    passed = f"; {counted(over, 'workout')} passed it" if over else ""
    return (
        f"Failure: {counted(sums.failure, 'set')} in "
        f"{counted(len(workouts), 'workout')}, {sums.failure / sums.rated:.0%} of the "
        f"rated; {each:.1f} a workout, {side} the budget of {budget}{passed}."
    )


def _calibration(checks: Sequence[Check], span: Range) -> str:
    """A call is checked by a set to failure right after it, with the same load."""
    if len(checks) < FEWEST:
        return (
            f"Calling reps left: not assessable {span.over}: "
            f"{counted(len(checks), 'call')} checked by a set to failure right after, "
            f"{FEWEST} are needed."
        )
    called = mean(check.called for check in checks)
    actual = mean(check.actual for check in checks)
    return (
        f"You called {number(round(called, 1))} left, {number(round(actual, 1))} were: "
        f"{Calibration(tuple(checks)).words}."
    )


def _by_call(checks: Iterable[Check]) -> tuple[Called, ...]:
    found: dict[int, list[float]] = {}
    for check in checks:
        found.setdefault(min(ceil(check.called), HARD_LEFT), []).append(check.actual)
    return tuple(
        Called(left, len(each), mean(each)) for left, each in sorted(found.items())
    )
