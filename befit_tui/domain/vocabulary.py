"""The fixed words of the data (design, section 4) as enumerations.

The values are what is written to disk.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a set is for. Only working sets count for records, volume and the meter."""

    WORK = "work"
    WARMUP = "warmup"
    DROP = "drop"


class End(StrEnum):
    """Why a set ended (Steele 2017; Refalo 2022). All but ``STOPPED`` are failure."""

    STOPPED = "stopped"
    """The lifter chose to stop with reps left."""
    TECHNICAL = "technical"
    """The next rep was not possible with the agreed form."""
    VOLITIONAL = "volitional"
    """The lifter was sure that the next rep would fail."""
    MOMENTARY = "momentary"
    """A rep was tried in full effort and could not be finished."""
    MISSED = "missed"
    """An attempt that gave no rep at all."""


class Form(StrEnum):
    """How the form held. Reps are always good reps; see ``LoggedSet.extra_reps``."""

    INTACT = "intact"
    SLIPPED = "slipped"
    BROKE = "broke"


class DateForm(StrEnum):
    """How days are written, and with which day the weeks of a calendar begin."""

    DAY = "day"
    """``23 Nov``, weeks from Monday."""
    MONTH = "month"
    """``Nov 23``, weeks from Sunday."""

    @property
    def week_start(self) -> int:
        """The day that a week begins with, Monday 0."""
        return 6 if self is DateForm.MONTH else 0


class EffortScale(StrEnum):
    """How the lifter says how hard a set was."""

    LEFT = "left"
    """Reps in reserve: 0 is failure."""
    RPE = "rpe"
    """Rating of perceived exertion, 10 is failure (Zourdos 2016)."""


class Phase(StrEnum):
    """What a block of training is for."""

    HYPERTROPHY = "hypertrophy"
    STRENGTH = "strength"
    DELOAD = "deload"


class Progress(StrEnum):
    """How a lift moves on from session to session."""

    LEFT = "left"
    """By reps left: the range of reps is filled, then comes load."""
    REPS = "reps"
    """By reps alone: all planned reps done, one step up."""
    SESSION = "session"
    """Linear: a step of load each session, or each week or month."""
    WEEK = "week"
    MONTH = "month"
    TOP = "top"
    """A top set by its reps left, and lighter back-offs that move with it."""
    SUM = "sum"
    """By the sum of reps: one more in the weakest set, then load."""
    PERCENT = "percent"
    """The plan names every load, mostly as a percent."""
    SECONDS = "seconds"
    """Holds grow by seconds."""
    ASSISTANCE = "assistance"
    """By reps, then with less help."""


class Every(StrEnum):
    """How often a programme adds load, at most."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"
    CYCLE = "cycle"
    """Once all weeks of the programme are done."""


class LoadKind(StrEnum):
    """What a set of an exercise is measured by."""

    WEIGHT = "weight"
    BODYWEIGHT_PLUS = "bodyweight-plus"
    """Body mass plus an added load, which may be zero."""
    ASSISTED = "assisted-bodyweight"
    """Body mass minus the load: more weight is easier."""
    DURATION = "duration"
    DISTANCE = "distance"
    REPS_ONLY = "reps-only"

    @property
    def on_body(self) -> bool:
        """Whether body mass is part of what is moved."""
        return self in (LoadKind.BODYWEIGHT_PLUS, LoadKind.ASSISTED)


class Risk(StrEnum):
    """What failure risks on an exercise, whatever the load."""

    GOOD = "good"
    CAUTION = "caution"
    AVOID = "avoid"


class Mechanic(StrEnum):
    """How many joints an exercise moves."""

    COMPOUND = "compound"
    ISOLATION = "isolation"
