"""Finished workouts, a file a month, and their changes with what they replace."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace as with_fields
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from befit_tui.domain.codec import check_spans, workout_from_dict
from befit_tui.domain.errors import (
    DamagedError,
    DocumentError,
    NewerDataError,
    StoreError,
)
from befit_tui.domain.workout import SCHEMA, Workout
from befit_tui.store import journal, layout, locations, steps
from befit_tui.store.layout import UNDO, month_file
from befit_tui.store.storage import Folder
from befit_tui.store.text import Document, loads

Change = tuple[Workout | None, Workout | None]
"""A finished workout and what stands in its stead; None before: new, after: gone."""


class _Meta(msgspec.Struct):
    app: Literal["befit"]
    schema: Annotated[int, msgspec.Meta(le=SCHEMA)]


class _Month(msgspec.Struct):
    """A month file, as far as a reader wants it."""

    meta: dict[Literal["1"], _Meta] = msgspec.field(name="_meta")
    workouts: dict[str, Workout] = {}


_MONTH = msgspec.json.Decoder(_Month)

Items = Mapping[tuple[str, str], Mapping[str, Any] | None]
"""Items of the library by their list and id; None takes one out."""

Image = Document
"""What stands at a place, or stood: ``place``, ``id``, ``document`` (may be null)."""


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
        found = _decode(journal.read(root, name))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreError(f"{name} cannot be read ({error.strerror}).") from error
    except (DamagedError, DocumentError) as error:
        raise DamagedError(f"{name} is damaged: {error}") from error
    except NewerDataError as error:
        raise NewerDataError(f"{name} {error}") from error
    return tuple(sorted(found, key=lambda workout: (workout.started_at, workout.id)))


def _decode(data: bytes) -> Iterable[Workout]:
    """The workouts of a month file; what is not as Befit writes it is read with care.

    Decoding straight into values is fifteen times as fast, but cannot say which workout
    is wrong, and takes the second of two that go by one number.
    """
    with suppress(ValueError, RecursionError, DocumentError):
        found = tuple(_MONTH.decode(data).workouts.values())
        for workout in found:
            check_spans(workout)
        if data.count(b'"id"') == sum(1 + len(workout.sets) for workout in found):
            return found
    tables = loads(data)
    return [workout_from_dict(one) for one in tables.get("workouts", {}).values()]


def finish(folder: Folder, workout: Workout, label: str) -> None:
    """Files the workout under its month and closes the open one, in one commit."""
    with folder.batch():
        open_ = locations.open_document(folder)
        filed = locations.get(folder, workout.month, workout.id)
        new = locations.document(workout, open_ or filed)
        if open_ is None and filed == new | {"rev": locations.rev_of(filed or new)}:
            return
        if open_ is not None and open_["id"] != workout.id:
            raise StoreError("Another workout is open: finish or discard it first.")
        new["rev"] = max(workout.rev, locations.rev_of(open_ or filed or new)) + 1
        where = [(workout.month, workout.id), (locations.OPEN, workout.id)]
        record(folder, label, where)
        locations.put(folder, workout.month, workout.id, new)
        locations.put(folder, locations.OPEN, workout.id, None)


def discard(folder: Folder, label: str) -> None:
    """Drops the open workout; it comes back with undo."""
    with folder.batch():
        open_ = locations.open_document(folder)
        if open_ is None:
            return
        record(folder, label, [(locations.OPEN, open_["id"])])
        locations.put(folder, locations.OPEN, open_["id"], None)


def replace(folder: Folder, workout: Workout, label: str) -> Workout:
    """Puts a changed workout in the stead of the one with its id, in any month."""
    with folder.batch():
        month = _month_holding(folder, workout)
        old = locations.get(folder, month, workout.id)
        if old is None:
            raise StoreError(f"The workout {workout.name!r} is no longer in the log.")
        new = locations.document(workout, old) | {"rev": locations.rev_of(old)}
        if new != old:
            new["rev"] = max(locations.rev_of(old), workout.rev) + 1
            spots = dict.fromkeys([workout.month, month])
            record(folder, label, [(spot, workout.id) for spot in spots])
            locations.put(folder, workout.month, workout.id, new)
            if month != workout.month:
                locations.put(folder, month, workout.id, None)
        return with_fields(workout, rev=new["rev"])


def delete(folder: Folder, workout_id: str, month: str, label: str) -> None:
    """Removes a workout from its month; a second time it does nothing."""
    with folder.batch():
        if locations.get(folder, month, workout_id) is not None:
            record(folder, label, [(month, workout_id)])
            locations.put(folder, month, workout_id, None)


def change(folder: Folder, changes: Iterable[Change], label: str) -> None:
    """Makes every change, in one commit and as one step of undo."""
    with folder.batch():
        made = tuple(changes)
        spots = [(one.month, one.id) for pair in made for one in pair if one]
        stood = {spot: locations.get(folder, *spot) for spot in spots}
        for old, _ in made:
            if old is not None and stood[old.month, old.id] is None:
                raise StoreError(f"The workout {old.name!r} is no longer in the log.")
        record(folder, label, list(stood))
        for old, new in made:
            if new is not None:
                known = None if old is None else stood[old.month, old.id]
                document = locations.document(new, known)
                if known is not None:
                    document["rev"] = max(locations.rev_of(known), new.rev) + 1
                locations.put(folder, new.month, new.id, document)
            if old is not None and (new is None or new.month != old.month):
                locations.put(folder, old.month, old.id, None)


def add(
    folder: Folder,
    workouts: Iterable[Workout],
    label: str,
    changed: Iterable[tuple[Workout, Workout]] = (),
    came_as: Mapping[str, Mapping[str, Any]] | None = None,
) -> int:
    """Files workouts under their months, in one commit; known ids are passed over.

    ``changed`` are workouts of the log and what they become, in any month, under the
    ``rev`` that is given: it counts what the lifter changed. ``came_as`` has documents
    that workouts were read from, by id: what we do not know of them is kept.

    Returns:
        How many were new.
    """
    with folder.batch():
        known = set().union(*(_ids(folder, m) for m in layout.months(folder.root)))
        open_ = locations.open_document(folder)
        known.add(open_["id"] if open_ else "")
        new = {w.id: w for w in workouts if w.id not in known}
        pairs = tuple(changed)
        if new or pairs:
            spots = dict.fromkeys((one.month, one.id) for pair in pairs for one in pair)
            images = _nothing_at(new.values()) + capture(folder, spots)
            steps.record(folder, UNDO, label, {"images": images})
            for old, now in pairs:
                _put_changed(folder, old, now)
            _insert(folder, new.values(), came_as or {})
        return len(new)


def relabel(
    folder: Folder,
    changes: Iterable[tuple[Workout, Workout]],
    items: Items,
    label: str,
) -> None:
    """Says otherwise which lifts were done, in workouts and library, in one commit.

    The ``rev`` of a workout stays: it counts what the lifter changed of what was done.
    """
    with folder.batch():
        open_ = locations.open_document(folder)
        stood: dict[tuple[str, str], Document] = {}
        for old, new in changes:
            is_open = open_ is not None and open_["id"] == old.id
            place = locations.OPEN if is_open else old.month
            known = locations.get(folder, place, old.id)
            if known is None:
                raise StoreError(f"The workout {old.name!r} is no longer in the log.")
            document = locations.document(new, known)
            stood[place, old.id] = document | {"rev": locations.rev_of(known)}
        kept = {
            (locations.IN_LIBRARY + name, key): None if item is None else dict(item)
            for (name, key), item in items.items()
        }
        record(folder, label, [*stood, *kept])
        for (place, key), item in (*stood.items(), *kept.items()):
            locations.put(folder, place, key, item)


def capture(folder: Folder, where: Iterable[tuple[str, str]]) -> list[Image]:
    """What now stands at each place and id."""
    return [
        {"place": place, "id": key, "document": locations.get(folder, place, key)}
        for place, key in where
    ]


def record(folder: Folder, label: str, where: list[tuple[str, str]]) -> None:
    """Notes what stands at each place and id, as the step that brings it back."""
    # The first write of a commit: the image is safe before what it shows is gone.
    steps.record(folder, UNDO, label, {"images": capture(folder, where)})


def _put_changed(folder: Folder, old: Workout, now: Workout) -> None:
    """Puts what a workout becomes in its stead, under the ``rev`` that it has."""
    stood = locations.get(folder, old.month, old.id)
    locations.put(folder, now.month, now.id, locations.document(now, stood))
    if old.month != now.month:
        locations.put(folder, old.month, old.id, None)


def _nothing_at(workouts: Iterable[Workout]) -> list[Image]:
    return [{"place": w.month, "id": w.id, "document": None} for w in workouts]


def _insert(
    folder: Folder,
    workouts: Iterable[Workout],
    came_as: Mapping[str, Mapping[str, Any]],
) -> None:
    """Files new workouts; only a month of them at a time is held as documents."""
    by_month: dict[str, list[Workout]] = {}
    for workout in workouts:
        by_month.setdefault(workout.month, []).append(workout)
    for month, found in by_month.items():
        name = month_file(month)
        folder.table(name, "workouts").insert_multiple(
            locations.document(one, came_as.get(one.id)) for one in found
        )
        folder.prepare(name)


def _ids(folder: Folder, month: str) -> set[str]:
    # Not through a table: that would hold every month in memory, and check it.
    try:
        tables = loads(journal.read(folder.root, month_file(month)))
    except DamagedError:
        tables = folder.load(month_file(month)) or {}
    return {str(found.get("id")) for found in tables.get("workouts", {}).values()}


def _month_holding(folder: Folder, workout: Workout) -> str:
    """The month that has the workout; another than its own when its start moved."""
    if locations.get(folder, workout.month, workout.id) is not None:
        return workout.month
    months = layout.months(folder.root)
    return next((m for m in months if workout.id in _ids(folder, m)), workout.month)
