"""Alerts about form: sets in which it broke, and lifts on which it often does."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from befit_tui.analysis.alerts.head import Head, Met, of_sessions, sets_words
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
)
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form, Risk
from befit_tui.domain.workout import LoggedSet

BROKE = Head("form-broke", "End the set with the last rep in good form.")
OFTEN = Head(
    "form-breaking-often",
    "Take a load at which every rep looks the same, and build up again.",
)


def form_broke(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Sets in which the form broke, with the reps that came after."""

    def broke(session: Session) -> Met | None:
        broken, day = _broken(session), day_of(session.workout)
        if not broken:
            return None
        reps = sum(done.extra_reps or 0 for done in broken)
        what = "good reps before the form broke"
        pieces = [Evidence(what, done.reps or 0, "reps", day) for done in broken]
        after = f"{reps} reps after the form went do not count as a best."
        advice = f"{after} {BROKE.advice}" if reps else ""
        return Met(f"form broke in {sets_words(len(broken))}", tuple(pieces), advice)

    raised = [
        one
        for one in of_sessions(BROKE, snapshot, exercise, broke)
        if isinstance(one, Alert)
    ]
    yield from raised
    session = next(snapshot.sessions(exercise), None)
    if not raised and session and all(done.form is None for done in session.working):
        reason = f"no set on {day_of(session.workout)} says how the form held"
        yield BROKE.lacking(exercise_subject(exercise), reason)


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
        yield OFTEN.lacking(subject, f"the form is known of {known} sets in 4 weeks")
    elif often(snapshot.as_of):
        risky = exercise.failure_risk is Risk.AVOID
        latest = next(day for day, count, _ in counts if count)
        what, limit = f"sets with broken form of {known}", limits.breaking_sets
        yield OFTEN.alert(
            subject,
            f"{exercise.name}: form broke in {broken} of {known} sets of 4 weeks",
            [Evidence(what, broken, "sets", latest, None, limit)],
            snapshot.since(OFTEN.code, exercise.id, often),
            severity=Severity.WARN if risky else None,
        )


def _broken(session: Session) -> list[LoggedSet]:
    return [done for done in session.working if done.form is Form.BROKE]
