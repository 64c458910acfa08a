"""Two versions of one workout as one, so that no set of either is lost."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Entry, Workout

T = TypeVar("T")
V = TypeVar("V", bound=Value)
Key = tuple[str, int]
"""An exercise, and which of its entries it is, from 0: entries have no id."""


def merged(base: Workout, mine: Workout, theirs: Workout) -> Workout:
    """``theirs`` with every change that led from ``base`` to ``mine`` made on top.

    What both changed is as it is in ``mine``; what one side removed comes back only if
    the other changed it.
    """
    versions = _entries(base), _entries(mine), _entries(theirs)
    entries = list_merged(versions, _entry_merged)
    found = _fields_merged(base, mine, theirs, but=("entries", "rev"))
    return replace(
        found, entries=_each_set_once(entries), rev=max(mine.rev, theirs.rev)
    )


def united(winner: Workout, other: Workout) -> Workout:
    """``winner`` with the sets that only ``other`` has: there is no common base."""
    known = {done.id for done in winner.sets}
    entries = dict(_entries(winner))
    for key, entry in _entries(other).items():
        more = tuple(done for done in entry.sets if done.id not in known)
        if more:
            kept = entries.get(key, replace(entry, sets=()))
            entries[key] = replace(kept, sets=(*kept.sets, *more))
    return replace(winner, entries=tuple(entries.values()))


def _entries(workout: Workout) -> Mapping[Key, Entry]:
    found: dict[Key, Entry] = {}
    for entry in workout.entries:
        number = sum(key[0] == entry.exercise for key in found)
        found[entry.exercise, number] = entry
    return found


def _entry_merged(base: Entry | None, mine: Entry, theirs: Entry) -> Entry:
    # Where both added the exercise, nobody has removed a set of it.
    base = replace(theirs, sets=()) if base is None else base
    of_base, of_mine, of_theirs = (
        {done.id: done for done in entry.sets} for entry in (base, mine, theirs)
    )
    sets = list_merged((of_base, of_mine, of_theirs), _fields_merged)
    return replace(_fields_merged(base, mine, theirs, but=("sets",)), sets=tuple(sets))


def _fields_merged(base: V | None, mine: V, theirs: V, but: Iterable[str] = ()) -> V:
    base = theirs if base is None else base
    changed: dict[str, Any] = {
        name: getattr(mine, name)
        for name in mine.__struct_fields__
        if name not in but and getattr(mine, name) != getattr(base, name)
    }
    return replace(theirs, **changed)


def list_merged(
    versions: tuple[Mapping[Any, T], Mapping[Any, T], Mapping[Any, T]],
    merge: Callable[[T | None, T, T], T],
) -> list[T]:
    """Of base, mine and theirs, by their keys: theirs with what led from base to mine.

    They are in the order of who changed it; ``merge`` makes one of three items.
    """
    base, mine, theirs = versions
    first, second = (mine, theirs) if list(theirs) == list(base) else (theirs, mine)
    found = []
    for key in dict.fromkeys((*first, *second)):
        old, my, their = base.get(key), mine.get(key), theirs.get(key)
        if my is None or their is None:
            only = my if their is None else their
            # One side removed it, or never had it.
            if only is not None and only != old:
                found.append(only)
        else:
            found.append(merge(old, my, their))
    return found


def _each_set_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    seen: set[str] = set()
    found = []
    for entry in entries:
        sets = tuple(done for done in entry.sets if done.id not in seen)
        seen.update(done.id for done in sets)
        found.append(entry if sets == entry.sets else replace(entry, sets=sets))
    return tuple(found)
