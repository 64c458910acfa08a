"""Exercises that a file calls otherwise than the last one did, by the sets they hold.

An app that is switched to another language gives every exercise another name. Where
the catalogue does not know it, the log does: the sets stand where they stood.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from befit_tui.domain.value import replace
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.merging.fingerprint import named

_LEAST = 2
"""Workouts that must agree: in a single one the exercise may have been corrected."""

_SWITCHED = 3
"""Names that changed in this way, after which it is the language that changed; product
constant. Then one workout is enough."""


def renamed(
    read: Iterable[Workout], known: Mapping[str, Workout], unknown: Set[str]
) -> dict[str, str]:
    """The exercise of the log for ids in ``unknown``, which no name is known for.

    ``known`` gives the workout of the log for the id of one of the file.
    """
    votes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    used: set[str] = set()
    for workout in read:
        used.update(entry.exercise for entry in workout.entries)
        if workout.id in known:
            for there, here in _same_places(workout, known[workout.id]):
                votes[there][here].add(workout.id)
    found = {
        name: next(iter(means))
        for name, means in votes.items()
        if name in unknown and len(means) == 1
    }
    meant = list(found.values())
    sure = {
        name: means
        for name, means in found.items()
        if means not in used and meant.count(means) == 1
    }
    often = {n: means for n, means in sure.items() if len(votes[n][means]) >= _LEAST}
    return sure if len(often) >= _SWITCHED else often


def under_known_names(workout: Workout, names: Mapping[str, str]) -> Workout:
    """The workout with each exercise in ``names`` replaced by the one it means."""
    if not any(entry.exercise in names for entry in workout.entries):
        return workout
    entries = tuple(
        replace(entry, exercise=names.get(entry.exercise, entry.exercise))
        for entry in workout.entries
    )
    return replace(workout, entries=entries)


def _same_places(read: Workout, known: Workout) -> Iterable[tuple[str, str]]:
    """The exercises of equal sets, where all sets stand where they stood."""
    there, here = tuple(named(read)), tuple(named(known))
    if len(there) != len(here):
        return
    pairs = tuple(zip(there, here, strict=True))
    if all(_same_work(one[1], other[1]) for one, other in pairs):
        yield from dict.fromkeys((one[0], other[0]) for one, other in pairs)


def _same_work(one: LoggedSet, other: LoggedSet) -> bool:
    return (one.load, one.reps, one.seconds, one.metres) == (
        other.load,
        other.reps,
        other.seconds,
        other.metres,
    )
