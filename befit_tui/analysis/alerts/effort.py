"""Alerts about effort: the same set felt harder, or the last set lost many reps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from statistics import median

from befit_tui.analysis.alerts.head import Head, Met, of_sessions
from befit_tui.analysis.alerts.result import Alert, Evidence
from befit_tui.analysis.alerts.snapshot import (
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift import Trend, WeekKind
from befit_tui.analysis.lift.course import BREAK_DAYS
from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.lift.strength import MOST_LEFT
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import number
from befit_tui.domain.vocabulary import Form
from befit_tui.domain.workout import LoggedSet

DRIFT = Head("effort-drift", "Keep the load where it is until the set feels as it did.")
DROP_OFF = Head(
    "set-drop-off",
    "Rest a minute longer, or stop the first set a rep or two earlier.",
)
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
    """The same load and reps with two reps fewer left, two sessions running.

    A lift that falls says so itself, and one that rises gets no word of this.
    """
    verdict, limits = snapshot.verdict(exercise), snapshot.thresholds
    felt = _comparable(snapshot, exercise)
    if len(felt) < limits.drift_times + limits.drift_baseline:
        reason = (
            f"needs {limits.drift_times + limits.drift_baseline} rated sessions with "
            f"the same load and reps, has {len(felt)}"
        )
        yield DRIFT.lacking(exercise_subject(exercise), reason)
        return
    told = verdict.verdict in (Trend.FALLING, Trend.RISING)
    run = _drifted([left for _, _, left in felt], limits)
    if run and not told and verdict.week is WeekKind.NORMAL:
        yield _drift_alert(exercise, felt, run, limits)


def set_drop_off(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """The last set lost far more reps to the first than is usual for the lift."""
    limits = snapshot.thresholds
    sessions = takewhile(snapshot.looks_at, snapshot.sessions(exercise))
    newest = list(islice(sessions, limits.noise_sessions))
    if newest and _loss(newest[0]) is None:
        reason = "the first and last set need the same load and reps left of 3 or less"
        yield DROP_OFF.lacking(exercise_subject(exercise), reason)
        return
    ids = [session.workout.id for session in newest]

    def before(session: Session) -> list[Loss]:
        place = ids.index(session.workout.id) if session.workout.id in ids else len(ids)
        return [loss for one in newest[place + 1 :] if (loss := _loss(one))]

    if snapshot.verdict(exercise).week is not WeekKind.NORMAL:
        return

    def dropped(session: Session) -> Met | None:
        loss, earlier = _loss(session), before(session)
        if loss is None or not _is_large(loss, earlier, limits):
            return None
        usual = median(one.lost for one in earlier) if earlier else None
        limit = None if usual is None else usual + limits.drop_off_reps
        what = f"reps lost of {number(loss.could)} that the first set had"
        day = day_of(session.workout)
        piece = Evidence(what, loss.lost, "reps", day, usual, limit)
        return Met(f"{number(loss.lost)} reps lost by the last set", (piece,))

    yield from of_sessions(DROP_OFF, snapshot, exercise, dropped)


def _drift_alert(
    exercise: Exercise, felt: Sequence[Felt], run: int, limits: Thresholds
) -> Alert:
    usual = _usual_left([left for _, _, left in felt], run, limits)
    _, done, left = felt[0]
    load = f"{done.load} x {done.reps}" if done.load is not None else f"{done.reps}"
    what, limit = f"reps left at {load}", usual - limits.drift_reps
    return DRIFT.alert(
        exercise_subject(exercise),
        f"{exercise.name}: {load} felt {number(usual - left)} reps harder",
        [
            Evidence(what, one[2], "reps", day_of(one[0].workout), usual, limit)
            for one in reversed(felt[:run])
        ],
        day_of(felt[run - limits.drift_times][0].workout),
    )


def _is_large(loss: Loss, before: Sequence[Loss], limits: Thresholds) -> bool:
    """Whether a loss is above the usual and all before, or large after long rests."""
    long = loss.rest_s is not None and loss.rest_s >= limits.drop_off_rest_s
    if long and loss.share > limits.drop_off_most:
        return True
    return (
        len(before) >= limits.drop_off_sessions
        and loss.lost > max(one.lost for one in before)
        and loss.lost - median(one.lost for one in before) >= limits.drop_off_reps
        and loss.share - median(one.share for one in before) >= limits.drop_off_share
    )


def _comparable(snapshot: Snapshot, exercise: Exercise) -> list[Felt]:
    """The sessions whose first top set has the load and reps of the last, newest first.

    Easy weeks and all before a break are left out: after so long a set feels harder.
    """
    limits, easy = snapshot.thresholds, snapshot.verdicts.easy_workouts
    found: list[Felt] = []
    later: Session | None = None
    for session in islice(snapshot.sessions(exercise), 2 * limits.noise_sessions):
        if later is not None and _gap(session, later) > BREAK_DAYS:
            break
        later = session
        felt = None if session.workout.id in easy else _felt(session)
        if felt is None and not found:
            return []
        if felt and (not found or _alike(session, felt, found[0], limits)):
            found.append((session, *felt))
    return found


def _felt(session: Session) -> tuple[LoggedSet, float] | None:
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


def _drifted(lefts: Sequence[float], limits: Thresholds) -> int:
    """How many of the newest sets left so many fewer than those before; 0 if few."""
    run = 0
    for count in range(limits.drift_times, len(lefts) - limits.drift_baseline + 1):
        usual = _usual_left(lefts, count, limits)
        if max(lefts[:count]) > usual - limits.drift_reps + SLACK:
            break
        run = count
    return run


def _usual_left(lefts: Sequence[float], run: int, limits: Thresholds) -> float:
    return median(lefts[run : run + limits.drift_most])


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


def _gap(earlier: Session, later: Session) -> int:
    return (day_of(later.workout) - day_of(earlier.workout)).days
