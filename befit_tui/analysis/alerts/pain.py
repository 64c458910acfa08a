"""Alerts about joints that hurt; what they load is kept away from failure."""

from collections.abc import Iterator, Sequence
from datetime import date

from befit_tui.analysis.alerts.readiness import checkins
from befit_tui.analysis.alerts.result import (
    Alert,
    Evidence,
    NotAssessable,
    Severity,
    Subject,
)
from befit_tui.analysis.alerts.snapshot import TRAINING, Finding, Snapshot, day_of


def joint_pain(snapshot: Snapshot) -> Iterator[Finding]:
    """A joint with pain twice in 14 days, or strong pain once."""
    if not snapshot.lifts and snapshot.live is None:
        return
    found = list(checkins(snapshot, snapshot.as_of))
    if not found:
        reason = "there was no check-in in the last 14 days"
        yield NotAssessable("joint-pain", TRAINING, reason)
        return
    for site in sorted({joint.site for _, c in found for joint in c.joints}):
        reports = _reports(snapshot, site, snapshot.as_of)
        if not _is_painful(snapshot, reports):
            continue
        yield _pain_alert(snapshot, site, reports)


def _pain_alert(
    snapshot: Snapshot, site: str, reports: Sequence[tuple[date, int]]
) -> Alert:
    limits = snapshot.thresholds
    once = len(reports) == 1
    return Alert(
        code="joint-pain",
        severity=Severity.WARN,
        subject=Subject("muscle", site, _name(site)),
        title=_pain_title(site, reports),
        evidence=tuple(
            Evidence(
                what=f"{_name(site).lower()} pain, 0 to 10",
                value=pain,
                unit="points",
                threshold=limits.strong_pain if once else limits.pain,
                when=day,
            )
            for day, pain in reports
        ),
        advice="Keep 3 in reserve on lifts that load it; see a doctor if it stays.",
        first_raised=snapshot.since(
            "joint-pain",
            site,
            lambda day: _is_painful(snapshot, _reports(snapshot, site, day)),
        ),
    )


def _reports(snapshot: Snapshot, site: str, day: date) -> list[tuple[date, int]]:
    """The reports of a joint's pain that count, in 14 days, newest first."""
    return [
        (day_of(workout), joint.pain)
        for workout, checkin in checkins(snapshot, day)
        for joint in checkin.joints
        if joint.site == site and joint.pain >= snapshot.thresholds.pain
    ]


def _is_painful(snapshot: Snapshot, reports: Sequence[tuple[date, int]]) -> bool:
    strong = snapshot.thresholds.strong_pain
    return len(reports) > 1 or any(pain >= strong for _, pain in reports)


def _pain_title(site: str, reports: Sequence[tuple[date, int]]) -> str:
    name = _name(site)
    if len(reports) == 1:
        return f"{name} pain {reports[0][1]} of 10"
    return f"{name} pain {reports[0][1]} of 10, {len(reports)} times in two weeks"


def _name(site: str) -> str:
    return site.replace("-", " ").capitalize()
