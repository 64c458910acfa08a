"""Which set of the last file a set of the next one is, by its place among others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from befit_tui.domain.workout import LoggedSet
from befit_tui.transfer.merging.fingerprint import mark_of

Named = tuple[str, LoggedSet]
"""A set with the exercise that it is a set of."""


@dataclass(frozen=True, slots=True)
class Before:
    """A set as the last file had it: its fingerprint, and what it is in the log now.

    ``now`` is None when it was deleted here.
    """

    mark: str
    now: Named | None


@dataclass(slots=True)
class Alignment:
    """For each set of the next file the place of the same one in the last, or None.

    ``unsure`` are places in the next file of sets that may be any of several, because
    rows beside them cannot be read.
    """

    places: list[int | None]
    unsure: set[int] = field(default_factory=set)


def align(
    before: Sequence[Before], after: Sequence[Named], *, rows_missing: bool
) -> Alignment:
    """Pairs the sets of two files, equal ones first, then by exercise and order.

    With ``rows_missing`` a stretch that holds fewer sets than before is left open:
    one of them may stand in a row that cannot be read.
    """
    marks = [mark_of(done, exercise) for exercise, done in after]
    found = Alignment([None] * len(after))
    matcher = SequenceMatcher(None, [one.mark for one in before], marks, autojunk=False)
    stretches = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            found.places[start:end] = range(first, last)
        elif rows_missing and end - start < last - first:
            found.unsure.update(range(start, end))
        else:
            stretches.append((range(first, last), range(start, end)))
    _pair_moved(before, marks, found)
    for places, follow in stretches:
        for alike in (_same_exercise, _same_numbers):
            _pair(before, after, (places, follow), alike, found)
    return found


def _pair_moved(before: Sequence[Before], marks: list[str], found: Alignment) -> None:
    """Pairs equal sets that stand in another order."""
    left: dict[str, list[int]] = {}
    taken = set(found.places)
    for index, one in enumerate(before):
        if index not in taken:
            left.setdefault(one.mark, []).append(index)
    for index, place in enumerate(found.places):
        if place is None and index not in found.unsure and left.get(marks[index]):
            found.places[index] = left[marks[index]].pop(0)


def _pair(
    before: Sequence[Before],
    after: Sequence[Named],
    stretch: tuple[range, range],
    alike: Callable[[Named, Named], bool],
    found: Alignment,
) -> None:
    """Pairs what is left of a stretch, in order, where two sets are alike."""
    places, follow = stretch
    for index in follow:
        if found.places[index] is None:
            free = _free(before, places, found)
            found.places[index] = next(
                (place for place, now in free if alike(now, after[index])), None
            )


def _free(
    before: Sequence[Before], places: range, found: Alignment
) -> Iterator[tuple[int, Named]]:
    for place in places:
        now = before[place].now
        if now is not None and place not in found.places:
            yield place, now


def _same_exercise(one: Named, other: Named) -> bool:
    return one[0] == other[0]


def _same_numbers(one: Named, other: Named) -> bool:
    """Whether it is the same work under another exercise, which was picked wrongly."""
    (_, here), (_, there) = one, other
    return (here.load, here.reps, here.seconds, here.metres) == (
        there.load,
        there.reps,
        there.seconds,
        there.metres,
    )
