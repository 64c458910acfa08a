"""LiftLog: a plain table, a list of sessions as JSON, and a database of such."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from befit_tui.transfer.containers import columns_of, tables_of
from befit_tui.transfer.formats.sets import layout_of, started_together, text_of
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"sessionid", "timestamp", "exercise", "weight", "weightunit", "reps"}
_UNITS = {"kilograms": "kg", "pounds": "lb", "nil": ""}


def recognise(table: Table) -> Layout | None:
    """The layout of LiftLog's plain table: only sets that were done, without effort."""
    if not set(table.headings) >= _HEADINGS:
        return None
    sets = ((line, _row(one)) for line, one in table.named())
    return layout_of(started_together(sets, lambda one: one["session"]))


def _row(one: Mapping[str, str]) -> Mapping[str, str]:
    return {
        "date": one["timestamp"],
        "exercise": one["exercise"],
        "weight": one["weight"],
        "weight_unit": one["weightunit"],
        "reps": one["reps"],
        "comment": one.get("notes", ""),
        "session": one["sessionid"],
    }


def sessions(document: Any) -> Layout | None:
    """The layout of LiftLog's sessions: a list, or the payloads of a backup."""
    if not isinstance(document, list) or not document:
        return None
    if not all(
        isinstance(one, dict) and "recordedExercises" in one for one in document
    ):
        return None
    sets = enumerate((one for session in document for one in _sets(session)), 1)
    return layout_of(started_together(sets, lambda one: one["session"]))


def from_backup(base: sqlite3.Connection) -> Layout | None:
    """The layout of a database whose sessions are JSON documents, or None."""
    if "session" not in tables_of(base) or "payload" not in columns_of(base, "session"):
        return None
    found = [_document(text) for (text,) in base.execute("SELECT payload FROM session")]
    return sessions([one for one in found if one is not None])


def _document(text: Any) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        return None


def _sets(session: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    day = text_of(session.get("date"))
    body = session.get("bodyweight") or {}
    shared = {
        "session": text_of(session.get("id")),
        "name": text_of((session.get("blueprint") or {}).get("name")),
        "bodyweight": text_of(body.get("value")),
        "bodyweight_unit": _UNITS.get(text_of(body.get("unit")), ""),
    }
    for exercise in session["recordedExercises"]:
        one = {
            **shared,
            "exercise": text_of((exercise.get("blueprint") or {}).get("name")),
            "notes": text_of(exercise.get("notes")),
        }
        for done in exercise.get("potentialSets") or []:
            yield one | _weighted(done, day)
        for done in exercise.get("sets") or []:
            yield one | _cardio(done, day)


def _weighted(done: Mapping[str, Any], day: str) -> dict[str, str]:
    load, finished = done.get("weight"), done.get("set") or {}
    # Before the unit had a place of its own a load was a bare number.
    load = load if isinstance(load, dict) else {"value": load}
    return {
        "date": text_of(finished.get("completionDateTime")),
        "day": day,
        "weight": text_of(load.get("value")),
        "weight_unit": _UNITS.get(text_of(load.get("unit")), ""),
        "reps": text_of(finished.get("repsCompleted")),
        "skip": "" if finished else "not done",
    }


def _cardio(done: Mapping[str, Any], day: str) -> dict[str, str]:
    distance = done.get("distance") or {}
    at = text_of(done.get("completionDateTime"))
    return {
        "date": at,
        "day": day,
        "seconds": _seconds(text_of(done.get("duration"))),
        "distance": text_of(distance.get("value")),
        "distance_unit": text_of(distance.get("unit")),
        "skip": "" if at else "not done",
    }


def _seconds(written: str) -> str:
    """The seconds of a duration in the form of ISO 8601: ``PT1H2M3S``."""
    total, number = 0.0, ""
    for sign in written.removeprefix("PT"):
        if sign in "HMS" and number:
            total += float(number) * {"H": 3600, "M": 60, "S": 1}[sign]
            number = ""
        elif sign.isdecimal() or sign == ".":
            number += sign
    return f"{total:g}" if total else ""


LIFTLOG = Format("liftlog", "LiftLog", recognise)
LIFTLOG_SESSIONS = Format("liftlog", "LiftLog", sessions)
LIFTLOG_BACKUP = Format("liftlog", "LiftLog", from_backup)
