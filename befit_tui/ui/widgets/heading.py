"""One line above a part of the screen: its name, and how it stands."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.domain import signs
from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean, fit

FEWEST = 3
"""Squares below which they would tell nothing."""
FEWEST_GAPS = 5
"""Cells before the squares and after them."""


class Heading(LinePanel):
    """A name, a square for each part that is done or to do, and words flush right."""

    DEFAULT_CSS = "Heading { height: 1; padding: 0 1; }"

    _said: tuple[str, int, int, tuple[str, ...]] = ("", 0, 0, ())

    def say(self, name: str, done: int, every: int, *words: str) -> None:
        """Show other words, verbatim, from the fullest wording to the shortest.

        ``done`` of ``every`` part is done.
        """
        said = (clean(name), done, every, words)
        if said != self._said:
            self._said = said
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """Where the line is short the words go first, to the last, then the squares."""
        name, done, every, wordings = self._said
        width = self.size.width
        line = Content.styled(fit(name, width), "bold $primary")
        room = width - line.cell_length - 2
        squares = FEWEST_GAPS + every if every >= FEWEST else 0
        with_squares = (one for one in wordings if len(one) + squares <= room)
        alone = (one for one in wordings if len(one) <= room)
        words = next(with_squares, next(alone, ""))
        line += _squares(done, every, room - len(words) - 2)
        gap = " " * (width - line.cell_length - len(words))
        yield Content.assemble(line, gap, (words, "$foreground 60%"))


def _squares(done: int, every: int, room: int) -> Content:
    """A square for each part, apart where there is room; the next one is brighter."""
    apart = next(
        (gap for gap in (" ", "") if every * len(f"{signs.DONE}{gap}") + 3 <= room),
        None,
    )
    if apart is None or every < FEWEST:
        return Content("")
    left = every - done
    return Content.assemble(
        "   ",
        (f"{signs.DONE}{apart}" * done, "$primary"),
        (f"{signs.TO_GO}{apart}" * min(left, 1), "bold $foreground"),
        (f"{signs.TO_GO}{apart}" * (left - 1), "$foreground 45%"),
    )
