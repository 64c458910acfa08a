"""Alerts about where failure is used: on every set, or on heavy, risky lifts."""

from collections.abc import Iterator
from dataclasses import dataclass

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.session import unrated
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
    lifts_of,
    session_subject,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import Session, session_of
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.effort import reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form, Risk
from befit_tui.domain.workout import LoggedSet, Workout


def failure_every_set(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Nearly every set of an exercise to failure."""
    limits = snapshot.thresholds
    found = standing(snapshot, exercise, lambda session: is_every_set(session, limits))
    if found:
        yield _every_set_alert(exercise, found, limits)
    elif (last := snapshot.session_in(snapshot.last, exercise)) is not None:
        yield from unrated("failure-every-set", [last])


def failure_high_risk(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Heavy sets to failure, or with broken form, of a lift where a miss is costly."""
    if exercise.failure_risk is None:
        yield from _risk_unknown(snapshot, exercise)
    if exercise.failure_risk is not Risk.AVOID:
        return
    found = standing(
        snapshot, exercise, lambda session: bool(_heavy_failures(snapshot, session))
    )
    if found:
        yield _high_risk_alert(found, _slips(snapshot), snapshot.thresholds)
    else:
        latest = next(snapshot.sessions(exercise), None)
        yield from unrated("failure-high-risk", [latest] if latest else [])


def _risk_unknown(snapshot: Snapshot, exercise: Exercise) -> Iterator[NotAssessable]:
    """Says that nobody can judge failure on a lift that is done these days."""
    if exercise.is_judged and next(snapshot.sessions(exercise), None) is not None:
        reason = "nobody said what failure risks on this lift"
        yield NotAssessable("failure-high-risk", exercise_subject(exercise), reason)


def heavy_failures(snapshot: Snapshot) -> int:
    """Heavy failures on ``avoid`` lifts in the last 28 days."""
    return len(_slips(snapshot))


def _failed(session: Session) -> int:
    return sum(map(reached_failure, session.working))


def is_every_set(session: Session, limits: Thresholds) -> bool:
    """Whether nearly every working set of an exercise went to failure."""
    sets = len(session.working)
    enough = sets >= limits.every_set_sets
    return enough and _failed(session) >= limits.every_set_share * sets


def _every_set_alert(
    exercise: Exercise, found: tuple[Session, ...], limits: Thresholds
) -> Alert:
    failed, sets = _failed(found[0]), len(found[0].working)
    which = f"all {sets}" if failed == sets else f"{failed} of {sets}"
    return Alert(
        code="failure-every-set",
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: {which} sets went to failure",
        evidence=tuple(
            Evidence(
                what=f"sets to failure of {len(session.working)}",
                value=_failed(session),
                unit="sets",
                threshold=round(limits.every_set_share * len(session.working), 1),
                when=day_of(session.workout),
            )
            for session in found
        ),
        advice="One set is enough to test yourself; keep it for the last.",
        first_raised=day_of(found[-1].workout),
    )


def failure_share(snapshot: Snapshot) -> Iterator[Finding]:
    """Half of the sets of a workout; with one exercise it would say the same twice."""
    found = tuple(snapshot.last_sessions())
    failed = sum(map(_failed, found))
    sets = sum(len(session.working) for session in found)
    limit = snapshot.thresholds.session_share * sets
    if len(found) < 2 or sets <= snapshot.thresholds.every_set_sets or failed < limit:
        return
    workout = found[0].workout
    day = day_of(workout)
    yield Alert(
        code="failure-every-set",
        severity=Severity.NOTE,
        subject=session_subject(workout),
        title=f"{failed} of {sets} sets of the workout went to failure",
        evidence=(
            Evidence(
                what=f"sets to failure of {sets}",
                value=failed,
                unit="sets",
                threshold=limit,
                when=day,
            ),
        ),
        advice="Leave 1 or 2 reps in most sets: they grow muscle about as well.",
        first_raised=day,
    )


@dataclass(frozen=True, slots=True)
class _Slip:
    """A heavy set that ended in failure or broken form."""

    session: Session
    done: LoggedSet


def _heavy_failures(snapshot: Snapshot, session: Session) -> list[_Slip]:
    failed = [
        done
        for done in session.working
        if reached_failure(done) or done.form is Form.BROKE
    ]
    if all(is_heavy(done.reps, None, None) for done in failed):
        return [_Slip(session, done) for done in failed]
    one_rm = snapshot.one_rm_before(session)
    return [
        _Slip(session, done)
        for done in failed
        if is_heavy(done.reps, session.moved_kg(done), one_rm)
    ]


def _slips(snapshot: Snapshot) -> list[_Slip]:
    """Every heavy failure on an ``avoid`` lift in the last 28 days, newest first."""
    return [
        slip for workout in snapshot.recent for slip in _slips_of(snapshot, workout)
    ]


def _slips_of(snapshot: Snapshot, workout: Workout) -> list[_Slip]:
    return snapshot.memo.get(
        ("slips", workout.id, workout.rev),
        lambda: [
            slip
            for exercise in lifts_of([workout], snapshot.exercises)
            if exercise.failure_risk is Risk.AVOID
            for slip in _heavy_failures(
                snapshot, session_of(workout, exercise, snapshot.weighed)
            )
        ],
    )


def _high_risk_alert(
    found: tuple[Session, ...], slips: list[_Slip], limits: Thresholds
) -> Alert:
    exercise = found[0].exercise
    latest = day_of(found[0].workout)
    known = [slip for slip in slips if day_of(slip.session.workout) <= latest]
    again = len(known) >= limits.heavy_failures
    title = f"{exercise.name}: a heavy set went to failure"
    if again:
        title = f"{len(known)} heavy sets to failure in 4 weeks, now on {exercise.name}"
    return Alert(
        code="failure-high-risk",
        severity=Severity.STOP if again else Severity.WARN,
        subject=exercise_subject(exercise),
        title=title,
        evidence=tuple(_slip_evidence(slip) for slip in known),
        advice="Aim for 1 to 3 reps left on heavy sets of this lift.",
        first_raised=day_of(found[-1].workout),
    )


def _slip_evidence(slip: _Slip) -> Evidence:
    load = slip.done.load
    name = slip.session.exercise.name
    how = "form broke" if slip.done.form is Form.BROKE else "to failure"
    return Evidence(
        what=f"{name} {load} {how}" if load is not None else f"{name} {how}",
        value=slip.done.reps or 0,
        unit="reps",
        when=day_of(slip.session.workout),
    )
