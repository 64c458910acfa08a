"""Finished workouts on disk, a file a month, and their changes as steps of undo."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from befit_tui.domain.codec import check_times, with_unknown, workout_from_dict
from befit_tui.domain.errors import (
    ChangedOutsideError,
    DamagedError,
    DocumentError,
    NewerDataError,
    StoreError,
    why,
)
from befit_tui.domain.history import in_order
from befit_tui.domain.library import ItemChanges
from befit_tui.domain.merge import merged
from befit_tui.domain.workout import SCHEMA, Workout
from befit_tui.store import documents, journal, layout, undo_steps
from befit_tui.store.documents import Spot, mark_of
from befit_tui.store.folder import Folder
from befit_tui.store.json_text import Document, loads
from befit_tui.store.layout import UNDO, month_file
from befit_tui.store.validate import check_workouts

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


Image = Document
"""What stands at a place, or stood: ``place``, ``id``, ``document`` (may be null), and
``after``, the mark of what a change left there."""


def read_month(root: Path, month: str) -> tuple[Workout, ...]:
    """The workouts of a month, ``YYYY-MM``, straight from the disk, oldest first.

    It shares nothing with a store, so a worker thread may call it while another
    thread writes. DamagedError is for ``Store.read_month``, which repairs the file.
    """
    name = month_file(month)
    try:
        data = journal.read(root, name)
        found = () if data is None else _decode(data)
    except OSError as error:
        raise StoreError(f"{root / name} cannot be read {why(error)}") from error
    except (DamagedError, DocumentError) as error:
        raise DamagedError(f"{name} is damaged: {error}") from error
    except NewerDataError as error:
        raise NewerDataError(f"{name} {error}") from error
    return in_order(found)


def _decode(data: bytes) -> Iterable[Workout]:
    """The workouts of a month file; what is not as Befit writes it is read with care.

    Decoding straight into values is fifteen times as fast, but cannot say which workout
    is wrong, and takes the second of two that go by one number.
    """
    with suppress(ValueError, RecursionError, DocumentError):
        data.decode()  # msgspec passes over the names of unknown fields unread
        found = tuple(_MONTH.decode(data).workouts.values())
        for workout in found:
            check_times(workout)
        if data.count(b'"id"') == sum(1 + len(workout.sets) for workout in found):
            return found
    return check_workouts(loads(data))


def change(
    folder: Folder,
    changes: Iterable[Change],
    label: str,
    items: ItemChanges,
    *,
    is_edit: bool,
) -> None:
    """See ``Store.change``.

    A workout that another program changed since it was read keeps what was changed
    there, with this change on top.
    """
    with folder.batch():
        open_ = documents.open_document(folder)
        after: dict[Spot, Document | None] = {}
        for old, new in changes:
            after |= _change(folder, old, new, open_, is_edit=is_edit)
        put(folder, label, after | _kept(folder, items))


def add(
    folder: Folder,
    workouts: Iterable[Workout],
    label: str,
    changed: Iterable[tuple[Workout, Workout]],
    came_as: Mapping[str, Mapping[str, Any]],
) -> int:
    """Files workouts under their months; see ``Store.add_workouts``.

    What we do not know of the documents of ``came_as`` is kept.
    """
    with folder.batch():
        known = set().union(*(ids(folder, m) for m in layout.months(folder.root)))
        known.update(open_["id"] for open_ in documents.all_open(folder))
        new = {w.id: w for w in workouts if w.id not in known}
        pairs = tuple(changed)
        if new or pairs:
            after: dict[Spot, Document | None] = {}
            for old, now in pairs:
                after |= _change(folder, old, now, None, is_edit=False)
            images = capture(folder, after)
            for spot, found in after.items():
                documents.put(folder, *spot, found)
            images += _insert(folder, new.values(), came_as)
            undo_steps.record(folder, UNDO, label, {"images": images})
        return len(new)


def put(folder: Folder, label: str, after: Mapping[Spot, Document | None]) -> None:
    """Puts documents in their places, None takes one out, as one step of undo.

    The step can be undone only while they stand there. In a batch; without any it does
    nothing.
    """
    if after:
        # The first write of a commit: the image is safe before what it shows is gone.
        undo_steps.record(folder, UNDO, label, {"images": capture(folder, after)})
    for spot, found in after.items():
        documents.put(folder, *spot, found)


def capture(folder: Folder, after: Mapping[Spot, Document | None]) -> list[Image]:
    """What now stands at each place, with the mark of what will."""
    return [
        {
            "place": place,
            "id": key,
            "document": documents.get(folder, place, key),
            "after": mark_of(new),
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


def _kept(folder: Folder, items: ItemChanges) -> dict[Spot, Document | None]:
    """What stands where in the library with the items kept, if it is another."""
    after: dict[Spot, Document | None] = {}
    for (name, key), item in items.items():
        place = documents.IN_LIBRARY + name
        stood = documents.get(folder, place, key)
        new = None if item is None else with_unknown(dict(item), stood or {})
        if new != stood:
            after[place, key] = new
    return after


def _change(
    folder: Folder,
    old: Workout | None,
    new: Workout | None,
    open_: Document | None,
    *,
    is_edit: bool,
) -> dict[Spot, Document | None]:
    """What stands where after a change of one workout, which may be the open one."""
    if old is None:
        return {} if new is None else {(new.month, new.id): documents.document(new)}
    is_open = open_ is not None and open_["id"] == old.id
    stored = open_ if is_open else documents.get(folder, old.month, old.id)
    if stored is None:
        raise StoreError(f"The workout {old.name!r} is no longer in the log.")
    stands = workout_from_dict(stored)
    place = documents.OPEN if is_open else old.month
    if new is None:
        if stands != old:
            raise ChangedOutsideError(
                f"{old.name or 'The workout'} was changed by another program "
                "meanwhile; nothing was deleted: look at it again."
            )
        return {(place, old.id): None}
    if new == stands and _said_of(new) == _said_of(stands):
        return {}
    if stands != old:
        new = merged(old, new, stands)
        folder.told.append(
            f"Another program changed {old.name or 'the workout'} meanwhile; what it "
            "changed is kept, and your change was made on top."
        )
    found = documents.document(new, stored)
    if is_edit:
        found["rev"] = max(stored["rev"], new.rev) + 1
    to = place if is_open else new.month
    # What comes is put before what goes, and takes its place in the same month.
    there: dict[Spot, Document | None] = {(to, new.id): found}
    return there if to == place else there | {(place, old.id): None}


def _said_of(workout: Workout) -> str:
    """What an import keeps in mind of its file, by which workouts do not differ."""
    return workout.source.said if workout.source else ""


def _insert(
    folder: Folder,
    workouts: Iterable[Workout],
    came_as: Mapping[str, Mapping[str, Any]],
) -> list[Image]:
    """Files new workouts, whose images these are.

    Only a month of them at a time is held as documents.
    """
    images: list[Image] = []
    by_month: dict[str, list[Workout]] = {}
    for workout in workouts:
        by_month.setdefault(workout.month, []).append(workout)
    for month, found in by_month.items():
        made = [documents.document(one, came_as.get(one.id)) for one in found]
        images += [
            {"place": month, "id": one["id"], "document": None, "after": mark_of(one)}
            for one in made
        ]
        name = month_file(month)
        folder.table(name, "workouts").insert_multiple(made)
        folder.prepare(name)
    return images
