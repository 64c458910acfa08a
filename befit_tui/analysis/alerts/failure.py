"""Alerts about where failure is used: how often, before the last set, on what lifts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from math import floor
from statistics import median

from befit_tui.analysis.alerts.counts import has_class
from befit_tui.analysis.alerts.head import (
    Head,
    Met,
    each_day,
    each_session,
    unrated,
)
from befit_tui.analysis.alerts.performance import newly_fallen
from befit_tui.analysis.alerts.readiness import run_down
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import (
    TRAINING,
    Finding,
    Snapshot,
    exercise_subject,
    lifts_of,
    session_subject,
    standing,
)
from befit_tui.analysis.alerts.thresholds import Thresholds
from befit_tui.analysis.lift.sessions import Session, session_of
from befit_tui.analysis.lift.strength import HEAVY_REPS, HEAVY_SHARE, best_1rm, is_heavy
from befit_tui.domain.effort import (
    is_disputed,
    is_working,
    known_left,
    reached_failure,
)
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.vocabulary import Form, Phase, Risk
from befit_tui.domain.wording import counted
from befit_tui.domain.workout import LoggedSet, Workout

EVERY_SET = Head(
    "failure-every-set",
    "One set is enough to test yourself; keep it for the last.",
    habit=True,
)
WEEKS_OF_IT = Head(
    "failure-every-set",
    "Stop most sets 1 or 2 short: they grow muscle about as well and cost less.",
    Severity.WARN,
)
EARLY = Head(
    "failure-before-last-set",
    "Save failure for the last set: the sets after it lose reps.",
    habit=True,
)
HIGH_RISK = Head(
    "failure-high-risk",
    "Stop heavy sets of this lift at the reps left that its plan asks for.",
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
    Severity.WARN,
)
USUAL_SESSIONS = 10
"""Earlier workouts that tell how many failure sets are usual (product constant)."""
BUDGET = Head("failure-budget", "Stop the other sets with 1 or 2 reps left.")
IN_DELOAD = Head(
    "failure-in-deload",
    "Stop at 4 left this week: a deload is there to recover.",
    Severity.WARN,
)
RUN_DOWN = Head(
    "failure-when-run-down",
    "On such days stop short: failure asks for recovery you do not have.",
    Severity.WARN,
)
WEEK_DAYS = 7
LOST, LOST_SHARE = 2, 0.25
"""Reps fewer than in a set to failure, and share of them, that are its cost: the last
of six sets that stop short has 6 to 9% less than the first (Refalo 2023)."""

Slip = tuple[Session, LoggedSet]
"""A heavy set that ended in failure or broken form, and its session."""


@each_session(EVERY_SET)
def failure_every_set(snapshot: Snapshot, session: Session) -> Met | None:
    """Nearly every set of an exercise to failure."""
    limits = snapshot.thresholds
    if not _is_every_set(session, limits):
        return None
    sets, failed = len(session.working), sum(map(reached_failure, session.working))
    which = f"all {sets}" if failed == sets else f"{failed} of {sets}"
    what, limit = f"sets to failure of {sets}", limits.every_set_share * sets
    piece = Evidence(what, failed, "sets", session.day, None, round(limit, 1))
    return Met(f"{which} sets went to failure", (piece,))


@each_day(WEEKS_OF_IT)
def failure_for_weeks(snapshot: Snapshot, day: date) -> Met | None:
    """Nearly every set to failure, week after week: no session alone says so."""
    limits = snapshot.thresholds
    found = [
        snapshot.sums(day - timedelta(weeks=n), WEEK_DAYS, "sets", "failures")
        for n in range(limits.every_set_weeks)
    ]
    share = limits.every_set_share
    if any(n < limits.every_set_week_sets or f < share * n for n, f in found):
        return None
    sets, failed = map(sum, zip(*found, strict=True))
    weeks = f"{len(found)} weeks"
    what, limit = f"sets to failure of {sets} in {weeks}", round(share * sets)
    title = f"Nearly every set to failure for {weeks}: {failed} of {sets}"
    return Met(title, (Evidence(what, failed, "sets", day, None, limit),))


@each_session(EARLY)
def failure_before_last_set(snapshot: Snapshot, session: Session) -> Met | None:
    """A set to failure that the sets of the exercise after it paid for.

    Where every set went to failure that is said instead, not both.
    """
    worst = max(_costs(session), key=lambda cost: cost[0] - cost[1], default=None)
    if worst is None or _is_every_set(session, snapshot.thresholds):
        return None
    failed, after = worst
    what = f"reps after {failed} to failure with the same load"
    limit = floor(failed - max(LOST, LOST_SHARE * failed))
    piece = Evidence(what, after, "reps", session.day, None, limit)
    return Met(f"{failed} reps to failure, then {after} with the same load", (piece,))


def failure_high_risk(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """Heavy sets to failure, or with broken form, of a lift where a miss is costly."""
    subject = exercise_subject(exercise)
    if not has_class(exercise):
        reason = "nobody said what failure risks on this lift"
        yield HIGH_RISK.lacking(subject, reason)
    if exercise.failure_risk is not Risk.AVOID:
        return
    # It is said before the lift is done again, not only until the next workout.
    days = snapshot.thresholds.habit_days
    found = standing(
        snapshot, exercise, lambda one: bool(slips_in(snapshot, one)), lasts=days
    )
    if not found:
        yield from unrated(HIGH_RISK, islice(snapshot.sessions(exercise), 1))
        return
    lately = [one for one in snapshot.recent if one.day <= found[0].day]
    known = [slip for one in lately for slip in _slips_of(snapshot, one)]
    sure = sum(map(_is_sure, known))
    own = (slip for one in found for slip in slips_in(snapshot, one))
    # A set that was rated as well short of failure is worth a note only.
    doubted = not any(_is_sure(slip, by=2) for slip in own)
    again = sure >= snapshot.thresholds.heavy_failures and not doubted
    title = f"{exercise.name}: a heavy set went to failure"
    if again:
        title = f"{sure} heavy sets to failure in 4 weeks, now on {exercise.name}"
    severity = Severity.STOP if again else Severity.NOTE if doubted else None
    pieces = (*map(_slip_evidence, known), *_lighter(snapshot, lately))
    yield HIGH_RISK.alert(subject, Met(title, pieces, severity=severity), found[-1].day)


def _lighter(snapshot: Snapshot, lately: Sequence[Workout]) -> Iterator[Evidence]:
    """How many sets to failure of such lifts in these workouts were not heavy."""
    found = [
        (one.day, _failures(snapshot, one) - len(_slips_of(snapshot, one)))
        for one in lately
    ]
    lighter = [(day, sets) for day, sets in found if sets > 0]
    if lighter:
        rule = f"{HEAVY_SHARE:.0%} of the 1RM and over {HEAVY_REPS} reps"
        what = f"not counted in 4 weeks, below {rule}, the last"
        last = max(day for day, _ in lighter)
        yield Evidence(what, sum(sets for _, sets in lighter), "sets", last)


def _failures(snapshot: Snapshot, workout: Workout) -> int:
    """Sets of ``avoid`` lifts, heavy or not, to failure or with broken form."""
    return sum(
        is_working(done) and (reached_failure(done) or done.form is Form.BROKE)
        for entry in workout.entries
        if snapshot.exercises(entry.exercise).failure_risk is Risk.AVOID
        for done in entry.sets
    )


def failure_budget(snapshot: Snapshot) -> Iterator[Finding]:
    """More sets to failure in one workout than the budget allows.

    Who passes it anyway is told of two more than in any of ten workouts before; beside
    every set and in the summary it is read each time.
    """
    workout = snapshot.last
    if workout is None:
        return
    failed, day = snapshot.counts(workout).failures, workout.day
    allowed = budget(workout, snapshot.thresholds)
    earlier = islice(snapshot.recent, 1, 1 + USUAL_SESSIONS)
    known = (one for one in map(snapshot.counts, earlier) if one.rated)
    counts = [one.failures for one in known]
    usual, most = median(counts) if counts else None, max(counts, default=0)
    # Who passes it anyway has one more by chance.
    if failed > (allowed if most <= allowed else most + 1):
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


@each_day(MOSTLY)
def failure_mostly_compound(snapshot: Snapshot, day: date) -> Met | str | None:
    """Most failures of four weeks on lifts where failure has a price.

    One workout is no habit. A lift of which nobody knows what it trains is none of
    them, and few are known where most are such.
    """
    limits = snapshot.thresholds
    names = ("failures", "unknown", "big")
    failed, unknown, big = snapshot.sums(day, limits.recent_days, *names)
    known, limit = failed - unknown, limits.mostly_share * failed
    if failed >= limits.mostly_sets > known:
        return "most sets to failure were on lifts nobody said what they are of"
    window = snapshot.window(day, limits.recent_days)
    days = sum(snapshot.counts(one).failures > 0 for one in window)
    few = known < limits.mostly_sets or days < limits.mostly_workouts
    if few or big <= limit:
        return None
    what = f"failures on big or risky lifts, of {failed}"
    title = f"{big} of {failed} sets to failure in 4 weeks were on big lifts"
    return Met(title, (Evidence(what, big, "sets", day, None, round(limit, 1)),))


@each_day(UNPLANNED)
def failure_unplanned(snapshot: Snapshot, day: date) -> Met | str | None:
    """Sets of a week that failed although the plan left reps."""
    limit = snapshot.thresholds.unplanned_sets
    planned, failed = snapshot.sums(day, WEEK_DAYS, "planned", "unplanned")
    if not planned:
        return "no rated set of the last 7 days was planned with reps left"
    if failed < limit:
        return None
    what = f"unplanned failures of {planned} sets in 7 days"
    title = f"{failed} sets failed that were planned with reps left"
    return Met(title, (Evidence(what, failed, "sets", day, None, limit),))


def failure_share_rising(
    snapshot: Snapshot, alerts: Sequence[Alert]
) -> Iterator[Finding]:
    """More failure than the lifter's own median while two lifts fell.

    Alone it is no alert: how much of the training was to failure is shown as a chart.
    """
    limits, drops = snapshot.thresholds, newly_fallen(snapshot, alerts)
    if snapshot.last is None or not snapshot.lifts:
        return
    day = snapshot.last.day
    share, usual = _share(snapshot, day), _usual_share(snapshot, day)
    if share is None:
        reason = f"fewer than {limits.share_sets} sets in two weeks, or none rated"
        yield SHARE.lacking(TRAINING, reason)
    elif usual is None:
        weeks = limits.share_windows * limits.share_days // WEEK_DAYS
        reason = f"what is usual needs {weeks} weeks of sets before these two"
        yield SHARE.lacking(TRAINING, reason)
    elif drops and share >= max(limits.share_high, usual + limits.share_rise):
        which = " and ".join(one.subject.label for one in drops)
        title = f"{share:.0%} of the sets of two weeks went to failure"
        value, known = round(100 * share), round(100 * usual)
        piece = Evidence("sets to failure in 14 days", value, "%", day, known)
        pieces = (piece, *(one.evidence[-1] for one in drops))
        since = max(one.first_raised for one in drops)
        yield SHARE.alert(TRAINING, Met(f"{title}, while {which} fell", pieces), since)


def _costs(session: Session) -> Iterator[tuple[int, int]]:
    """The reps of each set to failure that cost reps, and the fewest after it.

    A lighter set may have been planned so.
    """
    for place, failed in enumerate(session.working, 1):
        alike = (one for one in session.working[place:] if one.load == failed.load)
        reps = failed.reps or 0
        least = min((one.reps or 0 for one in alike), default=reps)
        if reached_failure(failed) and reps - least >= max(LOST, LOST_SHARE * reps):
            yield reps, least


def _is_every_set(session: Session, limits: Thresholds) -> bool:
    sets, failed = len(session.working), sum(map(reached_failure, session.working))
    return failed >= limits.every_set_share * sets and sets >= limits.every_set_sets


def slips_in(snapshot: Snapshot, session: Session) -> list[Slip]:
    """The heavy ones, by the 1RM of before, or the day's own where that is higher."""
    slips = [
        done
        for done in session.working
        if reached_failure(done) or done.form is Form.BROKE
    ]
    if not all(is_heavy(done.reps, None, None) for done in slips):
        shown = (snapshot.one_rm_before(session), best_1rm(session))
        best = max((one for one in shown if one is not None), default=None)
        moved = session.moved_kg
        slips = [done for done in slips if is_heavy(done.reps, moved(done), best)]
    return [(session, done) for done in slips]


def heavy_slips(snapshot: Snapshot) -> list[Slip]:
    """Every heavy failure on an ``avoid`` lift in the last 28 days, newest first."""
    return [slip for one in snapshot.recent for slip in _slips_of(snapshot, one)]


def sure_slips(snapshot: Snapshot) -> int:
    """How many of them no rating speaks against."""
    return sum(map(_is_sure, heavy_slips(snapshot)))


def _is_sure(slip: Slip, by: float = 1) -> bool:
    """Whether no rating of so many left speaks against the tag."""
    return slip[1].form is Form.BROKE or not is_disputed(slip[1], by)


def _slips_of(snapshot: Snapshot, workout: Workout) -> list[Slip]:
    return snapshot.memo.get(
        ("slips", workout.id, workout.rev),
        lambda: [
            slip
            for exercise in lifts_of([workout], snapshot.exercises)
            if exercise.failure_risk is Risk.AVOID
            for slip in slips_in(
                snapshot, session_of(workout, exercise, snapshot.weighed)
            )
        ],
    )


def _slip_evidence(slip: Slip) -> Evidence:
    session, done = slip
    load = f" {done.load}" if done.load is not None else ""
    how = "form broke" if done.form is Form.BROKE else "to failure"
    if not _is_sure(slip):
        how = f"{how}, though rated as reps left"
    what = f"{session.exercise.name}{load} {how}"
    return Evidence(what, done.reps or 0, "reps", session.day)


def _share(snapshot: Snapshot, day: date) -> float | None:
    """Failures as a share of the working sets of 14 days, None if few are known."""
    limits, names = snapshot.thresholds, ("sets", "rated", "failures")
    sets, rated, failed = snapshot.sums(day, limits.share_days, *names)
    return failed / sets if sets >= limits.share_sets and rated else None


def _usual_share(snapshot: Snapshot, day: date) -> float | None:
    """The median share of the four stretches of 14 days before."""
    limits = snapshot.thresholds
    days = range(1, limits.share_windows + 1)
    earlier = (day - timedelta(days=number * limits.share_days) for number in days)
    known = [share for end in earlier if (share := _share(snapshot, end)) is not None]
    return median(known) if len(known) == limits.share_windows else None
