"""Hevy: newest workout first, a tag and an RPE for each set, month names localised."""

from collections.abc import Iterator, Mapping
from typing import Any

from befit_tui.transfer.formats.sets import layout_of, objects
from befit_tui.transfer.rows import Format, Layout
from befit_tui.transfer.table import Table, column_names


def recognise(table: Table) -> Layout | None:
    """The layout of a Hevy export; columns may be missing or named in pounds."""
    columns = column_names(table.first)
    if "exercise_title" not in table.headings or "date" not in columns:
        return None
    return Layout(columns)


def from_api(document: Any) -> Layout | None:
    """The layout of what Hevy's interface for programs answers: a page of workouts."""
    found = objects(document, {"start_time"}, under="workouts")
    return None if found is None else layout_of(enumerate(_sets(found), 1))


def _sets(workouts: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for workout in workouts:
        for exercise in workout.get("exercises") or []:
            for done in exercise.get("sets") or []:
                yield {
                    "name": workout.get("title"),
                    "date": workout["start_time"],
                    "end": workout.get("end_time"),
                    "workout_notes": workout.get("description"),
                    "exercise": exercise.get("title"),
                    "superset": exercise.get(
                        "superset_id", exercise.get("supersets_id")
                    ),
                    "notes": exercise.get("notes"),
                    "order": done.get("index"),
                    "type": done.get("type"),
                    "weight:kg": done.get("weight_kg"),
                    "reps": done.get("reps"),
                    "distance:m": done.get("distance_meters"),
                    "seconds": done.get("duration_seconds"),
                    "rpe": done.get("rpe"),
                }


HEVY = Format("hevy", "Hevy", recognise)
API = Format("hevy", "Hevy", from_api)
