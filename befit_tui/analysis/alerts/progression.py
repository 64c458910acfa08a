"""Alerts about loads that do not fit the reps they are meant for."""

from collections.abc import Iterator

from befit_tui.analysis.alerts.counts import aim_of
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.session import unrated
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
    standing,
)
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import is_working, reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Load, Unit
from befit_tui.domain.vocabulary import Form, Phase
from befit_tui.domain.workout import LoggedSet, Range

Misfit = tuple[LoggedSet, int]
"""A set to failure, and the limit of reps that it passed."""


def load_too_light(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """More clean reps at failure than the range asks for, by three or more."""
    slack = snapshot.thresholds.range_slack

    def light(session: Session) -> Misfit | None:
        for done, (_, top) in _failures(session):
            if done.form is not Form.BROKE and (done.reps or 0) > top + slack:
                return done, top + slack
        return None

    found = standing(snapshot, exercise, lambda session: light(session) is not None)
    if misfits := [(s, misfit) for s in found if (misfit := light(s))]:
        yield _alert("load-too-light", misfits, _step(exercise, misfits, 1))
    elif (last := snapshot.session_in(snapshot.last, exercise)) is not None:
        yield from unrated("load-too-light", [last])


def load_too_heavy(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Failure below the range in the first set, which later ones can only undercut."""

    def heavy(session: Session) -> Misfit | None:
        for done, (bottom, _) in _failures(session):
            if done is session.working[0] and (done.reps or 0) < bottom:
                return done, bottom
        return None

    found = standing(snapshot, exercise, lambda session: heavy(session) is not None)
    if misfits := [(s, misfit) for s in found if (misfit := heavy(s))]:
        yield _alert("load-too-heavy", misfits, _step(exercise, misfits, -1))
    elif (last := snapshot.session_in(snapshot.last, exercise)) is not None:
        yield from unrated("load-too-heavy", [last])


def _failures(session: Session) -> Iterator[tuple[LoggedSet, Range]]:
    """The sets to failure with the reps they aimed at: the plan's, or the usual."""
    if session.workout.phase is Phase.DELOAD:
        return
    for entry in session.workout.entries:
        if entry.exercise != session.exercise.id:
            continue
        for place, done in enumerate(entry.sets):
            aim = aim_of(entry, place)
            reps = (aim.reps if aim else None) or session.exercise.default_reps
            if is_working(done) and reached_failure(done) and done.reps and reps:
                yield done, reps


def _step(exercise: Exercise, misfits: list[tuple[Session, Misfit]], sign: int) -> str:
    """The load to take next time, one increment away; empty where there is none."""
    load = misfits[0][1][0].load
    step = exercise.increment(load.unit if load is not None else Unit.KG)
    if load is None or not step or load.value + sign * step <= 0:
        return "a harder variant" if sign > 0 else "an easier variant"
    return str(Load(load.value + sign * step, load.unit))


def _alert(code: str, misfits: list[tuple[Session, Misfit]], step: str) -> Alert:
    session, (done, _) = misfits[0]
    exercise = session.exercise
    light = code == "load-too-light"
    side = "above" if light else "below"
    return Alert(
        code=code,
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=(
            f"{exercise.name}: {done.reps} {'clean ' * light}reps at failure, "
            f"{side} the range"
        ),
        evidence=tuple(
            Evidence(
                what=f"reps at failure with {failed.load or 'no load'}",
                value=failed.reps or 0,
                unit="reps",
                threshold=bound,
                when=day_of(each.workout),
            )
            for each, (failed, bound) in misfits
        ),
        advice=f"Next time {step}.",
        first_raised=day_of(misfits[-1][0].workout),
    )
