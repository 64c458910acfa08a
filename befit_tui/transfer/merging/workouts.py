"""A workout of the log and the same one in a newer file, made one.

Three states are compared: what the last file said, what stands in the log, and what
the file says now. What changed in one of the two apps is taken; where both changed, the
log stays as it is and both are named.
"""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, count

from befit_tui.domain.value import Value, replace
from befit_tui.domain.workout import LoggedSet, Workout
from befit_tui.transfer.group import lasting_id
from befit_tui.transfer.merging.alignment import Before, align
from befit_tui.transfer.merging.fingerprint import (
    Fingerprints,
    Named,
    entries_of,
    kept_of,
    mark_of,
    named,
    remembering,
    said_by,
    short,
)
from befit_tui.transfer.merging.identity import WORK, in_zone_of
from befit_tui.transfer.merging.regroup import Placed, regrouped


class What(StrEnum):
    """What is done about a difference between a file and the log."""

    CHANGED = "changed"
    DELETED = "deleted"
    CONFLICT = "conflict"


class Difference(Value, frozen=True):
    """One thing in which the file and the log differ: a set, or else the head.

    ``here`` is what the log has and ``there`` what the file has, each None where it is
    gone; both are None for the title, the times and the note of a workout.
    """

    what: What
    known: Workout
    read: Workout
    here: Named | None = None
    there: Named | None = None

    @property
    def is_same_work(self) -> bool:
        """Whether it is one set on both sides with equal load, reps and length."""
        if self.here is None or self.there is None:
            return False
        return WORK(self.here[1]) == WORK(self.there[1])


class Merged(Value, frozen=True):
    """What becomes of a known workout: None when it stays as it is.

    ``new`` counts sets; ``differences`` are those that change, go, or stay in doubt.
    """

    workout: Workout | None = None
    new: int = 0
    differences: tuple[Difference, ...] = ()


def merge(
    known: Workout,
    read: Workout,
    said: Fingerprints | None,
    *,
    rows_missing: bool = False,
    elsewhere: Set[str] = frozenset(),
    take_file: bool = False,
) -> Merged:
    """What the file changes in a workout that the last file had too.

    ``said`` is what that said of it, None where nobody knows.
    ``rows_missing``: rows beside it cannot be read, so nothing is deleted.
    ``elsewhere`` are ids of sets that were moved to another workout here.
    ``take_file``: where both apps changed something, the file wins.
    """
    read = in_zone_of(known, read)
    now = said_by(read)
    if said is None:
        stands = said_by(known)
        same = stands.kept == now.kept and stands.entries == now.entries
    else:
        stands = said
        same = said.head == now.head and said.entries == now.entries
    if same and stands.marks == now.marks:
        return Merged()
    guessed = said is None and not take_file
    merging = _Merging(known, read, stands, guessed, rows_missing, elsewhere, take_file)
    return merging.merged(now)


def merge_own(
    known: Workout, read: Workout, *, rows_missing: bool, take_file: bool = False
) -> Merged:
    """What the file changes: the workout with more changes (``rev``) wins.

    Of two with as many, the log gets the sets that it lacks; where they differ
    otherwise both were changed, and the log stays as it is; with ``take_file`` the file
    wins, as where somebody wrote in it.
    """
    if read.rev < known.rev or read == known:
        return Merged()
    here, there = ({one[1].id: one for one in named(both)} for both in (known, read))
    wins = (read.rev > known.rev or take_file) and not rows_missing
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
    head: tuple[Difference, ...] = ()
    if kept_of(known) != kept_of(read):
        head = (Difference(What.CONFLICT, known, read),)
    if changed or not new:
        return Merged(differences=(*head, *changed))
    placed = [
        Placed(here[done.id][1] if done.id in here else done, index)
        for index, entry in enumerate(read.entries)
        for done in entry.sets
    ]
    entries = regrouped(known, read, placed, set(), notes_of_file=False)
    return Merged(replace(known, entries=entries), new, head)


@dataclass(slots=True)
class _Merging:
    """A merge while it is worked out.

    ``said`` is what the last file said. ``guessed``: the workout was changed here and
    nobody kept that, so anything that differs may be the lifter's.
    """

    known: Workout
    read: Workout
    said: Fingerprints
    guessed: bool
    rows_missing: bool
    elsewhere: Set[str]
    take_file: bool
    before: tuple[Before, ...] = ()
    placed: list[Placed] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    new: int = 0
    differences: list[Difference] = field(default_factory=list)

    def merged(self, now: Fingerprints) -> Merged:
        """What becomes of the workout; ``now`` is what the file says."""
        here: dict[str, list[Named]] = defaultdict(list)
        for one in named(self.known):
            here[short(one[1])].append(one)
        self.before = tuple(
            Before(mark, here[name].pop(0) if here[name] else None)
            for name, mark in self.said.sets
        )
        after = tuple(named(self.read))
        # A set that is not paired may then be any of several: it is left alone.
        unsure = self.rows_missing and len(after) < len(self.before)
        places = align(self.before, after, only_equal=unsure)
        after = tuple(
            one if place is None else _with_rest(one, self.before[place].now)
            for one, place in zip(after, places, strict=True)
        )
        owners = [at for at, entry in enumerate(self.read.entries) for _ in entry.sets]
        sets = []
        for there, place, owner in zip(after, places, owners, strict=True):
            name = ""
            if place is not None:
                name = self._take_again(self.before[place], there, owner)
            elif not unsure:
                name = self._take_new(there, owner)
            sets.append((name, mark_of(there)))
        if not self.rows_missing:
            self._drop_gone()
            return self._finished(now, tuple(sets))
        # Those of the last file stay, for the next sound one.
        paired = dict(zip(places, sets, strict=True))
        kept = [paired.get(place, one) for place, one in enumerate(self.said.sets)]
        if not unsure:
            pairs = zip(sets, places, strict=True)
            kept += [one for one, place in pairs if place is None]
        return self._finished(now, tuple(kept))

    def _note(self, what: What, here: Named | None, there: Named | None) -> None:
        self.differences.append(Difference(what, self.known, self.read, here, there))

    def _take_new(self, there: Named, owner: int) -> str:
        """Takes a set of the file; under what it is remembered, as in ``_take_again``.

        That is empty for one that the log does without.
        """
        done = there[1]
        if done.id in self.elsewhere:
            return ""
        if self.guessed:
            # It may have been deleted here.
            self._note(What.CONFLICT, None, there)
            return ""
        taken = {one.id for one in self.known.sets}
        taken |= {placed.done.id for placed in self.placed}
        done = replace(done, id=_free_id(done.id, taken))
        self.placed.append(Placed(done, owner))
        self.new += 1
        return short(done)

    def _take_again(self, before: Before, there: Named, owner: int) -> str:
        if before.now is None:
            # Deleted here; nobody can tell it where it was changed there since.
            return ""
        mark, stands = mark_of(there), mark_of(before.now)
        done = before.now[1]
        if mark == stands:
            self.placed.append(Placed(done, owner))
        elif mark == before.mark:
            self.placed.append(Placed(done, None))
        elif self.take_file or (stands == before.mark and not self.guessed):
            self.placed.append(Placed(_updated(done, there[1]), owner))
            self._note(What.CHANGED, before.now, there)
        else:
            self.placed.append(Placed(done, None))
            self._note(What.CONFLICT, before.now, there)
        return short(done)

    def _drop_gone(self) -> None:
        placed = {one.done.id for one in self.placed}
        for before in self.before:
            if before.now is None or before.now[1].id in placed:
                continue
            edited = self.guessed or mark_of(before.now) != before.mark
            if edited and not self.take_file:
                self._note(What.CONFLICT, before.now, None)
            else:
                self.gone.add(before.now[1].id)
                self._note(What.DELETED, before.now, None)

    def _finished(self, now: Fingerprints, sets: tuple[tuple[str, str], ...]) -> Merged:
        known, read = self.known, self.read
        follows = not self.guessed and entries_of(known) == self.said.entries
        workout, kept = self._with_head(now)
        changed = any(one.what is What.CHANGED for one in self.differences)
        if follows or self.new or changed or self.gone:
            entries = regrouped(
                known, read, self.placed, self.gone, notes_of_file=follows
            )
            workout = replace(workout, entries=entries)
        entered = self.said.entries
        if follows:
            # What the file lacks of the notes stands here as the last one said it.
            entered = entries_of(workout) if self.rows_missing else now.entries
        memory = Fingerprints(now.head, kept, entered, sets)
        workout = remembering(replace(workout, source=read.source), memory)
        return Merged(workout, self.new, tuple(self.differences))

    def _with_head(self, now: Fingerprints) -> tuple[Workout, str]:
        """The workout with title, times and note of the file where they may be taken.

        Beside it, the fingerprint that tells the next time if they were edited here.
        """
        known, read, said = self.known, self.read, self.said
        stands, wanted = kept_of(known), kept_of(read)
        if not (wanted != stands if self.guessed else now.head != said.head):
            return known, said.kept
        if (self.guessed or stands != said.kept) and not self.take_file:
            if wanted != stands:
                self._note(What.CONFLICT, None, None)
            return known, wanted
        taken = replace(
            known,
            name=read.name,
            started_at=read.started_at,
            ended_at=read.ended_at,
            note=read.note,
            bodyweight=read.bodyweight or known.bodyweight,
        )
        return taken, kept_of(taken)


def _free_id(wanted: str, taken: set[str]) -> str:
    """The id, or one made from it where a set that moved up has it already."""
    further = (lasting_id(f"{wanted}|{number}") for number in count(2))
    return next(one for one in chain((wanted,), further) if one not in taken)


def _with_rest(there: Named, here: Named | None) -> Named:
    """The set with the rest that the log has: not every file of an app tells rests."""
    exercise, done = there
    if here is None or done.rest_s is not None:
        return there
    return exercise, replace(done, rest_s=here[1].rest_s)


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
        asked_left=there.asked_left or here.asked_left,
    )
