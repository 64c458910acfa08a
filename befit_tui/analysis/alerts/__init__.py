"""Alerts: what the log shows that a lifter would want to know, with its evidence.

A rule is one function from a ``Snapshot`` to alerts and to what it could not judge.
What an alert is stands here; the rules come with ``judging``, which no start waits
for.
"""

from befit_tui.analysis.alerts.result import (
    Alert,
    Assessment,
    Evidence,
    NotAssessable,
    Severity,
    Subject,
)
from befit_tui.analysis.alerts.thresholds import Thresholds

__all__ = [
    "Alert",
    "Assessment",
    "Evidence",
    "NotAssessable",
    "Severity",
    "Subject",
    "Thresholds",
]
