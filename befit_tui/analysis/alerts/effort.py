"""Alerts about effort: the same set felt harder, or the last set lost many reps."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from statistics import median

from befit_tui.analysis.alerts.performance import is_comparable
from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.scene import (
    Finding,
    Scene,
    day_of,
    exercise_subject,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.sessions import Session
from befit_tui.analysis.strength import MOST_LEFT
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Form
from befit_tui.domain.workout import LoggedSet

Felt = tuple[Session, LoggedSet, float]
"""The first set at the top load of a session, and the reps it left."""


def effort_drift(scene: Scene, exercise: Exercise) -> Iterator[Finding]:
    """The same load and reps with fewer reps left than before.

    Two fewer, or one fewer three times running.
    """
    limits = scene.thresholds
    subject = exercise_subject(exercise)
    felt = _comparable(scene, exercise)
    if len(felt) <= limits.drift_baseline:
        reason = (
            f"needs {limits.drift_baseline + 1} rated sessions with the same load "
            f"and reps, has {len(felt)}"
        )
        yield NotAssessable("effort-drift", subject, reason)
        return
    lefts = [left for _, _, left in felt]
    run = _drifted(lefts, limits)
    if not run or (len(run) == 1 and felt[0][0].workout is not scene.last):
        return
    usual = median(lefts[len(run) : len(run) + limits.drift_baseline])
    _, done, left = felt[0]
    load = f"{done.load} x {done.reps}" if done.load is not None else f"{done.reps}"
    yield Alert(
        code="effort-drift",
        severity=Severity.WARN if len(run) > 1 else Severity.NOTE,
        subject=subject,
        title=f"{exercise.name}: {load} felt {number(usual - left)} reps harder",
        evidence=tuple(
            Evidence(
                what=f"reps left at {load}",
                value=one[2],
                unit="reps",
                usual=usual,
                threshold=usual - limits.drift_reps,
                when=day_of(one[0].workout),
            )
            for one in felt[: len(run)]
        ),
        advice="Keep the load where it is until the set feels as it did.",
        first_raised=day_of(felt[len(run) - 1][0].workout),
    )


def set_drop_off(scene: Scene, exercise: Exercise) -> Iterator[Finding]:
    """The last set lost far more reps to the first than is usual for the lift."""
    limits = scene.thresholds
    subject = exercise_subject(exercise)
    newest = list(islice(takewhile(scene.looks_at, scene.sessions(exercise)), 2 * 10))
    losses = {id(one): loss for one in newest if (loss := _loss(one)) is not None}
    if newest and id(newest[0]) not in losses:
        reason = "the first and last set need the same load and reps left of 3 or less"
        yield NotAssessable("set-drop-off", subject, reason)
        return
    usual = [losses[id(one)] for one in newest[1:] if id(one) in losses]
    share = median(lost / first for first, lost, _ in usual) if usual else 0.0
    reps = median(lost for _, lost, _ in usual) if usual else 0.0
    telling = len(usual) >= limits.drop_off_sessions

    def meets(session: Session) -> bool:
        first, lost, rest = losses.get(id(session)) or _loss(session) or (1, 0, None)
        most = rest is not None and rest >= limits.drop_off_rest_s
        own = (
            telling
            and lost - reps >= limits.drop_off_reps
            and lost / first - share >= limits.drop_off_share
        )
        return own or (most and lost / first > limits.drop_off_most)

    found = standing(scene, exercise, meets)
    if not found:
        return
    yield _drop_off_alert(exercise, found, reps if telling else None, limits)


def _drop_off_alert(
    exercise: Exercise,
    found: tuple[Session, ...],
    usual: float | None,
    limits: Thresholds,
) -> Alert:
    pieces = []
    for session in found:
        first, lost, _ = _loss(session) or (0, 0, None)
        limit = limits.drop_off_most * first if usual is None else usual
        pieces.append(
            Evidence(
                what=f"reps lost from the first set, which had {number(first)} in it",
                value=lost,
                unit="reps",
                usual=usual,
                threshold=round(limit + (usual is not None) * limits.drop_off_reps, 1),
                when=day_of(session.workout),
            )
        )
    return Alert(
        code="set-drop-off",
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: {number(pieces[0].value)} reps lost by the last set",
        evidence=tuple(pieces),
        advice="Rest a minute longer, or stop the first set a rep or two earlier.",
        first_raised=day_of(found[-1].workout),
    )


def _comparable(scene: Scene, exercise: Exercise) -> list[Felt]:
    """The sessions whose first top set has the load and reps of the last, newest first.

    Only after the last lay-off: the same set feels harder then.
    """
    limits = scene.thresholds
    found: list[Felt] = []
    previous: Session | None = None
    for session in islice(scene.sessions(exercise), 2 * limits.noise_sessions):
        if previous is not None and _gap(session, previous) > limits.lay_off_days:
            break
        previous = session
        felt = _felt(session, limits)
        if felt is None:
            if not found and is_comparable(session, limits):
                return []
            continue
        if not found or _alike(session, felt, found[0], limits):
            found.append((session, *felt))
    return found


def _felt(session: Session, limits: Thresholds) -> tuple[LoggedSet, float] | None:
    if not is_comparable(session, limits):
        return None
    done = max(session.working, key=lambda one: session.moved_kg(one) or 0.0)
    left = known_left(done)
    if left is None or not done.reps or done.form is Form.BROKE:
        return None
    return done, left


def _alike(
    session: Session, felt: tuple[LoggedSet, float], other: Felt, limits: Thresholds
) -> bool:
    mine = session.moved_kg(felt[0])
    theirs = other[0].moved_kg(other[1])
    if mine is None or theirs is None:
        return mine is theirs and felt[0].reps == other[1].reps
    near = abs(mine - theirs) <= limits.same_load * theirs
    return near and felt[0].reps == other[1].reps


def _drifted(lefts: Sequence[float], limits: Thresholds) -> range:
    """The newest sets that drifted: three by one rep, or one or two by two."""
    for count, reps in (
        (limits.drift_times, limits.drift_steady_reps),
        (2, limits.drift_reps),
        (1, limits.drift_reps),
    ):
        before = lefts[count : count + limits.drift_baseline]
        if len(before) < limits.drift_baseline:
            continue
        if max(lefts[:count]) <= median(before) - reps:
            return range(count)
    return range(0)


def _loss(session: Session) -> tuple[float, float, float | None] | None:
    """Reps to failure of the first set, those lost by the last, and the least rest.

    None unless both had the same load and were rated close to failure.
    """
    if len(session.working) < 2:
        return None
    first, last = session.working[0], session.working[-1]
    if first.load != last.load or not first.reps or not last.reps:
        return None
    start, end = known_left(first), known_left(last)
    if start is None or end is None or max(start, end) > MOST_LEFT:
        return None
    rests = [done.rest_s for done in session.working[1:]]
    known = [rest for rest in rests if rest is not None]
    rest = min(known) if len(known) == len(rests) else None
    could = first.reps + start
    return could, could - last.reps - end, rest


def _gap(earlier: Session, later: Session) -> int:
    return (day_of(later.workout) - day_of(earlier.workout)).days
