"""FitNotes for Android and iOS: tables of days without times, and the phone's backup.

The backup is a database of SQLite, its loads always kilograms. Fit Notes Workouts is
another app.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from befit_tui.domain.vocabulary import End
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.containers import columns_of, tables_of
from befit_tui.transfer.formats.sets import SetCells, layout_of
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Table, column_names

_ON_A_SET = "WHERE owner_type_id = 1"
"""What a comment belongs to."""
_COLUMNS = ("date", "exercise", "weight:kg", "reps", "distance:m", "seconds")


def recognise(table: Table) -> Layout | None:
    """The layout of a FitNotes export; iOS fills one of two weight columns a row."""
    columns = column_names(table.first)
    if not {"date", "exercise", "category", "reps"} <= set(columns):
        return None
    of_sets = ("comment" if one == "notes" else one for one in columns)
    return Layout(tuple(of_sets), by_day=True)


def from_backup(base: sqlite3.Connection) -> Layout | None:
    """The layout of a backup, or None when it is another app's database."""
    if not tables_of(base) >= {"training_log", "exercise"}:
        return None
    return layout_of(_sets(base), by_day=True)


def _sets(base: sqlite3.Connection) -> Iterator[SetCells]:
    """The sets in the order of the log; a comment may belong to a set or to a day."""
    known = columns_of(base, "training_log")
    wanted = [
        f"log.{column}" if column in known else "NULL"
        for column in ("metric_weight", "reps", "distance", "duration_seconds")
    ]
    comments = _words(
        base, "Comment", f"SELECT owner_id, comment FROM Comment {_ON_A_SET}"
    )
    days = _words(
        base,
        "WorkoutComment",
        "SELECT substr(date, 1, 10), comment FROM WorkoutComment",
    )
    query = (
        "SELECT log._id, substr(log.date, 1, 10), exercise.name, "
        f"{', '.join(wanted)} FROM training_log AS log "
        "JOIN exercise ON exercise._id = log.exercise_id ORDER BY log.date, log._id"
    )
    for line, (key, *row) in enumerate(base.execute(query), 1):
        done = dict(zip(_COLUMNS, row, strict=True))
        done |= {"comment": comments.get(key), "workout_notes": days.get(done["date"])}
        yield line, done


def _words(base: sqlite3.Connection, table: str, query: str) -> dict[Any, Any]:
    return dict(base.execute(query)) if table in tables_of(base) else {}


def of_workouts(table: Table) -> Layout | None:
    """The layout of an export of Fit Notes Workouts: universal times, RPE and RIR."""
    columns = column_names(table.first)
    if not {"date", "exercise", "status", "warmup", "rir"} <= set(columns):
        return None
    return Layout(columns, finish=_finish)


def _finish(row: Row, cells: Cells) -> None:
    status = cells.get("status", "").casefold()
    if status == "notstarted":
        row.skip = NOT_DONE
    elif status == "failed":
        row.end = End.VOLITIONAL
    equipment = cell.text(cells, "equipment")
    if equipment and equipment.casefold() not in ("none", "bodyweight"):
        row.exercise = f"{row.exercise} ({equipment})"


FITNOTES = Format("fitnotes", "FitNotes", recognise)
BACKUP = Format("fitnotes", "FitNotes", from_backup)
WORKOUTS = Format("fitnotes-workouts", "Fit Notes Workouts", of_workouts)
