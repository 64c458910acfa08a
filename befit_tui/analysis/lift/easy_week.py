"""Weeks that were easy on purpose, also where nobody said so.

One light lift is a light lift. When most lifts of a workout are lighter than usual, or
leave more reps, or have fewer sets, and this happens for days on end, it is an easy
week: the lifts of it say nothing of strength.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import groupby, pairwise
from statistics import fmean, median

from befit_tui.analysis.lift.course import BREAK_DAYS
from befit_tui.analysis.lift.reading import SessionReading
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
MORE_LEFT, SAME = 2.0, 1.02
"""Reps left beyond the usual that make a lift easier, at so many times its load."""
FEWER, FEWER_VOTE = 0.67, 0.6
"""Share of the usual sets that is fewer, and what that alone counts."""
NEVER_EASY_LEFT = 1.0
"""Reps left up to which no set is easy."""
MOST = 0.6
"""Share of a workout's lifts that make it easy."""
LEAST_LIFTS = 2
LONGEST = timedelta(days=14)
"""An easy time that lasts longer is the new usual."""
TOLD = "deload"
"""What the name of an easy workout has, or its note begins with."""


Votes = Mapping[str, float]
"""What one lift says of the workouts it was done in, by id: 1 easy, 0 not. Or what the
lifts of one workout say."""
Kept = Callable[[Hashable, Callable[[], float | None]], float | None]
"""Gives what was made under a key before, or makes it."""


def easy_workouts(log: Sequence[Workout], votes: Mapping[str, Votes]) -> frozenset[str]:
    """The ids of the workouts of ``log``, oldest first, that were easy on purpose.

    ``votes`` has what each lift says of them.
    """
    found = {one.id for one in log if one.phase is Phase.DELOAD or _is_told(one)}
    said = {one.id: _said(one, votes) for one in log}
    returns = [b.day for a, b in pairwise(log) if (b.day - a.day).days > BREAK_DAYS]

    def is_easy(one: Workout) -> bool:
        """Whether most lifts were easy, and not since the lifter was away."""
        if any((one.day - back).days in range(LONGEST.days) for back in returns):
            return False
        return bool(said[one.id]) and fmean(said[one.id].values()) >= MOST

    for easy, group in groupby(log, is_easy):
        run = list(group)
        lifts = {lift for one in run for lift, vote in said[one.id].items() if vote}
        short = run[-1].day - run[0].day <= LONGEST
        if easy and short and len(lifts) >= LEAST_LIFTS:
            found.update(one.id for one in run)
    return frozenset(found)


def votes_of(lift: str, shown: Sequence[SessionReading], kept: Kept) -> Votes:
    """What a lift says of the workouts it was done in; its sessions, oldest first."""
    found: dict[str, float] = {}
    for place, now in enumerate(shown):
        earlier = shown[max(0, place - 4 * USUAL_SESSIONS) : place]
        first = earlier[0].workout.id if earlier else ""
        key = ("vote", lift, now.workout.id, now.workout.rev, first, len(earlier))
        vote = kept(key, partial(_vote, now, earlier))
        if vote is not None:
            found[now.workout.id] = vote
    return found


def _is_told(workout: Workout) -> bool:
    """Whether the lifter calls a workout easy: not where a note speaks of others."""
    note = workout.note.casefold()
    return TOLD in workout.name.casefold() or note.startswith(TOLD)


def _said(workout: Workout, votes: Mapping[str, Votes]) -> Votes:
    """What its lifts say of a workout."""
    said = ((e.exercise, votes.get(e.exercise, {})) for e in workout.entries)
    return {lift: one[workout.id] for lift, one in said if workout.id in one}


def _vote(now: SessionReading, earlier: Sequence[SessionReading]) -> float | None:
    """1 for a lift that was easy, less for one with fewer sets only; None: unknown."""
    before = [one for one in earlier if now.day - one.day > SAME_WEEK]
    usual = before[-USUAL_SESSIONS:]
    if len(usual) < LEAST_SESSIONS:
        return None
    near_failure = now.left is not None and now.left <= NEVER_EASY_LEFT
    if not near_failure and _is_easy(now, usual):
        return 1.0
    done = now.workout.ended_at is not None or now.workout.source is not None
    fewer = now.sets <= FEWER * median(one.sets for one in usual)
    return FEWER_VOTE if fewer and done else 0.0


def _is_easy(now: SessionReading, usual: Sequence[SessionReading]) -> bool:
    """Lighter without more reps, or more left at no more load."""
    kg = median(one.kg for one in usual)
    if now.kg <= LIGHTER * kg and now.reps <= median(one.reps for one in usual):
        return True
    lefts = [one.left for one in usual if one.left is not None]
    if now.left is None or len(lefts) < LEAST_SESSIONS or now.kg > SAME * kg:
        return False
    return now.left >= median(lefts) + MORE_LEFT
