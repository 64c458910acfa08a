"""The proximity-to-failure meter."""

from befit_tui.analysis.meter.lifter import Lifter, lifter_of
from befit_tui.analysis.meter.model import LiftModel, learn, read
from befit_tui.analysis.meter.reading import Left, Reading, stop_at, words

__all__ = [
    "Left",
    "LiftModel",
    "Lifter",
    "Reading",
    "learn",
    "lifter_of",
    "read",
    "stop_at",
    "words",
]
