"""Alerts about joints that hurt; what they load is kept away from failure."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from befit_tui.analysis.alerts.head import Head
from befit_tui.analysis.alerts.readiness import checkins
from befit_tui.analysis.alerts.result import Evidence, Severity, Subject
from befit_tui.analysis.alerts.snapshot import TRAINING, Finding, Snapshot, day_of

PAIN = Head(
    "joint-pain",
    "Keep 3 in reserve on lifts that load it; see a doctor if it stays.",
    Severity.WARN,
)


def joint_pain(snapshot: Snapshot) -> Iterator[Finding]:
    """A joint with pain twice in 14 days, or strong pain once, until it is 0 again."""
    if not snapshot.lifts and snapshot.live is None:
        return
    found = list(checkins(snapshot, snapshot.as_of))
    if not found:
        yield PAIN.lacking(TRAINING, "there was no check-in in the last 14 days")
        return
    limits = snapshot.thresholds
    for site in sorted({joint.site for _, c in found for joint in c.joints}):
        reports = _reports(snapshot, site, snapshot.as_of)
        if not _is_painful(snapshot, reports):
            continue
        name = site.replace("-", " ").capitalize()
        times, limit = "", limits.strong_pain
        if len(reports) > 1:
            times, limit = f", {len(reports)} times in two weeks", limits.pain
        what = f"{name.lower()} pain, 0 to 10"
        yield PAIN.alert(
            Subject("muscle", site, name),
            f"{name} pain {reports[0][1]} of 10{times}",
            [Evidence(what, pain, "points", day, None, limit) for day, pain in reports],
            snapshot.since(
                PAIN.code,
                site,
                lambda day, s=site: _is_painful(snapshot, _reports(snapshot, s, day)),  # type: ignore[misc]
            ),
        )


def _reports(snapshot: Snapshot, site: str, day: date) -> list[tuple[date, int]]:
    """The pain of a joint in 14 days that counts, newest first; 0 ends it."""
    reports = (
        (day_of(workout), joint.pain)
        for workout, checkin in checkins(snapshot, day)
        for joint in checkin.joints
        if joint.site == site
    )
    since = takewhile(lambda one: one[1] > 0, reports)
    return [one for one in since if one[1] >= snapshot.thresholds.pain]


def _is_painful(snapshot: Snapshot, reports: Sequence[tuple[date, int]]) -> bool:
    strong = snapshot.thresholds.strong_pain
    return len(reports) > 1 or any(pain >= strong for _, pain in reports)
