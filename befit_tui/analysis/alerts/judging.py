"""Every rule, and what they find in a log."""

from collections.abc import Callable, Mapping
from datetime import date

from befit_tui.analysis.alerts.effort import effort_drift, set_drop_off
from befit_tui.analysis.alerts.failure import (
    failure_before_last_set,
    failure_every_set,
    failure_for_weeks,
    failure_high_risk,
    failure_mostly_compound,
    failure_share_rising,
    failure_unplanned,
)
from befit_tui.analysis.alerts.fatigue import deload_due, fatigue_building
from befit_tui.analysis.alerts.foremost import ranked
from befit_tui.analysis.alerts.form import form_breaking_often, form_broke
from befit_tui.analysis.alerts.pain import joint_pain
from befit_tui.analysis.alerts.performance import performance_drop, stall
from befit_tui.analysis.alerts.progression import load_too_heavy, load_too_light
from befit_tui.analysis.alerts.readiness import readiness_low, sleep_short
from befit_tui.analysis.alerts.result import (
    Alert,
    Assessment,
    NotAssessable,
)
from befit_tui.analysis.alerts.session import (
    failure_budget,
    failure_in_deload,
    failure_when_run_down,
)
from befit_tui.analysis.alerts.snapshot import (
    DayRule,
    Exercises,
    Finding,
    LiftRule,
    Snapshot,
    SumRule,
    build,
    lifts_of,
    with_live,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.alerts.volume import (
    effort_low,
    recovery_short,
    volume_high,
)
from befit_tui.analysis.lift.memo import Memo
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.workout import Workout

DEFAULTS = Thresholds()

LIFT_RULES: Mapping[str, LiftRule] = {
    "failure-every-set": failure_every_set,
    "failure-before-last-set": failure_before_last_set,
    "failure-high-risk": failure_high_risk,
    "form-broke": form_broke,
    "form-breaking-often": form_breaking_often,
    "performance-drop": performance_drop,
    "effort-drift": effort_drift,
    "stall": stall,
    "set-drop-off": set_drop_off,
    "load-too-light": load_too_light,
    "load-too-heavy": load_too_heavy,
}
"""The rules about one lift, by code."""

DAY_RULES: Mapping[str, DayRule] = {
    "failure-budget": failure_budget,
    "failure-every-set": failure_for_weeks,
    "failure-in-deload": failure_in_deload,
    "failure-when-run-down": failure_when_run_down,
    "failure-mostly-compound": failure_mostly_compound,
    "failure-unplanned": failure_unplanned,
    "volume-high": volume_high,
    "recovery-short": recovery_short,
    "readiness-low": readiness_low,
    "sleep-short": sleep_short,
    "joint-pain": joint_pain,
    "effort-low": effort_low,
    "deload-due": deload_due,
}
"""The rules about the last workout and about weeks, by code."""

SUM_RULES: Mapping[str, SumRule] = {
    "failure-share-rising": failure_share_rising,
    "fatigue-building": fatigue_building,
}
"""The rules that weigh the alerts of the others, by code; each sees those before it."""

CODES = tuple(dict.fromkeys((*LIFT_RULES, *DAY_RULES, *SUM_RULES)))
"""Every code, once."""


def check(
    history: History,
    exercises: Exercises,
    *,
    as_of: date,
    thresholds: Thresholds = DEFAULTS,
    memo: Memo | None = None,
) -> Assessment:
    """Every alert that is open at the end of ``as_of``, its workouts included.

    Alerts about a session or weeks come from the last workout if it is at most 7 days
    old; those about an exercise stay open while its last two comparable sessions still
    meet the rule. ``exercises`` gives the exercise of an id; ``memo`` makes further
    checks of the same log faster.
    """
    return judge(
        build(history, exercises, as_of=as_of, thresholds=thresholds, memo=memo)
    )


def check_session(
    workout: Workout,
    history: History,
    exercises: Exercises,
    *,
    thresholds: Thresholds = DEFAULTS,
) -> Assessment:
    """The alerts of a workout over the history before it, about its own lifts."""
    day = workout.started_at.date()
    before = build(history, exercises, as_of=day, thresholds=thresholds)
    snapshot = with_live(before, workout)
    return judge(snapshot, lifts_of((workout,), exercises))


def findings_of(snapshot: Snapshot, exercise: Exercise) -> tuple[Finding, ...]:
    """What the rules about one lift find."""
    return tuple(
        found for rule in LIFT_RULES.values() for found in rule(snapshot, exercise)
    )


def judge(
    snapshot: Snapshot,
    lifts: tuple[Exercise, ...] | None = None,
    of_lift: Callable[[Snapshot, Exercise], tuple[Finding, ...]] = findings_of,
) -> Assessment:
    """What every rule finds in a snapshot, for ``lifts`` or all that it holds.

    ``of_lift`` may know what the rules about a lift found before.
    """
    judged = snapshot.lifts if lifts is None else lifts
    found = [one for exercise in judged for one in of_lift(snapshot, exercise)]
    found += [one for rule in DAY_RULES.values() for one in rule(snapshot)]
    for weighed in SUM_RULES.values():
        found += weighed(snapshot, [one for one in found if isinstance(one, Alert)])
    alerts = [one for one in found if isinstance(one, Alert)]
    return Assessment(
        alerts=ranked(alerts),
        not_assessable=tuple(one for one in found if isinstance(one, NotAssessable)),
    )
