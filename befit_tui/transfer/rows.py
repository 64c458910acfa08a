"""What a file is read by, and into: rows that are sets, or say why they are not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from befit_tui.domain.load import Unit
from befit_tui.domain.value import Value
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.domain.workout import Sides
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.table import Record

REST_TIMER = "rest timer"
NOTE = "note"
EMPTY_SET = "empty set"
EMPTY_ROW = "empty row"
REPEATED_HEADER = "repeated header"
REPEATED_SET = "set of a workout that stands twice"
NOT_DONE = "not done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a file is to be read; whatever it says itself goes before.

    ``unit`` is that of its loads, ``app`` the one it must be from, ``day_first``
    whether 5/6 is in June. ``columns`` gives the heading of each part of a set, for a
    table of no known app, and ``known_columns`` those of tables that were read before,
    by their headings. ``last_day`` is the latest that a workout may have been on.
    ``progress`` is told how much is read, 0 to 1; what it raises stops the reading.
    ``localize`` gives a time without a zone its local offset; moves one with a zone to
    here.
    """

    unit: Unit | None = None
    app: str | None = None
    day_first: bool | None = None
    columns: Mapping[str, str] | None = None
    known_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    last_day: date | None = None
    progress: Callable[[float], None] | None = None
    localize: Callable[[datetime], datetime] = datetime.astimezone


# Not frozen: one is made for every row, and that would take twice the time.
@dataclass(slots=True, kw_only=True)
class Row:
    """One record of an export, whatever the app.

    ``skip`` says why a row is no set; its ``rest_s`` and ``entry_note`` still count.
    ``started_at`` is the time as written, ``at`` that of the end of the set. ``order``
    is the number of the set where the file gives one: it starts again when an exercise
    comes up a second time. ``part`` counts the headings before it: exports that were
    put one behind the other. ``rev`` is how often the log had changed the workout where
    Befit wrote the file, 0 elsewhere.
    """

    line: int
    part: int = 0
    rev: int = 0
    started_at: datetime
    ended_at: datetime | None = None
    workout: str = ""
    workout_note: str = ""
    exercise: str
    entry_note: str = ""
    superset: int | None = None
    skip: str = ""
    order: int | None = None
    kind: Kind = Kind.WORK
    end: End | None = None
    load: float | None = None
    unit: Unit | None = None
    reps: int | None = None
    extra_reps: int | None = None
    form: Form | None = None
    rpe: float | None = None
    left: float | None = None
    seconds: float | None = None
    metres: float | None = None
    rest_s: float | None = None
    bodyweight: float | None = None
    bodyweight_unit: Unit | None = None
    at: datetime | None = None
    note: str = ""
    sides: Sides | None = None


class RowError(Value, frozen=True):
    """A record that cannot be read, with its first physical line."""

    line: int
    reason: str


class Layout(Value, frozen=True):
    """How the records of one file read: a name for each column, as in ``header``.

    ``records`` are those of the sets in a file that puts them otherwise than one a
    row; else they are the table's own. ``finish`` puts into a row what only this app
    says, and raises RowProblem where that cannot be read. ``by_day``: the file may
    know days without times; such workouts are put at noon.
    """

    columns: tuple[str, ...]
    records: tuple[Record, ...] | None = None
    finish: Callable[[Row, Cells], None] | None = None
    by_day: bool = False
    has_header: bool = True


Source = TypeVar("Source")


class Format(Value, Generic[Source], frozen=True):
    """An app's format: ``recognise`` gives the layout of what is in it, or None.

    That is a table, a JSON document or a database.
    """

    app: str
    title: str
    recognise: Callable[[Source], Layout | None]
