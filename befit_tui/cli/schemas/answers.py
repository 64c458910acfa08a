"""What ``--json`` answers and an export holds, as types: the schemas are of these.

A name of a command is that of its answer. Later versions may add to an answer; what
stands here stays. Days are ``YYYY-MM-DD``, times local ISO 8601 with their offset.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from befit_tui.analysis.alerts.result import Severity
from befit_tui.analysis.cards.paying import Paying
from befit_tui.analysis.lift.verdict import Measure, Trend, WeekKind
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import Risk
from befit_tui.domain.workout import Workout
from befit_tui.store.doctor import Checkup
from befit_tui.transfer.rows import RowError

Number = int | float
Item = dict[str, Any]
"""An object whose fields are those of the screen that makes it."""


class Export(Struct):
    """``befit export``: everything, without loss; the open workout last."""

    app: Literal["befit"]
    schema: Annotated[int, Meta(ge=1)]
    workouts: list[Workout]
    exercises: list[Exercise]
    routines: list[Item]
    phases: list[Item]
    noted: list[Item]
    changes: list[Item]
    checkins: list[Item]
    matches: list[Item]
    maxes: list[Item]
    columns: list[Item] = []
    deleted: list[Item] = []


class Subject(Struct):
    """What an alert is about; its id stays while the alert is open."""

    kind: Literal["set", "exercise", "muscle", "session", "week"]
    id: str
    label: str


class Evidence(Struct):
    """A number that an alert rests on, with what is usual and the limit it passed."""

    what: str
    value: Number
    unit: str
    usual: Number | None
    threshold: Number | None
    when: date


class Alert(Struct):
    """One alert that is open."""

    code: str
    severity: Severity
    subject: Subject
    title: str
    evidence: Annotated[list[Evidence], Meta(min_length=1)]
    advice: str
    first_raised: date


class NotAssessable(Struct):
    """A rule that lacks data, and which."""

    code: str
    subject: Subject
    reason: str


class Alerts(Struct):
    """``befit alerts --json``."""

    alerts: list[Alert]
    not_assessable: list[NotAssessable]


class Errors(Struct):
    """Mean errors in reps of the meter and of what it is held against.

    Of several logs their means; there is none where no log had a set to judge.
    """

    meter: Number | None = None
    epley_last: Number | None = None
    brzycki_last: Number | None = None
    last_set: Number | None = None
    bias: Number | None = None
    coverage: Number | None = None
    width: Number | None = None


class CountedErrors(Errors, kw_only=True):
    """The same, of how many sets."""

    counted: int


class Average(Errors, kw_only=True):
    """The means; ``capacity`` over hard sets at a changed load."""

    capacity: Errors


class JudgedLog(CountedErrors, kw_only=True):
    """One log that was judged."""

    file: str
    unit_assumed: bool
    judged: int
    capacity: CountedErrors


class Backtest(Struct):
    """``befit backtest --json``."""

    logs: list[JudgedLog]
    average: Average


class Doctor(Checkup, frozen=True, kw_only=True):
    """``befit doctor --json``; ``size`` in bytes, without the copies."""

    data: str
    sound: bool


class NamedExercise(Struct):
    """What a name of the log was taken for, how surely, and how many sets have it."""

    name: str
    exercise: str
    lift: str
    how: str
    sets: int
    hidden: bool


class FoundExercise(Struct):
    """A lift that words fit, what it is, and everything that is set of it."""

    exercise: str
    lift: str
    last: date | None
    muscles: list[str]
    helping: list[str]
    equipment: str
    failure_risk: Risk | None
    settings: dict[str, str]


class FoundWorkout(Struct):
    """A workout that a query found; ``failure_sets`` is null where nothing is rated."""

    id: str
    name: str
    started_at: datetime
    ended_at: datetime | None
    exercises: list[str]
    sets: int
    hard_sets: int
    failure_sets: int | None


class History(Struct):
    """``befit history --json``, the newest first."""

    query: str
    sets: int
    workouts: list[FoundWorkout]


class Skipped(Struct):
    """Rows that hold no set."""

    reason: str
    rows: int


class Matched(Struct):
    """A name that was taken for a lift that is like it."""

    name: str
    exercise: str
    how: str


class Conflict(Struct):
    """A set that was changed here and in the file; the values of both."""

    line: int
    reason: str
    here: Any
    there: Any


class Imported(Struct):
    """One file: ``rows = sets + duplicates + updated - deleted + skipped + errors``."""

    app: str
    rows: int
    sets: int
    workouts: int
    duplicates: int
    updated: int
    deleted: int
    skipped: list[Skipped]
    errors: list[RowError]
    doubtful: list[RowError]
    matched: list[Matched]
    conflicts: list[Conflict]
    unmatched_exercises: list[str]


class Meter(Struct):
    """``befit meter --json``; ``left*`` is null without ``--reps``."""

    exercise: str
    load: Number | None
    unit: Unit | None
    max_reps: Number | None
    low: Number | None
    high: Number | None
    left: Number | None
    left_low: Number | None
    left_high: Number | None
    basis: str
    assessable: bool
    reason: str | None


class ProposedSet(Struct, omit_defaults=True):
    """A working set; the highest number left is null where it is open.

    ``amrap``: as many reps as the form holds, at least ``reps``.
    """

    load: Number | None
    unit: Unit
    reps: int | None
    left: tuple[Number, Number | None]
    seconds: Number | None = None
    amrap: bool = False


class Plan(Struct):
    """``befit plan --json``; ``progress`` says how the lift goes on."""

    exercise: str
    sets: list[ProposedSet]
    why: str
    progress: str


class OpenWorkout(Struct):
    """The open workout in brief; ``sets`` is how many are done."""

    id: str
    name: str
    started_at: datetime
    sets: int


class OpenAlert(Struct):
    """An alert by its title."""

    code: str
    severity: Severity
    title: str


class Status(Struct):
    """``befit status --json``; ``alerts`` is null where nobody has judged the log."""

    text: str
    workout: OpenWorkout | None
    rest_s: int | None
    alerts: list[OpenAlert] | None


class Today(Struct):
    """``befit today --json``: the workouts of today and the open one."""

    date: date
    workouts: list[Workout]


class Effort(Struct):
    """Sets by reps left, week by week, and how well they are called."""

    sentence: str
    failures: str
    calibration: str
    called: list[Item]
    weeks: list[Item]


class Volume(Struct):
    """Hard sets of each muscle, a number for each of the weeks."""

    weeks: list[date]
    muscles: dict[str, list[Number]]
    without_muscle: list[Number]
    band: Any = None


class Fatigue(Struct):
    """Load, readiness and performance, week by week; titles of alerts and cards."""

    sentence: str
    weeks: list[Item]
    alerts: list[str]
    cards: list[str]


class Calendar(Struct):
    """Sets by day."""

    sentence: str
    streaks: str
    sets: dict[str, int]


class Trends(Struct):
    """``befit trends --json``; ``strength`` has a sentence for each lift.

    A view of which there is nothing to say is null.
    """

    paying: Paying | None
    strength: dict[str, str]
    effort: Effort | None
    volume: Volume | None
    recovery: Item | None
    moved: Item | None
    fatigue: Fatigue | None
    calendar: Calendar | None
    weight: Item | None


class Point(Struct):
    """A day of a lift: its value with the band of its noise."""

    day: date
    value: Number
    low: Number
    high: Number
    is_record: bool


class TrendsOfLift(Struct):
    """``befit trends EXERCISE --json``."""

    exercise: str
    sentence: str
    unit: str
    points: list[Point]


class LiftVerdict(Struct):
    """Where a lift is going; ``since`` and the change are null where it cannot tell."""

    exercise: str
    verdict: Trend
    change_percent: Number | None
    since: date | None
    measure: Measure
    basis: str
    week: WeekKind


class Verdict(Struct):
    """``befit verdict --json``: the lifts of the last 28 days."""

    lifts: list[LiftVerdict]


ANSWERS: dict[str, Any] = {
    "alerts": Alerts,
    "backtest": Backtest,
    "doctor": Doctor,
    "exercises": list[NamedExercise],
    "exercises-found": list[FoundExercise],
    "export": Export,
    "history": History,
    "import": Imported | list[Imported],
    "meter": Meter,
    "plan": Plan,
    "status": Status,
    "today": Today,
    "trends": Trends,
    "trends-of-lift": TrendsOfLift,
    "verdict": Verdict,
}
"""The answers by the name that ``befit schema`` knows."""
