"""Every rule, and what they find in a log."""

from collections.abc import Callable
from datetime import date

from befit_tui.analysis.alerts import (
    failure,
    form,
    load,
    performance,
    readiness,
    volume,
)
from befit_tui.analysis.alerts.result import (
    Alert,
    Assessment,
    NotAssessable,
    ranked,
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
from befit_tui.analysis.lift.verdicts import Memo
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import History
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout

DEFAULTS = Thresholds()

LIFT_RULES: tuple[LiftRule, ...] = (
    failure.failure_every_set, failure.failure_before_last_set,
    failure.failure_high_risk, form.form_broke, form.form_breaking_often,
    performance.performance_drop, performance.stall,
    load.load_too_light, load.load_too_heavy,
)  # fmt: skip
"""The rules about one lift."""

DAY_RULES: tuple[DayRule, ...] = (
    failure.failure_budget, failure.failure_for_weeks, failure.failure_in_deload,
    failure.failure_when_run_down, failure.failure_mostly_compound,
    failure.failure_unplanned, volume.volume_high, volume.recovery_short,
    readiness.readiness_low, readiness.sleep_short, readiness.joint_pain,
    volume.effort_low, performance.deload_due,
)  # fmt: skip
"""The rules about the last workout and about weeks."""

SUM_RULES: tuple[SumRule, ...] = (
    failure.failure_share_rising, performance.fatigue_building
)  # fmt: skip
"""The rules that weigh the alerts of the others; each sees those before it."""


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
    memo: Memo | None = None,
) -> Assessment:
    """The alerts of a workout over the history before it, about its own lifts.

    ``memo`` makes it faster for the workouts of one log.
    """
    day = workout.started_at.date()
    before = build(history, exercises, as_of=day, thresholds=thresholds, memo=memo)
    verdicts = before.verdicts.with_live(workout)
    snapshot = replace(with_live(before, workout), verdicts=verdicts)
    return judge(snapshot, lifts_of((workout,), exercises))


def findings_of(snapshot: Snapshot, exercise: Exercise) -> tuple[Finding, ...]:
    """What the rules about one lift find."""
    return tuple(found for rule in LIFT_RULES for found in rule(snapshot, exercise))


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
    found += [one for rule in DAY_RULES for one in rule(snapshot)]
    for weighed in SUM_RULES:
        found += weighed(snapshot, [one for one in found if isinstance(one, Alert)])
    alerts = [one for one in found if isinstance(one, Alert)]
    return Assessment(
        alerts=ranked(alerts),
        not_assessable=tuple(one for one in found if isinstance(one, NotAssessable)),
    )
