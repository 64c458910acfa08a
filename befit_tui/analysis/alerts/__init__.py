"""Alerts: what the log shows that a lifter would want to know, with its evidence.

A rule is one function from a ``Scene`` to alerts and to what it could not judge.
"""

from collections.abc import Mapping
from datetime import date

from befit_tui.analysis.alerts.failure_use import failure_every_set, failure_high_risk
from befit_tui.analysis.alerts.performance import performance_drop
from befit_tui.analysis.alerts.result import (
    Alert,
    Assessment,
    Evidence,
    NotAssessable,
    Severity,
    Subject,
)
from befit_tui.analysis.alerts.scene import Exercises, Rule, Scene, build
from befit_tui.analysis.alerts.session import failure_budget, form_broke
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.domain.history import History
from befit_tui.domain.workout import Workout

__all__ = [
    "RULES",
    "Alert",
    "Assessment",
    "Evidence",
    "NotAssessable",
    "Severity",
    "Subject",
    "Thresholds",
    "check",
    "check_session",
]

DEFAULTS = Thresholds()

RULES: Mapping[str, Rule] = {
    "failure-budget": failure_budget,
    "failure-high-risk": failure_high_risk,
    "failure-every-set": failure_every_set,
    "form-broke": form_broke,
    "performance-drop": performance_drop,
}
"""Every rule by its code. Each is judged alike at the end of a day and live."""


def check(
    history: History,
    exercises: Exercises,
    *,
    as_of: date,
    thresholds: Thresholds = DEFAULTS,
) -> Assessment:
    """Every alert that is open at the end of ``as_of``, its workouts included.

    Alerts about a session come from the last workout if it is at most 7 days old;
    those about an exercise stay open while its last two comparable sessions still
    meet the rule. ``exercises`` gives the exercise of an id.
    """
    return _judge(build(history, exercises, as_of=as_of, thresholds=thresholds))


def check_session(
    workout: Workout,
    history: History,
    exercises: Exercises,
    *,
    thresholds: Thresholds = DEFAULTS,
) -> Assessment:
    """The alerts of an open workout over the history before it."""
    day = workout.started_at.date()
    return _judge(
        build(history, exercises, as_of=day, thresholds=thresholds, live=workout)
    )


def _judge(scene: Scene) -> Assessment:
    found = [finding for rule in RULES.values() for finding in rule(scene)]
    alerts = [one for one in found if isinstance(one, Alert)]
    alerts.sort(key=lambda one: (one.severity.rank, one.code, one.subject.id))
    return Assessment(
        alerts=tuple(alerts),
        not_assessable=tuple(one for one in found if isinstance(one, NotAssessable)),
    )
