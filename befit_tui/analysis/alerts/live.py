"""Before the set: how much failure today allows, and what speaks against a plan."""

from dataclasses import dataclass
from datetime import date

from befit_tui.analysis.alerts.failure import heavy_failures
from befit_tui.analysis.alerts.pain import joint_pain
from befit_tui.analysis.alerts.readiness import run_down
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity, Subject
from befit_tui.analysis.alerts.session import budget, is_short
from befit_tui.analysis.alerts.snapshot import Snapshot, day_of
from befit_tui.analysis.alerts.volume import week_volume
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.joints import loads_joint
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Phase, Risk
from befit_tui.domain.workout import Workout

FATIGUE = ("performance-drop", "fatigue-building")
"""Alerts that take failure off until they close; two normal sessions close them."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Sets to failure that a workout allows, and why fewer than usual; else empty."""

    allowed: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFailure:
    """A set that is planned to failure, or is likely to reach it.

    ``heavy`` is the load against the lift's 1RM, ``last_set`` whether no set of the
    exercise comes after it.
    """

    exercise: Exercise
    set_id: str
    heavy: bool
    last_set: bool


def failure_budget_today(
    workout: Workout, snapshot: Snapshot, open_alerts: tuple[Alert, ...]
) -> Budget:
    """How many sets to failure the open workout allows.

    None in a deload, after short sleep, when run down or eating less, and while an
    alert about fatigue is open; one more than usual in a short session. ``snapshot``
    holds the workout as live, ``open_alerts`` what was open when it began.
    """
    if workout.phase is Phase.DELOAD:
        return Budget(0, "deload")
    if (why := run_down(snapshot, workout)) is not None:
        return Budget(0, f"run down, {why.words}")
    fatigue = [one for one in open_alerts if one.code in FATIGUE]
    if fatigue:
        return Budget(0, _down(fatigue[0]))
    reason = "short session" if is_short(workout, snapshot.thresholds) else ""
    return Budget(budget(workout, snapshot.thresholds), reason)


def _down(alert: Alert) -> str:
    """Why there is no failure, without a number: the open workout may have moved it."""
    lift = alert.subject.kind == "exercise"
    return f"{alert.subject.label} is down" if lift else alert.title


def planned_failure(
    workout: Workout,
    planned: PlannedFailure,
    snapshot: Snapshot,
    open_alerts: tuple[Alert, ...],
) -> Alert | None:
    """The gravest rule that a planned failure would break; None when it breaks none.

    ``snapshot`` holds the workout as live, ``open_alerts`` what was open when it began.
    """
    if not planned.exercise.is_judged:
        return None
    today = failure_budget_today(workout, snapshot, open_alerts)
    found = (
        why
        for why in (
            _deload(workout, snapshot),
            _high_risk(planned, snapshot),
            _pain(planned, snapshot),
            _budget(workout, snapshot, today) if not today.allowed else None,
            _too_early(planned),
            _budget(workout, snapshot, today),
            _volume(planned, snapshot),
        )
        if why is not None
    )
    objection = next(found, None)
    return None if objection is None else _alert(planned, day_of(workout), objection)


@dataclass(frozen=True, slots=True)
class _Objection:
    """A rule that the failure would break; numbers are what, value, unit, limit."""

    code: str
    title: str
    advice: str
    numbers: tuple[tuple[str, float, str, float], ...]
    severity: Severity = Severity.WARN


def _alert(planned: PlannedFailure, day: date, found: _Objection) -> Alert:
    return Alert(
        code=found.code,
        severity=found.severity,
        subject=Subject("set", planned.set_id, planned.exercise.name),
        title=found.title,
        evidence=tuple(
            Evidence(what, value, unit, day, threshold=limit)
            for what, value, unit, limit in found.numbers
        ),
        advice=found.advice,
        first_raised=day,
    )


def _deload(workout: Workout, snapshot: Snapshot) -> _Objection | None:
    if workout.phase is not Phase.DELOAD:
        return None
    left = ("reps left planned", 0, "reps", snapshot.thresholds.deload_left)
    return _Objection("failure-in-deload", "Deload: no failure", "Stop at 4.", (left,))


def _high_risk(planned: PlannedFailure, snapshot: Snapshot) -> _Objection | None:
    exercise, limit = planned.exercise, snapshot.thresholds.heavy_failures
    if exercise.failure_risk is not Risk.AVOID or not planned.heavy:
        return None
    count = heavy_failures(snapshot) + 1
    title = f"{exercise.name} is no lift for failure: rack it at 1 to 3 left"
    if count >= limit:
        title = f"Heavy failure number {count} in 4 weeks: rack it"
    return _Objection(
        "failure-high-risk",
        title,
        "Two in reserve gives about the same result.",
        (("heavy failures in 28 days with this one", count, "sets", limit),),
        Severity.STOP if count >= limit else Severity.WARN,
    )


def _pain(planned: PlannedFailure, snapshot: Snapshot) -> _Objection | None:
    for one in joint_pain(snapshot):
        if isinstance(one, Alert) and loads_joint(planned.exercise, one.subject.id):
            title = f"{one.subject.label} pain: keep 3 in reserve here"
            numbers = tuple(
                (piece.what, piece.value, piece.unit, piece.threshold or 0)
                for piece in one.evidence
            )
            return _Objection("joint-pain", title, one.advice, numbers)
    return None


def _budget(workout: Workout, snapshot: Snapshot, today: Budget) -> _Objection | None:
    count = snapshot.counts(workout).failures + 1
    if count <= today.allowed:
        return None
    numbers = (("sets to failure with this one", count, "sets", today.allowed),)
    if not today.allowed:
        title = f"No failure today: {today.reason}"
        return _Objection("failure-when-run-down", title, "Stop 2 short.", numbers)
    nth = {3: "Third", 4: "Fourth", 5: "Fifth"}.get(count)
    which = f"{nth} failure set" if nth else f"Failure set {count}"
    return _Objection(
        "failure-budget",
        f"{which} today, the limit is {today.allowed}",
        "Stop 1 or 2 short: it grows muscle about as well.",
        numbers,
    )


def _too_early(planned: PlannedFailure) -> _Objection | None:
    if planned.last_set:
        return None
    return _Objection(
        "failure-before-last-set",
        "Save failure for the last set",
        "The sets after it lose reps; stop this one 1 or 2 short.",
        (("reps left planned before the last set", 0, "reps", 1),),
    )


def _volume(planned: PlannedFailure, snapshot: Snapshot) -> _Objection | None:
    limit = snapshot.thresholds.volume_high
    for muscle in planned.exercise.primary:
        sets = week_volume(snapshot, muscle)
        if sets > limit:
            name = muscle.replace("-", " ")
            return _Objection(
                "volume-high",
                f"{name.capitalize()}: {number(sets)} hard sets this week",
                "More failure here buys little.",
                ((f"hard sets of {name} this week", sets, "sets", limit),),
            )
    return None
