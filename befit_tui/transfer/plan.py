"""What an import would change, worked out before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Entry, LoggedSet, Workout
from befit_tui.transfer.parsed import ParsedLog


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The workouts to add and to replace; ``sets`` + ``duplicates`` are all sets read.

    ``exercises`` are the new ones that the workouts to write refer to.
    """

    add: tuple[Workout, ...]
    replace: tuple[Workout, ...]
    sets: int
    duplicates: int
    exercises: tuple[Exercise, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.add or self.replace)


def plan_import(parsed: ParsedLog, existing: Iterable[Workout]) -> ImportPlan:
    """Compares a file with the log: what is known by id or by source is not added.

    A known workout that was not changed here (``rev`` 1) takes over further sets from
    the file; one that was changed is left alone, and all its rows are duplicates.
    """
    by_id: dict[str, Workout] = {}
    by_source: dict[tuple[str, str], Workout] = {}
    for workout in existing:
        _remember(workout, by_id, by_source)
    add: dict[str, Workout] = {}
    replaced: dict[str, Workout] = {}
    sets = 0
    for workout in parsed.workouts:
        known = by_id.get(workout.id) or by_source.get(_source(workout))
        if known is None:
            written, target = workout, add
            sets += len(workout.sets)
        else:
            written, further = _merged(known, workout)
            if not further:
                continue
            target = add if known.id in add else replaced
            sets += further
        target[written.id] = written
        _remember(written, by_id, by_source)
    chosen = (*add.values(), *replaced.values())
    used = {entry.exercise for workout in chosen for entry in workout.entries}
    return ImportPlan(
        add=tuple(add.values()),
        replace=tuple(replaced.values()),
        sets=sets,
        duplicates=parsed.sets - sets,
        exercises=tuple(own for own in parsed.exercises if own.id in used),
    )


def _remember(
    workout: Workout,
    by_id: dict[str, Workout],
    by_source: dict[tuple[str, str], Workout],
) -> None:
    by_id[workout.id] = workout
    by_source[_source(workout)] = workout


def _source(workout: Workout) -> tuple[str, str]:
    if workout.source is None:
        return "", workout.id
    return workout.source.app, workout.source.key


def _merged(known: Workout, read: Workout) -> tuple[Workout, int]:
    """The known workout with the further sets of the file, and how many they are."""
    if known.rev > 1:
        return known, 0
    there = {done.id for done in known.sets}
    entries = list(known.entries)
    further = 0
    for entry, place in zip(read.entries, _places(known, read), strict=True):
        new = tuple(done for done in entry.sets if done.id not in there)
        further += len(new)
        if new and place is not None:
            entries[place] = _with_sets(entries[place], new)
        elif new:
            entries.append(replace(entry, sets=new))
    return replace(known, entries=tuple(entries)), further


def _places(known: Workout, read: Workout) -> list[int | None]:
    """For each entry of the file, the known entry of that exercise and turn."""
    free: dict[str, list[int]] = {}
    for index, entry in enumerate(known.entries):
        free.setdefault(entry.exercise, []).append(index)
    return [
        turns.pop(0) if (turns := free.get(entry.exercise)) else None
        for entry in read.entries
    ]


def _with_sets(entry: Entry, sets: tuple[LoggedSet, ...]) -> Entry:
    return replace(entry, sets=entry.sets + sets)
