"""What speaks against a step up today, whatever the last session was like."""

from collections.abc import Iterable
from datetime import date

from befit_tui.analysis.alerts import Alert, Severity, Thresholds
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.joints import loads_joint
from befit_tui.domain.load import number
from befit_tui.domain.workout import CheckIn, Workout

PAIN = 3
"""Pain at a joint, of 10, from which lifts that load it stay as they are; product
constant."""
PAIN_DAYS = 14
"""Days for which the last report of a joint counts (product constant)."""
SHORT_SLEEP_H = Thresholds().short_sleep_hours

Pains = dict[str, int]
"""The latest pain of each joint, 0 to 10."""


def latest_pains(workouts: Iterable[Workout], day: date) -> Pains:
    """The last report of each joint in the 14 days up to ``day``; 0 ends a pain.

    ``workouts`` come oldest first.
    """
    pains: Pains = {}
    for workout in workouts:
        age = (day - workout.started_at.date()).days
        if workout.checkin is not None and 0 <= age <= PAIN_DAYS:
            pains |= {joint.site: joint.pain for joint in workout.checkin.joints}
    return pains


def held_back(
    exercise: Exercise,
    checkin: CheckIn | None,
    pains: Pains,
    alerts: Iterable[Alert] = (),
) -> str:
    """Why an exercise takes no step up today, in a few words; empty if it may.

    ``alerts`` are the open ones of the log; only a warn or stop about this exercise
    counts.
    """
    for site, pain in pains.items():
        if pain >= PAIN and loads_joint(exercise, site):
            return f"{site.replace('-', ' ')} pain {pain} of 10"
    hours = checkin.sleep_hours if checkin is not None else None
    if hours is not None and hours <= SHORT_SLEEP_H:
        return f"slept {number(hours)} h"
    for alert in alerts:
        about = alert.subject.kind == "exercise" and alert.subject.id == exercise.id
        if about and alert.severity is not Severity.NOTE:
            return alert.title.rstrip(".")
    return ""
