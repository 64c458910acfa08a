"""The made-up lifter: a true capacity that nobody sees, and how it shows in sets.

Reps to failure follow Epley (1985), the rating error Refalo (2024). The other figures
are product constants, chosen so that the log is as noisy as real ones: 2.5% from day
to day, one to two reps lost over three hard sets.
"""

from dataclasses import dataclass, field
from random import Random

from befit_tui.demo.programme import HOLIDAY, SLUMP, STALL, WEEKS, Lift
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import LoadKind
from befit_tui.domain.workout import LoggedSet

EPLEY_REPS = 30
DAY_NOISE, LIFT_NOISE = 0.012, 0.022
"""Standard deviations that make 2.5% together."""
REP_NOISE, RATING_ERROR = 0.4, 0.7
"""Standard deviations in reps."""
RECOVERY_HALF_LIFE_S = 280
HOLIDAY_LOSS, DAYS_TO_REGAIN = 0.05, 21
STALL_LOSS = 0.02
SLUMP_SHARE = 0.9
DELOAD_SHARE = 0.9


@dataclass(slots=True)
class Lifter:
    """What the lifter carries from session to session: working loads and body mass."""

    rng: Random
    loads: dict[str, float] = field(default_factory=dict)
    bodyweight: float = 80.5

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self.rng.random() < probability


@dataclass(slots=True)
class Bout:
    """One lift on one day.

    ``able`` is the true one-repetition maximum of the day, ``load`` the working load,
    both in kg; ``worn`` the share of the maximum that the sets so far have cost.
    """

    lift: Lift
    exercise: Exercise
    lifter: Lifter
    able: float
    load: float
    worn: float = 0.0
    logged: list[LoggedSet] = field(default_factory=list)

    def recover(self, seconds: float) -> None:
        """Rest between two sets."""
        self.worn *= 0.5 ** (seconds / RECOVERY_HALF_LIFE_S)

    def tire(self, left: float) -> None:
        """The cost of a set that truly ended ``left`` reps short of failure."""
        self.worn += 0.015 + 0.025 * max(0.0, 1 - left / 4)

    def most_reps(self) -> int:
        """The reps to failure that the next set would allow."""
        moved = self.load + body_kg(self.lifter, self.exercise)
        reps = EPLEY_REPS * (self.able * (1 - self.worn) / moved - 1)
        return max(round(reps + self.lifter.rng.gauss(0, REP_NOISE)), 1)

    def feels_like(self, reps: int) -> float:
        """``reps`` as the lifter judges them."""
        return max(reps + self.lifter.rng.gauss(0, RATING_ERROR), 1.0)


def capacity(lift: Lift, days_ago: int) -> float:
    """The true one-repetition maximum on a day, before the noise of the day."""
    if lift.stalls and days_ago in STALL:
        tired = STALL_LOSS * (1 - days_ago / STALL.stop)
        return capacity(lift, STALL.stop) * (1 - tired)
    able = lift.best * (1 + lift.gain * (1 - days_ago / (7 * WEEKS)))
    back = HOLIDAY.start - days_ago
    if 0 < back < DAYS_TO_REGAIN:
        able *= 1 - HOLIDAY_LOSS * (1 - back / DAYS_TO_REGAIN)
    return able * SLUMP_SHARE if lift.slumps and days_ago in SLUMP else able


def working_load(
    lifter: Lifter, lift: Lift, exercise: Exercise, *, deload: bool
) -> float:
    """The load of today's working sets in kg, lighter in a deload."""
    low, _ = lift.reps or (1, 1)
    start = lift.best / (1 + (low + 4) / EPLEY_REPS) - body_kg(lifter, exercise)
    load = lifter.loads.setdefault(lift.exercise, on_step(start, exercise))
    return on_step(load * DELOAD_SHARE, exercise) if deload else load


def progress(bout: Bout) -> None:
    """Double progression: a step up from the top of the range, down from below it."""
    reps = [done.reps for done in bout.logged if is_working(done) and done.reps]
    if bout.lift.reps is None or not reps:
        return
    low, high = bout.lift.reps
    step = bout.exercise.increment_kg
    if min(reps) >= high:
        bout.lifter.loads[bout.lift.exercise] = bout.load + step
    elif reps[0] < low:
        lighter = on_step(bout.load - step, bout.exercise)
        bout.lifter.loads[bout.lift.exercise] = lighter


def on_step(load_kg: float, exercise: Exercise) -> float:
    """The nearest load that the equipment can make up; never below one step."""
    step = exercise.increment_kg
    least = 0 if exercise.load is LoadKind.BODYWEIGHT_PLUS else 1
    return step * max(round(load_kg / step), least) if step else 0.0


def kg(value: float) -> Load:
    """A load in kilograms."""
    return Load(value, Unit.KG)


def body_kg(lifter: Lifter, exercise: Exercise) -> float:
    """The body mass that the exercise moves besides its load."""
    plus = exercise.load is LoadKind.BODYWEIGHT_PLUS
    return lifter.bodyweight if plus else 0.0
