"""The two numbers of a set in large digits: reps left, and reps to go."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.large import large, least_width
from befit_tui.ui.widgets.text import fit

MIDDLE = 60
"""Percent of the width after which the second number stands at the latest."""
AIRY = 7
"""Rows of digits from which the words beside them stand apart."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Digits of blocks and the lines of words beside them, the first in bold."""

    digits: tuple[str, ...]
    words: list[str]

    @property
    def width(self) -> int:
        """The cells of the digits."""
        return len(self.digits[0])


def ink_of(view: MeterView) -> str:
    """The colour of the reps left, which changes where they are too few."""
    return "$text-warning" if view.side == "closer" else "$primary"


def figures(view: MeterView, width: int, rows: int) -> Iterator[Content]:
    """Reps left in the accent and reps to go in white, each with its words."""
    band = len(view.band)
    goal = _goal(view, width - least_width(view.number) - band - 4, rows)
    words = max(map(len, goal.words))
    room = width - goal.width - 2 - (words + 2 if words else 0)
    digits = large(view.number, room - band - 2, rows)
    most = max(len(digits[0]) + band + 4, width * MIDDLE // 100) - len(digits[0]) - 4
    said_room = min(room - len(digits[0]) - 2, most)
    left = Figure(digits, _said(view, said_room, rows))
    ink = f"bold {ink_of(view)}"
    lines = zip_longest(left.digits, left.words, goal.digits, goal.words, fillvalue="")
    for row, (digit, said, figure, word) in enumerate(lines):
        yield Content.assemble(
            (digit.ljust(left.width), ink),
            "  ",
            (said.ljust(said_room + 2), ink if not row else _ink_below(row, rows)),
            (figure.ljust(goal.width), "bold $foreground"),
            (f"  {word}" if word else "", _ink_beside(row)),
        )


def _ink_beside(row: int) -> str:
    """What the second number counts is read with it, the rest is not so pressing."""
    return "bold $foreground" if row < 2 else "$foreground 75%"


def _ink_below(row: int, rows: int) -> str:
    """The band is to be read, what the number rests on need not be."""
    return "$foreground 90%" if row <= 1 + (rows >= AIRY) else "$foreground 55%"


def _said(view: MeterView, room: int, rows: int) -> list[str]:
    """What the number counts, its band, and what it rests on."""
    apart = [""] if rows >= AIRY else []
    facts = [
        one if len(one) <= room else one.removesuffix(" of this lift")
        for one in view.reading.basis.split(" · ")
    ]
    if view.evidence:
        facts = [next((one for one in view.evidence if len(one) <= room), "")]
    lines = [view.count_words, *apart, view.band, "", *facts]
    return [fit(line, room) for line in lines[:rows]]


def _goal(view: MeterView, room: int, rows: int) -> Figure:
    """The rep to stop after; while reps are counted, those to go; then to rack it."""
    apart = [""] if rows >= AIRY else []
    if view.more == 0:
        told = [*apart, "", f"rep {view.counted}"]
        digits = large("RACK IT", room, rows)
        if len(digits) == 1:
            return Figure(("rack it",), told)
    elif view.is_warmup:
        digits = large("–", room, rows)
        told = ["a warm-up:", *apart, "no target"]
    elif view.stop_rep is None:
        digits = large("–", room, rows)
        told = ["no stop rep:", *apart, "too heavy for", "the target"]
    elif view.more is None:
        digits = large(str(view.stop_rep), room, rows)
        told = [view.advice, "stop rep"]
        told = [
            next((one for one in told if len(one) + len(digits[0]) + 2 <= room), "")
        ]
    else:
        digits = large(str(view.more), room, rows)
        counted = f"rep {view.counted} of {view.stop_rep}"
        told = ["more, then", "rack it", *apart, counted]
    room -= len(digits[0]) + 2
    return Figure(digits, [line if len(line) <= room else "" for line in told])
