"""LiftLog: a plain table, a list of sessions as JSON, and a backup of such."""

from collections.abc import Iterator, Mapping
from typing import Any

from befit_tui.transfer.formats.plain import (
    Named,
    plain_layout,
    started_together,
    text_of,
)
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table

_HEADINGS = {"sessionid", "timestamp", "exercise", "weight", "weightunit", "reps"}
_UNITS = {"kilograms": "kg", "pounds": "lb", "nil": ""}


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of LiftLog's plain table: only sets that were done, without effort."""
    if not set(table.headings) >= _HEADINGS:
        return None
    sets = (
        (
            line,
            {
                "date": one["timestamp"],
                "exercise": one["exercise"],
                "weight": one["weight"],
                "weight_unit": one["weightunit"],
                "reps": one["reps"],
                "comment": one.get("notes", ""),
                "session": one["sessionid"],
            },
        )
        for line, one in table.named()
    )
    return plain_layout(started_together(sets, lambda one: one["session"]), options)


def sessions(document: Any, options: ReadOptions) -> Layout | None:
    """The layout of LiftLog's sessions: a list, or the payloads of a backup."""
    if not isinstance(document, list) or not document:
        return None
    if not all(
        isinstance(one, dict) and "recordedExercises" in one for one in document
    ):
        return None
    sets = enumerate((one for session in document for one in _sets(session)), 1)
    together: list[Named] = started_together(sets, lambda one: one["session"])
    return plain_layout(together, options)


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
    value, unit = (
        (load.get("value"), load.get("unit"))
        if isinstance(load, dict)
        else (
            load,
            None,
        )
    )
    return {
        "date": text_of(finished.get("completionDateTime")),
        "day": day,
        "weight": text_of(value),
        "weight_unit": _UNITS.get(text_of(unit), ""),
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
