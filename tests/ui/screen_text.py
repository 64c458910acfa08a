"""What a running app shows, as text."""

from functools import cache
from typing import Any

from textual.app import App

from befit_tui.ui.widgets.large_text import large


def screen_text(app: App[Any]) -> str:
    """The screen's lines without trailing spaces.

    Textual has no public way to read them back; this is the one place that knows it.
    """
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def chart_text(grid, marks=()):
    """A chart as plain text."""
    marks = tuple(marks)
    rows = (
        "".join(run.glyph for run in grid.runs(y, marks)) for y in range(grid.height)
    )
    return "\n".join(row.rstrip() for row in rows)


def is_large(text, screen, *, room, rows=None):
    """Whether ``text`` stands in large characters, of so many rows if they matter."""
    lines = screen.splitlines()
    return any(_holds(lines, drawn) for drawn in _drawn(text, room, rows))


@cache
def _drawn(text, room, rows):
    """The text in every size that fits."""
    heights = [rows] if rows else range(5, 21)
    sizes = {large(text, wide, high) for wide in range(room + 1) for high in heights}
    return sizes - {(text,)}


def _holds(lines, drawn):
    """Whether rows stand below each other somewhere in the lines."""
    high, wide = len(drawn), len(drawn[0])
    for top in range(len(lines) - high + 1):
        below = lines[top : top + high]
        at = below[0].find(drawn[0])
        while at >= 0:
            if tuple(line[at : at + wide].ljust(wide) for line in below) == drawn:
                return True
            at = below[0].find(drawn[0], at + 1)
    return False
