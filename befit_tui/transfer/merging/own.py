"""A workout of the log and the same one in a file that Befit wrote: by their ids."""

from befit_tui.domain.value import replace
from befit_tui.domain.workout import Workout
from befit_tui.transfer.merging.fingerprint import Named, mark_of, named
from befit_tui.transfer.merging.regroup import Placed, regrouped
from befit_tui.transfer.merging.workouts import Difference, Merged, What

Sets = dict[str, Named]


def merge_own(known: Workout, read: Workout, *, rows_missing: bool) -> Merged:
    """What the file changes: the workout with more changes (``rev``) wins.

    Of two with as many, the log gets the sets that it lacks; where they differ
    otherwise both were changed, and the log stays as it is.
    """
    here, there = _sets(known), _sets(read)
    changed = [
        key
        for key in here
        if key in there and mark_of(here[key]) != mark_of(there[key])
    ]
    further = [key for key in there if key not in here]
    if read.rev > known.rev and not rows_missing:
        return _newer(known, read, changed)
    if read.rev < known.rev or not (changed or further):
        return Merged()
    if changed:
        return Merged(
            differences=tuple(
                Difference(What.CONFLICT, known, read, here[key], there[key])
                for key in changed
            )
        )
    return Merged(_longer(known, read), new=len(further))


def _sets(workout: Workout) -> Sets:
    return {done.id: (exercise, done) for exercise, done in named(workout)}


def _newer(known: Workout, read: Workout, changed: list[str]) -> Merged:
    """The workout of the file whole, and what that changes."""
    here, there = _sets(known), _sets(read)
    gone = [key for key in here if key not in there]
    return Merged(
        replace(read, id=known.id),
        new=sum(key not in here for key in there),
        changed=len(changed),
        deleted=len(gone),
        differences=(
            *(
                Difference(What.CHANGED, known, read, here[key], there[key])
                for key in changed
            ),
            *(Difference(What.DELETED, known, read, here[key]) for key in gone),
        ),
    )


def _longer(known: Workout, read: Workout) -> Workout:
    """The known workout with the sets that only the file has."""
    here = {done.id: done for done in known.sets}
    placed = [
        Placed(here.get(done.id, done), index)
        for index, entry in enumerate(read.entries)
        for done in entry.sets
    ]
    entries = regrouped(known, read, placed, set(), notes_of_file=False)
    return replace(known, entries=entries)
