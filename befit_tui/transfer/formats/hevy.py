"""Hevy: newest workout first, a tag and an RPE for each set, month names localised."""

from collections.abc import Iterator, Mapping
from typing import Any

from befit_tui.domain.load import Unit
from befit_tui.domain.value import replace
from befit_tui.domain.vocabulary import End, Kind
from befit_tui.transfer import cells as cell
from befit_tui.transfer.cells import Cells
from befit_tui.transfer.dates import DateReader, optional_date
from befit_tui.transfer.formats.plain import text_of
from befit_tui.transfer.header import column_names
from befit_tui.transfer.options import ReadOptions
from befit_tui.transfer.rows import Format, Layout, Row
from befit_tui.transfer.table import Record, Table

_KINDS = {"warmup": Kind.WARMUP, "dropset": Kind.DROP}


def recognise(table: Table, options: ReadOptions) -> Layout | None:
    """The layout of a Hevy export; columns may be missing or named in pounds."""
    columns = column_names(table.first)
    if "exercise_title" not in table.headings or "date" not in columns:
        return None
    imperial = options.unit is Unit.LB
    when = DateReader(table.column(columns.index("date")), options)

    def read(line: int, cells: Cells) -> Row:
        tag = cells.get("type", "").casefold()
        load, load_unit = cell.load(cells)
        return Row(
            line=line,
            started_at=when(cells["date"]),
            ended_at=optional_date(when, cells, "end"),
            workout=cell.text(cells, "name"),
            workout_note=cell.text(cells, "workout_notes"),
            exercise=cell.text(cells, "exercise"),
            entry_note=cell.text(cells, "notes"),
            superset=cell.index(cells, "superset"),
            order=cell.index(cells, "order"),
            kind=_KINDS.get(tag, Kind.WORK),
            end=End.VOLITIONAL if tag == "failure" else None,
            load=load,
            unit=load_unit,
            reps=cell.whole(cells, "reps", cell.MAX_REPS),
            rpe=cell.rating(cells),
            seconds=cell.seconds(cells),
            metres=cell.metres(cells, imperial),
        )

    return Layout(columns, read, dates=when)


_API_COLUMNS = (
    "title", "start_time", "end_time", "description", "exercise_title", "superset_id",
    "exercise_notes", "set_index", "set_type", "weight_kg", "reps", "distance_meters",
    "duration_seconds", "rpe",
)  # fmt: skip


def from_api(document: Any, options: ReadOptions) -> Layout | None:
    """The layout of what Hevy's interface for programs answers: a page of workouts."""
    found = document.get("workouts") if isinstance(document, dict) else document
    if not isinstance(found, list) or not found:
        return None
    if not all(isinstance(one, dict) and "start_time" in one for one in found):
        return None
    records = [Record(0, list(_API_COLUMNS))]
    records += (Record(line, cells) for line, cells in enumerate(_api_cells(found), 1))
    layout = recognise(Table("", tuple(records)), options)
    return layout and replace(layout, records=tuple(records[1:]))


def _api_cells(workouts: list[Mapping[str, Any]]) -> Iterator[list[str]]:
    for workout in workouts:
        for exercise in workout.get("exercises") or []:
            for done in exercise.get("sets") or []:
                values = (
                    workout.get("title"), workout["start_time"],
                    workout.get("end_time"), workout.get("description"),
                    exercise.get("title"),
                    exercise.get("superset_id", exercise.get("supersets_id")),
                    exercise.get("notes"), done.get("index"), done.get("type"),
                    done.get("weight_kg"), done.get("reps"),
                    done.get("distance_meters"), done.get("duration_seconds"),
                    done.get("rpe"),
                )  # fmt: skip
                yield [text_of(value) for value in values]


HEVY = Format("hevy", "Hevy", recognise)
