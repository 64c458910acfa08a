"""Exporting the whole log as one text, for keeping or for another app."""

import os
from collections.abc import Iterable
from errno import ELOOP
from functools import lru_cache
from pathlib import Path
from typing import Any

from befit_tui.domain.codec import to_plain, with_unknown
from befit_tui.domain.errors import StoreError, why
from befit_tui.domain.library import library_to_dict
from befit_tui.domain.workout import Workout
from befit_tui.logbook.logbook import Logbook
from befit_tui.store.files import atomic_write, is_device
from befit_tui.transfer.export import to_json, to_strong
from befit_tui.transfer.formats.own_table import to_csv
from befit_tui.transfer.formats.text_log import to_text
from befit_tui.transfer.openweight import to_openweight
from befit_tui.transfer.sqlite_export import to_sqlite


def export_log(logbook: Logbook, form: str) -> str | bytes:
    """Everything in the log, the open workout included.

    ``form`` is json, which alone is without loss, csv, strong (its loads are in the
    lifter's unit, unsaid), openweight, text, or sqlite, which is no text.
    """
    workouts, get = logbook.workouts(), logbook.catalog.get

    def name_of(exercise_id: str) -> str:
        return get(exercise_id).name

    match form:
        case "csv":
            return to_csv(workouts, name_of)
        case "strong":
            return to_strong(workouts, name_of, logbook.unit)
        case "text":
            return to_text(workouts, name_of, logbook.unit)
        case "openweight":
            return to_openweight(workouts, get)
        case "sqlite":
            return to_sqlite(workouts, get)
    return _json(logbook, workouts)


def write_private(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all, readable by its owner only, or StoreError."""
    if is_device(path):
        raise StoreError(
            f"{path.name} is the name of a device on this system: give another name."
        )
    if path.is_dir():
        raise StoreError(
            f"{path} cannot be written: it is a folder, name a file in it."
        )
    try:
        # Half a surrogate pair has no UTF-8; so spelled, JSON reads it back.
        data = text
        if isinstance(data, str):
            data = data.encode("utf-8", "backslashreplace")
        if path.exists() and not path.is_file():
            # A pipe or a device is written to: what reads it has it open already.
            path.write_bytes(data)
        else:
            # A link stays one, and what it leads to is replaced.
            target = Path(os.path.realpath(path))
            if target.is_symlink():
                raise OSError(ELOOP, "it is a link in a circle")
            atomic_write(target, data, keep_previous=False)
    except OSError as error:
        raise StoreError(f"{path} cannot be written {why(error)}") from error


def _json(logbook: Logbook, workouts: Iterable[Workout]) -> str:
    library = logbook.store.library()
    parts = library_to_dict(library)
    del parts["exercises"]
    # They come in order, so that each month is looked up once or twice.
    stored = lru_cache(maxsize=2)(logbook.store.documents)

    def document_of(workout: Workout) -> dict[str, Any]:
        month = None if workout is logbook.active else workout.month
        return with_unknown(to_plain(workout), stored(month).get(workout.id, {}))

    text = to_json(workouts, library.exercises, parts, document_of)
    return text + "\n"
