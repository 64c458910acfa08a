"""Alerts about joints that hurt; what they load is kept away from failure."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import takewhile

from befit_tui.analysis.alerts.head import Head, Met, of_days
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
    found = list(checkins(snapshot, snapshot.as_of))
    if not found and snapshot.lifts:
        yield PAIN.lacking(TRAINING, "there was no check-in in the last 14 days")
    for site in sorted({joint.site for _, c in found for joint in c.joints}):
        subject, state = (
            Subject("muscle", site, _name(site)),
            partial(_met, snapshot, site),
        )
        yield from of_days(PAIN, snapshot, subject, state, day=snapshot.as_of)


def _met(snapshot: Snapshot, site: str, day: date) -> Met | None:
    """The reports of a joint in the 14 days up to one that are too much; 0 ends it."""
    limits = snapshot.thresholds
    said = [
        (day_of(workout), joint.pain)
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
    what, name = f"{_name(site).lower()} pain, 0 to 10", _name(site)
    pieces = (Evidence(what, pain, "points", day, None, limit) for day, pain in found)
    times = f", {len(found)} times in two weeks" if often else ""
    return Met(f"{name} pain {found[0][1]} of 10{times}", tuple(pieces))


def _name(site: str) -> str:
    return site.replace("-", " ").capitalize()
