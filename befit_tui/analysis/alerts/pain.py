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
from befit_tui.analysis.alerts.scene import TRAINING, Finding, Scene, day_of


def joint_pain(scene: Scene) -> Iterator[Finding]:
    """A joint with pain twice in 14 days, or strong pain once."""
    if not scene.lifts and scene.live is None:
        return
    found = list(checkins(scene, scene.as_of))
    if not found:
        reason = "there was no check-in in the last 14 days"
        yield NotAssessable("joint-pain", TRAINING, reason)
        return
    for site in sorted({joint.site for _, c in found for joint in c.joints}):
        reports = _reports(scene, site, scene.as_of)
        if not _is_painful(scene, reports):
            continue
        yield _pain_alert(scene, site, reports)


def _pain_alert(scene: Scene, site: str, reports: Sequence[tuple[date, int]]) -> Alert:
    limits = scene.thresholds
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
        first_raised=scene.since(
            "joint-pain",
            site,
            lambda day: _is_painful(scene, _reports(scene, site, day)),
        ),
    )


def _reports(scene: Scene, site: str, day: date) -> list[tuple[date, int]]:
    """The reports of a joint's pain that count, in 14 days, newest first."""
    return [
        (day_of(workout), joint.pain)
        for workout, checkin in checkins(scene, day)
        for joint in checkin.joints
        if joint.site == site and joint.pain >= scene.thresholds.pain
    ]


def _is_painful(scene: Scene, reports: Sequence[tuple[date, int]]) -> bool:
    strong = scene.thresholds.strong_pain
    return len(reports) > 1 or any(pain >= strong for _, pain in reports)


def _pain_title(site: str, reports: Sequence[tuple[date, int]]) -> str:
    name = _name(site)
    if len(reports) == 1:
        return f"{name} pain {reports[0][1]} of 10"
    return f"{name} pain {reports[0][1]} of 10, {len(reports)} times in two weeks"


def _name(site: str) -> str:
    return site.replace("-", " ").capitalize()
