"""Text of the user made safe to draw, and cut by terminal cells."""

import re

from rich.cells import cell_len, split_text

from befit_tui.domain import text as domain

ELLIPSIS = "…"
_ASKEW = "[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|(?<=[\u2190-\U0010ffff])\u200d"
"""What changes the emoji before it: its look, its skin, a keycap, a joined next one."""


def clean(text: str) -> str:
    """``text`` on one line, safe to draw, emoji without what changes them.

    Terminals disagree on how many cells a changed emoji takes, and the rest of its
    line would stand askew.
    """
    text = domain.clean(text)
    if text.isascii() or (max(text) < "\u3000" and not {*"\u200d\u20e3"} & {*text}):
        return text  # the pattern takes 2 ms of a start
    return re.sub(_ASKEW, "", text)


def fit(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells; what does not fit ends in an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return split_text(text, width - 1)[0].rstrip() + ELLIPSIS


def padded(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells: cut, or with blanks behind it."""
    text = fit(text, width)
    return text + " " * (width - cell_len(text))


def fit_clauses(text: str, width: int) -> str:
    """A sentence up to a clause that still fits; the first is cut if need be."""
    if cell_len(text) <= width:
        return text
    ends = [text[: end.start()] for end in re.finditer(r"[.,;:](?= )", text)]
    fitting = (f"{one}." for one in reversed(ends) if cell_len(one) < width)
    return next(fitting, fit(text, width))


def fit_parts(text: str, width: int) -> str:
    """As many of the parts between dots as fit: half of one would mislead."""
    while cell_len(text) > width and " · " in text:
        text = text.rpartition(" · ")[0]
    return fit(text, width)
