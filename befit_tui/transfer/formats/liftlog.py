"""LiftLog: a plain table, a list of sessions as JSON, and a database of such."""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from befit_tui.transfer.containers import columns_of, tables_of
from befit_tui.transfer.formats.sets import objects, renamed, started_together, text_of
from befit_tui.transfer.rows import NOT_DONE, Format, Layout
from befit_tui.transfer.table import Table

_COLUMNS = {
    "date": "timestamp", "exercise": "exercise", "weight": "weight", "reps": "reps",
    "weight_unit": "weightunit", "comment": "notes", "session": "sessionid",
}  # fmt: skip
_SPAN = re.compile(r"(\d+(?:\.\d+)?)([HMS])")
_SECONDS = {"H": 3600, "M": 60, "S": 1}
_UNITS = {"kilograms": "kg", "pounds": "lb", "nil": ""}


def recognise(table: Table) -> Layout | None:
    """The layout of LiftLog's plain table: only sets that were done, without effort."""
    if not {*table.headings, "notes"} >= {*_COLUMNS.values()}:
        return None
    return started_together(renamed(table, _COLUMNS), lambda one: one["session"])


def sessions(document: Any) -> Layout | None:
    """The layout of LiftLog's sessions: a list, or the payloads of a backup."""
    found = objects(document, {"recordedExercises"})
    if found is None:
        return None
    sets = enumerate((one for session in found for one in _sets(session)), 1)
    return started_together(sets, lambda one: one["session"])


def from_backup(base: sqlite3.Connection) -> Layout | None:
    """The layout of a database whose sessions are JSON documents, or None."""
    if "session" not in tables_of(base) or "payload" not in columns_of(base, "session"):
        return None
    found = []
    for (text,) in base.execute("SELECT payload FROM session"):
        with suppress(TypeError, ValueError):
            found.append(json.loads(text))
    return sessions([one for one in found if one is not None])


def _sets(session: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    body = session.get("bodyweight") or {}
    shared = {
        "session": session.get("id"),
        "day": session.get("date"),
        "name": (session.get("blueprint") or {}).get("name"),
        "bodyweight": body.get("value"),
        "bodyweight_unit": _UNITS.get(text_of(body.get("unit"))),
    }
    for exercise in session["recordedExercises"]:
        shared |= {
            "exercise": (exercise.get("blueprint") or {}).get("name"),
            "notes": exercise.get("notes"),
        }
        for done in exercise.get("potentialSets") or []:
            yield shared | _weighted(done)
        for done in exercise.get("sets") or []:
            yield shared | _cardio(done)


def _weighted(done: Mapping[str, Any]) -> dict[str, Any]:
    load, finished = done.get("weight"), done.get("set") or {}
    # Before the unit had a place of its own a load was a bare number.
    load = load if isinstance(load, dict) else {"value": load}
    return {
        "date": finished.get("completionDateTime"),
        "weight": load.get("value"),
        "weight_unit": _UNITS.get(text_of(load.get("unit"))),
        "reps": finished.get("repsCompleted"),
        "skip": "" if finished else NOT_DONE,
    }


def _cardio(done: Mapping[str, Any]) -> dict[str, Any]:
    distance, at = done.get("distance") or {}, done.get("completionDateTime")
    # A duration in the form of ISO 8601: PT1H2M3S.
    spans = _SPAN.findall(text_of(done.get("duration")))
    return {
        "date": at,
        "seconds": sum(float(count) * _SECONDS[sign] for count, sign in spans) or None,
        "distance": distance.get("value"),
        "distance_unit": distance.get("unit"),
        "skip": "" if at else NOT_DONE,
    }


LIFTLOG = Format("liftlog", "LiftLog", recognise)
SESSIONS = Format("liftlog", "LiftLog", sessions)
BACKUP = Format("liftlog", "LiftLog", from_backup)
