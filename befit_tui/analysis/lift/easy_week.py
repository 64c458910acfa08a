"""Weeks that were easy on purpose, also where nobody said so.

One light lift is a light lift. When most lifts of a workout are lighter than usual, and
this happens for days on end, it is an easy week: its lifts say nothing of strength.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from statistics import median

from befit_tui.analysis.lift.course import BREAK_DAYS, GRACE
from befit_tui.analysis.lift.reading import Reading
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

USUAL_SESSIONS = 6
"""Sessions that show what is usual for a lift."""
LEAST_SESSIONS = 3
SAME_WEEK = timedelta(days=7)
"""Younger sessions may belong to the same easy week and show nothing usual."""
LIGHTER = 0.93
"""Share of the usual load up to which a lift is lighter (Rogerson 2024: down by a
tenth)."""
HARD_LEFT = 1.0
"""Reps left up to which no set is easy."""
MOST = 0.6
"""Share of a workout's lifts that make it easy."""
LEAST_LIFTS = 2
LONGEST = timedelta(days=14)
"""An easy time that lasts longer is the new usual."""


Votes = Mapping[str, bool]
"""What one lift says of the workouts it was done in, by id: whether they were easy."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """The lifts of a workout that were easy, and the share they are of all judged."""

    workout: Workout
    easy: frozenset[str]
    share: float


def easy_workouts(log: Sequence[Workout], votes: Mapping[str, Votes]) -> frozenset[str]:
    """The ids of the workouts of ``log``, oldest first, that were easy on purpose.

    ``votes`` has what each lift says of them.
    """
    judged = [_judged(workout, votes) for workout in log]
    marked = {one.id for one in log if one.phase is Phase.DELOAD}
    found = (one.workout.id for run in _runs(judged) if _is_week(run) for one in run)
    return frozenset(found) | marked


def votes_of(shown: Sequence[Reading]) -> Votes:
    """What a lift says of the workouts it was done in; its sessions, oldest first."""
    found: dict[str, bool] = {}
    for place, reading in enumerate(shown):
        vote = _vote(reading, shown[max(0, place - 4 * USUAL_SESSIONS) : place])
        if vote is not None:
            found[reading.workout.id] = vote
    return found


def _judged(workout: Workout, votes: Mapping[str, Votes]) -> _Judged:
    lifts = {entry.exercise for entry in workout.entries}
    said = {
        lift: votes[lift][workout.id]
        for lift in lifts
        if lift in votes and workout.id in votes[lift]
    }
    easy = frozenset(lift for lift, vote in said.items() if vote)
    return _Judged(workout, easy, sum(said.values()) / len(said) if said else 0.0)


def _runs(judged: Sequence[_Judged]) -> Iterator[list[_Judged]]:
    """Easy workouts that follow each other."""
    run: list[_Judged] = []
    for one in judged:
        if one.share >= MOST:
            run.append(one)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_week(run: Sequence[_Judged]) -> bool:
    days = run[-1].workout.started_at.date() - run[0].workout.started_at.date()
    return days <= LONGEST and len(set().union(*(one.easy for one in run))) >= (
        LEAST_LIFTS
    )


def _vote(now: Reading, earlier: Sequence[Reading]) -> bool | None:
    """Whether a lift was lighter without more reps, and not near failure."""
    before = [one for one in earlier if now.day - one.day > SAME_WEEK]
    usual = before[-USUAL_SESSIONS:]
    if len(usual) < LEAST_SESSIONS or _is_back(now, earlier):
        return None
    if now.left is not None and now.left <= HARD_LEFT:
        return False
    lighter = now.kg <= LIGHTER * median(one.kg for one in usual)
    return lighter and now.reps <= median(one.reps for one in usual)


def _is_back(now: Reading, earlier: Sequence[Reading]) -> bool:
    """Whether a session is one of the first after a break: it is light for that."""
    days = [one.day for one in (*earlier[-GRACE:], now)]
    return any((later - day).days > BREAK_DAYS for day, later in pairwise(days))
