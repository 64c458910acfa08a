"""A workout as it is kept: entries of sets, with what was planned for them.

Every value is immutable; changes are made by ``replace`` or by the functions of
``edit``. None means unknown; zero means zero. The types are what a stored
document is checked by; what it holds beside them stays in the store.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from msgspec import Meta

from befit_tui.domain.load import Load
from befit_tui.domain.value import (
    Count,
    Hours,
    Moment,
    Number,
    Pain,
    Scale,
    Tenths,
    Value,
)
from befit_tui.domain.vocabulary import End, Every, Form, Kind, Phase

Range = tuple[int, int]
"""Lowest and highest, both included."""
SCHEMA = 1
"""The version of the data that this program writes."""


class Sides(Value, frozen=True, gc=False):
    """Good reps of the left and the right side; None for one that was not done."""

    left: Count | None = None
    right: Count | None = None

    @property
    def fewest(self) -> int:
        """What every side that was done has reached."""
        return min(reps for reps in (self.left, self.right) if reps is not None)

    def __str__(self) -> str:
        left = "" if self.left is None else f"{self.left}l"
        return left if self.right is None else f"{left}{self.right}r"


class LoggedSet(Value, frozen=True, kw_only=True, gc=False):
    """One set that was done.

    ``reps`` are good reps only; ``extra_reps`` came after the form broke. ``left`` is
    reps in reserve as reported, 0 to 10 in halves. ``rpe`` is what an import gave
    (1 to 10). ``at`` is the end of the set, ``rest_s`` the seconds of rest before it,
    ``rep_times`` seconds since the first press. ``raw_load`` is the load as an imported
    file has it, where an app's own conversion made it another number. ``sides`` are
    the reps of each side where they differ; ``reps`` is then the fewest, which both
    have done. ``next_rest_s`` is the rest after it, where the lifter changed that.
    ``asked_left`` are the reps to leave that its row showed before it was done.
    """

    id: str
    kind: Kind = Kind.WORK
    load: Load | None = None
    reps: Count | None = None
    extra_reps: Count | None = None
    left: Tenths | None = None
    end: End | None = None
    form: Form | None = None
    rpe: Tenths | None = None
    at: Moment | None = None
    rest_s: Number | None = None
    rep_times: tuple[Number, ...] | None = None
    seconds: Number | None = None
    metres: Number | None = None
    note: str = ""
    raw_load: Load | None = None
    sides: Sides | None = None
    next_rest_s: Count | None = None
    asked_left: Range | None = None

    @property
    def kg(self) -> float:
        """The load in kilograms; 0 without one."""
        return self.load.kg if self.load is not None else 0.0


class SetTarget(Value, frozen=True, kw_only=True, gc=False):
    """What one planned set aims at.

    ``percent`` (0 to 100) is of the training max where the scheme of the plan goes by
    one, else of the estimated 1RM. ``amrap``: as many reps as the form holds, at least
    those of ``reps``.
    """

    kind: Kind = Kind.WORK
    reps: Range | None = None
    left: Range | None = None
    load: Load | None = None
    percent: Number | None = None
    seconds: Number | None = None
    amrap: bool = False

    def __post_init__(self) -> None:
        for name, span in (("reps", self.reps), ("left", self.left)):
            if span is not None and span[0] > span[1]:
                raise ValueError(f"{name} must be two whole numbers, lowest first")


class StepUp(Value, frozen=True, gc=False):
    """Load to add; ``at`` are the reps of the AMRAP set that earn it, 0 for any."""

    load: Load
    at: Count = 0


class Week(Value, frozen=True, gc=False):
    """The sets of one week of a cycle; an ``easy`` one is a deload."""

    sets: tuple[SetTarget, ...]
    easy: bool = False


class Scheme(Value, frozen=True, kw_only=True, gc=False):
    """How a programme moves a lift.

    ``name`` tells its progress from that of the same lift elsewhere (``T1``, ``T2``).
    Sets that were done as planned earn one of ``steps``; after ``fails`` sessions that
    missed reps ``back`` percent come off, or the next of ``stages`` is done, and behind
    the last of them a ``test`` of so many reps, or the first one ``again`` with so much
    more. ``of_max``: percents are of the training max of the lift, or of the exercise
    ``of``. ``weeks`` are those of a cycle.

    As planned in a workout it has no weeks and stages but the ``week`` (from 1) that it
    is in, whether that is ``easy``, the last week that is ``hard``, the training
    ``max`` (also where one is typed), and ``why`` in a line.
    """

    name: str = ""
    steps: tuple[StepUp, ...] = ()
    every: Every = Every.SESSION
    fails: Count = 0
    back: Number = 0
    test: Count = 0
    again: Load | None = None
    of_max: bool = False
    of: str = ""
    weeks: tuple[Week, ...] = ()
    stages: tuple[tuple[SetTarget, ...], ...] = ()
    week: Count = 0
    easy: bool = False
    hard: Count = 0
    max: Load | None = None
    why: str = ""


class Target(Value, frozen=True, kw_only=True, gc=False):
    """The plan of one entry: its sets, the rest after each in seconds, its scheme."""

    rest_s: Count | None = None
    sets: tuple[SetTarget, ...] = ()
    scheme: Scheme | None = None


class Entry(Value, frozen=True, kw_only=True, gc=False):
    """One exercise within a workout; entries of a superset share a number.

    ``written`` is the name of the exercise in the file that the entry came from, where
    that is not the exercise's own name; ``routine`` is the id of the one that planned
    it.
    """

    exercise: str
    superset: Count | None = None
    note: str = ""
    target: Target | None = None
    sets: tuple[LoggedSet, ...] = ()
    written: str | None = None
    routine: str = ""

    @property
    def scheme(self) -> Scheme | None:
        """How a programme moves the exercise; None without one."""
        return self.target.scheme if self.target is not None else None

    @property
    def aims(self) -> tuple[SetTarget, ...]:
        """What each planned set aims at."""
        return self.target.sets if self.target is not None else ()


def schemes_of(entries: Iterable[Entry]) -> tuple[Scheme, ...]:
    """The schemes of the entries that have one."""
    return tuple(one.scheme for one in entries if one.scheme is not None)


class JointPain(Value, frozen=True, gc=False):
    """Pain at a joint, 0 (none) to 10."""

    site: str
    pain: Pain


class CheckIn(Value, frozen=True, kw_only=True, gc=False):
    """How the lifter came in; scales run from 1 (worst) to 5 (best)."""

    sleep_hours: Hours | None = None
    sleep: Scale | None = None
    soreness: Scale | None = None
    fatigue: Scale | None = None
    stress: Scale | None = None
    mood: Scale | None = None
    eating_less: bool | None = None
    joints: tuple[JointPain, ...] = ()
    note: str = ""


class Source(Value, frozen=True, gc=False):
    """Where an imported workout came from.

    ``key`` is how the file names it, and ``said`` what the file said of it, as
    fingerprints by which the next import tells what was changed there from what was
    changed here.
    """

    app: str
    key: str
    said: str = ""

    def __eq__(self, other: object) -> bool:
        """Whether it is the same workout of the same app, whatever was said of it."""
        if not isinstance(other, Source):
            return NotImplemented
        return (self.app, self.key) == (other.app, other.key)

    def __hash__(self) -> int:
        return hash((self.app, self.key))


class Workout(Value, frozen=True, kw_only=True, gc=False):
    """One session; ``ended_at`` is None while open, ``rev`` grows with changes.

    ``entered_later``: it was written down afterwards, so its sets have no times.
    ``schema`` is the version of the data.
    """

    schema: Annotated[int, Meta(ge=1, le=SCHEMA)] = SCHEMA
    id: str
    started_at: Moment
    name: str = ""
    rev: Count = 1
    ended_at: Moment | None = None
    phase: Phase | None = None
    minutes_planned: Count | None = None
    session_rpe: Tenths | None = None
    focus: Count | None = None
    bodyweight: Load | None = None
    checkin: CheckIn | None = None
    note: str = ""
    source: Source | None = None
    entries: tuple[Entry, ...] = ()
    entered_later: bool = False

    @property
    def day(self) -> date:
        """The local day on which it began."""
        return self.started_at.date()

    @property
    def month(self) -> str:
        """The month it is filed under, ``YYYY-MM``, by its local start."""
        return f"{self.started_at:%Y-%m}"

    @property
    def sets(self) -> tuple[LoggedSet, ...]:
        """Every set in the order of the entries."""
        return tuple(done for entry in self.entries for done in entry.sets)
