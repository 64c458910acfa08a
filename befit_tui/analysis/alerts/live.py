"""Before the set: how much failure today allows, and what speaks against a plan."""

from collections.abc import Iterator

from befit_tui.analysis.alerts.failure import (
    BUDGET,
    EARLY,
    HIGH_RISK,
    IN_DELOAD,
    RUN_DOWN,
    budget,
    is_short,
    slips_in,
    sure_slips,
)
from befit_tui.analysis.alerts.head import Head, Met
from befit_tui.analysis.alerts.readiness import joint_pain, run_down
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity, Subject
from befit_tui.analysis.alerts.snapshot import Snapshot, muscle_subject
from befit_tui.analysis.alerts.volume import HIGH, week_volume
from befit_tui.analysis.lift.sessions import session_of
from befit_tui.domain.exercise import Exercise, loads_joint
from befit_tui.domain.load import number
from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Phase, Risk
from befit_tui.domain.workout import LoggedSet, Workout

FATIGUE = ("performance-drop", "fatigue-building")
"""Alerts that take failure off until they close; two normal sessions close them."""


class Budget(Value, frozen=True):
    """Sets to failure that a workout allows, and why fewer than usual; else empty.

    ``alert`` is the open one that allows none, if that is the reason.
    """

    allowed: int
    reason: str = ""
    alert: Alert | None = None


class PlannedFailure(Value, frozen=True, kw_only=True):
    """A set that is planned to failure, or is likely to reach it.

    ``done`` is the set as it would be logged if it failed, ``last_set`` whether no set
    of the exercise comes after it.
    """

    exercise: Exercise
    done: LoggedSet
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
        return Budget(0, f"run down, {why.title}")
    fatigue = [one for one in open_alerts if one.code in FATIGUE]
    if fatigue:
        return Budget(0, _down(fatigue[0]), fatigue[0])
    if workout.phase is Phase.STRENGTH:
        return Budget(min(1, budget(workout, snapshot.thresholds)), "strength block")
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
    head, met = next(_objections(workout, planned, snapshot, today), (None, None))
    if head is None or met is None:
        return None
    subject = Subject("set", planned.done.id, planned.exercise.name)
    return replace(head, severity=Severity.WARN).alert(subject, met, workout.day)


def _objections(
    workout: Workout, planned: PlannedFailure, snapshot: Snapshot, today: Budget
) -> Iterator[tuple[Head, Met]]:
    """Every rule that the failure would break, the gravest first."""
    exercise, day, limits = planned.exercise, workout.day, snapshot.thresholds
    if workout.phase is Phase.DELOAD:
        planned_left = Evidence(
            "reps left planned", 0, "reps", day, None, limits.deload_left
        )
        yield IN_DELOAD, Met("Deload: no failure", (planned_left,), "Stop at 4.")
    if exercise.failure_risk is Risk.AVOID and _is_heavy(planned, snapshot, workout):
        yield HIGH_RISK, _heavy(planned, snapshot, workout)
    yield from _pain(planned, snapshot)
    over = _over(workout, snapshot, today)
    if over is not None and not today.allowed:
        yield RUN_DOWN, over
    if not planned.last_set:
        piece = Evidence(
            "reps left planned before the last set", 0, "reps", day, None, 1
        )
        advice = "The sets after it lose reps; stop this one 1 or 2 short."
        yield EARLY, Met("Save failure for the last set", (piece,), advice)
    if over is not None:
        yield BUDGET, over
    yield from _volume(planned, snapshot, workout)


def _is_heavy(planned: PlannedFailure, snapshot: Snapshot, workout: Workout) -> bool:
    """Whether it would count as heavy afterwards, the set itself included."""
    session = session_of(workout, planned.exercise, snapshot.weighed)
    after = replace(session, working=(*session.working, planned.done))
    return any(done is planned.done for _, done in slips_in(snapshot, after))


def _heavy(planned: PlannedFailure, snapshot: Snapshot, workout: Workout) -> Met:
    count, limit = sure_slips(snapshot) + 1, snapshot.thresholds.heavy_failures
    again = count >= limit
    title = f"{planned.exercise.name} is no lift for failure: rack it at 1 to 3 left"
    if again:
        title = f"Heavy failure number {count} in 4 weeks: rack it"
    what = "heavy failures in 28 days with this one"
    piece = Evidence(what, count, "sets", workout.day, None, limit)
    advice = "Two in reserve gives about the same result."
    return Met(title, (piece,), advice, Severity.STOP if again else None)


def _pain(planned: PlannedFailure, snapshot: Snapshot) -> Iterator[tuple[Head, Met]]:
    for one in joint_pain(snapshot):
        if isinstance(one, Alert) and loads_joint(planned.exercise, one.subject.id):
            title = f"{one.subject.label} pain: keep 3 in reserve here"
            yield Head(one.code, one.advice), Met(title, one.evidence)


def _volume(
    planned: PlannedFailure, snapshot: Snapshot, workout: Workout
) -> Iterator[tuple[Head, Met]]:
    limit = snapshot.thresholds.volume_high
    for muscle in planned.exercise.primary:
        driven, helped = week_volume(snapshot, muscle, workout.day)
        if driven > limit:
            sets = driven + helped
            name = muscle_subject(muscle).label
            what = f"hard sets of {name.lower()} in a week"
            piece = Evidence(what, sets, "sets", workout.day, None, limit)
            title = f"{name}: {number(sets)} hard sets in a week"
            yield HIGH, Met(title, (piece,), "More failure here buys little.")


def _over(workout: Workout, snapshot: Snapshot, today: Budget) -> Met | None:
    """What one more failure makes of the budget of the day; None if it is within."""
    count, allowed = snapshot.counts(workout).failures + 1, today.allowed
    if count <= allowed:
        return None
    what, day = "sets to failure with this one", workout.day
    pieces = (Evidence(what, count, "sets", day, None, allowed),)
    if not allowed:
        return Met(f"No failure today: {today.reason}", pieces, "Stop 2 short.")
    nth = {3: "Third", 4: "Fourth", 5: "Fifth"}.get(count)
    which = f"{nth} failure set" if nth else f"Failure set {count}"
    title = f"{which} today, the limit is {allowed}"
    return Met(title, pieces, "Stop 1 or 2 short: it grows muscle about as well.")
