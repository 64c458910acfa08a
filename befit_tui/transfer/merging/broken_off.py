"""The workout in the midst of which a file ends, as where its download broke off."""

from collections.abc import Iterable
from operator import itemgetter

from befit_tui.domain.workout import Workout
from befit_tui.transfer.merging.identity import one_app
from befit_tui.transfer.merging.workouts import Merged, What
from befit_tui.transfer.parsed import ParsedLog

Merge = tuple[Workout, Workout, Merged]
"""A workout of the log, the same one in the file, and what becomes of it."""


def broken_off(
    parsed: ParsedLog, merges: Iterable[Merge], log: Iterable[Workout]
) -> Workout | None:
    """The last workout of the file where it lacks its last sets and all behind it.

    Nobody takes out just those; a file that breaks off at the end of a line does. Where
    nothing is behind it more than half of its sets must be gone.
    """
    places = [
        (parsed.lines[done.id], read) for read in parsed.workouts for done in read.sets
    ]
    if not places:
        return None
    first, last = (end(places, key=itemgetter(0))[1] for end in (min, max))
    # The newest workout stands at the top or at the bottom; one alone does not tell.
    onward = last.started_at > first.started_at
    for stands, read, merged in merges:
        if read.id == last.id != first.id and _lacks_its_end(stands, merged):
            most = 2 * len(merged.differences) > len(stands.sets)
            if most or any(
                (one.started_at > stands.started_at) is onward
                for one in log
                if one.id != stands.id and one_app(read, one)
            ):
                return read
    return None


def _lacks_its_end(stands: Workout, merged: Merged) -> bool:
    """Whether all that a workout loses are its last sets."""
    gone = [one.here[1].id for one in merged.differences if one.here]
    only_gone = all(one.what is What.DELETED for one in merged.differences)
    at_the_end = [done.id for done in stands.sets[-len(gone) :]]
    return bool(gone) and only_gone and not merged.new and gone == at_the_end
