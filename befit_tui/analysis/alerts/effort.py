"""Alerts about effort: the same set felt harder, or the last set lost many reps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from statistics import median

from befit_tui.analysis.alerts.head import Head, Met, of_sessions
from befit_tui.analysis.alerts.result import Evidence
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, exercise_subject
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
    rest_s: float

    @property
    def share(self) -> float:
        """What was lost as a share of the first set."""
        return self.lost / self.could


def effort_drift(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """The same load and reps with two reps fewer left, two sessions running.

    A lift that falls says so itself, and one that rises gets no word of this.
    """
    verdict, limits = snapshot.verdict(exercise), snapshot.thresholds
    subject = exercise_subject(exercise)
    felt = list(islice(_alike(snapshot, exercise), limits.noise_sessions))
    needed = limits.drift_times + limits.drift_baseline
    if len(felt) < needed:
        rated = f"needs {needed} rated sessions with the same load and reps"
        yield DRIFT.lacking(subject, f"{rated}, has {len(felt)}")
        return
    told = verdict.verdict in (Trend.FALLING, Trend.RISING)
    run = _drifted([left for *_, left in felt], limits)
    if run and not told and verdict.week is WeekKind.NORMAL:
        met = _harder(exercise, felt, run, limits)
        yield DRIFT.alert(subject, met, felt[run - limits.drift_times][0].day)


def set_drop_off(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """The last set lost far more reps to the first than is usual for the lift."""
    limits = snapshot.thresholds
    sessions = takewhile(snapshot.looks_at, snapshot.sessions(exercise))
    newest = list(islice(sessions, limits.noise_sessions))
    losses = [(one.workout.id, _loss(one)) for one in newest]
    if losses and losses[0][1] is None:
        reason = "the first and last set need the same load and reps left of 3 or less"
        yield DROP_OFF.lacking(exercise_subject(exercise), reason)
        return

    def dropped(session: Session) -> Met | None:
        ids = [name for name, _ in losses]
        place = ids.index(session.workout.id) if session.workout.id in ids else len(ids)
        earlier = [loss for _, loss in losses[place + 1 :] if loss is not None]
        loss = _loss(session)
        if loss is None or not _is_large(loss, earlier, limits):
            return None
        usual = median(one.lost for one in earlier) if earlier else None
        limit = None if usual is None else usual + limits.drop_off_reps
        what = f"reps lost of {number(loss.could)} that the first set had"
        piece = Evidence(what, loss.lost, "reps", session.day, usual, limit)
        return Met(f"{number(loss.lost)} reps lost by the last set", (piece,))

    if snapshot.verdict(exercise).week is WeekKind.NORMAL:
        yield from of_sessions(DROP_OFF, snapshot, exercise, dropped)


def _harder(
    exercise: Exercise, felt: Sequence[Felt], run: int, limits: Thresholds
) -> Met:
    """What the newest sets left, against what was usual before them."""
    usual = _usual_left([left for *_, left in felt], run, limits)
    _, done, left = felt[0]
    load = f"{done.load} x {done.reps}" if done.load is not None else f"{done.reps}"
    what, limit = f"reps left at {load}", usual - limits.drift_reps
    pieces = (
        Evidence(what, left, "reps", session.day, usual, limit)
        for session, _, left in reversed(felt[:run])
    )
    title = f"{exercise.name}: {load} felt {number(usual - left)} reps harder"
    return Met(title, tuple(pieces))


def _is_large(loss: Loss, before: Sequence[Loss], limits: Thresholds) -> bool:
    """Whether a loss is above the usual and all before, or large after long rests."""
    if loss.rest_s >= limits.drop_off_rest_s and loss.share > limits.drop_off_most:
        return True
    return (
        len(before) >= limits.drop_off_sessions
        and loss.lost > max(one.lost for one in before)
        and loss.lost - median(one.lost for one in before) >= limits.drop_off_reps
        and loss.share - median(one.share for one in before) >= limits.drop_off_share
    )


def _alike(snapshot: Snapshot, exercise: Exercise) -> Iterator[Felt]:
    """The sessions whose first top set has the load and reps of the last, newest first.

    Easy weeks and all before a break are left out: after so long a set feels harder.
    """
    easy = snapshot.verdicts.easy_workouts
    past = list(
        islice(snapshot.sessions(exercise), 2 * snapshot.thresholds.noise_sessions)
    )
    gaps = [(later.day - one.day).days for later, one in pairwise(past)]
    unbroken = next((n for n, gap in enumerate(gaps, 1) if gap > BREAK_DAYS), len(past))
    newest: Felt | None = None
    for session in past[:unbroken]:
        felt = None if session.workout.id in easy else _felt(session)
        if felt is None and newest is None:
            return
        newest = newest or felt
        if felt and newest and _is_same(snapshot, felt, newest):
            yield felt


def _felt(session: Session) -> Felt | None:
    done = max(session.working, key=lambda one: session.moved_kg(one) or 0.0)
    left = known_left(done)
    if left is None or not done.reps or done.form is Form.BROKE:
        return None
    return session, done, left


def _is_same(snapshot: Snapshot, one: Felt, other: Felt) -> bool:
    """Whether two sets had the same load, as near as loads are told apart, and reps."""
    mine, theirs = (session.moved_kg(done) or 0.0 for session, done, _ in (one, other))
    near = abs(mine - theirs) <= snapshot.thresholds.same_load * theirs
    return near and one[1].reps == other[1].reps


def _drifted(lefts: Sequence[float], limits: Thresholds) -> int:
    """How many of the newest sets left so many fewer than those before; 0 if few."""
    counts = range(limits.drift_times, len(lefts) - limits.drift_baseline + 1)
    fewer = takewhile(
        lambda run: (
            max(lefts[:run])
            <= _usual_left(lefts, run, limits) - limits.drift_reps + SLACK
        ),
        counts,
    )
    return max(fewer, default=0)


def _usual_left(lefts: Sequence[float], run: int, limits: Thresholds) -> float:
    return median(lefts[run : run + limits.drift_most])


def _loss(session: Session) -> Loss | None:
    """What the last set lost; None unless both were rated close, at the same load."""
    first, last = session.working[0], session.working[-1]
    if first is last or first.load != last.load or not first.reps or not last.reps:
        return None
    start, end = known_left(first), known_left(last)
    if start is None or end is None or max(start, end) > MOST_LEFT:
        return None
    rests = [done.rest_s or 0.0 for done in session.working[1:]]
    could = first.reps + start
    return Loss(could, could - last.reps - end, min(rests))
