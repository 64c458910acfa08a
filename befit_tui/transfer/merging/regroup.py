"""The entries of a workout after a merge: those of the file, with what stands here."""

from collections.abc import Sequence, Set

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

    Args:
        known: the workout of the log.
        read: the same one in the file.
        placed: the sets that both have, or that are new, in the order of the file.
        gone: ids of sets of the log that go.
        notes_of_file: whether notes and supersets are taken from the file.
    """
    every = _with_own(known, placed, gone)
    homes = {
        done.id: index
        for index, entry in enumerate(known.entries)
        for done in entry.sets
    }
    known_of: dict[int, int] = {}
    for one in every:
        if one.entry is not None and one.done.id in homes:
            known_of.setdefault(one.entry, homes[one.done.id])
    # A set of no entry of the file goes to the one that its own has become.
    read_of = {
        home: index
        for index, home in known_of.items()
        if read.entries[index].exercise == known.entries[home].exercise
    }
    of_file: list[list[LoggedSet]] = [[] for _ in read.entries]
    of_log: dict[int, list[LoggedSet]] = {}
    for one in every:
        home = homes.get(one.done.id, -1)
        at = one.entry if one.entry is not None else read_of.get(home)
        sets = of_log.setdefault(home, []) if at is None else of_file[at]
        sets.append(one.done)
    found = []
    for index, entry in enumerate(read.entries):
        if of_file[index] or not entry.sets:
            made = replace(entry, sets=tuple(of_file[index]))
            if (mine := known_of.get(index)) is not None:
                made = _with_own_notes(made, known.entries[mine], notes_of_file)
            found.append(made)
    found += [
        replace(known.entries[home], sets=tuple(sets)) for home, sets in of_log.items()
    ]
    return tuple(found)


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


def _with_own_notes(entry: Entry, mine: Entry, notes_of_file: bool) -> Entry:
    """An entry of the file with what only Befit knows of the same one in the log."""
    noted = entry if notes_of_file else mine
    return replace(entry, note=noted.note, superset=noted.superset, target=mine.target)
