"""Alerts about form: sets in which it broke, and lifts on which it often does."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form, Risk
from befit_tui.domain.workout import LoggedSet


def form_broke(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Sets in which the form broke, with the reps that came after."""
    found = standing(snapshot, exercise, lambda session: any(_broken(session)))
    if found:
        yield _form_alert(exercise, found)
        return
    session = next(snapshot.sessions(exercise), None)
    if session and all(done.form is None for done in session.working):
        reason = f"no set on {day_of(session.workout)} says how the form held"
        yield NotAssessable("form-broke", exercise_subject(exercise), reason)


def form_breaking_often(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift whose form broke in many of the sets of four weeks."""
    limits = snapshot.thresholds
    subject = exercise_subject(exercise)
    counts = [
        (day_of(session.workout), len(_broken(session)), len(judged))
        for session in takewhile(snapshot.looks_at, snapshot.sessions(exercise))
        if (judged := [done for done in session.working if done.form is not None])
    ]

    def four_weeks(end: date) -> tuple[int, int]:
        first = end - timedelta(days=limits.recent_days - 1)
        found = [one for one in counts if first <= one[0] <= end]
        return sum(one[1] for one in found), sum(one[2] for one in found)

    def often(end: date) -> bool:
        broken, known = four_weeks(end)
        return broken >= max(limits.breaking_sets, limits.breaking_share * known)

    broken, known = four_weeks(snapshot.as_of)
    if known < limits.breaking_sets:
        reason = f"the form is known of {known} sets in 4 weeks"
        yield NotAssessable("form-breaking-often", subject, reason)
    elif often(snapshot.as_of):
        first = snapshot.since("form-breaking-often", exercise.id, often)
        latest = next(day for day, count, _ in counts if count)
        yield _often_alert(exercise, (broken, known), latest, first, limits)


def _often_alert(
    exercise: Exercise,
    counts: tuple[int, int],
    latest: date,
    first: date,
    limits: Thresholds,
) -> Alert:
    broken, known = counts
    risky = exercise.failure_risk is Risk.AVOID
    return Alert(
        code="form-breaking-often",
        severity=Severity.WARN if risky else Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: form broke in {broken} of {known} sets of 4 weeks",
        evidence=(
            Evidence(
                what=f"sets with broken form of {known}",
                value=broken,
                unit="sets",
                threshold=limits.breaking_sets,
                when=latest,
            ),
        ),
        advice="Take a load at which every rep looks the same, and build up again.",
        first_raised=first,
    )


def _broken(session: Session) -> list[LoggedSet]:
    return [done for done in session.working if done.form is Form.BROKE]


def _form_alert(exercise: Exercise, found: tuple[Session, ...]) -> Alert:
    broken = _broken(found[0])
    reps = sum(done.extra_reps or 0 for done in broken)
    advice = "End the set with the last rep in good form."
    if reps:
        advice = f"{reps} reps after the form went do not count as a best. {advice}"
    return Alert(
        code="form-broke",
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: form broke in {_sets(len(broken))}",
        evidence=tuple(
            Evidence(
                what="good reps before the form broke",
                value=done.reps or 0,
                unit="reps",
                when=day_of(session.workout),
            )
            for session in found
            for done in _broken(session)
        ),
        advice=advice,
        first_raised=day_of(found[-1].workout),
    )


def _sets(count: int) -> str:
    return "1 set" if count == 1 else f"{count} sets"
