"""How close to failure the sets came, week by week, and how well that was called."""

from collections.abc import Iterable, Sequence
from math import ceil
from statistics import mean
from typing import NamedTuple

from befit_tui.analysis.digest import Digest, Week
from befit_tui.analysis.meter.calibration import FEWEST, Check, calibration_words
from befit_tui.analysis.volume import HARD_LEFT, Efforts, summed
from befit_tui.domain.load import tenth
from befit_tui.domain.value import Value
from befit_tui.domain.wording import counted
from befit_tui.logbook.trends.time_range import Window

LEAST_SHARE = 0.005
"""A smaller share would be said as none (product constant)."""


class Called(NamedTuple):
    """Calls of the same number of reps left, halves with the rep above."""

    left: int
    sets: int
    actual: float

    @property
    def words(self) -> str:
        """``2 called, 2.6 were left (5 sets)``."""
        more = "+" if self.left >= HARD_LEFT else ""
        sets = counted(self.sets, "set")
        return f"{self.left}{more} called, {self.actual:.1f} were left ({sets})"


class Effort(Value, frozen=True):
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
        """``1 called, 1.2 were left (20 sets) · 2 called, ...``, or empty."""
        return " · ".join(one.words for one in self.called)


def effort_of(weeks: tuple[Week, ...], window: Window, budget: int) -> Effort:
    """What weeks with at least one workout come to.

    ``budget`` is how many sets to failure a workout allows.
    """
    workouts = [one for week in weeks for one in week.workouts]
    sums = summed(one.efforts for one in workouts)
    checks = [check for one in workouts for check in one.checks]
    return Effort(
        weeks,
        _efforts(sums, sum(one.uncounted for one in workouts), window),
        _failures(workouts, sums, budget),
        _calibration(checks, window),
        _by_call(checks) if len(checks) >= FEWEST else (),
    )


def _efforts(sums: Efforts, uncounted: int, window: Window) -> str:
    said = f"{counted(sum(sums), 'working set')} {window.over}"
    if uncounted:
        said += f", {uncounted} by time or distance not counted"
    if not sums.rated:
        return f"{said}, none of them rated: how hard they were is not known."
    parts = (
        (sums.failure, "went to failure"),
        (sums.one + sums.two, "stopped 1 or 2 reps short of failure"),
        (sums.four_plus, "had 4 or more left"),
    )
    shares = [f"{_share(sets, sums.rated)} {words}" for sets, words in parts if sets]
    rated = f"Of the {sums.rated:,} that you rated, {', '.join(shares)}"
    return f"{said}. {rated if shares else 'Those that you rated had 3 left'}."


def _share(sets: int, every: int) -> str:
    if sets == every:
        return "all"
    return f"{sets / every:.0%}" if sets / every >= LEAST_SHARE else "a few"


def _failures(workouts: Sequence[Digest], sums: Efforts, budget: int) -> str:
    if not sums.rated:
        return "How many went to failure is not assessable: no set is rated."
    each = sums.failure / len(workouts)
    over = sum(one.efforts.failure > budget for one in workouts)
    if each > budget:
        side = f"more than the {budget} of your budget"
    else:
        side = f"inside your budget of {budget}"
    passed = f"; {counted(over, 'workout')} went over it" if over else ""
    done = counted(len(workouts), "workout")
    if not sums.failure:
        return f"No set went to failure in {done}: {side} a workout."
    return (
        f"{counted(sums.failure, 'set')} went to failure in {done}, {each:.1f} a "
        f"workout: {side}{passed}."
    )


def _calibration(checks: Sequence[Check], window: Window) -> str:
    """A call is checked by a set to failure right after it, with the same load."""
    if len(checks) < FEWEST:
        return (
            f"How well you call reps left is not assessable {window.over}: a set to "
            "failure right after, with the same load, checks a call; it takes "
            f"{FEWEST}, and there {'is' if len(checks) == 1 else 'are'} {len(checks)}."
        )
    called = tenth(mean(check.called for check in checks))
    return f"On average you called {called} reps left: {calibration_words(checks)}."


def _by_call(checks: Iterable[Check]) -> tuple[Called, ...]:
    found: dict[int, list[float]] = {}
    for check in checks:
        found.setdefault(min(ceil(check.called), HARD_LEFT), []).append(check.actual)
    return tuple(
        Called(left, len(each), mean(each)) for left, each in sorted(found.items())
    )
