"""Liftosaur: newest workout first; a set that was planned but not done has no reps."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from befit_tui.transfer.cells import Cells
from befit_tui.transfer.formats.sets import layout_of, objects, text_of
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Table, column_names

_DONE_AT = "completed reps time"
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def recognise(table: Table) -> Layout | None:
    """The layout of Liftosaur's history as a table, which keeps RPE and times of sets.

    A time that a file gives for a set counts as its end.
    """
    columns = column_names(table.first)
    if not {"date", "exercise", "reps", "warmup", _DONE_AT} <= set(columns):
        return None
    renamed = ("at" if one == _DONE_AT else one for one in columns)
    return Layout(tuple(renamed), finish=_finish)


def _finish(row: Row, _cells: Cells) -> None:
    row.ended_at = row.at
    if row.reps is None:
        row.skip = NOT_DONE


def from_backup(document: Any) -> Layout | None:
    """The layout of Liftosaur's full backup: the history is in its storage."""
    found = document.get("storage", document) if isinstance(document, dict) else {}
    history = objects(found, {"entries"}, under="history")
    if history is None:
        return None
    own = (found.get("settings") or {}).get("exercises") or {}
    return layout_of(enumerate(_sets(history, own), 1), _finish)


def _sets(
    history: list[Mapping[str, Any]], own: Mapping[str, Any]
) -> Iterator[Mapping[str, Any]]:
    for record in history:
        for entry in record["entries"]:
            warmups = entry.get("warmupSets") or []
            for at, done in enumerate((*warmups, *(entry.get("sets") or []))):
                load = done.get("completedWeight") or done.get("weight") or {}
                yield {
                    "date": _moment(record.get("startTime")) or record.get("date"),
                    "name": record.get("dayName"),
                    "exercise": _exercise(entry, own),
                    "warmup": at < len(warmups),
                    "reps": done.get("completedReps"),
                    "rpe": done.get("completedRpe"),
                    "weight": load.get("value"),
                    "weight_unit": load.get("unit"),
                    "at": _moment(done.get("timestamp")),
                    "notes": entry.get("notes"),
                }


def _exercise(entry: Mapping[str, Any], own: Mapping[str, Any]) -> str:
    """``benchPress`` with ``barbell`` as ``Bench Press, Barbell``."""
    exercise = entry.get("exercise") or {}
    name = text_of(exercise.get("id"))
    if name in own:
        return text_of(own[name].get("name"))
    words = " ".join(_WORD.findall(name)).title()
    equipment = " ".join(_WORD.findall(text_of(exercise.get("equipment")))).title()
    return ", ".join(filter(None, (words, equipment)))


def _moment(milliseconds: Any) -> str:
    """A time of universal milliseconds as text; "" when there is none."""
    if not isinstance(milliseconds, int | float) or not milliseconds:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat()


LIFTOSAUR = Format("liftosaur", "Liftosaur", recognise)
BACKUP = Format("liftosaur", "Liftosaur", from_backup)
