"""The open workout on disk, saved whole at each change with the step that undoes it.

Every function takes what was last read as ``base``. Where another program has changed
the workout since, what it did stays and the change is made on top of it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import ChangedOutsideError, DocumentError, StoreError
from befit_tui.domain.merge import merged, united
from befit_tui.domain.moments import latest
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.store import documents, history, undo_steps
from befit_tui.store.documents import OPEN
from befit_tui.store.folder import Folder
from befit_tui.store.json_diff import apply, diff
from befit_tui.store.json_text import Document
from befit_tui.store.layout import ACTIVE


class Undone(NamedTuple):
    """What an undo or redo did: the open workout now, the step, the months touched."""

    active: Workout | None
    label: str
    months: tuple[str, ...]


def save(
    folder: Folder, workout: Workout, label: str, base: Workout | None = None
) -> Workout:
    """Saves the open workout; one small file, two fsyncs, whatever the history."""
    with folder.batch():
        save_hidden_sets(folder)
        old, workout = _beneath(folder, workout, base)
        new = documents.document(workout, old)
        if old is not None:
            new["rev"] = old["rev"]
            if new == old:
                return replace(workout, rev=new["rev"])
            new["rev"] = max(old["rev"], workout.rev) + 1
        undo_steps.record(folder, ACTIVE, label, _step(workout.id, new, old))
        documents.put(folder, OPEN, workout.id, new)
        return replace(workout, rev=new["rev"])


def finish(
    folder: Folder, workout: Workout, label: str, base: Workout | None = None
) -> Workout:
    """Files the workout under its month and closes the open one, in one commit."""
    with folder.batch():
        save_hidden_sets(folder)
        filed = documents.get(folder, workout.month, workout.id)
        if filed is not None and documents.open_document(folder) is None:
            same = documents.document(workout, filed) | {"rev": filed["rev"]}
            if same == filed:
                return workout_from_dict(filed)
        open_, workout = _beneath(folder, workout, base)
        new = documents.document(workout, open_ or filed)
        new["rev"] = max(workout.rev, (open_ or filed or new)["rev"]) + 1
        after = {(workout.month, workout.id): new, (OPEN, workout.id): None}
        history.put(folder, label, after)
        return replace(workout, rev=new["rev"])


def discard(folder: Folder, label: str, base: Workout | None = None) -> None:
    """Drops the open workout, if it is the one that was read; undo brings it back."""
    with folder.batch():
        open_ = documents.open_document(folder)
        if open_ is None:
            return
        if base is not None and workout_from_dict(open_) != base:
            raise ChangedOutsideError(
                "Another program changed the open workout meanwhile; nothing was put "
                "away: look at it again."
            )
        history.put(folder, label, {(OPEN, open_["id"]): None})


def save_hidden_sets(folder: Folder) -> int:
    """Adds to a finished workout the sets that only its open version has.

    An open version is hidden by the finished one, and the next write drops it; a sync
    program may have brought one that was logged on elsewhere. Gives how many there are.
    """
    number = 0
    for found in map(dict, folder.table(ACTIVE, "active")):
        workout = workout_from_dict(found)
        filed = documents.filed(folder, workout)
        both = united(workout_from_dict(filed), workout) if filed else workout
        if filed is not None and both != workout_from_dict(filed):
            rev = max(workout.rev, both.rev) + 1
            new = documents.document(replace(both, rev=rev), filed)
            documents.put(folder, workout.month, workout.id, new)
            number += 1
    return number


def close_other(folder: Folder, other: Document) -> None:
    """Files an open workout that is not the one that stays open; undo opens it again.

    It ends with its last set. One without a set goes.
    """
    workout = workout_from_dict(other)
    done = replace(workout, ended_at=latest(workout), rev=workout.rev + 1)
    after: dict[documents.Spot, Document | None] = {(OPEN, workout.id): None}
    if workout.sets:
        after[workout.month, workout.id] = documents.document(done, other)
    history.put(folder, f"end of {workout.name or 'the other workout'}", after)


def _beneath(
    folder: Folder, workout: Workout, base: Workout | None
) -> tuple[Document | None, Workout]:
    """What stands where ``workout`` goes, and ``workout`` on top of it."""
    old = documents.open_document(folder)
    if old is not None and old["id"] != workout.id:
        _make_way(folder, old, workout, base)
        old = None
    filed = None if old else documents.filed(folder, workout)
    if filed is not None:
        if base is None or base.id != workout.id:
            raise StoreError(f"The workout {workout.name!r} is finished already.")
        old = _reopened(folder, filed)
    if old is None or base is None or base.id != workout.id:
        return old, workout
    theirs = workout_from_dict(old)
    if theirs == base:
        return old, workout
    folder.told.append(
        "Another program changed the open workout meanwhile; what it changed is kept, "
        "and your change was made on top."
    )
    on_top = merged(base, workout, theirs)
    if filed is None and _comes_from(folder, base):
        return old, on_top
    # Theirs did not come from ours: what it lacks it never had.
    return old, united(on_top, workout)


def _comes_from(folder: Folder, base: Workout) -> bool:
    """Whether the open workout on disk was once ``base``: its steps tell."""
    mark = documents.mark_of(documents.document(base))
    return any(step.get("of") == mark for step in folder.table(ACTIVE, "undo"))


def _make_way(
    folder: Folder, old: Document, workout: Workout, base: Workout | None
) -> None:
    """Closes a workout that another program opened while this one was open."""
    if base is None:
        raise ChangedOutsideError(
            "Another program opened a workout meanwhile, and it is shown now; nothing "
            "was written: do it again there."
        )
    if base.id != workout.id:
        raise StoreError("Another workout is open: finish or discard it first.")
    close_other(folder, old)
    folder.told.append(
        f"Another program opened {old.get('name') or 'a workout'} meanwhile; it is in "
        "the history now, and yours goes on."
    )


def _reopened(folder: Folder, filed: Document) -> Document:
    """A workout that another program finished, open again: here it goes on."""
    done = workout_from_dict(filed)
    found = documents.document(replace(done, ended_at=None), filed)
    spots = {(OPEN, done.id): found, (done.month, done.id): None}
    history.put(folder, "finish by another program", spots)
    return found


def _step(workout: str, new: Document | None, old: Document | None) -> Document:
    """The step from ``new`` to ``old``; ``of`` tells whether ``new`` still stands."""
    return {"workout": workout, "patch": diff(new, old), "of": documents.mark_of(new)}


def swap(folder: Folder, found: undo_steps.Found | None, to: str) -> Undone | None:
    """Exchanges what a step kept with what stands, and keeps that in its place."""
    if found is None:
        return None
    name, step = found
    if "patch" in step:
        months = _swap_patch(folder, name, step, to)
    elif _would_lose_a_workout(folder, step["images"]):
        return None
    else:
        months = _swap_images(folder, name, step, to)
    open_ = documents.open_document(folder)
    active = workout_from_dict(open_) if open_ else None
    return Undone(active, step["label"], months)


def _swap_patch(folder: Folder, name: str, step: Document, to: str) -> tuple[str, ...]:
    old = documents.open_document(folder)
    if (mark := documents.mark_of(old)) != step.get("of", mark):
        raise _unfit(step)
    try:
        new = apply(step["patch"], old)
        if new is not None:
            workout_from_dict(new)
    except (LookupError, TypeError, ValueError, DocumentError) as error:
        raise _unfit(step) from error
    if old and new:
        new["rev"] = max(old["rev"], new["rev"]) + 1
    undo_steps.move(folder, name, step, to, _step(step["workout"], new, old))
    documents.put(folder, OPEN, step["workout"], new)
    return ()


def _swap_images(folder: Folder, name: str, step: Document, to: str) -> tuple[str, ...]:
    # What comes is written before what goes: a reader in between sees it in one place.
    images = sorted(step["images"], key=lambda image: image["document"] is None)
    after = {(image["place"], image["id"]): image["document"] for image in images}
    now = history.capture(folder, after)
    for was, stands in zip(images, now, strict=True):
        mark = documents.mark_of(stands["document"])
        if mark != was.get("after", mark):
            raise _unfit(step)
    undo_steps.move(folder, name, step, to, {"images": now})
    revs = _revs((*images, *now))
    for (place, key), back in after.items():
        newer = {"rev": max(revs[key]) + 1} if back and key in revs else {}
        documents.put(folder, place, key, back and back | newer)
    return tuple(sorted({place for place, _ in after if documents.is_month(place)}))


def _unfit(step: Document) -> StoreError:
    return StoreError(
        f"What stands there is not what {step['label']!r} was made on: another program "
        "changed it, so it stays."
    )


def _revs(images: Iterable[Document]) -> dict[str, list[int]]:
    """The revs of each workout before and after a step that raised one.

    A step that left them alone, such as an import, is no edit, nor is taking it back.
    """
    revs: dict[str, list[int]] = {}
    for image in images:
        if image["document"] and "rev" in image["document"]:
            revs.setdefault(image["id"], []).append(image["document"]["rev"])
    return {
        key: found
        for key, found in revs.items()
        if len(found) == 1 or len(set(found)) > 1
    }


def _would_lose_a_workout(folder: Folder, images: list[Document]) -> bool:
    """Whether another workout is open where an image would go.

    That takes a lost undo list: in an unbroken one its start is undone before.
    """
    open_ = documents.open_document(folder)
    ids = {image["id"] for image in images if image["place"] == OPEN}
    return open_ is not None and bool(ids) and open_["id"] not in ids
