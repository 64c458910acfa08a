"""Which set of the last file a set of the next one is, by its place among others."""

from collections.abc import Sequence

from befit_tui.domain.value import Value
from befit_tui.transfer.merging.fingerprint import Named, mark_of

_ONE_SIDE = 1.0
"""What it costs that a set is new, or gone."""

_OTHER = 4.0
"""What it costs to take a set for quite another one: more than new and gone."""

_CHANGED, _PER_FIELD = 0.5, 0.25
"""What it costs that a set was changed, and more for each of load, reps and effort."""


class Before(Value, frozen=True):
    """A set as the last file had it: its fingerprint, and what it is in the log now.

    ``now`` is None when it was deleted here.
    """

    mark: str
    now: Named | None


def align(
    before: Sequence[Before], after: Sequence[Named], *, only_equal: bool
) -> list[int | None]:
    """For each set of the next file the place of the same one in the last, or None.

    As little is changed, new or gone as can be. With ``only_equal`` no changed set is
    paired: it may be another one, and its own row be unreadable.
    """
    marks = [mark_of(one) for one in after]
    pairs = tuple(zip(marks, after, strict=True))
    costs = [
        [_cost(one, mark, named, only_equal) for mark, named in pairs] for one in before
    ]
    places = _cheapest(costs, len(after))
    # Equal sets that stand in another order.
    left: dict[str, list[int]] = {}
    for index, one in enumerate(before):
        if index not in places:
            left.setdefault(one.mark, []).append(index)
    for index, place in enumerate(places):
        if place is None and left.get(marks[index]):
            places[index] = left[marks[index]].pop(0)
    return places


def _cost(before: Before, mark: str, after: Named, only_equal: bool) -> float:
    if before.mark == mark:
        return 0.0
    if before.now is None or only_equal:
        return _OTHER
    (exercise, here), (other, there) = before.now, after
    unlike = (
        (here.load != there.load)
        + (here.reps != there.reps or here.seconds != there.seconds)
        + (here.left != there.left or here.end != there.end)
    )
    if exercise != other:
        # The exercise was picked wrongly: the work is the same under another name.
        return _CHANGED + _PER_FIELD if not unlike else _OTHER
    return _CHANGED + _PER_FIELD * unlike


def _cheapest(costs: Sequence[Sequence[float]], width: int) -> list[int | None]:
    """The cheapest pairing in order (Needleman and Wunsch 1970)."""
    least = [[at * _ONE_SIDE for at in range(width + 1)]]
    for row in costs:
        last = least[-1]
        line = [last[0] + _ONE_SIDE]
        for at, cost in enumerate(row):
            line.append(
                min(last[at] + cost, last[at + 1] + _ONE_SIDE, line[at] + _ONE_SIDE)
            )
        least.append(line)
    places: list[int | None] = [None] * width
    row_at, at = len(costs), width
    while row_at and at:
        # Of pairings that cost the same, the one in which sets were added at the end.
        if least[row_at][at] == least[row_at][at - 1] + _ONE_SIDE:
            at -= 1
        elif least[row_at][at] == least[row_at - 1][at] + _ONE_SIDE:
            row_at -= 1
        else:
            row_at, at = row_at - 1, at - 1
            places[at] = row_at
    return places
