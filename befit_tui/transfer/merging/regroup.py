"""The entries of a workout after a merge: those of the file, with what stands here."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Entry, LoggedSet, Workout


class Placed(Value, frozen=True):
    """A set of the workout to be, and the entry of the file that it belongs to.

    None means the entry that it has in the log.
    """

    done: LoggedSet
    entry: int | None


def regrouped(
    known: Workout,
    read: Workout,
    placed: Sequence[Placed],
    gone: Set[str],
    *,
    notes_of_file: bool,
) -> tuple[Entry, ...]:
    """The entries in the order of the file; sets that only the log has keep theirs.

    ``placed`` are the sets of the file, ``gone`` the ids of sets of the log that go.
    ``notes_of_file``: notes and supersets are taken from the file.
    """
    homes = {
        done.id: index
        for index, entry in enumerate(known.entries)
        for done in entry.sets
    }
    known_of, read_of = _same_entries(known, read, placed, homes)
    of_file: list[list[LoggedSet]] = [[] for _ in read.entries]
    of_log: dict[int, list[LoggedSet]] = {}
    for one in _with_own(known, placed, gone):
        home = homes.get(one.done.id, -1)
        at = one.entry if one.entry is not None else read_of.get(home)
        sets = of_log.setdefault(home, []) if at is None else of_file[at]
        sets.append(one.done)
    found = [
        replace(
            entry,
            sets=tuple(sets),
            **_own(known, known_of.get(at), entry, notes_of_file=notes_of_file),
        )
        for at, (entry, sets) in enumerate(zip(read.entries, of_file, strict=True))
        if sets or not entry.sets
    ]
    only_here = [replace(known.entries[at], sets=tuple(of_log[at])) for at in of_log]
    return (*found, *only_here)


def _same_entries(
    known: Workout, read: Workout, placed: Sequence[Placed], homes: Mapping[str, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Of entries of the file the same one in the log, by their first set there.

    And the way back, where the exercise is the same: a set of no entry of the file goes
    to the one that its own has become.
    """
    known_of = {
        one.entry: homes[one.done.id]
        for one in reversed(placed)
        if one.entry is not None and one.done.id in homes
    }
    read_of = {
        home: index
        for index, home in sorted(known_of.items())
        if read.entries[index].exercise == known.entries[home].exercise
    }
    return known_of, read_of


def _with_own(known: Workout, placed: Sequence[Placed], gone: Set[str]) -> list[Placed]:
    """The sets to be, those that only the log has behind the set they followed."""
    every = list(placed)
    ids = [one.done.id for one in every]
    last = -1
    for done in known.sets:
        if done.id in ids:
            last = ids.index(done.id)
        elif done.id not in gone:
            last += 1
            every.insert(last, Placed(done, None))
            ids.insert(last, done.id)
    return every


def _own(
    known: Workout, home: int | None, read: Entry, *, notes_of_file: bool
) -> dict[str, Any]:
    """What only Befit knows of an entry of the log; nothing where there is none.

    A file that Befit wrote for another app has the exercise under its own name.
    """
    if home is None:
        return {}
    mine = known.entries[home]
    same = read.exercise == mine.exercise and read.written is None
    written = mine.written if same else read.written
    noted = {} if notes_of_file else {"note": mine.note, "superset": mine.superset}
    return {"target": mine.target, "written": written, **noted}
