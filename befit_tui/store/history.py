"""Finished workouts, a file a month, and their changes with what they replace."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from befit_tui.domain.codec import check_times, workout_from_dict
from befit_tui.domain.errors import (
    ChangedOutsideError,
    DamagedError,
    DocumentError,
    NewerDataError,
    StoreError,
    why,
)
from befit_tui.domain.merge import merged
from befit_tui.domain.workout import SCHEMA, Workout
from befit_tui.store import journal, layout, locations, steps
from befit_tui.store.check import check_workouts
from befit_tui.store.layout import UNDO, month_file
from befit_tui.store.locations import Spot
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
        found = () if data is None else _decode(data)
    except OSError as error:
        raise StoreError(f"{root / name} cannot be read {why(error)}") from error
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
        data.decode()  # msgspec passes over the names of unknown fields unread
        found = tuple(_MONTH.decode(data).workouts.values())
        for workout in found:
            check_times(workout)
        if data.count(b'"id"') == sum(1 + len(workout.sets) for workout in found):
            return found
    return check_workouts(loads(data))


def change(folder: Folder, changes: Iterable[Change], label: str, items: Items) -> None:
    """See ``Store.change``.

    A workout that another program changed since it was read keeps what was changed
    there, with this change on top.
    """
    with folder.batch():
        after: dict[Spot, Document | None] = {}
        for old, new in changes:
            after |= _change(folder, old, new)
        put(folder, label, after | _kept(items))


def add(
    folder: Folder,
    workouts: Iterable[Workout],
    label: str,
    changed: Iterable[tuple[Workout, Workout]] = (),
    came_as: Mapping[str, Mapping[str, Any]] | None = None,
) -> int:
    """Files workouts under their months; see ``Store.add_workouts`` and ``take_in``.

    ``changed`` become what is given under the ``rev`` that is given: it counts what
    the lifter changed. What we do not know of the documents of ``came_as`` is kept.
    """
    with folder.batch():
        known = set().union(*(ids(folder, m) for m in layout.months(folder.root)))
        known.update(open_["id"] for open_ in locations.all_open(folder))
        new = {w.id: w for w in workouts if w.id not in known}
        pairs = tuple(changed)
        if new or pairs:
            came = came_as or {}
            after: dict[Spot, Document | None] = {}
            for old, now in pairs:
                after |= _became(folder, old, now)
            images = [_nothing_at(one, came.get(one.id)) for one in new.values()]
            images += capture(folder, after)
            steps.record(folder, UNDO, label, {"images": images})
            for spot, found in after.items():
                locations.put(folder, *spot, found)
            _insert(folder, new.values(), came)
        return len(new)


def relabel(
    folder: Folder,
    changes: Iterable[tuple[Workout, Workout]],
    items: Items,
    label: str,
) -> None:
    """See ``Store.relabel``.

    The ``rev`` of a workout stays: it counts what the lifter changed of what was done.
    """
    with folder.batch():
        open_ = locations.open_document(folder)
        after: dict[Spot, Document | None] = {}
        for old, new in changes:
            if open_ is not None and open_["id"] == old.id:
                after[locations.OPEN, old.id] = locations.document(new, open_)
            elif locations.get(folder, old.month, old.id) is None:
                raise StoreError(f"The workout {old.name!r} is no longer in the log.")
            else:
                after |= _became(folder, old, new)
        put(folder, label, after | _kept(items))


def put(folder: Folder, label: str, after: Mapping[Spot, Document | None]) -> None:
    """Puts documents in their places, None takes one out, as one step of undo.

    The step can be undone only while they stand there. In a batch; without any it does
    nothing.
    """
    if after:
        # The first write of a commit: the image is safe before what it shows is gone.
        steps.record(folder, UNDO, label, {"images": capture(folder, after)})
    for spot, found in after.items():
        locations.put(folder, *spot, found)


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


def _kept(items: Items) -> dict[Spot, Document | None]:
    """What stands where in the library with the items kept."""
    return {
        (locations.IN_LIBRARY + name, key): None if item is None else dict(item)
        for (name, key), item in items.items()
    }


def _change(
    folder: Folder, old: Workout | None, new: Workout | None
) -> dict[Spot, Document | None]:
    """What stands where after a change of one workout."""
    stored = None if old is None else locations.get(folder, old.month, old.id)
    if old is None:
        return {} if new is None else {(new.month, new.id): locations.document(new)}
    if stored is None:
        raise StoreError(f"The workout {old.name!r} is no longer in the log.")
    stands = workout_from_dict(stored)
    gone: dict[Spot, Document | None] = {(old.month, old.id): None}
    if new is None:
        if stands != old:
            raise ChangedOutsideError(
                f"{old.name or 'The workout'} was changed by another program "
                "meanwhile; nothing was deleted: look at it again."
            )
        return gone
    if new == stands:
        return {}
    if stands != old:
        new = merged(old, new, stands)
        folder.told.append(
            f"Another program changed {old.name or 'the workout'} meanwhile; what it "
            "changed is kept, and your change was made on top."
        )
    # What comes is put before what goes, and takes its place in the same month.
    there: dict[Spot, Document | None] = {(new.month, new.id): _newer(new, stored)}
    return there | gone if new.month != old.month else there


def _became(folder: Folder, old: Workout, now: Workout) -> dict[Spot, Document | None]:
    """What stands where after an import changed a workout, under the ``rev`` it has."""
    stored = locations.get(folder, old.month, old.id)
    if stored is not None and (stands := workout_from_dict(stored)) != old:
        now = merged(old, now, stands)
    there: dict[Spot, Document | None] = {
        (now.month, now.id): locations.document(now, stored)
    }
    return there | {(old.month, old.id): None} if old.month != now.month else there


def _newer(new: Workout, stored: Document) -> Document:
    """What is written in the stead of ``stored``, with what we do not know of it."""
    rev = max(stored["rev"], new.rev) + 1
    return locations.document(new, stored) | {"rev": rev}


def _nothing_at(new: Workout, came_as: Mapping[str, Any] | None) -> Image:
    after = locations.mark_of(locations.document(new, came_as))
    return {"place": new.month, "id": new.id, "document": None, "after": after}


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
