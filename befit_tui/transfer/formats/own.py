"""Befit's own export: one JSON document, read back with every id as it was."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from befit_tui.domain.codec import exercise_from_dict, workout_from_dict
from befit_tui.domain.errors import BefitError, DocumentError, ImportRefusedError
from befit_tui.domain.exercise import Exercise
from befit_tui.domain.history import in_order
from befit_tui.domain.workout import SCHEMA, Workout
from befit_tui.transfer.parsed import ParsedLog
from befit_tui.transfer.rows import RowError

APP = "befit"
_ID = re.compile(r'"id"\s*:\s*"([^"\\]+)"')
_TABLES = {"active": "workouts"}
"""The table of the open workout; the others are called as in an export."""

_KNOWN = frozenset({"app", "schema", "workouts", "exercises"})


def load_json(text: str, name: str) -> Any:
    """The document in a text."""
    try:
        return json.loads(text)
    except ValueError as problem:
        raise ImportRefusedError(f"{name} is not sound JSON: {problem}.") from None
    except RecursionError:
        raise ImportRefusedError(
            f"{name} is nested deeper than any log: give the file that "
            "the app exported."
        ) from None


def read_own(found: Any, text: str, name: str) -> ParsedLog:
    """The workouts of a Befit export, or of a file of its data; a row is a set.

    ``text`` is the document as it is written, which has the lines.
    """
    document = joined([found]) if is_data_file(found) else found
    if not isinstance(document, dict) or not isinstance(document.get("workouts"), list):
        raise ImportRefusedError(
            f"{name} is JSON, but no export that Befit knows: it has no list of "
            "workouts."
        )
    schema = document.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise ImportRefusedError(
            f"{name} was written by a newer Befit (data version {schema}): "
            "update befit-tui to import it."
        )
    reader = _Reader(text)
    workouts = list(reader.workouts(document["workouts"]))
    exercises = tuple(reader.exercises(document.get("exercises")))
    ids = [done.id for workout in workouts for done in workout.sets]
    return ParsedLog(
        app=APP,
        rows=len(ids) + len(reader.errors),
        workouts=in_order(workouts),
        lines={set_id: reader.lines.get(set_id, 1) for set_id in ids},
        errors=tuple(reader.errors),
        exercises=exercises,
        library={key: part for key, part in document.items() if key not in _KNOWN},
        documents={
            one["id"]: one
            for one in document["workouts"]
            if isinstance(one, dict) and isinstance(one.get("id"), str)
        },
    )


def is_data_file(found: Any) -> bool:
    """Whether a document is a file of a data folder: tables of numbered documents."""
    return isinstance(found, dict) and isinstance(found.get("_meta"), dict)


def joined(files: Iterable[Any]) -> dict[str, Any]:
    """What the files of a data folder hold, as an export has it."""
    parts: dict[str, list[Any]] = {"workouts": []}
    for tables in files:
        for table, rows in tables.items():
            if isinstance(rows, dict) and table != "_meta":
                name = _TABLES.get(table, table)
                parts.setdefault(name, []).extend(rows.values())
    return {"app": APP, **parts}


class _Reader:
    """Reads documents one by one; ``errors`` are those that cannot be read."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self.errors: list[RowError] = []
        line, counted = 1, 0
        for found in _ID.finditer(text):
            line += text.count("\n", counted, found.start())
            counted = found.start()
            self.lines.setdefault(found[1], line)

    def workouts(self, documents: list[Any]) -> Iterator[Workout]:
        for document in documents:
            try:
                yield workout_from_dict(document)
            except BefitError as problem:
                yield from self._salvaged(document, str(problem))

    def exercises(self, documents: Any) -> Iterator[Exercise]:
        for document in documents if isinstance(documents, list) else []:
            try:
                yield exercise_from_dict(document)
            except DocumentError as problem:
                self._refuse(document, str(problem))

    def _salvaged(self, document: Any, reason: str) -> Iterator[Workout]:
        """The workout without the sets that cannot be read, if the rest can be."""
        known = len(self.errors)
        try:
            kept = document | {
                "entries": [
                    entry | {"sets": list(self._sound(entry.get("sets") or []))}
                    for entry in document["entries"]
                ]
            }
            yield workout_from_dict(kept)
        except (BefitError, AttributeError, KeyError, TypeError):
            del self.errors[known:]
            sets = [document]
            with suppress(KeyError, TypeError):
                sets = [done for entry in document["entries"] for done in entry["sets"]]
            for done in sets or [document]:
                self._refuse(done, reason)

    def _sound(self, sets: list[Any]) -> Iterator[Any]:
        for done in sets:
            probe = {"id": "-", "started_at": "2000-01-01T00:00:00+00:00"}
            entries = [{"exercise": "-", "sets": [done]}]
            try:
                workout_from_dict(probe | {"entries": entries})
                yield done
            except DocumentError as problem:
                self._refuse(done, str(problem))

    def _refuse(self, document: Any, reason: str) -> None:
        name = document.get("id") if isinstance(document, dict) else None
        line = self.lines.get(name, 1) if isinstance(name, str) else 1
        self.errors.append(RowError(line, reason))
