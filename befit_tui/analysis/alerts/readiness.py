"""How the lifter came in: readiness against the own weeks, sleep, joints that hurt."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import takewhile

from befit_tui.analysis.alerts.head import Head, Met, of_days
from befit_tui.analysis.alerts.result import Evidence, Severity, Subject
from befit_tui.analysis.alerts.snapshot import (
    TRAINING,
    Finding,
    Snapshot,
    muscle_subject,
)
from befit_tui.analysis.readiness import LEAST_ENTRIES, USUAL_DAYS, Readiness, readiness
from befit_tui.domain.workout import CheckIn, Workout

LAST = 5
"""Check-ins that are looked at for low ones (product constant)."""

SLEEP = Subject("week", "sleep", "Sleep")
READINESS = Head("readiness-low", "No sets to failure until it is back to your usual.")
SHORT = Head(
    "sleep-short",
    "Expect 2 to 3% less: one rep more stays in you on big lifts, none goes to failure."
    " The day is not held against you.",
)
PAIN = Head(
    "joint-pain",
    "Keep 3 in reserve on lifts that load it; see a doctor if it stays.",
    Severity.WARN,
)

Score = tuple[date, Readiness]
"""The readiness of a day, against that of the weeks before it."""


def readiness_low(snapshot: Snapshot) -> Iterator[Finding]:
    """Check-ins below the lifter's own usual, three of the last five."""

    def state(day: date) -> Met | str | None:
        scores = _scores(snapshot, day)
        low = _low(scores)
        if not scores:
            return f"needs {LEAST_ENTRIES} check-ins of 4 weeks and a new one"
        if len(low) < snapshot.thresholds.readiness_times:
            return None
        title = f"You rated recovery low {len(low)} times of {len(scores)}"
        return Met(title, tuple(map(_evidence, low)))

    yield from of_days(READINESS, snapshot, TRAINING, state, day=snapshot.as_of)


def sleep_short(snapshot: Snapshot) -> Iterator[Finding]:
    """A night of six hours or less before the last check-in."""
    if not snapshot.lifts:
        return
    limits = snapshot.thresholds
    slept = [
        (workout.day, checkin.sleep_hours)
        for workout, checkin in checkins(snapshot, snapshot.as_of)
        if checkin.sleep_hours is not None
    ]
    if not slept:
        reason = "no check-in of the last 14 days says how long you slept"
        yield SHORT.lacking(SLEEP, reason)
        return
    limit = limits.short_sleep_hours
    run = list(takewhile(lambda one: one[1] <= limit, slept))
    if not run:
        return
    short = [one for one in slept[:LAST] if one[1] <= limit]
    often = len(short) >= limits.readiness_times
    title = f"You slept {_hours(slept[0][1])}"
    if often:
        title = f"{len(short)} short nights of the last {len(slept[:LAST])}"
    nights = (Evidence("sleep", hours, "h", day, None, limit) for day, hours in short)
    met = Met(title, tuple(nights), severity=Severity.WARN if often else None)
    yield SHORT.alert(SLEEP, met, run[-1][0])


def joint_pain(snapshot: Snapshot) -> Iterator[Finding]:
    """A joint with pain twice in 14 days, or strong pain once, until it is 0 again."""
    found = list(checkins(snapshot, snapshot.as_of))
    if not found and snapshot.lifts:
        yield PAIN.lacking(TRAINING, "there was no check-in in the last 14 days")
    for site in sorted({joint.site for _, c in found for joint in c.joints}):
        subject, state = muscle_subject(site), partial(_painful, snapshot, site)
        yield from of_days(PAIN, snapshot, subject, state, day=snapshot.as_of)


def run_down(snapshot: Snapshot, workout: Workout) -> Met | None:
    """What spoke against failure on the day of a workout: its check-in, the last five.

    Its title goes on after "although"; None when nothing did, or nothing is known.
    """
    checkin = workout.checkin
    if checkin is None:
        return None
    day, limits = workout.day, snapshot.thresholds
    hours = checkin.sleep_hours
    if hours is not None and hours <= limits.short_sleep_hours:
        slept = Evidence("sleep", hours, "h", day, None, limits.short_sleep_hours)
        return Met(f"you slept {_hours(hours)}", (slept,))
    if checkin.eating_less:
        less = Evidence("eating less than usual", 1, "", day)
        return Met("you are eating less", (less,))
    low = _low(_scores(snapshot, day))
    if len(low) >= limits.readiness_times:
        words = "recovery was rated low three times"
        return Met(words, tuple(map(_evidence, low)))
    return None


def checkins(snapshot: Snapshot, day: date) -> Iterator[tuple[Workout, CheckIn]]:
    """The check-ins of the 14 days up to a day, newest first."""
    for workout in snapshot.window(day, snapshot.thresholds.checkin_days):
        if workout.checkin is not None:
            yield workout, workout.checkin


def _evidence(score: Score) -> Evidence:
    day, found = score
    usual, limit = round(found.usual or 0.0, 1), round(found.limit, 1)
    return Evidence("readiness, of 25", found.total or 0, "points", day, usual, limit)


def _low(scores: Sequence[Score]) -> list[Score]:
    return [score for score in scores if score[1].low]


def _scores(snapshot: Snapshot, day: date) -> list[Score]:
    """The last five check-ins that can be compared, newest first."""
    days = snapshot.thresholds.checkin_days
    known = snapshot.window(day, days + USUAL_DAYS)[::-1]
    scores = (
        (workout.day, readiness(checkin, workout.day, known))
        for workout, checkin in checkins(snapshot, day)
    )
    return [one for one in scores if one[1].usual is not None][:LAST]


def _painful(snapshot: Snapshot, site: str, day: date) -> Met | None:
    """The reports of a joint in the 14 days up to one that are too much; 0 ends it."""
    limits = snapshot.thresholds
    said = [
        (workout.day, joint.pain)
        for workout, checkin in checkins(snapshot, day)
        for joint in checkin.joints
        if joint.site == site
    ]
    since = takewhile(lambda one: one[1] > 0, said)
    found = [one for one in since if one[1] >= limits.pain]
    often = len(found) > 1
    if not often and all(pain < limits.strong_pain for _, pain in found):
        return None
    limit = limits.pain if often else limits.strong_pain
    name = muscle_subject(site).label
    what = f"{name.lower()} pain, 0 to 10"
    pieces = (Evidence(what, pain, "points", day, None, limit) for day, pain in found)
    times = f", {len(found)} times in two weeks" if often else ""
    return Met(f"{name} pain {found[0][1]} of 10{times}", tuple(pieces))


def _hours(hours: float) -> str:
    return "1 hour" if hours == 1 else f"{hours:g} hours"
