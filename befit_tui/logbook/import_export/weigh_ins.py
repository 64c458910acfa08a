"""Body weights that come in from a file of their own: to the workouts of their days."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from befit_tui.domain.library import Items
from befit_tui.domain.load import Load
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.transfer.parsed import Weighed


def weighed_workouts(
    weighed: Iterable[Weighed], log: Iterable[Workout]
) -> list[tuple[Workout, Workout]]:
    """The workouts that get the weight of their day, each with what it becomes.

    The first weight of a day counts; one that a workout has already stays.
    """
    by_day = _by_day(weighed)
    return [
        (workout, replace(workout, bodyweight=by_day[workout.started_at.date()].weight))
        for workout in log
        if workout.bodyweight is None and workout.started_at.date() in by_day
    ]


def waiting(weighed: Iterable[Weighed], log: Iterable[Workout]) -> Items:
    """The weights of days without a workout, as check-ins of those days."""
    trained = {workout.started_at.date() for workout in log}
    return tuple(
        _check_in(day, one.at.isoformat(), one.weight)
        for day, one in _by_day(weighed).items()
        if day not in trained
    )


def _by_day(weighed: Iterable[Weighed]) -> dict[date, Weighed]:
    found: dict[date, Weighed] = {}
    for one in sorted(weighed, key=lambda each: each.at):
        found.setdefault(one.at.date(), one)
    return found


def _check_in(day: date, at: str, weight: Load) -> Mapping[str, Any]:
    load = {"value": weight.value, "unit": str(weight.unit)}
    return {"id": day.isoformat(), "started_at": at, "bodyweight": load}
