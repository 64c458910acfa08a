"""What an import would change, worked out before anything is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import field

from befit_tui.domain.exercise import Exercise
from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import Workout
from befit_tui.transfer.formats.own import APP
from befit_tui.transfer.formats.own_table import filled
from befit_tui.transfer.merging.broken_off import Merge, broken_off
from befit_tui.transfer.merging.fingerprint import (
    Fingerprints,
    remembered,
    remembering,
    said_by,
)
from befit_tui.transfer.merging.identity import (
    app_of,
    pairs,
    renamed,
    under_known_names,
)
from befit_tui.transfer.merging.own_text import completed
from befit_tui.transfer.merging.workouts import (
    Difference,
    What,
    merge,
    merge_own,
)
from befit_tui.transfer.parsed import ParsedLog


class Choices(Value, frozen=True):
    """What the lifter decides about an import.

    ``take_file``: where both apps changed something, the file wins; else the log.
    ``keep_both``: sessions that the log has from another app, or that were deleted
    here, come in all the same.
    """

    take_file: bool = False
    keep_both: bool = False


LOG_WINS = Choices()

ALIKE, HALF = 0.2, 0.5
"""The share of sets that stay as they are, below which a file is not a newer one of
the same log: in one workout that differs, in several (product constants)."""

FEWEST = 5
"""Workouts that must change for that where no set is gone: in a few all sets may have
been corrected; product constant."""


class ImportPlan(Value, frozen=True, kw_only=True):
    """The workouts to add and to change, and what becomes of every set read.

    ``changed`` are pairs of a workout as it stands and as it is to be. ``sets`` are
    new, ``updated`` differ from the log, ``deleted`` are gone from a workout that the
    file has; ``sets`` + ``updated`` + ``duplicates`` are all sets read. ``exercises``
    are the new ones that the workouts to write refer to. ``renamed`` gives the exercise
    of the log for those that were made for a name of the file which it has under
    another, as after a change of language. ``left_out`` are workouts of the file that
    the log has from another app, or logged here, with those. ``unchanged`` are ids of
    workouts of the file that the log has as they are, ``stay_deleted`` counts those
    that were deleted here. ``unlike`` are workouts of the file that are no newer copies
    of those that came from its app, as on another phone, so the log keeps its own.
    ``cut_in`` is the workout in which the file seems to break off: its further sets
    stay. ``later`` is the last workout of its app in the log where that is later than
    all of the file: it may be an older export.
    """

    add: tuple[Workout, ...] = ()
    changed: tuple[tuple[Workout, Workout], ...] = ()
    sets: int = 0
    updated: int = 0
    deleted: int = 0
    duplicates: int = 0
    differences: tuple[Difference, ...] = ()
    left_out: tuple[tuple[Workout, Workout], ...] = ()
    stay_deleted: int = 0
    exercises: tuple[Exercise, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    unchanged: frozenset[str] = frozenset()
    unlike: tuple[Workout, ...] = ()
    cut_in: Workout | None = None
    later: Workout | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.add or self.changed)


def plan_import(
    parsed: ParsedLog,
    existing: Collection[Workout],
    choices: Choices = LOG_WINS,
    deleted: Collection[str] = (),
) -> ImportPlan:
    """Compares a file with the log: what is there is not added, what changed is taken.

    A workout that the file does not hold stays. One that the log has from another app
    is left out; so is one that was deleted here, by its id in ``deleted``.
    """
    known = pairs(parsed.workouts, existing)
    new = () if parsed.app == APP else parsed.exercises
    names = renamed(parsed.workouts, known, {own.id for own in new})
    moved = _may_have_moved(existing)
    add: list[Workout] = []
    left_out: list[tuple[Workout, Workout]] = []
    both: list[tuple[Workout, Workout]] = []
    stay_deleted = 0
    for given in parsed.workouts:
        read = under_known_names(given, names)
        stands = known.get(read.id)
        if stands is None:
            if read.id in deleted and not choices.keep_both:
                stay_deleted += 1
            elif not read.sets or not all(done.id in moved for done in read.sets):
                add.append(read)
        elif _is_from_elsewhere(parsed, stands, read):
            left_out.append((read, stands))
        else:
            both.append((stands, read))
    if choices.keep_both:
        add += [read for read, _ in left_out]
    return replace(
        _plan(parsed, add, *_merges(parsed, both, choices, existing)),
        left_out=tuple(left_out),
        later=_later(parsed, existing),
        stay_deleted=stay_deleted,
        renamed=names,
    )


def _later(parsed: ParsedLog, log: Iterable[Workout]) -> Workout | None:
    """The last workout that the app of a file brought, if the file ends before it."""
    if parsed.app == APP or not parsed.workouts:
        return None
    last = parsed.workouts[-1]
    later = (
        one
        for one in log
        if app_of(one) == app_of(last) and one.started_at > last.started_at
    )
    return max(later, key=lambda one: one.started_at, default=None)


def _may_have_moved(existing: Iterable[Workout]) -> dict[str, str]:
    """The workout of each set that may have been moved here."""
    return {done.id: one.id for one in existing if one.rev > 1 for done in one.sets}


def _merges(
    parsed: ParsedLog,
    both: Sequence[tuple[Workout, Workout]],
    choices: Choices,
    log: Collection[Workout],
) -> tuple[list[Merge], tuple[Workout, ...], Workout | None]:
    """What becomes of the workouts of both; ``unlike`` and ``cut_in`` beside."""
    moved = _may_have_moved(log)

    def merged(file: ParsedLog, *, is_known: bool = True) -> list[Merge]:
        return [
            _merged(file, *pair, choices, moved, is_known=is_known) for pair in both
        ]

    merges = merged(parsed)
    if choices.take_file or parsed.app == APP:
        return merges, (), None
    is_other, cut_in = _is_other_log(merges), None
    if not is_other and (cut_in := broken_off(parsed, merges, log)):
        merges = merged(replace(parsed, cut_in=cut_in.id))
    # Each by itself too: what the rest of the file says may have come in before.
    unlike = [one for one in merges if is_other or _is_other_log([one])]
    if unlike:
        stay = {read.id for _, read, _ in unlike}
        guessed = merged(parsed, is_known=False)
        # There is nothing to remember of them.
        merges = [
            (known, read, replace(there, workout=None)) if read.id in stay else one
            for one, (known, read, there) in zip(merges, guessed, strict=True)
        ]
    return merges, tuple(read for _, read, _ in unlike), cut_in


def _is_other_log(merges: Sequence[Merge]) -> bool:
    """Whether hardly a set of the file is as in the workouts that it shares.

    One that has another rating or another name is the same work.
    """
    found = [one for *_, merged in merges for one in merged.differences]
    gone = sum(one.what is What.DELETED for one in found)
    other = sum(one.what is What.CHANGED and not one.is_same_work for one in found)
    differ = sum(bool(merged.differences) for *_, merged in merges)
    if differ < FEWEST and not gone:
        return False
    read = sum(len(workout.sets) for _, workout, _ in merges)
    same = read - sum(one.new for *_, one in merges) - other
    return same < (HALF if differ > 1 else ALIKE) * (same + other + gone)


def _plan(
    parsed: ParsedLog,
    add: Sequence[Workout],
    merges: Sequence[Merge],
    unlike: tuple[Workout, ...],
    cut_in: Workout | None,
) -> ImportPlan:
    changed = tuple((old, one.workout) for old, _, one in merges if one.workout)
    differences = tuple(one for *_, merged in merges for one in merged.differences)
    counts = Counter(one.what for one in differences)
    sets = sum(len(one.sets) for one in add) + sum(one.new for *_, one in merges)
    if parsed.app != APP:
        # Befit's own says itself what the next import has to know.
        add = [remembering(read, said_by(read)) for read in add]
    written = (*add, *(new for _, new in changed))
    used = {entry.exercise for one in written for entry in one.entries}
    return ImportPlan(
        add=tuple(add),
        changed=changed,
        sets=sets,
        updated=counts[What.CHANGED],
        deleted=counts[What.DELETED],
        duplicates=parsed.sets - sets - counts[What.CHANGED],
        differences=differences,
        exercises=tuple(own for own in parsed.exercises if own.id in used),
        unlike=unlike,
        cut_in=cut_in,
        unchanged=frozenset(read.id for _, read, one in merges if not one.workout),
    )


def _is_from_elsewhere(parsed: ParsedLog, stands: Workout, read: Workout) -> bool:
    """Whether the log has a session by another way than this kind of file."""
    if stands.id == read.id:
        return False
    return parsed.app == APP or app_of(read) not in (APP, app_of(stands))


def _merged(
    parsed: ParsedLog,
    stands: Workout,
    read: Workout,
    choices: Choices,
    moved: Mapping[str, str],
    *,
    is_known: bool = True,
) -> Merge:
    """What becomes of a workout of both; ``is_known``: what the last file said is."""
    missing, wins = read.id in parsed.rows_missing, choices.take_file
    if parsed.app == APP:
        # A table has no documents.
        there = read if parsed.documents else filled(stands, read)
        own = merge_own(stands, there, rows_missing=missing, take_file=wins)
        return stands, read, own
    elsewhere = {
        done.id for done in read.sets if moved.get(done.id, stands.id) != stands.id
    }
    merged = merge(
        stands,
        *_compared(stands, read, is_known=is_known),
        rows_missing=missing,
        elsewhere=elsewhere,
        take_file=wins,
    )
    workout = merged.workout
    if workout and _is_own_text(stands, read):
        workout = replace(workout, source=stands.source)
    if workout == stands and remembered(workout) == remembered(stands):
        workout = None
    return stands, read, replace(merged, workout=workout)


def _compared(
    stands: Workout, read: Workout, *, is_known: bool
) -> tuple[Workout, Fingerprints | None]:
    """The workout of the file as it is compared, and what the last one said of it."""
    if not _is_own_text(stands, read):
        return read, remembered(stands) if is_known else None
    # As it was written out, or else changed here since.
    same = is_known and read.rev == stands.rev
    return completed(stands, read), said_by(stands) if same else None


def _is_own_text(stands: Workout, read: Workout) -> bool:
    return app_of(read) == APP and read.source != stands.source
