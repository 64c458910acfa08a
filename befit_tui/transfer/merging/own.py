"""A workout of the log and the same one in a file that Befit wrote: by their ids."""

from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.transfer.merging.fingerprint import mark_of, named
from befit_tui.transfer.merging.regroup import Placed, regrouped
from befit_tui.transfer.merging.workouts import Difference, Merged, What


def merge_own(known: Workout, read: Workout, *, rows_missing: bool) -> Merged:
    """What the file changes: the workout with more changes (``rev``) wins.

    Of two with as many, the log gets the sets that it lacks; where they differ
    otherwise both were changed, and the log stays as it is.
    """
    here, there = ({one[1].id: one for one in named(both)} for both in (known, read))
    wins = read.rev > known.rev and not rows_missing
    changed = tuple(
        Difference(
            What.CHANGED if wins else What.CONFLICT, known, read, here[key], there[key]
        )
        for key in here
        if key in there and mark_of(here[key]) != mark_of(there[key])
    )
    new = len(there.keys() - here.keys())
    if wins:
        gone = tuple(
            Difference(What.DELETED, known, read, here[key])
            for key in here
            if key not in there
        )
        return Merged(replace(read, id=known.id), new, (*changed, *gone))
    if read.rev < known.rev or changed:
        return Merged(differences=() if read.rev < known.rev else changed)
    if not new:
        return Merged()
    placed = [
        Placed(here[done.id][1] if done.id in here else done, index)
        for index, entry in enumerate(read.entries)
        for done in entry.sets
    ]
    entries = regrouped(known, read, placed, set(), notes_of_file=False)
    return Merged(replace(known, entries=entries), new)
