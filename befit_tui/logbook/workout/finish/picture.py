"""The summary as an SVG picture, and where it is saved."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from befit_tui.domain.errors import StoreError, why
from befit_tui.domain.text import clean
from befit_tui.domain.workout import Workout
from befit_tui.logbook.lines import Line
from befit_tui.logbook.workout.finish.page import page_parts
from befit_tui.logbook.workout.finish.summary import Summary
from befit_tui.paths import pictures_folder
from befit_tui.store.files import atomic_write

CELLS = 104
"""Characters of a line; a longer one is broken."""
CELL, ROW, EDGE = 9.0, 22, 32
"""Units of a character and of a line, and of the edge around all."""
TITLE = 18
"""Characters before what stands beside a heading."""
INKS = {
    "": "#c9d1d9", "dim": "#7d8590", "strong": "#f0f6fc", "good": "#4fc9b0",
    "warn": "#e8a33d", "bad": "#ef6f6c", "head": "#4fc9b0",
}  # fmt: skip
HEAVY, BOLD = ("strong", "good", "head"), ' font-weight="bold"'
BACKGROUND = "#0f1218"
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def picture(summary: Summary) -> str:
    """The summary as an SVG document that needs nothing from elsewhere."""
    proud = summary.proud
    figure = 68 * 0.62 * len(proud.figure)
    texts = [
        _text(EDGE, 46, f"{summary.name} · {summary.head}", "dim"),
        _text(EDGE, 122, proud.figure, "good", size=68),
        _text(EDGE + figure + 28, 92, proud.words, "strong", size=18),
        _text(EDGE + figure + 28, 120, proud.detail, ""),
    ]
    at = 180
    for part in page_parts(summary, CELLS - TITLE):
        texts.append(_text(EDGE, at, part.title, "head"))
        for line in part.lines:
            for row in _broken(line):
                texts.append(_line(EDGE + TITLE * CELL, at, row))
                at += ROW
        at += ROW // 2
    texts.append(_text(EDGE, at + 8, "Befit TUI", "dim"))
    width, height = round(2 * EDGE + CELLS * CELL), at + EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="{FONT}" font-size="15">\n'
        f'<rect width="100%" height="100%" fill="{BACKGROUND}"/>\n'
        + "\n".join(texts)
        + "\n</svg>\n"
    )


def save_picture(summary: Summary, workout: Workout, data: Path) -> Path:
    """Write the picture among the lifter's pictures; the path it has.

    ``data`` is the folder of the log: one given by hand keeps its pictures itself.

    Raises:
        StoreError: the disk refused.
    """
    name = re.sub(r"[^a-z0-9]+", "-", summary.name.lower()).strip("-") or "workout"
    path = pictures_folder(data) / f"befit-{workout.day}-{name}.svg"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, picture(summary).encode(), keep_previous=False)
    except OSError as error:
        raise StoreError(f"{path} cannot be written {why(error)}") from error
    return path


def _broken(line: Line) -> Iterator[Line]:
    """A line in rows that fit; the rest of a long one stands in below."""
    row: list[tuple[str, str]] = []
    used = 0
    for text, role in line:
        for word in re.findall(r"\s*\S+|\s+$", clean(text)):
            if row and used + len(word) > CELLS - TITLE:
                yield tuple(row)
                row, used = [("  ", "")], 2
            row.append((word, role))
            used += len(word)
    yield tuple(row)


def _line(x: float, y: float, line: Line, size: int = 15) -> str:
    runs = "".join(
        f'<tspan fill="{INKS[role]}"{BOLD * (role in HEAVY)}>{escape(text)}</tspan>'
        for text, role in line
    )
    place = f'x="{x:g}" y="{y:g}" font-size="{size}"'
    return f'<text {place} xml:space="preserve">{runs}</text>'


def _text(x: float, y: float, text: str, role: str, *, size: int = 15) -> str:
    return _line(x, y, ((clean(text), role),), size)
