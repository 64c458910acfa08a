"""The card of an exercise beside a list: four answers, always in one place."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from befit_tui.logbook.exercise_card import ExerciseCard
from befit_tui.logbook.lines import Line
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean, fit

STYLES = {
    "": "",
    "dim": "$foreground 60%",
    "strong": "bold",
    "good": "bold $text-success",
    "warn": "bold $text-warning",
    "bad": "bold $text-error",
}
"""The styles of the roles that a text can have, where it is content."""
NARROW = 50
"""Cells from which the answers need fewer rows."""
ROWS = (3, 3, 3, 4)
"""Rows of the four answers in a narrow panel: the longest of the catalogue."""
WIDE_ROWS = (2, 2, 2, 3)
AIRY = 25
"""Rows from which there is room for blank lines and the source."""


class CardPanel(LinePanel):
    """Draws a ``ExerciseCard``; no answer moves when the exercise changes."""

    _card: ExerciseCard | None = None

    def show(self, card: ExerciseCard | None) -> None:
        """Show an exercise; None where there is none."""
        self._card = card
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """The card in the room there is."""
        if self._card is None or not self.size.width:
            return ()
        return card_lines(self._card, *self.size)


def card_lines(
    card: ExerciseCard, width: int, height: int, *, alone: bool = False
) -> Iterator[Content]:
    """A card in rows of ``width`` cells, without air where ``height`` has none.

    One that is shown ``alone`` leaves no room for longer answers of other exercises.
    """
    airy = height >= AIRY
    yield Content.styled(fit(clean(card.name), width), "bold")
    yield from _rows(((card.last, "dim"),), width, 2 if width < NARROW else 1)
    heights = ROWS if width < NARROW else WIDE_ROWS
    for (heading, answer), rows in zip(card.parts, heights, strict=True):
        if airy:
            yield Content("")
        yield content(heading)
        yield from _rows(answer, width, 0 if alone else rows)
    if airy:
        yield Content("")
        yield from content(((f"after {card.source}", "dim"),)).wrap(width)


def content(line: Line) -> Content:
    """A line of text by role as content."""
    return Content.assemble(*((clean(text), STYLES[role]) for text, role in line))


def _rows(line: Line, width: int, rows: int) -> Iterator[Content]:
    """A text in so many rows; in those that it needs if none are said."""
    found = content(line).wrap(width)[: rows or None]
    yield from found
    yield from (Content(""),) * (rows - len(found))
