"""Alerts about effort within a session: the last set lost many reps."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from statistics import median
from typing import NamedTuple

from befit_tui.analysis.alerts.head import Head, Met, of_sessions
from befit_tui.analysis.alerts.result import Evidence
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, exercise_subject
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift import WeekKind
from befit_tui.analysis.lift.sessions import Session
from befit_tui.analysis.lift.strength import MOST_LEFT
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import number

DROP_OFF = Head(
    "set-drop-off",
    "Rest a minute longer, or stop the first set a rep or two earlier.",
)


class Loss(NamedTuple):
    """The reps to failure of a first set, and those that the last set lost."""

    could: float
    lost: float

    @property
    def share(self) -> float:
        """What was lost as a share of the first set."""
        return self.lost / self.could


def set_drop_off(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """The last set lost far more reps to the first than is usual for the lift."""
    limits = snapshot.thresholds
    sessions = takewhile(snapshot.looks_at, snapshot.sessions(exercise))
    newest = list(islice(sessions, limits.drop_off_most))
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
        usual = median(one.lost for one in earlier)
        what = f"reps lost of {number(loss.could)} that the first set had"
        limit = usual + limits.drop_off_reps
        piece = Evidence(what, loss.lost, "reps", session.day, usual, limit)
        return Met(f"{number(loss.lost)} reps lost by the last set", (piece,))

    if snapshot.verdict(exercise).week is WeekKind.NORMAL:
        yield from of_sessions(DROP_OFF, snapshot, exercise, dropped)


def _is_large(loss: Loss, before: Sequence[Loss], limits: Thresholds) -> bool:
    """Whether a loss is far above the usual and above all before."""
    return (
        len(before) >= limits.drop_off_sessions
        and loss.lost > max(one.lost for one in before)
        and loss.lost - median(one.lost for one in before) >= limits.drop_off_reps
        and loss.share - median(one.share for one in before) >= limits.drop_off_share
    )


def _loss(session: Session) -> Loss | None:
    """What the last set lost; None unless both were rated close, at the same load."""
    first, last = session.working[0], session.working[-1]
    if first is last or first.load != last.load or not first.reps or not last.reps:
        return None
    start, end = known_left(first), known_left(last)
    if start is None or end is None or max(start, end) > MOST_LEFT:
        return None
    could = first.reps + start
    return Loss(could, could - last.reps - end)
