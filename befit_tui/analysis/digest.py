"""What one workout comes to for a view over months: counted once, then only added."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from befit_tui.analysis.meter.calibration import Check, checks_of
from befit_tui.analysis.readiness import total
from befit_tui.analysis.volume import (
    Efforts,
    Shares,
    efforts,
    hard_sets,
    moved_parts,
)
from befit_tui.domain.effort import is_working
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The numbers of one workout.

    ``sets`` counts working sets of every kind, ``hard`` those that count as volume,
    ``muscles`` what they come to for each muscle, ``without_muscle`` how many count for
    none, since nobody knows what their lift trains. ``load`` is session RPE times
    minutes (Foster 2001), ``readiness`` the sum of the check-in, 5 to 25; both None
    when not known. ``moved_by`` is kilograms times reps by muscle, ``ended`` when the
    last set was over.
    """

    day: date
    ended: datetime
    deload: bool
    sets: int
    efforts: Efforts
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
        sets=sum(map(is_working, workout.sets)),
        efforts=efforts(workout.sets),
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
