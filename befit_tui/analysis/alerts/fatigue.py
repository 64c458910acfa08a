"""Alerts that weigh others: fatigue that builds, and an easier week that is due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import TRAINING, Finding, Snapshot, day_of
from befit_tui.domain.vocabulary import Phase

NEWLY_DAYS, JUDGED_DAYS = 21, 14
"""Days since two lifts were told to fall, and were last done, that make it fatigue: of
lifters who stay as strong that happens to one in twelve a year."""
RUN_DOWN = ("readiness-low", "joint-pain")
"""Alerts that make an easier week more than an option."""


def fatigue_building(snapshot: Snapshot, alerts: Sequence[Alert]) -> Iterator[Finding]:
    """Two lifts of different muscles that fell within three weeks, one of them big.

    Overreaching is defined by a loss of performance (Meeusen 2013); one lift that falls
    proves nothing, nor do two little ones, nor an easy week.
    """
    fell = _newly_fallen(snapshot, alerts)
    if snapshot.in_easy_week or not fell:
        return
    others = [one for one in alerts if one.code in RUN_DOWN]
    names = " and ".join(one.subject.label for one in fell)
    yield Alert(
        code="fatigue-building",
        severity=Severity.STOP if others else Severity.WARN,
        subject=TRAINING,
        title=f"Fatigue is building: {names} fell together",
        evidence=tuple(one.evidence[-1] for one in (*fell, *others)),
        advice=(
            "Plan an easier week: fewer sets, 4 left, no failure."
            if others
            else "No failure until two normal sessions; an easier week is an option."
        ),
        first_raised=max(one.first_raised for one in fell),
    )


def deload_due(snapshot: Snapshot, alerts: Sequence[Alert]) -> Iterator[Finding]:
    """Six weeks of training since an easier one, or fatigue that asks for one."""
    last, limits = snapshot.last, snapshot.thresholds
    if last is None or not snapshot.lifts or last.phase is Phase.DELOAD:
        return
    days = _stretch(snapshot)
    weeks = (days[0] - days[-1]).days // 7
    asked = [
        one
        for one in alerts
        if one.code == "fatigue-building" and one.severity is Severity.STOP
    ]
    raised = [one.first_raised for one in asked]
    title = "An easier week would help now"
    if weeks >= limits.deload_weeks:
        title = f"Week {weeks + 1} without an easier week"
        due = days[-1] + timedelta(weeks=limits.deload_weeks)
        raised.append(min(day for day in days if day >= due))
    if not raised:
        return
    count = Evidence(
        what="whole weeks of training since an easier one",
        value=weeks,
        unit="weeks",
        threshold=limits.deload_weeks,
        when=day_of(last),
    )
    yield Alert(
        code="deload-due",
        severity=Severity.NOTE,
        subject=TRAINING,
        title=title,
        evidence=(count, *(piece for one in asked for piece in one.evidence)),
        advice="Plan a deload: the same days, half the sets, 4 left.",
        first_raised=min(raised),
    )


def _newly_fallen(snapshot: Snapshot, alerts: Sequence[Alert]) -> Sequence[Alert]:
    """The first two lifts that fell lately, of different muscles, not both small."""
    day = snapshot.as_of
    drops = [
        one
        for one in alerts
        if one.code == "performance-drop"
        and (day - one.first_raised).days <= NEWLY_DAYS
        and (day - one.evidence[-1].when).days <= JUDGED_DAYS
    ]
    for pair in combinations(drops, 2):
        first, second = (snapshot.exercises(one.subject.id) for one in pair)
        apart = not set(first.primary) & set(second.primary)
        if apart and (first.is_compound or second.is_compound):
            return pair
    return ()


def _stretch(snapshot: Snapshot) -> list[date]:
    """The training days since a deload, a rest or the start, the last one first."""
    days: list[date] = []
    for workout in snapshot.log:
        day = day_of(workout)
        rested = days and (days[-1] - day).days >= snapshot.thresholds.rest_days
        if rested or workout.phase is Phase.DELOAD:
            break
        days.append(day)
    return days
