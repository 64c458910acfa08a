"""Finished workouts, a file a month, and their changes with what they replace."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import (
    ChangedOutsideError,
    DamagedError,
    DocumentError,
    NewerDataError,
    StoreError,
)
from befit_tui.domain.failures import why
from befit_tui.domain.merge import merged
from befit_tui.domain.workout import Workout
from befit_tui.store import journal, layout, locations, steps
from befit_tui.store.layout import UNDO, month_file
from befit_tui.store.locations import Spot
from befit_tui.store.storage import Folder
from befit_tui.store.text import Document, loads

Change = tuple[Workout | None, Workout | None]
"""A finished workout and what stands in its stead; None before: new, after: gone."""

Image = Document
"""What stands at a place, or stood: ``place``, ``id``, ``document`` (may be null), and
``after``, the mark of what a change left there."""


def read_month(root: Path, month: str) -> tuple[Workout, ...]:
    """The workouts of a month, ``YYYY-MM``, straight from the disk, oldest first.

    It shares nothing with a store, so a worker thread may call it while another
    thread writes.

    Raises:
        DamagedError: the file is damaged; ``Store.read_month`` repairs it.
        NewerDataError: a newer version of Befit wrote it.
        StoreError: the disk refused.
    """
    name = month_file(month)
    try:
        data = journal.read(root, name)
        tables = {} if data is None else loads(data)
        found = [workout_from_dict(w) for w in tables.get("workouts", {}).values()]
    except OSError as error:
        raise StoreError(f"{root / name} cannot be read {why(error)}") from error
    except (DamagedError, DocumentError) as error:
        raise DamagedError(f"{name} is damaged: {error}") from error
    except NewerDataError as error:
        raise NewerDataError(f"{name} {error}") from error
    return tuple(sorted(found, key=lambda workout: (workout.started_at, workout.id)))


def change(folder: Folder, changes: Iterable[Change], label: str) -> None:
    """Makes every change, in one commit and as one step of undo.

    A workout that another program changed since it was read keeps what was changed
    there, with this change on top.

    Raises:
        ChangedOutsideError: one that is to be deleted was changed meanwhile.
        StoreError: one that is to be changed is no longer in the log.
    """
    with folder.batch():
        after: dict[Spot, Document | None] = {}
        for old, new in changes:
            stands = old and _standing(folder, old)
            if new is not None and new == stands:
                continue
            if new is not None:
                after[new.month, new.id] = _changed(folder, old, new, stands)
            elif old is not None and stands != old:
                raise ChangedOutsideError(
                    f"{old.name or 'The workout'} was changed by another program "
                    "meanwhile; nothing was deleted: look at it again."
                )
            if old is not None and (new is None or new.month != old.month):
                after[old.month, old.id] = None
        if after:
            record(folder, label, after)
        for spot, found in after.items():
            locations.put(folder, *spot, found)


def add(
    folder: Folder,
    workouts: Iterable[Workout],
    label: str,
    extended: Iterable[Workout] = (),
) -> int:
    """Files workouts under their months, in one commit; known ids are passed over.

    ``extended`` take the place of those with their ids, under the ``rev`` they have:
    it counts what the lifter changed.

    Returns:
        How many were new.
    """
    with folder.batch():
        known = set().union(*(ids(folder, m) for m in layout.months(folder.root)))
        known.update(open_["id"] for open_ in locations.all_open(folder))
        new = {w.id: w for w in workouts if w.id not in known}
        longer = tuple(extended)
        if new or longer:
            after = {(w.month, w.id): locations.document(w) for w in new.values()}
            more = {(w.month, w.id): locations.document(w) for w in longer}
            record(folder, label, after | more)
            _insert(folder, after)
            for spot, found in more.items():
                locations.put(folder, *spot, found)
        return len(new)


def record(folder: Folder, label: str, after: Mapping[Spot, Document | None]) -> None:
    """Notes what stands at each place, as the step that brings it back.

    ``after`` is what will stand there: the step can be undone only while it does.
    """
    # The first write of a commit: the image is safe before what it shows is gone.
    steps.record(folder, UNDO, label, {"images": capture(folder, after)})


def capture(folder: Folder, after: Mapping[Spot, Document | None]) -> list[Image]:
    """What now stands at each place, with the mark of what will."""
    return [
        {
            "place": place,
            "id": key,
            "document": locations.get(folder, place, key),
            "after": locations.mark_of(new),
        }
        for (place, key), new in after.items()
    ]


def ids(folder: Folder, month: str) -> set[str]:
    """The ids of the workouts of a month; none if it cannot be read."""
    # Not through a table: that would hold every month in memory, and check it.
    try:
        tables = loads(journal.read(folder.root, month_file(month)) or b"")
    except DamagedError:
        tables = folder.load(month_file(month)) or {}
    except (OSError, NewerDataError):
        return set()
    return {str(found.get("id")) for found in tables.get("workouts", {}).values()}


def _standing(folder: Folder, old: Workout) -> Workout:
    found = locations.get(folder, old.month, old.id)
    if found is None:
        raise StoreError(f"The workout {old.name!r} is no longer in the log.")
    return workout_from_dict(found)


def _changed(
    folder: Folder, old: Workout | None, new: Workout, stands: Workout | None
) -> Document:
    """What is written in the stead of ``old``, of which ``stands`` is on the disk."""
    if old is None or stands is None:
        return locations.document(new)
    if stands != old:
        new = merged(old, new, stands)
        folder.told.append(
            f"Another program changed {old.name or 'the workout'} meanwhile; what it "
            "changed is kept, and your change was made on top."
        )
    return locations.document(new) | {"rev": max(stands.rev, new.rev) + 1}


def _insert(folder: Folder, new: Mapping[Spot, Document]) -> None:
    by_month: dict[str, list[Document]] = {}
    for (month, _), found in new.items():
        by_month.setdefault(month, []).append(found)
    for month, documents in by_month.items():
        folder.table(month_file(month), "workouts").insert_multiple(documents)
