"""Exercises done in turn: entries that share a number."""

from befit_tui.domain.errors import BefitError
from befit_tui.domain.value import replace
from befit_tui.domain.workout import Entry

Entries = tuple[Entry, ...]


def toggled(entries: Entries, index: int) -> Entries:
    """The entry at ``index`` joined to the one below it, or parted from it.

    Raises:
        BefitError: there is no entry below.
    """
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
