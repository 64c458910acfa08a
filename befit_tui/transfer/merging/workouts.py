"""A workout of the log and the same one in a newer file, made one.

Three states are compared: what the last file said, what stands in the log, and what
the file says now. What changed in one of the two apps is taken; where both changed, the
log stays as it is and both are named.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from befit_tui.domain.value import replace
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.group import lasting_id
from befit_tui.transfer.merging.alignment import Alignment, Before, Named, align
from befit_tui.transfer.merging.fingerprint import (
    Said,
    entries_of,
    kept_of,
    mark_of,
    named,
    remembered,
    remembering,
    said_by,
    short,
)
from befit_tui.transfer.merging.regroup import Placed, regrouped


class What(StrEnum):
    """What is done about a difference between a file and the log."""

    CHANGED = "changed"
    DELETED = "deleted"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the file and the log differ: a set, or else the head.

    ``here`` is what the log has and ``there`` what the file has, each None where it is
    gone; both are None for the title, the times and the note of a workout.
    """

    what: What
    known: Workout
    read: Workout
    here: Named | None = None
    there: Named | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of a known workout: None when it stays as it is.

    ``new``, ``changed`` and ``deleted`` count sets; every other one of the file is a
    duplicate.
    """

    workout: Workout | None = None
    new: int = 0
    changed: int = 0
    deleted: int = 0
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How two states are merged.

    ``rows_missing``: rows beside the workout cannot be read, so nothing is deleted.
    ``elsewhere``: ids of sets that were moved to another workout here. ``take_file``:
    where both apps changed something, the file wins.
    """

    rows_missing: bool = False
    elsewhere: frozenset[str] = frozenset()
    take_file: bool = False


@dataclass(slots=True)
class _Merging:
    """A merge while it is worked out.

    ``guessed``: the workout was changed here and nobody kept what the file said, so
    anything that differs may be the lifter's. ``ids`` are those under which the sets of
    the file are remembered, empty for one that the log does without.
    """

    known: Workout
    read: Workout
    terms: Terms
    said: Said
    guessed: bool
    before: tuple[Before, ...] = ()
    placed: list[Placed] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    new: int = 0
    changed: int = 0
    differences: list[Difference] = field(default_factory=list)

    def note(self, what: What, here: Named | None, there: Named | None) -> None:
        self.differences.append(Difference(what, self.known, self.read, here, there))


def merge(known: Workout, read: Workout, terms: Terms) -> Merged:
    """What the file changes in a workout that came from the same app before."""
    said, now = remembered(known), said_by(read)
    if _is_unchanged(said, known, now, read):
        return Merged()
    here = {short(done): (name, done) for name, done in named(known)}
    guessed = said is None and not terms.take_file
    merging = _Merging(known, read, terms, said or said_by(known), guessed)
    merging.before = tuple(
        Before(mark, here.get(name)) for name, mark in merging.said.sets
    )
    after = tuple(named(read))
    aligned = align(merging.before, after, rows_missing=terms.rows_missing)
    _take_sets(merging, after, aligned)
    _drop_gone(merging)
    return _finished(merging, now, aligned)


def _is_unchanged(said: Said | None, known: Workout, now: Said, read: Workout) -> bool:
    """Whether the file says what it said, or what stands in the log anyway."""
    if said is None:
        stands = said_by(known)
        return (stands.kept, stands.entries, _marks(stands)) == (
            kept_of(read),
            now.entries,
            _marks(now),
        )
    return (said.head, said.entries, _marks(said)) == (
        now.head,
        now.entries,
        _marks(now),
    )


def _marks(said: Said) -> list[str]:
    return [mark for _, mark in said.sets]


def _take_sets(merging: _Merging, after: tuple[Named, ...], aligned: Alignment) -> None:
    """Goes through the sets of the file, in its order."""
    owners = [at for at, entry in enumerate(merging.read.entries) for _ in entry.sets]
    for index, there in enumerate(after):
        place = aligned.places[index]
        if index in aligned.unsure:
            merging.ids.append("")
        elif place is None:
            _take_new(merging, there, owners[index])
        elif merging.before[place].now is None:
            _leave_deleted(merging, merging.before[place], there)
        else:
            _take_again(merging, merging.before[place], there, owners[index])


def _take_new(merging: _Merging, there: Named, owner: int) -> None:
    done = there[1]
    if merging.guessed or done.id in merging.terms.elsewhere:
        # It may have been deleted here, or it stands in another workout.
        merging.ids.append("")
        if done.id not in merging.terms.elsewhere:
            merging.note(What.CONFLICT, None, there)
        return
    taken = {one.id for one in merging.known.sets}
    taken |= {placed.done.id for placed in merging.placed}
    done = replace(done, id=_free_id(done.id, taken))
    merging.ids.append(short(done))
    merging.placed.append(Placed(done, owner))
    merging.new += 1


def _free_id(wanted: str, taken: set[str]) -> str:
    """The id, or one made from it where a set that moved up has it already."""
    found, further = wanted, 1
    while found in taken:
        further += 1
        found = lasting_id(f"{wanted}|{further}")
    return found


def _leave_deleted(merging: _Merging, before: Before, there: Named) -> None:
    """Deleted here: a change in the other app does not bring a set back."""
    merging.ids.append("")
    if mark_of(there[1], there[0]) != before.mark:
        merging.note(What.CONFLICT, None, there)


def _take_again(merging: _Merging, before: Before, there: Named, owner: int) -> None:
    assert before.now is not None
    name, done = before.now
    stands, mark = mark_of(done, name), mark_of(there[1], there[0])
    merging.ids.append(short(done))
    if mark == stands:
        merging.placed.append(Placed(done, owner))
    elif mark == before.mark:
        merging.placed.append(Placed(done, None))
    elif merging.terms.take_file or (stands == before.mark and not merging.guessed):
        merging.placed.append(Placed(_updated(done, there[1]), owner))
        merging.changed += 1
        merging.note(What.CHANGED, before.now, there)
    else:
        merging.placed.append(Placed(done, None))
        merging.note(What.CONFLICT, before.now, there)


def _updated(here: LoggedSet, there: LoggedSet) -> LoggedSet:
    """The set as the file has it, with what only Befit knows of it."""
    return replace(
        there,
        id=here.id,
        form=there.form or here.form,
        extra_reps=here.extra_reps if there.extra_reps is None else there.extra_reps,
        rep_times=there.rep_times or here.rep_times,
        at=there.at or here.at,
        sides=there.sides or (here.sides if here.reps == there.reps else None),
        next_rest_s=there.next_rest_s or here.next_rest_s,
    )


def _drop_gone(merging: _Merging) -> None:
    """Looks at the sets that the last file had and this one has not."""
    if merging.terms.rows_missing:
        return
    placed = {one.done.id for one in merging.placed}
    for before in merging.before:
        if before.now is None or before.now[1].id in placed:
            continue
        name, done = before.now
        edited = merging.guessed or mark_of(done, name) != before.mark
        if edited and not merging.terms.take_file:
            merging.note(What.CONFLICT, before.now, None)
        else:
            merging.gone.add(done.id)
            merging.note(What.DELETED, before.now, None)


def _finished(merging: _Merging, now: Said, aligned: Alignment) -> Merged:
    known, read = merging.known, merging.read
    follows = not merging.guessed and entries_of(known) == merging.said.entries
    workout, kept = _with_head(merging, now)
    if follows or merging.new or merging.changed or merging.gone:
        entries = regrouped(
            known, read, merging.placed, merging.gone, notes_of_file=follows
        )
        workout = replace(workout, entries=entries)
    memory = Said(
        head=now.head,
        kept=kept,
        entries=now.entries if follows else merging.said.entries,
        sets=_remembered_sets(merging, now, aligned),
    )
    return Merged(
        remembering(replace(workout, source=read.source), memory),
        merging.new,
        merging.changed,
        len(merging.gone),
        tuple(merging.differences),
    )


def _with_head(merging: _Merging, now: Said) -> tuple[Workout, str]:
    """The workout with title, times and note of the file where they may be taken.

    Beside it, the fingerprint that tells the next time whether they were edited here.
    """
    known, read, said = merging.known, merging.read, merging.said
    stands = kept_of(known)
    changed = now.head != said.head
    if merging.guessed:
        changed = kept_of(read) != stands
    edited = merging.guessed or stands != said.kept
    if not changed:
        return known, said.kept
    if edited and not merging.terms.take_file:
        if kept_of(read) != stands:
            merging.note(What.CONFLICT, None, None)
        return known, kept_of(read)
    taken = replace(
        known,
        name=read.name,
        started_at=read.started_at,
        ended_at=read.ended_at,
        note=read.note,
        bodyweight=read.bodyweight or known.bodyweight,
    )
    return taken, kept_of(taken)


def _remembered_sets(
    merging: _Merging, now: Said, aligned: Alignment
) -> tuple[tuple[str, str], ...]:
    """What to keep of the sets: those of the file, in its order.

    Where rows are missing, those of the last file stay, for the next sound one.
    """
    new = [(name, mark) for name, (_, mark) in zip(merging.ids, now.sets, strict=True)]
    if not merging.terms.rows_missing:
        return tuple(new)
    paired = {
        place: new[index]
        for index, place in enumerate(aligned.places)
        if place is not None
    }
    old = [paired.get(place, one) for place, one in enumerate(merging.said.sets)]
    further = [
        one
        for index, one in enumerate(new)
        if aligned.places[index] is None and index not in aligned.unsure
    ]
    return (*old, *further)
