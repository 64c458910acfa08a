"""A workout as it is kept: entries of sets, with what was planned for them.

Every value is immutable; changes are made by ``dataclasses.replace`` or by the
functions of ``edit``. None means unknown; zero means zero. ``extra`` holds fields
of the stored document that this version does not know, so that they survive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from befit_tui.domain.load import Load
from befit_tui.domain.vocabulary import End, Form, Kind, Phase

Range = tuple[int, int]
"""Lowest and highest, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """One set that was done.

    ``reps`` are good reps only; ``extra_reps`` came after the form broke. ``left`` is
    reps in reserve as reported, 0 to 10 in halves. ``rpe`` is what an import gave
    (1 to 10). ``at`` is the end of the set, ``rest_s`` the seconds of rest before it,
    ``rep_times`` seconds since the first press.
    """

    id: str
    kind: Kind = Kind.WORK
    load: Load | None = None
    reps: int | None = None
    extra_reps: int | None = None
    left: float | None = None
    end: End | None = None
    form: Form | None = None
    rpe: float | None = None
    at: datetime | None = None
    rest_s: float | None = None
    rep_times: tuple[float, ...] | None = None
    seconds: float | None = None
    metres: float | None = None
    note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget:
    """What one planned set aims at; ``percent`` is of the estimated 1RM, 0 to 100."""

    kind: Kind = Kind.WORK
    reps: Range | None = None
    left: Range | None = None
    load: Load | None = None
    percent: float | None = None
    seconds: float | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The plan of one entry: its sets and the rest after each, in seconds."""

    rest_s: int | None = None
    sets: tuple[SetTarget, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One exercise within a workout; entries of a superset share a number.

    ``written`` is the name of the exercise in the file that the entry came from, where
    that is not the exercise's own.
    """

    exercise: str
    written: str | None = None
    superset: int | None = None
    note: str = ""
    target: Target | None = None
    sets: tuple[LoggedSet, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JointPain:
    """Pain at a joint, 0 (none) to 10."""

    site: str
    pain: int
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How the lifter came in; scales run from 1 (worst) to 5 (best)."""

    sleep_hours: float | None = None
    sleep: int | None = None
    soreness: int | None = None
    fatigue: int | None = None
    stress: int | None = None
    mood: int | None = None
    eating_less: bool | None = None
    joints: tuple[JointPain, ...] = ()
    note: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an imported workout came from; ``key`` makes a second import a no-op."""

    app: str
    key: str
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """One session; ``ended_at`` is None while open, ``rev`` grows with changes."""

    id: str
    started_at: datetime
    name: str = ""
    rev: int = 1
    ended_at: datetime | None = None
    phase: Phase | None = None
    minutes_planned: int | None = None
    session_rpe: float | None = None
    focus: int | None = None
    bodyweight: Load | None = None
    checkin: CheckIn | None = None
    note: str = ""
    source: Source | None = None
    entries: tuple[Entry, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def month(self) -> str:
        """The month it is filed under, ``YYYY-MM``, by its local start."""
        return f"{self.started_at:%Y-%m}"

    @property
    def sets(self) -> tuple[LoggedSet, ...]:
        """Every set in the order of the entries."""
        return tuple(done for entry in self.entries for done in entry.sets)
