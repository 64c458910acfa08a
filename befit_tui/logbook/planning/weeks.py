"""The week of a cycle that a routine is in, by the workouts that were made of it."""

from befit_tui.analysis.planning.results import easy_on_purpose
from befit_tui.domain.history import Exposure, History
from befit_tui.domain.routine import Routine
from befit_tui.domain.workout import Workout


def coming_week(routine: Routine, history: History) -> int:
    """The week of a routine that comes next, from 1; 0 where all are alike."""
    if routine.weeks < 2:
        return 0
    return _week_done(routine, history) % routine.weeks + 1


def is_easy(routine: Routine, week: int) -> bool:
    """Whether a week of a routine is a deload."""
    schemes = (one.target.scheme for one in routine.entries if one.target)
    weeks = [one.weeks for one in schemes if one and one.weeks]
    return bool(week) and any(one[(week - 1) % len(one)].easy for one in weeks)


def _week_done(routine: Routine, history: History) -> int:
    """The week that was done last, or 0; deloads of one's own repeat theirs."""
    for workout in history.newest_first():
        if routine.since is not None and workout.started_at < routine.since:
            return 0
        if routine.is_called(workout.name) and (week := _week_of(workout)):
            return week
    return 0


def _week_of(workout: Workout) -> int:
    weeks = (
        one.target.scheme.week
        for one in workout.entries
        if one.target
        and one.target.scheme
        and not easy_on_purpose(Exposure(workout, one))
    )
    return max(weeks, default=0)
