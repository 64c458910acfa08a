"""Alerts that weigh others: fatigue that builds, and an easier week that is due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from befit_tui.analysis.alerts.result import Alert, Evidence, Severity
from befit_tui.analysis.alerts.scene import TRAINING, Finding, Scene, day_of
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


def fatigue_building(scene: Scene, alerts: Sequence[Alert]) -> Iterator[Finding]:
    """Two signs of fatigue at once; worse when two lifts fell within a week."""
    found = [one for one in alerts if one.code in SIGNS and _counts(one)]
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


def deload_due(scene: Scene, alerts: Sequence[Alert]) -> Iterator[Finding]:
    """Six weeks of training since an easier one, or fatigue that asks for one."""
    last, limits = scene.last, scene.thresholds
    if last is None or not scene.lifts or last.phase is Phase.DELOAD:
        return
    weeks = _weeks_trained(scene, day_of(last))
    due = weeks >= limits.deload_weeks
    fatigue = next((one for one in alerts if one.code == "fatigue-building"), None)
    asked = fatigue is not None and fatigue.severity is Severity.STOP
    if not due and not asked:
        return
    raised = []
    if due:
        raised.append(
            scene.since(
                "deload-due",
                "",
                lambda day: _weeks_trained(scene, day) >= limits.deload_weeks,
            )
        )
    if fatigue is not None and asked:
        raised.append(fatigue.first_raised)
    yield Alert(
        code="deload-due",
        severity=Severity.NOTE,
        subject=TRAINING,
        title=(
            f"Week {weeks + 1} without an easier week"
            if due
            else "An easier week would help now"
        ),
        evidence=(
            Evidence(
                what="whole weeks of training since an easier one",
                value=weeks,
                unit="weeks",
                threshold=limits.deload_weeks,
                when=day_of(last),
            ),
            *(fatigue.evidence if fatigue is not None and asked else ()),
        ),
        advice="Plan a deload: the same days, half the sets, 4 left.",
        first_raised=min(raised),
    )


def _counts(alert: Alert) -> bool:
    """One reading that felt harder is within the error of the rating."""
    return alert.code != "effort-drift" or alert.severity is not Severity.NOTE


def _fell_together(drops: Sequence[Alert]) -> list[Alert]:
    """The lifts that fell within a week of the one that fell last."""
    newest = max((one.evidence[-1].when for one in drops), default=date.min)
    fell = [
        one for one in drops if (newest - one.evidence[-1].when).days <= TOGETHER_DAYS
    ]
    return fell if len(fell) > 1 else []


def _weeks_trained(scene: Scene, day: date) -> int:
    """Whole weeks of training up to a day since a deload, a rest, or the start."""
    days = [
        (day_of(workout), workout.phase is Phase.DELOAD)
        for workout in scene.log
        if day_of(workout) <= day
    ]
    if not days or days[0][1]:
        return 0
    start = days[0][0]
    for (later, _), (earlier, easy) in pairwise(days):
        if easy or later - earlier >= timedelta(days=scene.thresholds.rest_days):
            break
        start = earlier
    return (day - start).days // 7
