"""Alerts about where failure is used: how often, before the last set, on what lifts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from befit_tui.analysis.alerts.counts import WorkoutCounts, has_class
from befit_tui.analysis.alerts.head import Head, Met, of_sessions, unrated
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import (
    TRAINING,
    Finding,
    Snapshot,
    day_of,
    exercise_subject,
    lifts_of,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import Session, session_of
from befit_tui.analysis.risk import is_heavy
from befit_tui.domain.effort import reached_failure
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form, Risk
from befit_tui.domain.workout import LoggedSet, Workout

EVERY_SET = Head(
    "failure-every-set", "One set is enough to test yourself; keep it for the last."
)
WEEKS_OF_IT = Head(
    "failure-every-set",
    "Stop most sets 1 or 2 short: they grow muscle about as well and cost less.",
    Severity.WARN,
)
EARLY = Head(
    "failure-before-last-set",
    "Save failure for the last set: the sets after it lose reps.",
)
HIGH_RISK = Head(
    "failure-high-risk",
    "Aim for 1 to 3 reps left on heavy sets of this lift.",
    Severity.WARN,
)
MOSTLY = Head(
    "failure-mostly-compound",
    "Move failure to machines and isolation; stop big lifts 1 to 3 short.",
)
UNPLANNED = Head(
    "failure-unplanned",
    "The load may be too high: take a step less, or stop a rep earlier.",
)
SHARE = Head(
    "failure-share-rising",
    "Try 2 reps in reserve this week and see whether the numbers come back.",
)
WEEK_DAYS = 7
LOST = 2
"""Reps fewer than in a set to failure that are its cost; one is lost anyway (a rep in a
third of all pairs of sets that stopped short)."""


def failure_every_set(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Nearly every set of an exercise to failure."""
    limits = snapshot.thresholds

    def every(session: Session) -> Met | None:
        if not _is_every_set(session, limits):
            return None
        failed, sets = len(_failed(session)), len(session.working)
        which = f"all {sets}" if failed == sets else f"{failed} of {sets}"
        limit = round(limits.every_set_share * sets, 1)
        what = f"sets to failure of {sets}"
        day = day_of(session.workout)
        piece = Evidence(what, failed, "sets", day, threshold=limit)
        return Met(f"{which} sets went to failure", (piece,))

    yield from of_sessions(EVERY_SET, snapshot, exercise, every)


def failure_for_weeks(snapshot: Snapshot) -> Iterator[Finding]:
    """Nearly every set to failure, week after week: no session alone says so."""
    last, limits = snapshot.last, snapshot.thresholds

    def holds(day: date) -> bool:
        weeks = [
            _sums(snapshot, day - timedelta(days=WEEK_DAYS * n), WEEK_DAYS)
            for n in range(limits.every_set_weeks)
        ]
        return all(
            one.sets >= limits.every_set_week_sets
            and one.failures >= limits.every_set_share * one.sets
            for one in weeks
        )

    if last is None or not holds(day := day_of(last)):
        return
    weeks = limits.every_set_weeks
    found = _sums(snapshot, day, WEEK_DAYS * weeks)
    limit = round(limits.every_set_share * found.sets)
    yield WEEKS_OF_IT.alert(
        TRAINING,
        f"Nearly every set to failure for {weeks} weeks: "
        f"{found.failures} of {found.sets}",
        [
            Evidence(
                f"sets to failure of {found.sets} in {weeks} weeks",
                found.failures,
                "sets",
                day,
                threshold=limit,
            )
        ],
        snapshot.since(WEEKS_OF_IT.code, "", holds),
    )


def failure_before_last_set(
    snapshot: Snapshot, exercise: Exercise
) -> Iterator[Finding]:
    """A set to failure that the sets of the exercise after it paid for.

    Where every set went to failure that is said instead, not both.
    """
    limits = snapshot.thresholds

    def early(session: Session) -> Met | None:
        sets = len(session.working)
        places = [place for place in _failed(session) if _cost(session, place)]
        if not places or _is_every_set(session, limits):
            return None
        which = ", ".join(map(str, places))
        what = "sets that came after the first failure"
        day = day_of(session.workout)
        piece = Evidence(what, sets - places[0], "sets", day, threshold=0)
        return Met(f"failure in set {which} of {sets}", (piece,))

    yield from of_sessions(EARLY, snapshot, exercise, early)


def failure_high_risk(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Heavy sets to failure, or with broken form, of a lift where a miss is costly."""
    if not has_class(exercise):
        reason = "nobody said what failure risks on this lift"
        yield HIGH_RISK.lacking(exercise_subject(exercise), reason)
    if exercise.failure_risk is not Risk.AVOID:
        return
    found = standing(
        snapshot, exercise, lambda session: bool(_heavy_failures(snapshot, session))
    )
    if not found:
        latest = next(snapshot.sessions(exercise), None)
        yield from unrated(HIGH_RISK, [latest] if latest else [])
        return
    newest = day_of(found[0].workout)
    known = [s for s in _slips(snapshot) if day_of(s.session.workout) <= newest]
    again = len(known) >= snapshot.thresholds.heavy_failures
    title = f"{exercise.name}: a heavy set went to failure"
    if again:
        title = f"{len(known)} heavy sets to failure in 4 weeks, now on {exercise.name}"
    yield HIGH_RISK.alert(
        exercise_subject(exercise),
        title,
        map(_slip_evidence, known),
        day_of(found[-1].workout),
        severity=Severity.STOP if again else None,
    )


def heavy_failures(snapshot: Snapshot) -> int:
    """Heavy failures on ``avoid`` lifts in the last 28 days."""
    return len(_slips(snapshot))


def failure_mostly_compound(snapshot: Snapshot) -> Iterator[Finding]:
    """Most failures of four weeks on lifts where failure has a price.

    A lift of which nobody knows what it trains is not counted as one or the other.
    """
    last, limits = snapshot.last, snapshot.thresholds
    if last is None:
        return

    def mostly(day: date) -> bool:
        found = _sums(snapshot, day, limits.recent_days)
        enough = found.known >= limits.mostly_sets
        return enough and found.big > limits.mostly_share * found.known

    day = day_of(last)
    found = _sums(snapshot, day, limits.recent_days)
    if found.failures >= limits.mostly_sets > found.known:
        reason = "most sets to failure were on lifts of which nobody said what they are"
        yield MOSTLY.lacking(TRAINING, reason)
    elif mostly(day):
        what = f"failures on big or risky lifts, of {found.known}"
        limit = round(limits.mostly_share * found.known, 1)
        yield MOSTLY.alert(
            TRAINING,
            f"{found.big} of {found.known} sets to failure in 4 weeks "
            "were on big lifts",
            [Evidence(what, found.big, "sets", day, threshold=limit)],
            snapshot.since(MOSTLY.code, "", mostly),
        )


def failure_unplanned(snapshot: Snapshot) -> Iterator[Finding]:
    """Sets of a week that failed although the plan left reps."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None or not snapshot.lifts:
        return

    def often(day: date) -> bool:
        found = _sums(snapshot, day, WEEK_DAYS)
        return found.unplanned >= limits.unplanned_sets

    day = day_of(last)
    found = _sums(snapshot, day, WEEK_DAYS)
    if not found.planned:
        reason = "no rated set of the last 7 days was planned with reps left"
        yield UNPLANNED.lacking(TRAINING, reason)
    elif often(day):
        what, limit = (
            f"unplanned failures of {found.planned} sets in 7 days",
            limits.unplanned_sets,
        )
        yield UNPLANNED.alert(
            TRAINING,
            f"{found.unplanned} sets failed that were planned with reps left",
            [Evidence(what, found.unplanned, "sets", day, threshold=limit)],
            snapshot.since(UNPLANNED.code, "", often),
        )


def failure_share_rising(
    snapshot: Snapshot, alerts: Sequence[Alert]
) -> Iterator[Finding]:
    """More failure than the lifter's own median, or much while performance falls."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None or not snapshot.lifts:
        return
    day = day_of(last)
    share, usual = _share(snapshot, day), _usual_share(snapshot, day)
    if share is None:
        reason = f"fewer than {limits.share_sets} sets in two weeks, or none rated"
        yield SHARE.lacking(TRAINING, reason)
        return
    drops = [one for one in alerts if one.code == "performance-drop"]
    fallen = min((one.first_raised for one in drops), default=date.max)

    def holds(past: date) -> bool:
        high = past >= fallen and (_share(snapshot, past) or 0) >= limits.share_high
        return high or _rises(snapshot, past)

    if holds(day):
        yield SHARE.alert(
            TRAINING,
            _share_title(share, drops),
            [
                _share_evidence(share, usual, day, limits, high=bool(drops)),
                *(one.evidence[-1] for one in drops),
            ],
            snapshot.since(SHARE.code, str(fallen), holds),
            severity=Severity.WARN if drops else None,
        )
    elif usual is None:
        weeks = limits.share_windows * limits.share_days // WEEK_DAYS
        reason = f"what is usual needs {weeks} weeks of sets before these two"
        yield SHARE.lacking(TRAINING, reason)


class _Sums(NamedTuple):
    """The counts of several workouts; ``known`` failures are on lifts of a class."""

    sets: int
    rated: int
    failures: int
    known: int
    big: int
    planned: int
    unplanned: int


def _sums(snapshot: Snapshot, end: date, days: int) -> _Sums:
    found = [snapshot.counts(workout) for workout in snapshot.window(end, days)]

    def total(of: Callable[[WorkoutCounts], int]) -> int:
        return sum(map(of, found))

    return _Sums(
        sets=total(lambda one: one.sets),
        rated=total(lambda one: one.rated),
        failures=total(lambda one: one.failures),
        known=total(lambda one: one.failures - one.unknown),
        big=total(lambda one: one.big),
        planned=total(lambda one: one.planned),
        unplanned=total(lambda one: one.unplanned),
    )


def _failed(session: Session) -> list[int]:
    """The numbers, from 1, of the sets of a session that went to failure."""
    return [
        number
        for number, done in enumerate(session.working, 1)
        if reached_failure(done)
    ]


def _cost(session: Session, place: int) -> bool:
    """Whether a set after one, counted from 1, had fewer reps with the same load.

    A lighter set may have been planned so.
    """
    failed, later = session.working[place - 1], session.working[place:]
    return any(
        one.load == failed.load and (one.reps or 0) <= (failed.reps or 0) - LOST
        for one in later
    )


def _is_every_set(session: Session, limits: Thresholds) -> bool:
    sets = len(session.working)
    enough = sets >= limits.every_set_sets
    return enough and len(_failed(session)) >= limits.every_set_share * sets


@dataclass(frozen=True, slots=True)
class _Slip:
    """A heavy set that ended in failure or broken form."""

    session: Session
    done: LoggedSet


def _heavy_failures(snapshot: Snapshot, session: Session) -> list[_Slip]:
    failed = [
        done
        for done in session.working
        if reached_failure(done) or done.form is Form.BROKE
    ]
    if all(is_heavy(done.reps, None, None) for done in failed):
        return [_Slip(session, done) for done in failed]
    one_rm = snapshot.one_rm_before(session)
    return [
        _Slip(session, done)
        for done in failed
        if is_heavy(done.reps, session.moved_kg(done), one_rm)
    ]


def _slips(snapshot: Snapshot) -> list[_Slip]:
    """Every heavy failure on an ``avoid`` lift in the last 28 days, newest first."""
    return [
        slip for workout in snapshot.recent for slip in _slips_of(snapshot, workout)
    ]


def _slips_of(snapshot: Snapshot, workout: Workout) -> list[_Slip]:
    return snapshot.memo.get(
        ("slips", workout.id, workout.rev),
        lambda: [
            slip
            for exercise in lifts_of([workout], snapshot.exercises)
            if exercise.failure_risk is Risk.AVOID
            for slip in _heavy_failures(
                snapshot, session_of(workout, exercise, snapshot.weighed)
            )
        ],
    )


def _slip_evidence(slip: _Slip) -> Evidence:
    load = slip.done.load
    name = slip.session.exercise.name
    how = "form broke" if slip.done.form is Form.BROKE else "to failure"
    what = f"{name} {load} {how}" if load is not None else f"{name} {how}"
    day = day_of(slip.session.workout)
    return Evidence(what, slip.done.reps or 0, "reps", day)


def _share_evidence(
    share: float, usual: float | None, day: date, limits: Thresholds, *, high: bool
) -> Evidence:
    """The share against what was passed: a rise, or what is high while lifts fall."""
    rise = 1.0 if usual is None else usual + limits.share_rise
    limit = min(rise, limits.share_high) if high else rise
    known = None if usual is None else round(100 * usual)
    what = "sets to failure in 14 days"
    return Evidence(what, round(100 * share), "%", day, known, round(100 * limit))


def _share_title(share: float, drops: Sequence[Alert]) -> str:
    title = f"{share:.0%} of the sets of two weeks went to failure"
    if not drops:
        return f"{title}, more than usual"
    names = [one.subject.label for one in drops]
    which = " and ".join(names) if len(names) < 3 else f"{len(names)} lifts"
    return f"{title}, while {which} fell"


def _share(snapshot: Snapshot, day: date) -> float | None:
    """Failures as a share of the working sets of 14 days, None if few are known."""
    found = _sums(snapshot, day, snapshot.thresholds.share_days)
    if found.sets < snapshot.thresholds.share_sets or not found.rated:
        return None
    return found.failures / found.sets


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
