"""Alerts about when failure is used: before the last set, unplanned, on big lifts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import median

from befit_tui.analysis.alerts.failure_use import is_every_set
from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
)
from befit_tui.analysis.alerts.session import unrated
from befit_tui.analysis.alerts.snapshot import (
    TRAINING,
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import Session
from befit_tui.domain.effort import reached_failure
from befit_tui.domain.exercise import Exercise

WEEK_DAYS = 7


def failure_before_last_set(
    snapshot: Snapshot, exercise: Exercise
) -> Iterator[Finding]:
    """A set to failure with more sets of the exercise to come.

    Where every set went to failure that is said instead, not both.
    """
    limits = snapshot.thresholds

    def early(session: Session) -> bool:
        return bool(_early(session)) and not is_every_set(session, limits)

    found = standing(snapshot, exercise, early)
    if not found:
        if (last := snapshot.session_in(snapshot.last, exercise)) is not None:
            yield from unrated("failure-before-last-set", [last])
        return
    places = _early(found[0])
    which = ", ".join(str(place) for place in places)
    yield Alert(
        code="failure-before-last-set",
        severity=Severity.NOTE,
        subject=exercise_subject(exercise),
        title=f"{exercise.name}: failure in set {which} of {len(found[0].working)}",
        evidence=tuple(
            Evidence(
                what="sets that came after the first failure",
                value=len(session.working) - _early(session)[0],
                unit="sets",
                threshold=0,
                when=day_of(session.workout),
            )
            for session in found
        ),
        advice="Save failure for the last set: the sets after it lose reps.",
        first_raised=day_of(found[-1].workout),
    )


def failure_mostly_compound(snapshot: Snapshot) -> Iterator[Finding]:
    """Most failures of four weeks on lifts where failure has a price."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None:
        return

    def counts(day: date) -> tuple[int, int]:
        found = [snapshot.counts(w) for w in snapshot.window(day, limits.recent_days)]
        return sum(one.big for one in found), sum(one.failures for one in found)

    def mostly(day: date) -> bool:
        big, failed = counts(day)
        return failed >= limits.mostly_sets and big > limits.mostly_share * failed

    day = day_of(last)
    if not mostly(day):
        return
    big, failed = counts(day)
    yield Alert(
        code="failure-mostly-compound",
        severity=Severity.NOTE,
        subject=TRAINING,
        title=f"{big} of {failed} sets to failure in 4 weeks were on big lifts",
        evidence=(
            Evidence(
                what=f"failures on big or risky lifts, of {failed}",
                value=big,
                unit="sets",
                threshold=round(limits.mostly_share * failed, 1),
                when=day,
            ),
        ),
        advice="Move failure to machines and isolation; stop big lifts 1 to 3 short.",
        first_raised=snapshot.since("failure-mostly-compound", "", mostly),
    )


def failure_unplanned(snapshot: Snapshot) -> Iterator[Finding]:
    """Sets of a week that failed although the plan left reps."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None or not snapshot.lifts:
        return

    def failed(day: date) -> int:
        return sum(
            snapshot.counts(w).unplanned for w in snapshot.window(day, WEEK_DAYS)
        )

    def often(day: date) -> bool:
        return failed(day) >= limits.unplanned_sets

    day = day_of(last)
    week = [snapshot.counts(workout) for workout in snapshot.window(day, WEEK_DAYS)]
    planned = sum(one.planned for one in week)
    if not planned:
        reason = "no rated set of the last 7 days was planned with reps left"
        yield NotAssessable("failure-unplanned", TRAINING, reason)
        return
    if not often(day):
        return
    yield Alert(
        code="failure-unplanned",
        severity=Severity.NOTE,
        subject=TRAINING,
        title=f"{failed(day)} sets failed that were planned with reps left",
        evidence=(
            Evidence(
                what=f"unplanned failures of {planned} sets in 7 days",
                value=failed(day),
                unit="sets",
                threshold=limits.unplanned_sets,
                when=day,
            ),
        ),
        advice="The load may be too high: take a step less, or stop a rep earlier.",
        first_raised=snapshot.since("failure-unplanned", "", often),
    )


def failure_share_rising(
    snapshot: Snapshot, alerts: Sequence[Alert]
) -> Iterator[Finding]:
    """More failure than the lifter's own median, or much while performance falls."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None or not snapshot.lifts:
        return
    day = day_of(last)
    share = _share(snapshot, day)
    if share is None:
        reason = f"fewer than {limits.share_sets} sets in two weeks, or none rated"
        yield NotAssessable("failure-share-rising", TRAINING, reason)
        return
    drops = [one for one in alerts if one.code == "performance-drop"]
    fallen = min((one.first_raised for one in drops), default=date.max)

    def holds(past: date) -> bool:
        high = past >= fallen and (_share(snapshot, past) or 0) >= limits.share_high
        return high or _rises(snapshot, past)

    if not holds(day):
        return
    usual = _usual_share(snapshot, day)
    limit = _share_limit(usual, limits, high=bool(drops))
    yield Alert(
        code="failure-share-rising",
        severity=Severity.WARN if drops else Severity.NOTE,
        subject=TRAINING,
        title=_share_title(share, drops),
        evidence=(
            _share_evidence(share, usual, limit, day),
            *(one.evidence[-1] for one in drops),
        ),
        advice="Try 2 reps in reserve this week and see whether the numbers come back.",
        first_raised=snapshot.since("failure-share-rising", str(fallen), holds),
    )


def _share_limit(usual: float | None, limits: Thresholds, *, high: bool) -> float:
    """The share that was passed: a rise, or what is high while performance falls."""
    rise = 1.0 if usual is None else usual + limits.share_rise
    return min(rise, limits.share_high) if high else rise


def _share_evidence(
    share: float, usual: float | None, limit: float, day: date
) -> Evidence:
    return Evidence(
        what="sets to failure in 14 days",
        value=round(100 * share),
        unit="%",
        usual=None if usual is None else round(100 * usual),
        threshold=round(100 * limit),
        when=day,
    )


def _share_title(share: float, drops: Sequence[Alert]) -> str:
    title = f"{share:.0%} of the sets of two weeks went to failure"
    if not drops:
        return f"{title}, more than usual"
    names = [one.subject.label for one in drops]
    which = " and ".join(names) if len(names) < 3 else f"{len(names)} lifts"
    return f"{title}, while {which} fell"


def _early(session: Session) -> list[int]:
    """The numbers, from 1, of sets to failure that were not the last."""
    return [
        number
        for number, done in enumerate(session.working[:-1], 1)
        if reached_failure(done)
    ]


def _share(snapshot: Snapshot, day: date) -> float | None:
    """Failures as a share of the working sets of 14 days, None if few are known."""
    limits = snapshot.thresholds
    found = [snapshot.counts(w) for w in snapshot.window(day, limits.share_days)]
    sets = sum(one.sets for one in found)
    if sets < limits.share_sets or not any(one.rated for one in found):
        return None
    return sum(one.failures for one in found) / sets


def _usual_share(snapshot: Snapshot, day: date) -> float | None:
    """The median share of the four stretches of 14 days before."""
    limits = snapshot.thresholds
    earlier = [
        share
        for number in range(1, limits.share_windows + 1)
        if (share := _share(snapshot, day - timedelta(days=number * limits.share_days)))
        is not None
    ]
    return median(earlier) if len(earlier) == limits.share_windows else None


def _rises(snapshot: Snapshot, day: date) -> bool:
    share, usual = _share(snapshot, day), _usual_share(snapshot, day)
    limit = snapshot.thresholds.share_rise
    return share is not None and usual is not None and share > usual + limit
