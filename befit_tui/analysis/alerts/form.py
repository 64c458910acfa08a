"""Alerts about form: sets in which it broke, and lifts on which it often does."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from befit_tui.analysis.alerts.head import Head, Met, of_days, of_sessions
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, exercise_subject
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form, Risk
from befit_tui.domain.wording import counted, day_words
from befit_tui.domain.workout import LoggedSet

BROKE = Head("form-broke", "End the set with the last rep in good form.")
OFTEN = Head(
    "form-breaking-often",
    "Take a load at which every rep looks the same, and build up again.",
)


def form_broke(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Sets in which the form broke, with the reps that came after."""

    def broke(session: Session) -> Met | None:
        broken, day = _broken(session), session.day
        if not broken:
            return None
        reps = sum(done.extra_reps or 0 for done in broken)
        what = "good reps before the form broke"
        pieces = [Evidence(what, done.reps or 0, "reps", day) for done in broken]
        after = f"{reps} reps after the form went do not count as a best."
        advice = f"{after} {BROKE.advice}" if reps else ""
        title = f"form broke in {counted(len(broken), 'set')}"
        return Met(title, tuple(pieces), advice)

    found = of_sessions(BROKE, snapshot, exercise, broke)
    raised = [one for one in found if isinstance(one, Alert)]
    yield from raised
    session = next(snapshot.sessions(exercise), None)
    if not raised and session and all(done.form is None for done in session.working):
        reason = f"no set on {day_words(session.day)} says how the form held"
        yield BROKE.lacking(exercise_subject(exercise), reason)


def form_breaking_often(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift whose form broke in many of the sets of four weeks."""
    limits = snapshot.thresholds
    first = snapshot.log[-1].day
    past = list(takewhile(lambda one: one.day >= first, snapshot.sessions(exercise)))

    def state(end: date) -> Met | str | None:
        days = range(limits.recent_days)
        lately = [one for one in past if (end - one.day).days in days]
        known = sum(done.form is not None for one in lately for done in one.working)
        broken = [done for one in lately for done in _broken(one)]
        if known < limits.breaking_sets:
            return f"the form is known of {known} sets in 4 weeks"
        if len(broken) < max(limits.breaking_sets, limits.breaking_share * known):
            return None
        name, count = exercise.name, len(broken)
        latest = next(one.day for one in lately if _broken(one))
        what, limit = f"sets with broken form of {known}", limits.breaking_sets
        return Met(
            f"{name}: form broke in {count} of {known} sets of 4 weeks",
            (Evidence(what, count, "sets", latest, None, limit),),
            severity=Severity.WARN if exercise.failure_risk is Risk.AVOID else None,
        )

    subject = exercise_subject(exercise)
    yield from of_days(OFTEN, snapshot, subject, state, day=snapshot.as_of)


def _broken(session: Session) -> list[LoggedSet]:
    return [done for done in session.working if done.form is Form.BROKE]
