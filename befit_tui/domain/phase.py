"""Blocks of training that the lifter plans: what for, from when, for how long."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated

from msgspec import Meta

from befit_tui.domain.value import Value, replace
from befit_tui.domain.vocabulary import Phase

LONGEST_WEEKS = 52
"""Weeks that one block may last; product constant."""
_DAY = timedelta(days=1)
DELOAD_WEEKS = 1
"""A deload lasts 6.4 days on average (Rogerson 2024)."""


class Block(Value, frozen=True):
    """A phase from the day ``start`` on for ``weeks``; phase None is plain training."""

    phase: Phase | None
    start: date
    weeks: Annotated[int, Meta(ge=1, le=LONGEST_WEEKS)]
    id: str = ""

    @property
    def end(self) -> date:
        """The last day of the block."""
        return self.start + timedelta(weeks=self.weeks, days=-1)

    def week(self, day: date) -> int:
        """Which week of the block a day lies in, from 1."""
        return (day - self.start).days // 7 + 1

    def easing(self, day: date) -> int:
        """Reps to leave beyond the usual: 1 in its first third, -1 in its last one.

        A block of one or two weeks has no thirds.
        """
        return 0 if self.weeks < 3 else 1 - (self.week(day) - 1) * 3 // self.weeks

    def holds(self, day: date) -> bool:
        """Whether a day lies in the block."""
        return self.start <= day <= self.end


class Stretch(Value, frozen=True):
    """The days, first to last, on which a phase holds of what is planned."""

    phase: Phase
    start: date
    end: date


def stretches(blocks: Iterable[Block]) -> tuple[Stretch, ...]:
    """What holds of blocks that lie over each other, in order of days.

    Blocks of one phase that follow each other stay two.
    """
    every = tuple(blocks)
    bounds = {day for one in every for day in (one.start, one.end + _DAY)}
    found: list[tuple[Block, Stretch]] = []
    for start, beyond in pairwise(sorted(bounds)):
        block = block_on(every, start)
        if block is None or block.phase is None:
            continue
        stretch = Stretch(block.phase, start, beyond - _DAY)
        if found and found[-1][0] is block and found[-1][1].end + _DAY == start:
            stretch = replace(stretch, start=found.pop()[1].start)
        found.append((block, stretch))
    return tuple(stretch for _, stretch in found)


def block_on(blocks: Iterable[Block], day: date) -> Block | None:
    """The block of a day, of several the one planned last: a deload may interrupt."""
    return next((b for b in reversed(tuple(blocks)) if b.holds(day)), None)
