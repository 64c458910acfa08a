"""FitNotes' backup of the phone: a database of SQLite, its loads always kilograms."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from befit_tui.transfer.formats.plain import Named, plain_layout, text_of
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Layout

_TABLES = {"training_log", "exercise"}
_ON_A_SET = 1
"""What a comment belongs to."""


def recognise(base: sqlite3.Connection, options: ReadOptions) -> Layout | None:
    """The layout of a backup, or None when it is another app's database."""
    if not tables_of(base) >= _TABLES:
        return None
    return plain_layout(_sets(base), options)


def tables_of(base: sqlite3.Connection) -> set[str]:
    """The names of the tables of a database."""
    found = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in found}


def columns_of(base: sqlite3.Connection, table: str) -> set[str]:
    """The names of the columns of a table that is known to exist."""
    with closing(base.execute(f'SELECT * FROM "{table}" LIMIT 0')) as found:
        return {str(column[0]) for column in found.description}


def _sets(base: sqlite3.Connection) -> Iterator[Named]:
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
    for line, (key, day, name, load, reps, metres, seconds) in enumerate(
        base.execute(query), 1
    ):
        yield (
            line,
            {
                "date": f"{text_of(day)[:10]} 12:00",
                "exercise": text_of(name),
                "weight:kg": text_of(load),
                "reps": text_of(reps),
                "distance:m": text_of(metres),
                "seconds": text_of(seconds),
                "comment": comments.get(key, ""),
                "workout_notes": days.get(text_of(day)[:10], ""),
            },
        )


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
