"""Alerts about one workout: its failure budget, and sets whose form broke."""

from collections.abc import Iterable, Iterator
from itertools import islice
from statistics import median

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.scene import (
    Exercises,
    Finding,
    Scene,
    day_of,
    exercise_subject,
    session_subject,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.sessions import Session
from befit_tui.domain.effort import is_working, known_left, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form
from befit_tui.domain.workout import LoggedSet, Workout

USUAL_SESSIONS = 10
"""Earlier workouts that tell how many failure sets are usual (product constant)."""


def failure_budget(scene: Scene) -> Iterator[Finding]:
    """More sets to failure in one workout than the budget allows."""
    workout = scene.last
    if workout is None:
        return
    failed = failure_sets(workout, scene.exercises)
    allowed = budget(workout, scene.thresholds)
    if failed > allowed:
        day = day_of(workout)
        earlier = islice(scene.recent, 1, 1 + USUAL_SESSIONS)
        counts = [failure_sets(found, scene.exercises) for found in earlier]
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
                    when=day,
                ),
            ),
            advice="Stop the other sets with 1 or 2 reps left.",
            first_raised=day,
        )
    yield from unrated("failure-budget", scene.last_sessions())


def budget(workout: Workout, thresholds: Thresholds) -> int:
    """Sets to failure a workout allows; one more when it is planned to be short."""
    minutes = workout.minutes_planned
    if minutes is not None and minutes <= thresholds.short_session_minutes:
        return thresholds.short_session_budget
    return thresholds.failure_budget


def failure_sets(workout: Workout, exercises: Exercises) -> int:
    """Working sets of a workout that went to failure; cardio and mobility aside."""
    return sum(
        is_working(done) and reached_failure(done)
        for entry in workout.entries
        if exercises(entry.exercise).is_judged
        for done in entry.sets
    )


def unrated(code: str, found: Iterable[Session]) -> Iterator[NotAssessable]:
    """The exercises of which no working set says how close to failure it came."""
    for session in found:
        if all(known_left(done) is None for done in session.working):
            subject = exercise_subject(session.exercise)
            reason = f"no set on {day_of(session.workout)} was rated in reps left"
            yield NotAssessable(code, subject, reason)


def form_broke(scene: Scene) -> Iterator[Finding]:
    """Sets in which the form broke, with the reps that came after."""
    for exercise in scene.lifts:
        found = standing(scene, exercise, lambda session: any(_broken(session)))
        if found:
            yield _form_alert(exercise, found)
        else:
            yield from _form_unknown(scene, exercise)


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


def _form_unknown(scene: Scene, exercise: Exercise) -> Iterator[NotAssessable]:
    session = next(scene.sessions(exercise), None)
    if session and all(done.form is None for done in session.working):
        reason = f"no set on {day_of(session.workout)} says how the form held"
        yield NotAssessable("form-broke", exercise_subject(exercise), reason)


def _sets(count: int) -> str:
    return "1 set" if count == 1 else f"{count} sets"
