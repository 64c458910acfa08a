"""Alerts that weigh others: fatigue that builds, and an easier week that is due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.snapshot import TRAINING, Finding, Snapshot, day_of
from befit_tui.domain.vocabulary import Phase

SIGNS = {
    "performance-drop": "below your usual",
    "effort-drift": "the same sets feel harder",
    "inconsistent": "results swing",
    "readiness-low": "recovery rated low",
}
"""The signs of fatigue in a log; one of them alone proves nothing (Meeusen 2013:
overreaching is defined by a loss of performance)."""

TOGETHER_DAYS = 7
"""Days within which two lifts fall together."""


def fatigue_building(snapshot: Snapshot, alerts: Sequence[Alert]) -> Iterator[Finding]:
    """Two signs of fatigue at once; worse when two lifts fell within a week."""
    found = _signs(alerts)
    codes = list(dict.fromkeys(one.code for one in found))
    drops = [one for one in found if one.code == "performance-drop"]
    fell = _fell_together(drops)
    if len(codes) < 2 and not fell:
        return
    if fell:
        names = " and ".join(one.subject.label for one in fell[:2])
        title = f"Fatigue is building: {names} fell together"
    else:
        said = ", ".join(SIGNS[code] for code in codes)
        title = f"Fatigue is building: {said}"
    opened = sorted(
        min(one.first_raised for one in found if one.code == code) for code in codes
    )
    if fell:
        second = sorted(one.first_raised for one in fell)[1]
        opened = [*opened[:1], min([second, *opened[1:2]])]
    yield Alert(
        code="fatigue-building",
        severity=Severity.STOP if fell else Severity.WARN,
        subject=TRAINING,
        title=title,
        evidence=tuple(one.evidence[-1] for one in found),
        advice=(
            "Plan an easier week: fewer sets, 4 left, no failure."
            if fell
            else "No failure until two normal sessions; an easier week is an option."
        ),
        first_raised=opened[1],
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


def _signs(alerts: Sequence[Alert]) -> list[Alert]:
    """The alerts that are signs, a lift that fell only once.

    Its swing and its effort come from the same sets. One reading that felt harder is
    within the error of the rating.
    """
    fell = {one.subject.id for one in alerts if one.code == "performance-drop"}
    return [
        one
        for one in alerts
        if one.code in SIGNS
        and (one.code == "performance-drop" or one.subject.id not in fell)
        and (one.code != "effort-drift" or one.severity is not Severity.NOTE)
    ]


def _fell_together(drops: Sequence[Alert]) -> list[Alert]:
    """The lifts that fell within a week of the one that fell last."""
    newest = max((one.evidence[-1].when for one in drops), default=date.min)
    fell = [
        one for one in drops if (newest - one.evidence[-1].when).days <= TOGETHER_DAYS
    ]
    return fell if len(fell) > 1 else []


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
