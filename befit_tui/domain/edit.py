"""Changes to a workout, each giving a new one; exercises done in turn share a number.

Unknown ids change nothing.
"""

from collections.abc import Callable
from datetime import datetime

from befit_tui.domain.errors import BefitError
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry, LoggedSet, Workout

Entries = tuple[Entry, ...]


def with_set(workout: Workout, index: int, done: LoggedSet) -> Workout:
    """``done`` added as the last set of the entry at ``index``."""
    return with_entry_changed(
        workout, index, lambda entry: replace(entry, sets=(*entry.sets, done))
    )


def with_set_changed(
    workout: Workout, set_id: str, change: Callable[[LoggedSet], LoggedSet]
) -> Workout:
    """The set with that id put through ``change``."""
    return _with_sets(
        workout, lambda done: (change(done) if done.id == set_id else done,)
    )


def without_set(workout: Workout, set_id: str) -> Workout:
    """The workout without the set of that id."""
    return _with_sets(workout, lambda done: () if done.id == set_id else (done,))


def _with_sets(
    workout: Workout, change: Callable[[LoggedSet], tuple[LoggedSet, ...]]
) -> Workout:
    """Each set replaced by what ``change`` makes of it."""
    entries = tuple(
        replace(entry, sets=tuple(new for done in entry.sets for new in change(done)))
        for entry in workout.entries
    )
    return replace(workout, entries=entries)


def find_set(workout: Workout, set_id: str) -> tuple[int, LoggedSet] | None:
    """The index of the entry that holds the set, and the set; None if unknown."""
    for index, entry in enumerate(workout.entries):
        for done in entry.sets:
            if done.id == set_id:
                return index, done
    return None


def with_entry(workout: Workout, entry: Entry) -> Workout:
    """``entry`` added at the end."""
    return replace(workout, entries=(*workout.entries, entry))


def with_entries(entries: Entries, more: Entries) -> Entries:
    """The entries with ``more`` behind them, whose supersets stay their own."""
    used = max((entry.superset or 0 for entry in entries), default=0)
    renumbered = (
        entry
        if entry.superset is None
        else replace(entry, superset=entry.superset + used + 1)
        for entry in more
    )
    return (*entries, *renumbered)


def with_entry_changed(
    workout: Workout, index: int, change: Callable[[Entry], Entry]
) -> Workout:
    """The entry at ``index`` put through ``change``."""
    entries = list(workout.entries)
    entries[index] = change(entries[index])
    return replace(workout, entries=tuple(entries))


def without_entry(workout: Workout, index: int) -> Workout:
    """The workout without the entry at ``index``."""
    entries = workout.entries[:index] + workout.entries[index + 1 :]
    return replace(workout, entries=without_lone(entries))


def with_entry_moved(workout: Workout, index: int, step: int) -> Workout:
    """The entry at ``index`` moved by ``step`` places, as far as there is room."""
    entries = list(workout.entries)
    entry = entries.pop(index)
    entries.insert(min(max(index + step, 0), len(entries)), entry)
    return replace(workout, entries=tuple(entries))


def last_set(workout: Workout) -> LoggedSet | None:
    """The set that was logged last, by its time; of several, or none, by its place."""
    backwards = reversed(workout.sets)
    return max(backwards, key=lambda done: done.at or workout.started_at, default=None)


def toggled(entries: Entries, index: int) -> Entries:
    """The entry joined to the one below it, or parted; BefitError if there is none."""
    if index + 1 >= len(entries):
        raise BefitError("A superset needs an exercise below: add one.")
    here, below = entries[index].superset, entries[index + 1].superset
    unused = 1 + max((entry.superset or 0 for entry in entries), default=0)
    if here is None or here != below:
        number = next(known for known in (here, below, unused) if known is not None)
        joined = {found for found in (here, below) if found is not None}
        return tuple(
            replace(entry, superset=number)
            if at in (index, index + 1) or entry.superset in joined
            else entry
            for at, entry in enumerate(entries)
        )
    return without_lone(
        tuple(
            replace(entry, superset=unused)
            if at > index and entry.superset == here
            else entry
            for at, entry in enumerate(entries)
        )
    )


def without_lone(entries: Entries) -> Entries:
    """The entries with no superset of a single exercise."""
    numbers = [entry.superset for entry in entries]
    return tuple(
        replace(entry, superset=None) if numbers.count(entry.superset) == 1 else entry
        for entry in entries
    )


def shifted(workout: Workout, start: datetime) -> Workout:
    """The workout with every time of it moved, so that it begins at ``start``."""

    def moved(moment: datetime | None) -> datetime | None:
        return moment and start + (moment - workout.started_at)

    def later(done: LoggedSet) -> LoggedSet:
        return replace(done, at=moved(done.at))

    return replace(
        workout,
        started_at=start,
        ended_at=moved(workout.ended_at),
        entries=tuple(
            replace(entry, sets=tuple(map(later, entry.sets)))
            for entry in workout.entries
        ),
    )
