"""What an import would change, worked out before anything is written."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.workout import Workout
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.merging.fingerprint import remembering, said_by
from befit_tui.transfer.merging.identity import app_of, equal_share, pairs
from befit_tui.transfer.merging.own import merge_own
from befit_tui.transfer.merging.renamed import renamed, under_known_names
from befit_tui.transfer.merging.workouts import Difference, Merged, Terms, merge
from befit_tui.transfer.parsed import ParsedLog


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A workout of a file that the log has from another app, or logged here."""

    read: Workout
    known: Workout

    @property
    def is_equal(self) -> bool:
        """Whether both hold the same sets."""
        return equal_share(self.read, self.known) == 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What the lifter decides about an import.

    ``take_file``: where both apps changed something, the file wins; else the log.
    ``keep_both``: sessions that the log has from another app, or that were deleted
    here, come in all the same.
    """

    take_file: bool = False
    keep_both: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """The workouts to add and to change, and what becomes of every set read.

    ``changed`` are pairs of a workout as it stands and as it is to be. ``sets`` are
    new, ``updated`` differ from the log, ``deleted`` are gone from a workout that the
    file has; ``sets`` + ``updated`` + ``duplicates`` are all sets read. ``exercises``
    are the new ones that the workouts to write refer to. ``renamed`` gives the exercise
    of the log for those that were made for a name of the file which it has under
    another, as after a change of language. ``unchanged`` are ids of workouts of the
    file that the log has as they are, ``stay_deleted`` counts those that were deleted
    here.
    """

    add: tuple[Workout, ...] = ()
    changed: tuple[tuple[Workout, Workout], ...] = ()
    sets: int = 0
    updated: int = 0
    deleted: int = 0
    duplicates: int = 0
    differences: tuple[Difference, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stay_deleted: int = 0
    exercises: tuple[Exercise, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    unchanged: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.add or self.changed)


@dataclass(slots=True)
class _Planning:
    """A plan while the workouts of the file are gone through."""

    add: list[Workout] = field(default_factory=list)
    changed: list[tuple[Workout, Workout]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    stay_deleted: int = 0
    unchanged: set[str] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)
    sets: int = 0
    updated: int = 0
    deleted: int = 0

    def take(self, workout: Workout) -> None:
        """A workout that the log does not have."""
        self.add.append(workout)
        self.sets += len(workout.sets)

    def take_merged(self, stands: Workout, read: Workout, merged: Merged) -> None:
        """A workout that the log has, and what becomes of it."""
        self.sets += merged.new
        self.updated += merged.changed
        self.deleted += merged.deleted
        self.differences.extend(merged.differences)
        if merged.workout is None:
            self.unchanged.add(read.id)
        else:
            self.changed.append((stands, merged.workout))

    def finished(self, parsed: ParsedLog, names: Mapping[str, str]) -> ImportPlan:
        """The plan once every workout of the file was gone through."""
        written = (*self.add, *(new for _, new in self.changed))
        used = {entry.exercise for one in written for entry in one.entries}
        return ImportPlan(
            add=tuple(self.add),
            changed=tuple(self.changed),
            sets=self.sets,
            updated=self.updated,
            deleted=self.deleted,
            duplicates=parsed.sets - self.sets - self.updated,
            differences=tuple(self.differences),
            left_out=tuple(self.left_out),
            stay_deleted=self.stay_deleted,
            renamed=names,
            unchanged=frozenset(self.unchanged),
            exercises=tuple(own for own in parsed.exercises if own.id in used),
        )


def plan_import(
    parsed: ParsedLog,
    existing: Iterable[Workout],
    choices: Choices | None = None,
    deleted: Collection[str] = (),
) -> ImportPlan:
    """Compares a file with the log: what is there is not added, what changed is taken.

    A workout that the file does not hold stays. One that the log has from another app
    is left out; so is one that was deleted here, by its id in ``deleted``.
    """
    choices = choices or Choices()
    log = tuple(existing)
    known = pairs(parsed.workouts, log)
    names = _renamed(parsed, known)
    plan = _Planning()
    moved = _moved_sets(log)
    for given in parsed.workouts:
        read = under_known_names(given, names)
        stands = known.get(read.id)
        if stands is None:
            if read.id in deleted and not choices.keep_both:
                plan.stay_deleted += 1
            elif not _is_moved(read, moved):
                plan.take(_new(parsed, read))
        elif _is_from_elsewhere(parsed, stands, read):
            plan.left_out.append(LeftOut(read, stands))
            if choices.keep_both:
                plan.take(_new(parsed, read))
        else:
            merged = _merged(parsed, stands, read, choices, moved)
            plan.take_merged(stands, read, merged)
    return plan.finished(parsed, names)


def _renamed(parsed: ParsedLog, known: Mapping[str, Workout]) -> dict[str, str]:
    unknown = {own.id for own in parsed.exercises}
    if parsed.app == APP or not unknown:
        return {}
    same_app = {
        read.id: known[read.id]
        for read in parsed.workouts
        if read.id in known and app_of(known[read.id]) == app_of(read)
    }
    return renamed(parsed.workouts, same_app, unknown)


def _new(parsed: ParsedLog, read: Workout) -> Workout:
    """A workout to add, with what the file says of it; Befit's own says that itself."""
    return read if parsed.app == APP else remembering(read, said_by(read))


def _is_from_elsewhere(parsed: ParsedLog, stands: Workout, read: Workout) -> bool:
    """Whether the log has a session by another way than this kind of file."""
    if stands.id == read.id:
        return False
    return parsed.app == APP or app_of(stands) != app_of(read)


def _moved_sets(log: Iterable[Workout]) -> dict[str, str]:
    """The workout of each set that may have been moved here, by the id of the set."""
    return {
        done.id: workout.id
        for workout in log
        if workout.rev > 1
        for done in workout.sets
    }


def _is_moved(read: Workout, moved: dict[str, str]) -> bool:
    """Whether the lifter put the sets of a workout into others, by merging them."""
    return bool(read.sets) and all(done.id in moved for done in read.sets)


def _merged(
    parsed: ParsedLog,
    stands: Workout,
    read: Workout,
    choices: Choices,
    moved: dict[str, str],
) -> Merged:
    missing = read.id in parsed.rows_missing
    if parsed.app == APP:
        return merge_own(stands, read, rows_missing=missing)
    elsewhere = frozenset(
        done.id for done in read.sets if moved.get(done.id, stands.id) != stands.id
    )
    terms = Terms(
        rows_missing=missing, elsewhere=elsewhere, take_file=choices.take_file
    )
    return merge(stands, read, terms)
