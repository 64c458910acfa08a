"""Body weights that come in from a file of their own: to the workouts of their days."""

from collections.abc import Collection, Iterable
from datetime import date

from befit_tui.domain.library import Items
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.transfer.parsed import Weighed


def weigh_in(
    weighed: Iterable[Weighed], log: Collection[Workout]
) -> tuple[list[tuple[Workout, Workout]], Items]:
    """The workouts that get the weight of their day, each with what it becomes.

    Beside them the weights of days without a workout, as check-ins of those days. The
    first weight of a day counts; one that a workout has already stays.
    """
    by_day: dict[date, Weighed] = {}
    for one in sorted(weighed, key=lambda each: each.at):
        by_day.setdefault(one.at.date(), one)
    days = [(workout.started_at.date(), workout) for workout in log] if by_day else []
    trained = {day for day, _ in days}
    changed = [
        (workout, replace(workout, bodyweight=by_day[day].weight))
        for day, workout in days
        if workout.bodyweight is None and day in by_day
    ]
    waiting = tuple(
        {
            "id": day.isoformat(),
            "started_at": one.at.isoformat(),
            "bodyweight": {"value": one.weight.value, "unit": str(one.weight.unit)},
        }
        for day, one in by_day.items()
        if day not in trained
    )
    return changed, waiting
