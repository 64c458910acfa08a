"""FitNotes for Android and iOS: tables of days without times, and the phone's backup.

The backup is a database of SQLite, its loads always kilograms.
"""

import sqlite3
from collections.abc import Iterator

from befit_tui.transfer.containers import columns_of, tables_of
from befit_tui.transfer.formats.sets import SetCells, layout_of, text_of
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table, column_names

_ON_A_SET = 1
"""What a comment belongs to."""


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
    comments = _comments(base)
    days = _day_notes(base)
    query = (
        f"SELECT log._id, log.date, exercise.name, {', '.join(wanted)} "
        "FROM training_log AS log JOIN exercise ON exercise._id = log.exercise_id "
        "ORDER BY log.date, log._id"
    )
    for line, (key, when, name, load, reps, metres, seconds) in enumerate(
        base.execute(query), 1
    ):
        day = text_of(when)[:10]
        done = {
            "date": day,
            "exercise": text_of(name),
            "weight:kg": text_of(load),
            "reps": text_of(reps),
            "distance:m": text_of(metres),
            "seconds": text_of(seconds),
            "comment": comments.get(key, ""),
            "workout_notes": days.get(day, ""),
        }
        yield line, done


def _comments(base: sqlite3.Connection) -> dict[int, str]:
    if "Comment" not in tables_of(base):
        return {}
    query = "SELECT owner_id, comment FROM Comment WHERE owner_type_id = ?"
    return {key: text_of(words) for key, words in base.execute(query, (_ON_A_SET,))}


def _day_notes(base: sqlite3.Connection) -> dict[str, str]:
    if "WorkoutComment" not in tables_of(base):
        return {}
    found = base.execute("SELECT date, comment FROM WorkoutComment")
    return {text_of(day)[:10]: text_of(words) for day, words in found}


FITNOTES = Format("fitnotes", "FitNotes", recognise)
FITNOTES_BACKUP = Format("fitnotes", "FitNotes", from_backup)
