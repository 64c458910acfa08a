"""What every format is read into: rows that are sets, or say why they are not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from befit_tui.domain.load import Unit
from befit_tui.domain.vocabulary import End, Form, Kind
from befit_tui.domain.workout import Sides
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.table import Record, Table

REST_TIMER = "rest timer"
NOTE = "note"
EMPTY_SET = "empty set"
EMPTY_ROW = "empty row"
REPEATED_HEADER = "repeated header"
NOT_DONE = "not done"


# Not frozen: one is made for every row, and that would take twice the time.
@dataclass(slots=True, kw_only=True)
class Row:
    """One record of an export, whatever the app.

    ``skip`` says why a row is no set; its ``rest_s`` and ``entry_note`` still count.
    ``started_at`` is the time as written, ``at`` that of the end of the set. ``order``
    is the number of the set where the file gives one: it starts again when an exercise
    comes up a second time.
    """

    line: int
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


@dataclass(frozen=True, slots=True)
class RowError:
    """A record that cannot be read, with its first physical line."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """How many records were left out for a reason."""

    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How the records of one file read: a name for each column, and the row they make.

    ``read`` raises RowProblem for a record that cannot be read. ``records`` are those
    of the sets in a file that puts several on a line; else they are the table's own.
    ``dates`` is what reads its dates, and doubts some.
    """

    columns: tuple[str, ...]
    read: Callable[[int, Cells], Row]
    has_header: bool = True
    records: tuple[Record, ...] | None = None
    dates: DateReader | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """An app's format: ``recognise`` gives the layout of a table, or None.

    What the lifter says is handed to it; what the file says goes before.
    """

    app: str
    title: str
    recognise: Callable[[Table, ReadOptions], Layout | None]


def is_empty(row: Row) -> bool:
    """Whether nothing was done: no reps, no time, no distance, no load, no failure."""
    return not (row.reps or row.seconds or row.metres or row.load or row.end)
