"""Which plates go on each side of a bar.

Masses are in one unit throughout, whichever the lifter counts in.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from befit_tui.domain.errors import EntryError
from befit_tui.domain.load import number
from befit_tui.domain.value import Value

MANY = 10
"""Pairs of a plate that are owned when no count is given; product constant."""
MOST_PLATES = 12
"""Plates that fit on one side of a bar; product constant."""

Side = tuple[float, ...]
"""Plates on one side, from the collar outwards, none heavier than the one inside it."""


class Gear(Value, frozen=True):
    """A bar and how many pairs of each plate are owned."""

    bar: float
    pairs: tuple[tuple[float, int], ...]

    def total(self, side: Side) -> float:
        """The mass of the bar with ``side`` on both sides."""
        return round(self.bar + 2 * sum(side), 3)


def parse_plates(text: str) -> tuple[tuple[float, int], ...]:
    """The pairs of ``25 20x4``: ``x4`` are two a side; EntryError names the rest."""
    pairs = {}
    for word in text.replace(",", " ").split():
        match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})?)(?:x(\d{1,2}))?", word)
        if match is None or not float(match[1]):
            raise EntryError(f"{word!r} is no plate; type plates like 20 10x4 1.25.")
        pairs[float(match[1])] = int(match[2]) // 2 if match[2] else MANY
    return tuple(sorted(pairs.items(), reverse=True))


def side_for(gear: Gear, total: float, before: Side = ()) -> Side | None:
    """The plates on each side that make ``total``; None if they cannot.

    Of all ways the one with the least to handle: plates taken off and put on after
    ``before``, plus plates that come off in the end. Only the outermost can come off.
    """
    ways = []
    for kept in range(len(before) + 1):
        stays = before[:kept]
        rest = (total - gear.total(stays)) / 2
        added = _loads(_left_over(gear, stays), limit=rest).get(_key(rest))
        if added is not None and len(stays) + len(added) <= MOST_PLATES:
            moved = len(before) - kept + len(added)
            ways.append((moved + kept + len(added), (*stays, *added)))
    return min(ways, key=lambda way: (way[0], _fewest(way[1])))[1] if ways else None


def nearest(gear: Gear, total: float) -> tuple[float, ...]:
    """The totals next below and next above that can be loaded, as far as there are."""
    step = min((plate for plate, _ in gear.pairs), default=0.0)
    every = totals(gear, max(total, gear.bar) + 2 * step)
    below = [one for one in every if one <= total]
    above = [one for one in every if one > total]
    return (*below[-1:], *above[:1])


@lru_cache(maxsize=16)
def totals(gear: Gear, most: float) -> tuple[float, ...]:
    """Every total up to ``most`` that can be loaded, the bar alone included."""
    loads = _loads(gear.pairs, limit=max(0.0, (most - gear.bar) / 2))
    return tuple(sorted({gear.total(side) for side in loads.values()}))


def changes_words(before: Side, after: Side) -> str:
    """What to do to the bar: ``off 5, on 10 + 2.5``; empty when it stays as it is."""
    kept = 0
    while kept < min(len(before), len(after)) and before[kept] == after[kept]:
        kept += 1
    off, on = before[kept:], after[kept:]
    parts = [f"off {_plus(reversed(off))}"] if off else []
    return ", ".join([*parts, f"on {_plus(on)}"] if on else parts)


def _left_over(gear: Gear, stays: Side) -> tuple[tuple[float, int], ...]:
    outer = stays[-1] if stays else float("inf")
    return tuple(
        (plate, owned - stays.count(plate))
        for plate, owned in gear.pairs
        if plate <= outer
    )


def _loads(pairs: Iterable[tuple[float, int]], limit: float) -> Mapping[int, Side]:
    """Every mass up to ``limit`` that one side can hold, by its fewest plates."""
    loads: dict[int, Side] = {0: ()}
    for plate, owned in pairs:
        for mass, side in list(loads.items()):
            for count in range(1, owned + 1):
                more = mass + _key(plate * count)
                if more > _key(limit) or len(side) + count > MOST_PLATES:
                    break
                longer = (*side, *[plate] * count)
                if more not in loads or _fewest(longer) < _fewest(loads[more]):
                    loads[more] = longer
    return loads


def _fewest(side: Side) -> tuple[int, Side]:
    """Sorts fewer plates first, then heavier ones inside."""
    return len(side), tuple(-plate for plate in side)


def _key(mass: float) -> int:
    """A mass in thousandths, so that equal sums are equal."""
    return round(mass * 1000)


def _plus(plates: Iterable[float]) -> str:
    return " + ".join(map(number, plates))
