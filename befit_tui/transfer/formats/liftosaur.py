"""Liftosaur: newest workout first; a set that was planned but not done has no reps."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader, optional_date
from befit_tui.transfer.formats.plain import text_of
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import NOT_DONE, Format, Layout, Row
from befit_tui.transfer.table import Record, Table

_WARMUP = "is warmup set?"
_DONE_AT = "completed reps time"


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of Liftosaur's history as a table, which keeps RPE and times of sets.

    A time that a file gives for a set counts as its end.
    """
    columns = column_names(table.first)
    if not {"date", "exercise", "reps", _WARMUP, _DONE_AT} <= set(columns):
        return None
    when = DateReader(table.column(columns.index("date")), options)

    def read(line: int, cells: Cells) -> Row:
        load, load_unit = cell.load(cells)
        reps = cell.whole(cells, "reps", cell.MAX_REPS)
        at = optional_date(when, cells, _DONE_AT)
        return Row(
            line=line,
            started_at=when(cells["date"]),
            ended_at=at,
            workout=cell.text(cells, "name"),
            exercise=cell.text(cells, "exercise"),
            entry_note=cell.text(cells, "notes"),
            skip=NOT_DONE if reps is None else "",
            kind=Kind.WARMUP if cells[_WARMUP].strip() == "1" else Kind.WORK,
            load=load,
            unit=load_unit,
            reps=reps,
            rpe=cell.rating(cells),
            at=at,
        )

    return Layout(columns, read, dates=when)


_BACKUP_COLUMNS = (
    "Workout DateTime", "Day Name", "Exercise", "Is Warmup Set?", "Completed Reps",
    "Completed RPE", "Completed Weight Value", "Completed Weight Unit",
    "Completed Reps Time", "Notes",
)  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def from_backup(document: Any, options: ReadOptions) -> Layout | None:
    """The layout of Liftosaur's full backup: the history is in its storage."""
    found = document.get("storage", document) if isinstance(document, dict) else {}
    history = found.get("history") if isinstance(found, dict) else None
    if not isinstance(history, list) or not history:
        return None
    if not all(isinstance(one, dict) and "entries" in one for one in history):
        return None
    own = (found.get("settings") or {}).get("exercises") or {}
    records = [Record(0, list(_BACKUP_COLUMNS))]
    records += (
        Record(line, cells) for line, cells in enumerate(_backup_cells(history, own), 1)
    )
    layout = recognise(Table("", tuple(records)), options)
    return layout and replace(layout, records=tuple(records[1:]))


def _backup_cells(
    history: list[Mapping[str, Any]], own: Mapping[str, Any]
) -> Iterator[list[str]]:
    for record in history:
        started = _moment(record.get("startTime")) or text_of(record.get("date"))
        for entry in record["entries"]:
            shared = [started, text_of(record.get("dayName")), _exercise(entry, own)]
            warmups = entry.get("warmupSets") or []
            for at, done in enumerate((*warmups, *(entry.get("sets") or []))):
                load = done.get("completedWeight") or done.get("weight") or {}
                yield [
                    *shared,
                    "1" if at < len(warmups) else "0",
                    text_of(done.get("completedReps")),
                    text_of(done.get("completedRpe")),
                    text_of(load.get("value")),
                    text_of(load.get("unit")),
                    _moment(done.get("timestamp")),
                    text_of(entry.get("notes")),
                ]


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
