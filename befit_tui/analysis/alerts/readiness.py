"""How the lifter came in: readiness against the own weeks, and sleep."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from befit_tui.analysis.alerts.head import Head
from befit_tui.analysis.alerts.result import Evidence, Severity, Subject
from befit_tui.analysis.alerts.snapshot import TRAINING, Finding, Snapshot, day_of
from befit_tui.analysis.readiness import LEAST_ENTRIES, USUAL_DAYS, readiness
from befit_tui.domain.workout import CheckIn, Workout

LAST = 5
"""Check-ins that are looked at for low ones (product constant)."""

SLEEP = Subject("week", "sleep", "Sleep")
READINESS = Head("readiness-low", "No sets to failure until it is back to your usual.")
SHORT = Head(
    "sleep-short",
    "Expect 2 to 3% less and stop 2 short; the day is not held against you.",
)


@dataclass(frozen=True, slots=True)
class RunDown:
    """Why a day is no day for failure, in words after "although", and its numbers."""

    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Score:
    """A check-in as the sum of its scales, against those of the weeks before."""

    day: date
    total: int
    usual: float
    z: float


def readiness_low(snapshot: Snapshot) -> Iterator[Finding]:
    """Check-ins below the lifter's own usual, three of the last five."""
    if not snapshot.lifts:
        return
    limits = snapshot.thresholds
    scores = _scores(snapshot, snapshot.as_of)
    if not scores:
        reason = f"needs {LEAST_ENTRIES} check-ins of 4 weeks and a new one to compare"
        yield READINESS.lacking(TRAINING, reason)
        return
    low = _low(snapshot, scores)
    if len(low) >= limits.readiness_times:
        yield READINESS.alert(
            TRAINING,
            f"You rated recovery low {len(low)} times of {len(scores)}",
            _evidence(snapshot, low),
            snapshot.since(
                READINESS.code,
                "",
                lambda day: _is_low(snapshot, _scores(snapshot, day)),
            ),
        )


def sleep_short(snapshot: Snapshot) -> Iterator[Finding]:
    """A night of six hours or less before the last check-in."""
    if not snapshot.lifts:
        return
    slept = [
        (day_of(workout), checkin.sleep_hours)
        for workout, checkin in checkins(snapshot, snapshot.as_of)
        if checkin.sleep_hours is not None
    ]
    if not slept:
        reason = "no check-in of the last 14 days says how long you slept"
        yield SHORT.lacking(SLEEP, reason)
        return
    limit = snapshot.thresholds.short_sleep_hours
    run = [one for one in slept[:LAST] if one[1] <= limit]
    if not run or run[0] is not slept[0]:
        return
    enough = takewhile(lambda one: one[1] <= limit, slept)
    often = len(run) >= snapshot.thresholds.readiness_times
    title = f"You slept {slept[0][1]:g} hours"
    if often:
        title = f"{len(run)} short nights of the last {len(slept[:LAST])}"
    yield SHORT.alert(
        SLEEP,
        title,
        [Evidence("sleep", hours, "h", day, None, limit) for day, hours in run],
        [day for day, _ in enough][-1],
        severity=Severity.WARN if often else None,
    )


def run_down(snapshot: Snapshot, workout: Workout) -> RunDown | None:
    """What spoke against failure on the day of a workout: its check-in, the last five.

    None when nothing did, or nothing is known.
    """
    checkin = workout.checkin
    if checkin is None:
        return None
    day = day_of(workout)
    hours, limit = checkin.sleep_hours, snapshot.thresholds.short_sleep_hours
    if hours is not None and hours <= limit:
        slept = Evidence("sleep", hours, "h", day, threshold=limit)
        return RunDown(f"you slept {hours:g} hours", (slept,))
    if checkin.eating_less:
        less = Evidence("eating less than usual", 1, "", day)
        return RunDown("you are eating less", (less,))
    scores = _scores(snapshot, day)
    if _is_low(snapshot, scores):
        low = _evidence(snapshot, _low(snapshot, scores))
        return RunDown("recovery was rated low three times", low)
    return None


def _evidence(snapshot: Snapshot, scores: Sequence[_Score]) -> tuple[Evidence, ...]:
    low = snapshot.thresholds.readiness_low
    return tuple(
        Evidence(
            "readiness, of 25",
            score.total,
            "points",
            score.day,
            round(score.usual, 1),
            # z is the distance in own spreads, so this is where it would be the limit.
            round(score.usual + (score.total - score.usual) * low / score.z, 1),
        )
        for score in scores
    )


def checkins(snapshot: Snapshot, day: date) -> Iterator[tuple[Workout, CheckIn]]:
    """The check-ins of the 14 days up to a day, newest first."""
    for workout in snapshot.window(day, snapshot.thresholds.checkin_days):
        if workout.checkin is not None:
            yield workout, workout.checkin


def _low(snapshot: Snapshot, scores: Sequence[_Score]) -> list[_Score]:
    return [score for score in scores if score.z <= snapshot.thresholds.readiness_low]


def _is_low(snapshot: Snapshot, scores: Sequence[_Score]) -> bool:
    return len(_low(snapshot, scores)) >= snapshot.thresholds.readiness_times


def _scores(snapshot: Snapshot, day: date) -> list[_Score]:
    """The last five check-ins that can be compared, newest first."""
    limits = snapshot.thresholds
    known = snapshot.window(day, limits.checkin_days + USUAL_DAYS)
    found: list[_Score] = []
    for place, workout in enumerate(known):
        if (day - day_of(workout)).days >= limits.checkin_days or len(found) == LAST:
            break
        if workout.checkin is None:
            continue
        now = readiness(workout.checkin, day_of(workout), reversed(known[place + 1 :]))
        if now.total is not None and now.usual is not None and now.z is not None:
            found.append(_Score(day_of(workout), now.total, now.usual, now.z))
    return found
