"""How ready the lifter feels, against the lifter's own last weeks.

The questions are those of McLean (2010): sleep, soreness, stress, fatigue and mood,
each from 1 (worst) to 5 (best). The sum means little between people, so it is read
as a distance from the usual sum of the same lifter.
"""

from collections.abc import Iterable
from datetime import date
from statistics import mean, stdev

from befit_tui.domain.load import number
from befit_tui.domain.value import Value
from befit_tui.domain.workout import CheckIn, Workout

USUAL_DAYS = 28
"""Days that tell what is usual (product constant)."""
LEAST_ENTRIES = 7
"""Days with a check-in before anything is called usual (product constant)."""
LEAST_SPREAD = 1.25
"""The least standard deviation, a quarter step of each scale (product constant)."""
MOST = 25
"""The best sum."""


class Readiness(Value, frozen=True):
    """One check-in: its ``total`` of 5 to 25, the ``usual`` one, and their ``spread``.

    What cannot be said is None, and ``reason`` tells why.
    """

    total: int | None = None
    usual: float | None = None
    spread: float = LEAST_SPREAD
    reason: str = ""

    @property
    def low(self) -> bool:
        """Whether the day is clearly below the usual."""
        known = self.total is not None and self.usual is not None
        return known and (self.total or 0) <= self.limit

    @property
    def limit(self) -> float:
        """The total up to which a day is low: a spread below the usual."""
        return (self.usual or 0.0) - self.spread

    @property
    def words(self) -> str:
        """The check-in said: ``Readiness 14 of 25, usual 18.4: low for you.``."""
        if self.total is None:
            return f"Readiness not assessable: {self.reason}."
        said = f"Readiness {self.total} of {MOST}"
        if self.usual is None:
            return f"{said}; against your usual not assessable: {self.reason}."
        high = self.total >= self.usual + self.spread
        verdict = "low" if self.low else "high" if high else "as usual"
        return f"{said}, usual {number(round(self.usual, 1))}: {verdict} for you."


def total(checkin: CheckIn | None) -> int | None:
    """The sum of the five scales, 5 to 25; None unless all are answered."""
    if checkin is None:
        return None
    scales = (
        checkin.sleep, checkin.soreness, checkin.stress, checkin.fatigue, checkin.mood
    )  # fmt: skip
    known = [value for value in scales if value is not None]
    return sum(known) if len(known) == len(scales) else None


def readiness(checkin: CheckIn, day: date, earlier: Iterable[Workout]) -> Readiness:
    """A check-in of ``day`` against those of the 28 days before it.

    ``earlier`` are workouts, oldest first; a day counts once, by its last check-in.
    """
    now = total(checkin)
    if now is None:
        return Readiness(reason="a scale is not answered")
    known = _totals(earlier, day)
    if len(known) < LEAST_ENTRIES:
        few = f"{len(known)} of {LEAST_ENTRIES} days with a check-in"
        return Readiness(now, reason=f"{few} in {USUAL_DAYS} days")
    return Readiness(now, mean(known), max(stdev(known), LEAST_SPREAD))


def _totals(workouts: Iterable[Workout], day: date) -> list[int]:
    by_day = {
        then: found
        for workout in workouts
        if 0 < (day - (then := workout.started_at.date())).days <= USUAL_DAYS
        and (found := total(workout.checkin)) is not None
    }
    return list(by_day.values())
