"""What a workout comes to for a view over months, and what weeks of them do."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from statistics import mean

from befit_tui.analysis.meter.calibration import Check, checks_of
from befit_tui.analysis.readiness import total
from befit_tui.analysis.volume import (
    WEEK,
    Efforts,
    Parts,
    Shares,
    efforts_of,
    hard_sets,
    moved_parts,
    summed,
    uncounted_of,
    week_of,
)
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout


class Digest(Value, frozen=True, kw_only=True):
    """The numbers of one workout.

    ``uncounted`` are working sets by time or distance that ``efforts`` leave out.
    ``hard`` counts the working sets that count as volume, ``muscles`` what they come to
    for each muscle, ``without_muscle`` how many count for none, since nobody knows what
    their lift trains. ``load`` is session RPE times minutes (Foster 2001),
    ``readiness`` the sum of the check-in, 5 to 25; both None when not known.
    ``moved_by`` is kilograms times reps by muscle, ``ended`` when the last set ended.
    """

    day: date
    ended: datetime
    deload: bool
    efforts: Efforts
    uncounted: int
    hard: int
    muscles: Shares
    without_muscle: int
    lifts: frozenset[str]
    checks: tuple[Check, ...]
    readiness: int | None
    load: float | None
    moved_by: Shares


def digest(workout: Workout, exercises: Callable[[str], Exercise]) -> Digest:
    """Count a workout."""
    hard = hard_sets(workout, exercises)
    return Digest(
        day=workout.started_at.date(),
        ended=workout.ended_at or workout.started_at,
        deload=workout.phase is Phase.DELOAD,
        efforts=efforts_of(workout, exercises),
        uncounted=uncounted_of(workout, exercises),
        hard=hard.sets,
        muscles={one: parts for one, parts in hard.parts.items() if any(parts)},
        without_muscle=hard.without_muscle,
        lifts=frozenset(entry.exercise for entry in workout.entries if entry.sets),
        checks=tuple(checks_of(workout)),
        readiness=total(workout.checkin),
        load=session_load(workout),
        moved_by=moved_parts(workout, exercises),
    )


def session_load(workout: Workout) -> float | None:
    """Session RPE times minutes (Foster 2001); None unless both are known."""
    if workout.session_rpe is None or workout.ended_at is None:
        return None
    seconds = (workout.ended_at - workout.started_at).total_seconds()
    return workout.session_rpe * seconds / 60 if seconds > 0 else None


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
    def load(self) -> float | None:
        """Session RPE times minutes of the workouts; None where none is known."""
        known = [one.load for one in self.workouts if one.load is not None]
        return sum(known) if known else None

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
