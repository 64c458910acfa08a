"""Alerts about one workout: its failure budget, and failure on days that forbid it."""

from collections.abc import Iterator
from itertools import islice
from statistics import median

from befit_tui.analysis.alerts.head import Head, Met, unrated
from befit_tui.analysis.alerts.readiness import run_down
from befit_tui.analysis.alerts.result import Evidence, Severity
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, session_subject
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.domain.effort import is_disputed, known_left
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import Workout

USUAL_SESSIONS = 10
"""Earlier workouts that tell how many failure sets are usual: to pass every one of ten
happens by chance to one in eleven (product constant)."""
BUDGET = Head("failure-budget", "Stop the other sets with 1 or 2 reps left.")
IN_DELOAD = Head(
    "failure-in-deload",
    "Stop at 4 left this week: a deload is there to recover.",
    Severity.WARN,
)
RUN_DOWN = Head(
    "failure-when-run-down",
    "On such days stop 2 short: failure asks for recovery you do not have.",
    Severity.WARN,
)


def failure_budget(snapshot: Snapshot) -> Iterator[Finding]:
    """More sets to failure in one workout than the budget allows, or any of ten before.

    Who always passes it reads so beside every set and in the summary.
    """
    workout = snapshot.last
    if workout is None:
        return
    failed, day = snapshot.counts(workout).failures, workout.day
    allowed = budget(workout, snapshot.thresholds)
    earlier = islice(snapshot.recent, 1, 1 + USUAL_SESSIONS)
    counts = [snapshot.counts(found).failures for found in earlier]
    usual = median(counts) if counts else None
    if failed > max([allowed, *counts]):
        title = f"{failed} sets to failure in one workout, the limit is {allowed}"
        piece = Evidence("sets to failure", failed, "sets", day, usual, allowed)
        yield BUDGET.alert(session_subject(workout), Met(title, (piece,)), day)
    yield from unrated(BUDGET, snapshot.last_sessions())


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
    found, day = list(snapshot.last_sessions()), workout.day
    limit = snapshot.thresholds.deload_left
    hard = [
        (session.exercise, done, left)
        for session in found
        for done in session.working
        if (left := known_left(done)) is not None and left < limit
    ]
    if hard:
        failed = any(left == 0 and not is_disputed(done) for _, done, left in hard)
        less = f"less than {limit:g} left"
        how = "went to failure" if failed else f"had {less}"
        if failed and len(hard) > 1:
            how = f"with {less}, to failure too"
        pieces = (
            Evidence(f"{lift.name}, reps left", left, "reps", day, None, limit)
            for lift, _, left in hard
        )
        title = f"Deload: {counted(len(hard), 'set')} {how}"
        met = Met(title, tuple(pieces), severity=Severity.STOP if failed else None)
        yield IN_DELOAD.alert(session_subject(workout), met, day)
    yield from unrated(IN_DELOAD, found)


def failure_when_run_down(snapshot: Snapshot) -> Iterator[Finding]:
    """Sets to failure on a day when sleep or recovery spoke against them."""
    workout = snapshot.last
    if workout is None or not snapshot.lifts:
        return
    subject, day = session_subject(workout), workout.day
    if workout.checkin is None:
        yield RUN_DOWN.lacking(subject, "there was no check-in before the workout")
        return
    why = run_down(snapshot, workout)
    failed = snapshot.counts(workout).failures
    if why is not None and failed:
        piece = Evidence("sets to failure", failed, "sets", day, None, 0)
        title = f"{counted(failed, 'set')} to failure although {why.title}"
        yield RUN_DOWN.alert(subject, Met(title, (piece, *why.evidence)), day)
