"""How the lifter came in: readiness against the own weeks, and sleep."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, stdev

from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
    Subject,
)
from befit_tui.analysis.alerts.scene import TRAINING, Finding, Scene, day_of
from befit_tui.domain.workout import CheckIn, Workout

SCALES = ("sleep", "soreness", "fatigue", "stress", "mood")
"""What readiness is made of, each 1 (worst) to 5 (best): McLean 2010."""

LAST = 5
"""Check-ins that are looked at for low ones (product constant)."""

LEAST_SPREAD = 0.25
"""Spread of the mean scale below which a lifter's answers are not told apart."""

SLEEP = Subject("week", "sleep", "Sleep")


@dataclass(frozen=True, slots=True)
class RunDown:
    """Why a day is no day for failure, in words after "although", and its numbers."""

    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Score:
    """A check-in as the mean of its scales, against those of the weeks before."""

    day: date
    value: float
    usual: float
    limit: float

    @property
    def low(self) -> bool:
        return self.value <= self.limit


def readiness_low(scene: Scene) -> Iterator[Finding]:
    """Check-ins below the lifter's own usual, three of the last five."""
    if not scene.lifts:
        return
    limits = scene.thresholds
    scores = _scores(scene, scene.as_of)
    if not scores:
        needed = limits.readiness_entries
        reason = f"needs {needed} check-ins of 4 weeks and a new one to compare"
        yield NotAssessable("readiness-low", TRAINING, reason)
        return
    low = [score for score in scores if score.low]
    if len(low) < limits.readiness_times:
        return
    yield Alert(
        code="readiness-low",
        severity=Severity.NOTE,
        subject=TRAINING,
        title=f"You rated recovery low {len(low)} times of {len(scores)}",
        evidence=_evidence(low),
        advice="No sets to failure until it is back to your usual.",
        first_raised=scene.since(
            "readiness-low", "", lambda day: _is_low(scene, _scores(scene, day))
        ),
    )


def sleep_short(scene: Scene) -> Iterator[Finding]:
    """A night of six hours or less before the last check-in."""
    if not scene.lifts:
        return
    slept = [
        (day_of(workout), checkin.sleep_hours)
        for workout, checkin in checkins(scene, scene.as_of)
        if checkin.sleep_hours is not None
    ]
    if not slept:
        reason = "no check-in of the last 14 days says how long you slept"
        yield NotAssessable("sleep-short", SLEEP, reason)
        return
    limit = scene.thresholds.short_sleep_hours
    run = [one for one in slept[:LAST] if one[1] <= limit]
    if not run or run[0] is not slept[0]:
        return
    first = run[0][0]
    for day, hours in slept:
        if hours > limit:
            break
        first = day
    often = len(run) >= scene.thresholds.readiness_times
    title = f"You slept {slept[0][1]:g} hours"
    if often:
        title = f"{len(run)} short nights of the last {len(slept[:LAST])}"
    yield Alert(
        code="sleep-short",
        severity=Severity.WARN if often else Severity.NOTE,
        subject=SLEEP,
        title=title,
        evidence=tuple(
            Evidence(what="sleep", value=hours, unit="h", threshold=limit, when=day)
            for day, hours in run
        ),
        advice="Expect 2 to 3% less and stop 2 short; the day is not held against you.",
        first_raised=first,
    )


def run_down(scene: Scene, workout: Workout) -> RunDown | None:
    """What spoke against failure on the day of a workout: its check-in, the last five.

    None when nothing did, or nothing is known.
    """
    checkin = workout.checkin
    if checkin is None:
        return None
    day = day_of(workout)
    hours, limit = checkin.sleep_hours, scene.thresholds.short_sleep_hours
    if hours is not None and hours <= limit:
        slept = Evidence(what="sleep", value=hours, unit="h", threshold=limit, when=day)
        return RunDown(f"you slept {hours:g} hours", (slept,))
    if checkin.eating_less:
        less = Evidence(what="eating less than usual", value=1, unit="", when=day)
        return RunDown("you are eating less", (less,))
    scores = _scores(scene, day)
    if _is_low(scene, scores):
        low = _evidence([score for score in scores if score.low])
        return RunDown("recovery was rated low three times", low)
    return None


def _evidence(scores: Sequence[_Score]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            what="check-in, mean of 1 to 5",
            value=round(score.value, 1),
            unit="points",
            usual=round(score.usual, 1),
            threshold=round(score.limit, 2),
            when=score.day,
        )
        for score in scores
    )


def checkins(scene: Scene, day: date) -> Iterator[tuple[Workout, CheckIn]]:
    """The check-ins of the 14 days up to a day, newest first."""
    for workout in scene.window(day, scene.thresholds.checkin_days):
        if workout.checkin is not None:
            yield workout, workout.checkin


def _is_low(scene: Scene, scores: Sequence[_Score]) -> bool:
    return sum(score.low for score in scores) >= scene.thresholds.readiness_times


def _scores(scene: Scene, day: date) -> list[_Score]:
    """The last five check-ins that can be compared, newest first."""
    limits = scene.thresholds
    days = limits.checkin_days + limits.readiness_days
    known = [
        (day_of(workout), value)
        for workout in scene.window(day, days)
        if workout.checkin is not None and (value := _mean(workout.checkin)) is not None
    ]
    found: list[_Score] = []
    for place, (when, value) in enumerate(known[:LAST]):
        if (day - when).days >= limits.checkin_days:
            break
        first = when - timedelta(days=limits.readiness_days)
        before = [other for at, other in known[place + 1 :] if at >= first]
        if len(before) < limits.readiness_entries:
            continue
        usual, spread = fmean(before), max(LEAST_SPREAD, stdev(before))
        limit = usual + limits.readiness_low * spread
        found.append(_Score(when, value, usual, limit))
    return found


def _mean(checkin: CheckIn) -> float | None:
    """The mean of the scales that were answered; None when fewer than three were."""
    values = [value for name in SCALES if (value := getattr(checkin, name)) is not None]
    return fmean(values) if len(values) >= 3 else None
