"""The open workout: saved whole at each change, with the step that takes it back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from befit_tui.domain.codec import workout_from_dict
from befit_tui.domain.errors import StoreError
from befit_tui.domain.workout import Workout
from befit_tui.store import history, locations, steps
from befit_tui.store.layout import ACTIVE
from befit_tui.store.patch import apply, diff
from befit_tui.store.storage import Folder
from befit_tui.store.text import Document


class Undone(NamedTuple):
    """What an undo or redo did: the open workout now, the step, the months touched."""

    active: Workout | None
    label: str
    months: tuple[str, ...]


def save(folder: Folder, workout: Workout, label: str) -> Workout:
    """Saves the open workout; one small file, two fsyncs, whatever the history."""
    with folder.batch():
        old = locations.open_document(folder)
        if old is None and locations.get(folder, workout.month, workout.id):
            raise StoreError(f"The workout {workout.name!r} is finished already.")
        if old is not None and old["id"] != workout.id:
            raise StoreError("Another workout is open: finish or discard it first.")
        new = locations.document(workout, old)
        if old is not None:
            new["rev"] = locations.rev_of(old)
            if new == old:
                return replace(workout, rev=new["rev"])
            new["rev"] = max(locations.rev_of(old), workout.rev) + 1
        content = {"workout": workout.id, "patch": diff(new, old)}
        steps.record(folder, ACTIVE, label, content)
        locations.put(folder, locations.OPEN, workout.id, new)
        return replace(workout, rev=new["rev"])


def undo(folder: Folder) -> Undone | None:
    """Takes the newest step back; None when there is none."""
    with folder.batch():
        return _swap(folder, steps.newest_undo(folder), "redo")


def redo(folder: Folder) -> Undone | None:
    """Does the step undone last again; None when there is none."""
    with folder.batch():
        return _swap(folder, steps.oldest_redo(folder), "undo")


def _swap(folder: Folder, found: tuple[str, Document] | None, to: str) -> Undone | None:
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
    open_ = locations.open_document(folder)
    active = workout_from_dict(open_) if open_ else None
    return Undone(active, step["label"], months)


def _swap_patch(folder: Folder, name: str, step: Document, to: str) -> tuple[str, ...]:
    old = locations.open_document(folder)
    try:
        new = apply(step["patch"], old)
    except (LookupError, TypeError) as error:
        raise StoreError(
            "The open workout is not the one this step was made on, so it stays."
        ) from error
    if old and new:
        new["rev"] = max(map(locations.rev_of, (old, new))) + 1
    content = {"workout": step["workout"], "patch": diff(new, old)}
    steps.move(folder, name, step, to, content)
    locations.put(folder, locations.OPEN, step["workout"], new)
    return ()


def _swap_images(folder: Folder, name: str, step: Document, to: str) -> tuple[str, ...]:
    where = [(image["place"], image["id"]) for image in step["images"]]
    now = history.capture(folder, where)
    steps.move(folder, name, step, to, {"images": now})
    revs = _revs((*step["images"], *now))
    # What comes is written before what goes: a reader in between sees it in one place.
    for image in sorted(step["images"], key=lambda image: image["document"] is None):
        back = image["document"]
        if back and image["id"] in revs:
            back = back | {"rev": max(revs[image["id"]]) + 1}
        locations.put(folder, image["place"], image["id"], back)
    return tuple(sorted({place for place, _ in where if locations.is_month(place)}))


def _revs(images: Iterable[Document]) -> dict[str, list[int]]:
    """The revs of each workout before and after a step that raised one.

    A step that left them alone, such as an import, is no edit, nor is taking it back.
    """
    revs: dict[str, list[int]] = {}
    for image in images:
        if image["document"] and not image["place"].startswith(locations.IN_LIBRARY):
            revs.setdefault(image["id"], []).append(locations.rev_of(image["document"]))
    return {
        key: found
        for key, found in revs.items()
        if len(found) == 1 or len(set(found)) > 1
    }


def _would_lose_a_workout(folder: Folder, images: list[Document]) -> bool:
    """Whether another workout is open where an image would go.

    That takes a lost undo list: in an unbroken one its start is undone before.
    """
    open_ = locations.open_document(folder)
    return open_ is not None and any(
        image["place"] == locations.OPEN and image["id"] != open_["id"]
        for image in images
    )
