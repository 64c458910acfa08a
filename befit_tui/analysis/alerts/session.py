"""Alerts about one workout: its failure budget, and failure on days that forbid it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from statistics import median

from befit_tui.analysis.alerts.readiness import run_down
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
    session_subject,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import known_left
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.workout import Workout

USUAL_SESSIONS = 10
"""Earlier workouts that tell how many failure sets are usual (product constant)."""


def failure_budget(snapshot: Snapshot) -> Iterator[Finding]:
    """More sets to failure in one workout than the budget allows."""
    workout = snapshot.last
    if workout is None:
        return
    failed = snapshot.counts(workout).failures
    allowed = budget(workout, snapshot.thresholds)
    if failed > allowed:
        earlier = islice(snapshot.recent, 1, 1 + USUAL_SESSIONS)
        counts = [snapshot.counts(found).failures for found in earlier]
        yield Alert(
            code="failure-budget",
            severity=Severity.NOTE,
            subject=session_subject(workout),
            title=f"{failed} sets to failure in one workout, the limit is {allowed}",
            evidence=(
                Evidence(
                    what="sets to failure",
                    value=failed,
                    unit="sets",
                    usual=median(counts) if counts else None,
                    threshold=allowed,
                    when=day_of(workout),
                ),
            ),
            advice="Stop the other sets with 1 or 2 reps left.",
            first_raised=day_of(workout),
        )
    yield from unrated("failure-budget", snapshot.last_sessions())


def budget(workout: Workout, thresholds: Thresholds) -> int:
    """Sets to failure a workout allows; one more when it is planned to be short."""
    if is_short(workout, thresholds):
        return thresholds.short_session_budget
    return thresholds.failure_budget


def is_short(workout: Workout, thresholds: Thresholds) -> bool:
    """Whether little time was planned for a workout."""
    minutes = workout.minutes_planned
    return minutes is not None and minutes <= thresholds.short_session_minutes


def failure_in_deload(snapshot: Snapshot) -> Iterator[Finding]:
    """Sets of a deload that came close to failure, or reached it."""
    workout = snapshot.last
    if workout is None or workout.phase is not Phase.DELOAD:
        return
    found = list(snapshot.last_sessions())
    limit = snapshot.thresholds.deload_left
    hard = [
        (session.exercise, left)
        for session in found
        for done in session.working
        if (left := known_left(done)) is not None and left < limit
    ]
    failed = any(left == 0 for _, left in hard)
    if hard:
        sets = f"{len(hard)} set{'s' * (len(hard) > 1)}"
        how = "went to failure" if failed else f"had less than {limit:g} left"
        title = f"Deload: {sets} with less than {limit:g} left, to failure too"
        yield Alert(
            code="failure-in-deload",
            severity=Severity.STOP if failed else Severity.WARN,
            subject=session_subject(workout),
            title=title if failed and len(hard) > 1 else f"Deload: {sets} {how}",
            evidence=tuple(
                Evidence(
                    what=f"{exercise.name}, reps left",
                    value=left,
                    unit="reps",
                    threshold=limit,
                    when=day_of(workout),
                )
                for exercise, left in hard
            ),
            advice="Stop at 4 left this week: a deload is there to recover.",
            first_raised=day_of(workout),
        )
    yield from unrated("failure-in-deload", found)


def failure_when_run_down(snapshot: Snapshot) -> Iterator[Finding]:
    """Sets to failure on a day when sleep or recovery spoke against them."""
    workout = snapshot.last
    if workout is None or not snapshot.lifts:
        return
    if workout.checkin is None:
        reason = "there was no check-in before the workout"
        yield NotAssessable("failure-when-run-down", session_subject(workout), reason)
        return
    why = run_down(snapshot, workout)
    failed = snapshot.counts(workout).failures
    if why is None or not failed:
        return
    yield Alert(
        code="failure-when-run-down",
        severity=Severity.WARN,
        subject=session_subject(workout),
        title=f"{failed} set{'s' * (failed > 1)} to failure although {why.words}",
        evidence=(
            Evidence(
                what="sets to failure",
                value=failed,
                unit="sets",
                threshold=0,
                when=day_of(workout),
            ),
            *why.evidence,
        ),
        advice="On such days stop 2 short: failure asks for recovery you do not have.",
        first_raised=day_of(workout),
    )


def unrated(code: str, found: Iterable[Session]) -> Iterator[NotAssessable]:
    """The exercises of which no working set says how close to failure it came."""
    for session in found:
        if all(known_left(done) is None for done in session.working):
            subject = exercise_subject(session.exercise)
            reason = f"no set on {day_of(session.workout)} was rated in reps left"
            yield NotAssessable(code, subject, reason)
