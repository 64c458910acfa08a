"""What eases a lift today whatever its last session was like.

Pain, a short night, a break, a warning; and what a deload takes off.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import inf

from befit_tui.analysis.alerts import Alert, Severity, Thresholds
from befit_tui.analysis.lift.course import is_break
from befit_tui.domain.exercise import Exercise, loads_joint
from befit_tui.domain.load import number
from befit_tui.domain.value import Value
from befit_tui.domain.workout import CheckIn, Workout

SHARES = ((28, 0.95), (63, 0.90), (inf, 0.80))
"""Days up to which a share of the load is kept: two to three weeks cost little, eight
and more a fifth (Ogasawara 2013; product constants)."""
DELOAD_LOAD = 0.1
"""Share of the load that a deload takes off (product constant)."""
DELOAD_WORDS = "deload: lighter, half the sets"
DELOAD_SETS = 0.5
"""Share of the sets that a deload keeps, rounded up (product constant; most lifters cut
sets and effort: Rogerson 2024)."""
PAIN = 3
"""Pain at a joint, of 10, from which lifts that load it are eased; product constant."""
PAIN_LEFT = 3
"""Reps to leave at least in a lift that loads a painful joint (product constant)."""
FALLING_LEFT = 2
"""Reps to leave in a lift that falls, as its alert advises."""
PAIN_DAYS = 14
"""Days for which the last report of a joint counts (product constant)."""
SHORT_SLEEP_H = Thresholds().short_sleep_hours
Pains = dict[str, int]
"""The latest pain of each joint, 0 to 10."""


class Break(Value, frozen=True):
    """Weeks off and the ``share`` of the load kept; ``first``: no session since."""

    days: int
    share: float
    first: bool

    @property
    def words(self) -> str:
        """``7 weeks off``, ``second time after 7 weeks off``."""
        weeks = f"{self.days // 7} weeks off"
        return weeks if self.first else f"second time after {weeks}"


def break_before(days: Sequence[date], today: date) -> Break | None:
    """The break before the next session or the last; ``days`` are oldest first."""
    gaps = [(b - a).days for a, b in pairwise([*days, today])]
    for first, place in ((True, len(gaps) - 1), (False, len(gaps) - 2)):
        away = gaps[place] if place >= 0 else 0
        if is_break(away, gaps[: max(0, place)]):
            kept = next(share for limit, share in SHARES if away < limit)
            return Break(away, kept, first)
    return None


class Caution(Value, frozen=True):
    """Why a lift takes no step up today, in a few words; empty if it may.

    ``least`` are the reps to leave at least, ``more`` those to leave beyond the usual,
    ``from_`` those at which the target begins. ``site`` is the joint that hurts.
    """

    why: str = ""
    least: int = 0
    more: int = 0
    from_: int = 0
    site: str = ""

    @property
    def eases(self) -> bool:
        """Whether more is left than usual, so that no set goes to failure."""
        return bool(self.least or self.more or self.from_)


def latest_pains(workouts: Iterable[Workout], day: date) -> Pains:
    """The last report of each joint in 14 days, by workouts oldest first."""
    pains: Pains = {}
    for workout in workouts:
        age = (day - workout.started_at.date()).days
        if workout.checkin is not None and 0 <= age <= PAIN_DAYS:
            pains |= {joint.site: joint.pain for joint in workout.checkin.joints}
    return pains


def caution(
    exercise: Exercise,
    checkin: CheckIn | None,
    pains: Pains,
    *,
    low_readiness: bool = False,
    alerts: Iterable[Alert] = (),
) -> Caution:
    """What eases a lift: pain, else a bad night or day, else a warning about it."""
    sore = [site for site, pain in pains.items() if pain >= PAIN]
    if sites := [site for site in sore if loads_joint(exercise, site)]:
        worst = max(sites, key=lambda site: pains[site])
        why = f"{worst.replace('-', ' ')} pain {pains[worst]} of 10"
        return Caution(why, least=PAIN_LEFT, site=worst)
    hours = checkin.sleep_hours if checkin is not None else None
    more = int(exercise.is_compound)
    if hours is not None and hours <= SHORT_SLEEP_H:
        return Caution(f"slept {number(hours)} h", more=more)
    if low_readiness:
        return Caution("readiness is low", more=more)
    for alert in alerts:
        about = alert.subject.kind == "exercise" and alert.subject.id == exercise.id
        if about and alert.severity is not Severity.NOTE:
            falls = alert.code == "performance-drop"
            why = alert.title.rstrip(".").removeprefix(f"{exercise.name}: ")
            return Caution(why, from_=FALLING_LEFT * falls)
    return Caution()
