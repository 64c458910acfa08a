"""Alerts that say the verdict on a lift, and those that weigh them over the weeks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import combinations, pairwise, takewhile
from statistics import median

from befit_tui.analysis.alerts.head import Head, Met, each_day
from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import (
    TRAINING,
    Finding,
    Snapshot,
    exercise_subject,
    muscle_subject,
)
from befit_tui.analysis.lift.verdict import Measure, Trend, Verdict, moved
from befit_tui.analysis.volume import WEEK, monday_of
from befit_tui.domain.effort import known_left
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import from_kg, number
from befit_tui.domain.value import replace

WHAT = {
    Measure.E1RM: ("estimated 1RM", ""),
    Measure.REPS: ("reps to failure with its load", "reps"),
    Measure.SECONDS: ("seconds held", "s"),
}

DROP = Head(
    "performance-drop",
    "Leave 2 reps on this lift until it is back; look at sleep and rest.",
    Severity.WARN,
)
STALL = Head("stall", "Look at sleep and at the rest between sets first.")
FATIGUE = Head(
    "fatigue-building",
    "No failure until two normal sessions; an easier week is an option.",
    Severity.WARN,
)
DELOAD = Head("deload-due", "Plan a deload: the same days, half the sets, 4 left.")
NEWLY_DAYS, JUDGED_DAYS = 21, 14
"""Days since two lifts were told to fall, and were last done, that make it fatigue: of
lifters who stay as strong that happens to one in twelve a year."""
RATED = 0.5
"""Share of the sets of a week that must be rated to tell how close they came: who tags
only failures rates nothing else."""
RUN_DOWN = ("readiness-low", "joint-pain")
"""Alerts that make an easier week more than an option."""
EASY_LEFT = 3
"""Reps left from which sets are too easy for a lift to rise by (product constant)."""
FEW_SETS = 5
"""Hard sets of a muscle a week below which more of them pay most (Pelland 2026)."""
DAY = timedelta(days=1)
EASIER = "Plan an easier week: fewer sets, 4 left, no failure."


def performance_drop(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift that falls; a warning where its effort is known.

    Where it is not, the lifter may have stopped earlier: a note.
    """
    verdict = snapshot.verdict(exercise)
    if verdict.verdict is Trend.CANNOT_TELL:
        yield DROP.lacking(exercise_subject(exercise), verdict.basis)
    if verdict.verdict is not Trend.FALLING or verdict.told_on is None:
        return
    met = Met(f"{exercise.name}: {moved(verdict)}", (_evidence(verdict),))
    if not verdict.rated:
        rate = f"Rate the sets, to tell an easy day from a weak one. {DROP.advice}"
        met = replace(met, advice=rate, severity=Severity.NOTE)
    yield DROP.alert(exercise_subject(exercise), met, verdict.told_on)


def stall(snapshot: Snapshot, exercise: Exercise) -> Iterator[Finding]:
    """A lift that has not risen for ten weeks while the lifter eats as usual."""
    verdict = snapshot.verdict(exercise)
    if verdict.verdict is Trend.CANNOT_TELL:
        yield STALL.lacking(exercise_subject(exercise), verdict.basis)
    since, told = verdict.since, verdict.told_on
    if not verdict.stalled or since is None or told is None:
        return
    if not _eats_less(snapshot, since):
        weeks = round(((snapshot.as_of - since).days + 1) / WEEK.days)
        title = f"{exercise.name}: no rise in {weeks} weeks"
        advice = f"{_way_on(snapshot, exercise, since)} {STALL.advice}".strip()
        met = Met(title, (_evidence(verdict),), advice)
        yield STALL.alert(exercise_subject(exercise), met, told)


def _way_on(snapshot: Snapshot, exercise: Exercise, since: date) -> str:
    """What the sets since a day speak for, the surest first; empty: nothing.

    Failure in many of them costs strength (Grgic 2022), sets far from it grow less
    (Robinson 2024), as do few of them (Pelland 2026).
    """
    done = takewhile(lambda one: one.day >= since, snapshot.sessions(exercise))
    found = [known_left(each) for one in done for each in one.working]
    lefts, failed = [one for one in found if one is not None], found.count(0)
    if failed >= snapshot.thresholds.share_high * len(found):
        return f"{failed} of {len(found)} sets went to failure: stop 1 or 2 short."
    if 2 * len(lefts) >= len(found) and median(lefts) >= EASY_LEFT:
        return f"Half of the sets left {number(median(lefts))} or more: go to 1 or 2."
    volumes = [snapshot.counts(one).volume for one in snapshot.recent]
    for muscle in exercise.primary:
        sets = sum(sum(one.get(muscle, (0.0, 0.0))) for one in volumes) / 4
        if sets < FEW_SETS:
            name = muscle_subject(muscle).label
            return (
                f"{name}: {number(round(sets, 1))} hard sets a week, try 1 or 2 more."
            )
    if 2 * len(lefts) < len(found):
        return "Rate the sets, to see how close to failure they end."
    return ""


def _eats_less(snapshot: Snapshot, since: date) -> bool:
    checkins = (one.checkin for one in snapshot.log if one.day >= since)
    return any(one is not None and one.eating_less for one in checkins)


def _evidence(verdict: Verdict) -> Evidence:
    """The lift now and then, in its unit; of a fall with the sets that show it."""
    what, unit = WHAT[verdict.measure]
    values = verdict.now or 0.0, verdict.before or 0.0
    if verdict.measure is Measure.E1RM:
        unit = str(verdict.unit)
        values = from_kg(values[0], verdict.unit), from_kg(values[1], verdict.unit)
    if verdict.verdict is Trend.FALLING:
        # The sets say what is counted, but for the 1RM that they come to.
        by = "1RM by " if verdict.measure is Measure.E1RM else ""
        what = f"{by}{verdict.basis}"
    now, before = (round(value, 1) for value in values)
    return Evidence(what, now, unit, verdict.level[-1].day, before)


def fatigue_building(snapshot: Snapshot, alerts: Sequence[Alert]) -> Iterator[Finding]:
    """Two lifts of different muscles that fell within three weeks, one of them big.

    Overreaching is defined by a loss of performance (Meeusen 2013); one lift that falls
    proves nothing, nor do two little ones, nor an easy week.
    """
    fell = newly_fallen(snapshot, alerts)
    if snapshot.in_easy_week or not fell:
        return
    others = [one for one in alerts if one.code in RUN_DOWN]
    names = " and ".join(one.subject.label for one in fell)
    title = f"Fatigue is building: {names} fell together"
    met = Met(title, tuple(one.evidence[-1] for one in (*fell, *others)))
    if others:
        met = Met(title, met.evidence, EASIER, Severity.STOP)
    yield FATIGUE.alert(TRAINING, met, max(one.first_raised for one in fell))


@each_day(DELOAD)
def deload_due(snapshot: Snapshot, day: date) -> Met | str | None:
    """Hard week after hard week: how many an easier one is due after.

    Training once a week, or far from failure, is no reason for one, nor is a program
    with easy weeks of its own.
    """
    if snapshot.in_easy_week:
        return None
    if not any(snapshot.counts(one).rated for one in snapshot.recent):
        return "no set of four weeks was rated in reps left"
    limit, weeks = snapshot.thresholds.deload_weeks, _hard_weeks(snapshot, day)
    what = "hard weeks since an easier one"
    piece = Evidence(what, weeks, "weeks", day, None, limit)
    title = f"{weeks} hard weeks without an easier one"
    return Met(title, (piece,)) if weeks >= limit else None


def newly_fallen(snapshot: Snapshot, alerts: Sequence[Alert]) -> Sequence[Alert]:
    """The first two lifts that fell lately, of different muscles, not both small.

    Of known effort: two days that may have been easy are no fatigue.
    """
    day = snapshot.as_of
    drops = [
        one
        for one in alerts
        if one.code == "performance-drop"
        and one.severity is Severity.WARN
        and (day - one.first_raised).days <= NEWLY_DAYS
        and (day - one.evidence[-1].when).days <= JUDGED_DAYS
    ]
    for pair in combinations(drops, 2):
        first, second = (snapshot.exercises(one.subject.id) for one in pair)
        apart = not set(first.primary) & set(second.primary)
        if apart and (first.is_compound or second.is_compound):
            return pair
    return ()


def _hard_weeks(snapshot: Snapshot, day: date) -> int:
    """How many calendar weeks up to a day were hard, without one that was not.

    The week of the day counts once it is over, the first one if more than half of it
    was trained in. An easy workout in it ends them, as do seven days without training.
    """
    if any(map(snapshot.is_easy, snapshot.window(day, day.weekday() + 1))):
        return 0
    first = max(_rested(snapshot, day), snapshot.log[-1].day)
    monday, found = monday_of(day + DAY), 0
    while (monday := monday - WEEK) + WEEK / 2 > first:
        # What was easy is known better on a later day.
        key, end = ("hard", monday, snapshot.as_of), monday + WEEK - DAY
        if not snapshot.memo.get(key, partial(_is_hard, snapshot, end)):
            break
        found += 1
    return found


def _rested(snapshot: Snapshot, day: date) -> date:
    """The first day after the last seven days up to a day without training."""
    days = (one.day for one in snapshot.log if one.day <= day)
    return next((b for b, a in pairwise(days) if b - a > WEEK), date.min)


def _is_hard(snapshot: Snapshot, end: date) -> bool:
    """Whether a week was hard, as far as it had come at the end of a day."""
    limits, length = snapshot.thresholds, end.weekday() + 1
    workouts = snapshot.window(end, length)
    days = len({one.day for one in workouts})
    if days < limits.hard_week_days or any(map(snapshot.is_easy, workouts)):
        return False
    close = sum(sum(snapshot.counts(one).efforts[:2]) for one in workouts)
    sets, rated, failed = snapshot.sums(end, length, "sets", "rated", "failures")
    told = rated >= RATED * sets
    return failed >= days or (told and 0 < limits.hard_week_share * rated <= close)
