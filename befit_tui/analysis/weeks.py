"""Weeks of training, each with the workouts that were done in it."""

from collections.abc import Iterable
from datetime import date
from statistics import mean

from befit_tui.analysis.digest import Digest
from befit_tui.analysis.volume import WEEK, Efforts, Parts, Shares, summed, week_of
from befit_tui.domain.value import Value


class Week(Value, frozen=True):
    """The week that begins on ``first``; ``workouts``, oldest first, may be none."""

    first: date
    workouts: tuple[Digest, ...]

    @property
    def efforts(self) -> Efforts:
        """The working sets by reps left."""
        return summed(one.efforts for one in self.workouts)

    @property
    def hard(self) -> int:
        """The hard sets, each counted once."""
        return sum(one.hard for one in self.workouts)

    @property
    def muscles(self) -> Shares:
        """The hard sets by muscle, driven and helped apart."""
        return _added(one.muscles for one in self.workouts)

    @property
    def moved_by(self) -> Shares:
        """Kilograms times reps by muscle, driven and helped apart."""
        return _added(one.moved_by for one in self.workouts)

    @property
    def without_muscle(self) -> int:
        """The hard sets of lifts of which nobody knows what they train."""
        return sum(one.without_muscle for one in self.workouts)

    @property
    def readiness(self) -> float | None:
        """The mean of the check-ins, 5 to 25; None without one."""
        known = [one.readiness for one in self.workouts if one.readiness is not None]
        return mean(known) if known else None

    @property
    def deload(self) -> bool:
        """Whether a workout of the week was part of a deload."""
        return any(one.deload for one in self.workouts)


def weeks(
    digests: Iterable[Digest], first: date, last: date, week_start: int = 0
) -> tuple[Week, ...]:
    """Every week that touches ``first`` to ``last``, empty ones too.

    Whole weeks count, so that a range does not cut the first one short; what comes
    after ``last`` is left out. ``digests`` are oldest first; ``week_start`` is the
    weekday that weeks begin with, Monday 0.
    """
    start = week_of(first, week_start)
    found: dict[date, list[Digest]] = {}
    for each in range((last - start).days // 7 + 1):
        found[start + each * WEEK] = []
    for one in digests:
        if start <= one.day <= last:
            found[week_of(one.day, week_start)].append(one)
    return tuple(Week(day, tuple(done)) for day, done in found.items())


def _added(shares: Iterable[Shares]) -> Shares:
    sums: dict[str, Parts] = {}
    for one in shares:
        for muscle, (driven, helped) in one.items():
            before = sums.get(muscle, (0.0, 0.0))
            sums[muscle] = (before[0] + driven, before[1] + helped)
    return sums
