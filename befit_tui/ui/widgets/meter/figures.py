"""The two numbers of a set in large digits: reps left, and reps to go."""

from collections.abc import Iterator
from itertools import zip_longest

from textual.content import Content

from befit_tui.logbook.workout.meter_view import MeterView
from befit_tui.ui.widgets.large import large, least_width
from befit_tui.ui.widgets.text import fit

MIDDLE = 60
"""Percent of the width after which the second number stands at the latest."""
AIRY = 7
"""Rows of digits from which the words beside them stand apart."""
WORDS = "$foreground 75%"
"""The ink of what is said below the first word."""


def ink_of(view: MeterView) -> str:
    """The colour of the reps left, which changes where they are too few."""
    return "$text-warning" if view.side == "closer" else "$primary"


def figures(view: MeterView, width: int, rows: int) -> Iterator[Content]:
    """Reps left in the accent and reps to go in white, each with its words."""
    band = len(view.band)
    goal, told = _goal(view, width - least_width(view.number) - band - 4, rows)
    words = max(map(len, told))
    room = width - len(goal[0]) - 2 - (words + 2 if words else 0)
    digits = large(view.number, room - band - 2, rows)
    most = max(len(digits[0]) + band + 4, width * MIDDLE // 100) - len(digits[0]) - 4
    said_room = min(room - len(digits[0]) - 2, most)
    ink = f"bold {ink_of(view)}"
    about = _said(view, said_room, rows)
    lines = zip_longest(digits, about, goal, told, fillvalue="")
    for row, (digit, said, figure, word) in enumerate(lines):
        yield Content.assemble(
            (digit.ljust(len(digits[0])), ink),
            "  ",
            (said.ljust(said_room + 2), WORDS if row else ink),
            (figure.ljust(len(goal[0])), "bold $foreground"),
            (f"  {word}" if word else "", WORDS if row else "bold $foreground"),
        )


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


def _goal(view: MeterView, room: int, rows: int) -> tuple[tuple[str, ...], list[str]]:
    """The rep to stop after; while reps are counted, those to go; then to rack it."""
    apart = [""] if rows >= AIRY else []
    if view.more == 0:
        figure, told = "RACK IT", [*apart, "", f"rep {view.counted}"]
    elif view.is_warmup:
        figure, told = "–", ["a warm-up:", *apart, "no target"]
    elif view.stop_rep is None:
        figure, told = "–", ["no stop rep:", *apart, "too heavy for", "the target"]
    elif view.more is None:
        figure, told = str(view.stop_rep), ["stop after", f"rep {view.stop_rep}"]
    else:
        figure = str(view.more)
        counted = f"rep {view.counted} of {view.stop_rep}"
        told = ["more, then", "rack it", *apart, counted]
    digits = large(figure, room, rows)
    room -= len(digits[0]) + 2
    return digits, [line if len(line) <= room else "" for line in told]
