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
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Form, Kind, LoadKind
from befit_tui.domain.workout import LoggedSet, SetTarget

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
WARMUPS = ((0.4, 8), (0.55, 5), (0.7, 3))
"""Share of the working load and reps; a lift with fewer takes the heavier ones."""
DELOAD_SETS, DELOAD_LEFT = 2, (4, 6)
FAILS, FORM_BREAKS, FORM_SLIPS, UNRATED, HALF_RATED = 0.6, 0.12, 0.05, 0.05, 0.1
"""How often: a last set that may fails, form breaks or slips, a rating is odd."""


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

    def planned(self, *, deload: bool) -> tuple[SetTarget, ...]:
        """The sets of the lift; a deload has fewer, no warm-ups, and 4 left."""
        lift = self.lift
        if lift.reps is None:
            return (SetTarget(seconds=float(5 * round(lift.best / 5))),) * lift.sets
        if deload:
            return (SetTarget(reps=lift.reps, left=DELOAD_LEFT),) * DELOAD_SETS
        warmups = (
            SetTarget(
                kind=Kind.WARMUP,
                reps=(reps, reps),
                load=kg(on_step(self.load * share, self.exercise)),
            )
            for share, reps in WARMUPS[len(WARMUPS) - lift.warmups :]
        )
        work = [SetTarget(reps=lift.reps, left=lift.left)] * lift.sets
        if lift.to_failure:
            work[-1] = replace(work[-1], left=(0, 1))
        return (*warmups, *work)

    def perform(self, target: SetTarget, set_id: str) -> LoggedSet:
        """The set as it is logged, without its times."""
        blank = LoggedSet(id=set_id, kind=target.kind)
        if target.seconds is not None:
            seconds = 5.0 * round(self.able * self.lifter.rng.uniform(0.8, 0.95) / 5)
            return replace(blank, seconds=seconds, end=End.STOPPED, form=Form.INTACT)
        if target.kind is Kind.WARMUP:
            reps, _ = target.reps or (0, 0)
            return replace(blank, load=target.load, reps=reps)
        return self._worked(target, replace(blank, load=kg(self.load)))

    def _worked(self, target: SetTarget, blank: LoggedSet) -> LoggedSet:
        """The lifter stops at the reps left aimed at, as far as they can be judged.

        Nobody stops 3 short of a set that is already below its range.
        """
        (low, top), (fewest_left, most_left) = (
            target.reps or (1, 1),
            target.left or (1, 3),
        )
        rng = self.lifter.rng
        moved = self.load + body_kg(self.lifter, self.exercise)
        to_failure = EPLEY_REPS * (self.able * (1 - self.worn) / moved - 1)
        most = max(round(to_failure + rng.gauss(0, REP_NOISE)), 1)
        felt = max(most + rng.gauss(0, RATING_ERROR), 1.0)
        wanted = most
        if failing := fewest_left == 0 and self.lifter.chance(FAILS):
            self._tire(0)
        else:
            least_left = max(fewest_left, 0.6)
            aim = rng.uniform(least_left, most_left)
            if felt - aim < low:
                aim = least_left
            wanted = min(max(round(felt - aim), 1), top)
            self._tire(max(most - wanted, 0))
        if failing or wanted > most:
            return self._failed(replace(blank, reps=most))
        return self._stopped(replace(blank, reps=wanted), felt - wanted)

    def _tire(self, left: float) -> None:
        """The cost of a set that truly ended ``left`` reps short of failure."""
        self.worn += 0.015 + 0.025 * max(0.0, 1 - left / 4)

    def _failed(self, done: LoggedSet) -> LoggedSet:
        reps = done.reps or 0
        if reps > 1 and self.lifter.chance(FORM_BREAKS):
            broke = replace(done, reps=reps - 1, extra_reps=1, form=Form.BROKE)
            return replace(broke, left=0.0, end=End.TECHNICAL)
        end = self.lifter.rng.choice((End.TECHNICAL, End.TECHNICAL, End.MOMENTARY))
        return replace(done, left=0.0, end=end, form=Form.INTACT)

    def _stopped(self, done: LoggedSet, felt_left: float) -> LoggedSet:
        if self.lifter.chance(UNRATED):
            return done
        steps = 2 if self.lifter.chance(HALF_RATED) else 1
        left = min(max(round(felt_left * steps) / steps, 0.0), 10.0)
        form = Form.SLIPPED if self.lifter.chance(FORM_SLIPS) else Form.INTACT
        end = End.STOPPED if left else End.VOLITIONAL
        return replace(done, left=left, end=end, form=form)

    def progress(self) -> None:
        """Double progression: a step up from the top of the range, down from below."""
        reps = [done.reps for done in self.logged if is_working(done) and done.reps]
        if self.lift.reps is None or not reps:
            return
        low, high = self.lift.reps
        loads, step = self.lifter.loads, self.exercise.increment_kg
        if min(reps) >= high:
            loads[self.lift.exercise] = self.load + step
        elif reps[0] < low:
            loads[self.lift.exercise] = on_step(self.load - step, self.exercise)


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
