"""Alerts that say the verdict on a lift: it falls, or it stands still."""

from collections.abc import Iterator
from datetime import date

from befit_tui.analysis.alerts.head import Head, Met
from befit_tui.analysis.alerts.result import Evidence, Severity
from befit_tui.analysis.alerts.snapshot import Finding, Snapshot, exercise_subject
from befit_tui.analysis.lift import Measure, Trend, Verdict, moved
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import from_kg
from befit_tui.domain.value import replace

WHAT = {
    Measure.E1RM: "estimated 1RM",
    Measure.REPS: "reps to failure with its load",
    Measure.SECONDS: "seconds held",
}

DROP = Head(
    "performance-drop",
    "Leave 2 reps on this lift until it is back; look at sleep and rest.",
    Severity.WARN,
)
STALL = Head(
    "stall",
    "Look at sleep, rest between sets and failure first; then hold the load "
    "and leave 2 reps for two weeks.",
)


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
        weeks = (snapshot.as_of - since).days // 7
        title = f"{exercise.name}: no rise in {weeks} weeks"
        met = Met(title, (_evidence(verdict),))
        yield STALL.alert(exercise_subject(exercise), met, told)


def _eats_less(snapshot: Snapshot, since: date) -> bool:
    checkins = (one.checkin for one in snapshot.log if one.day >= since)
    return any(one is not None and one.eating_less for one in checkins)


def _evidence(verdict: Verdict) -> Evidence:
    """The level now and then, in the unit of the lift."""
    now = verdict.level[-1]
    then = next(one for one in verdict.level if one.day == verdict.since)
    kilograms = verdict.measure is Measure.E1RM
    unit = str(verdict.unit) if kilograms else "s"
    if verdict.measure is Measure.REPS:
        unit = "reps"
    value, usual = (
        round(from_kg(one.value, verdict.unit) if kilograms else one.value, 1)
        for one in (now, then)
    )
    return Evidence(WHAT[verdict.measure], value, unit, now.day, usual)
