"""Alerts about effort: the same set felt harder, or the last set lost many reps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from statistics import median

from befit_tui.analysis.alerts.performance import is_comparable
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
from befit_tui.analysis.lift.strength import MOST_LEFT
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Form
from befit_tui.domain.workout import LoggedSet

SLACK = 0.01
"""Lets a difference of exactly the limit count."""

Felt = tuple[Session, LoggedSet, float]
"""The first set at the top load of a session, and the reps it left."""


@dataclass(frozen=True, slots=True)
class Loss:
    """The reps to failure of a first set, those the last set lost, the least rest."""

    could: float
    lost: float
    rest_s: float | None

    @property
    def share(self) -> float:
        """What was lost as a share of the first set."""
        return self.lost / self.could


def effort_drift(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """The same load and reps with fewer reps left than before.

    Two fewer, or one fewer three times running.
    """
    limits = snapshot.thresholds
    subject = exercise_subject(exercise)
    felt = _comparable(snapshot, exercise)
    if len(felt) <= limits.drift_baseline:
        reason = (
            f"needs {limits.drift_baseline + 1} rated sessions with the same load "
            f"and reps, has {len(felt)}"
        )
        yield NotAssessable("effort-drift", subject, reason)
        return
    lefts = [left for _, _, left in felt]
    run = _drifted(lefts, limits)
    if not run or (len(run) == 1 and felt[0][0].workout is not snapshot.last):
        return
    yield _drift_alert(exercise, felt, len(run), limits)


def set_drop_off(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """The last set lost far more reps to the first than is usual for the lift."""
    limits = snapshot.thresholds
    sessions = takewhile(snapshot.looks_at, snapshot.sessions(exercise))
    newest = list(islice(sessions, limits.noise_sessions))
    if newest and _loss(newest[0]) is None:
        reason = "the first and last set need the same load and reps left of 3 or less"
        yield NotAssessable("set-drop-off", exercise_subject(exercise), reason)
        return
    ids = [session.workout.id for session in newest]

    def before(session: Session) -> list[Loss]:
        place = ids.index(session.workout.id) if session.workout.id in ids else len(ids)
        return [loss for one in newest[place + 1 :] if (loss := _loss(one))]

    found = standing(
        snapshot,
        exercise,
        lambda session: _is_large(_loss(session), before(session), limits),
    )
    if found:
        yield _drop_off_alert(exercise, found, before(found[0]), limits)


def _drift_alert(
    exercise: Exercise, felt: Sequence[Felt], run: int, limits: Thresholds
) -> Alert:
    usual = median(_before([left for _, _, left in felt], run, limits))
    _, done, left = felt[0]
    load = f"{done.load} x {done.reps}" if done.load is not None else f"{done.reps}"
    limit = limits.drift_steady_reps if run > 2 else limits.drift_reps
    return Alert(
        code="effort-drift",
        severity=Severity.WARN if run > 1 else Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: {load} felt {number(usual - left)} reps harder",
        evidence=tuple(
            Evidence(
                what=f"reps left at {load}",
                value=one[2],
                unit="reps",
                usual=usual,
                threshold=usual - limit,
                when=day_of(one[0].workout),
            )
            for one in reversed(felt[:run])
        ),
        advice="Keep the load where it is until the set feels as it did.",
        first_raised=_raised(felt, limits),
    )


def _is_large(loss: Loss | None, before: Sequence[Loss], limits: Thresholds) -> bool:
    """Whether a loss is above the usual and all before, or large after long rests."""
    if loss is None:
        return False
    long = loss.rest_s is not None and loss.rest_s >= limits.drop_off_rest_s
    if long and loss.share > limits.drop_off_most:
        return True
    return (
        len(before) >= limits.drop_off_sessions
        and loss.lost > max(one.lost for one in before)
        and loss.lost - median(one.lost for one in before) >= limits.drop_off_reps
        and loss.share - median(one.share for one in before) >= limits.drop_off_share
    )


def _drop_off_alert(
    exercise: Exercise,
    found: tuple[Session, ...],
    before: Sequence[Loss],
    limits: Thresholds,
) -> Alert:
    known = [(session, loss) for session in found if (loss := _loss(session))]
    usual = median(one.lost for one in before) if before else None
    return Alert(
        code="set-drop-off",
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: {number(known[0][1].lost)} reps lost by the last set",
        evidence=tuple(
            Evidence(
                what=f"reps lost of {number(loss.could)} that the first set had",
                value=loss.lost,
                unit="reps",
                usual=usual,
                threshold=None if usual is None else usual + limits.drop_off_reps,
                when=day_of(session.workout),
            )
            for session, loss in known
        ),
        advice="Rest a minute longer, or stop the first set a rep or two earlier.",
        first_raised=day_of(found[-1].workout),
    )


def _comparable(snapshot: Snapshot, exercise: Exercise) -> list[Felt]:
    """The sessions whose first top set has the load and reps of the last, newest first.

    They end where six weeks lie between two: after so long a set feels harder.
    """
    limits = snapshot.thresholds
    found: list[Felt] = []
    previous: Session | None = None
    for session in islice(snapshot.sessions(exercise), 2 * limits.noise_sessions):
        gap = _gap(session, found[-1][0] if found else previous)
        if gap > limits.lay_off_days:
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


def _raised(felt: Sequence[Felt], limits: Thresholds) -> date:
    """The day of the set with which the drift that still stands was complete."""
    lefts = [left for _, _, left in felt]
    place = 0
    while _drifted(lefts[place + 1 :], limits):
        place += 1
    return day_of(felt[place][0].workout)


def _drifted(lefts: Sequence[float], limits: Thresholds) -> range:
    """The newest sets that drifted: three by one rep, or one or two by two.

    Each left less than any set before them. One reading, or a difference of one rep,
    must also be further off than those were from each other: ratings slip.
    """
    for count, reps in (
        (limits.drift_times, limits.drift_steady_reps),
        (2, limits.drift_reps),
        (1, limits.drift_reps),
    ):
        before = _before(lefts, count, limits)
        if len(before) < limits.drift_baseline:
            continue
        swing = max(before) - min(before) if count != 2 else 0
        usual = median(before)
        if max(lefts[:count]) < min(min(before) - swing, usual - reps + SLACK):
            return range(count)
    return range(0)


def _before(lefts: Sequence[float], count: int, limits: Thresholds) -> Sequence[float]:
    return lefts[count : count + limits.drift_most]


def _loss(session: Session) -> Loss | None:
    """What the last set lost; None unless both were rated close, at the same load."""
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
    could = first.reps + start
    return Loss(
        could, could - last.reps - end, min(known) if len(known) == len(rests) else None
    )


def _gap(earlier: Session, later: Session | None) -> int:
    return (day_of((later or earlier).workout) - day_of(earlier.workout)).days
