"""One line above a part of the screen: its name, and how it stands."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean, fit

FEWEST = 3
"""Squares below which they would tell nothing."""


class Heading(LinePanel):
    """A name, a square for each part that is done or to do, and words flush right."""

    DEFAULT_CSS = "Heading { height: 1; padding: 0 1; }"

    _said: tuple[str, int, int, str] = ("", 0, 0, "")

    def say(self, name: str, done: int, every: int, words: str) -> None:
        """Show other words, verbatim; ``done`` of ``every`` part is done."""
        said = (clean(name), done, every, words)
        if said != self._said:
            self._said = said
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """The squares go first where the line is short, then the end of the name."""
        name, done, every, words = self._said
        width = self.size.width
        name = fit(name, max(width - len(words) - 2, width // 2))
        room = width - Content(name).cell_length - len(words)
        line = Content.styled(name, "bold $primary")
        if every >= FEWEST and 2 * every + 4 <= room:
            left = every - done
            line += Content.assemble(
                "   ",
                ("■ " * done, "$primary"),
                ("□ " * min(left, 1), "bold $foreground"),
                ("□ " * (left - 1), "$foreground 45%"),
            )
        gap = max(2, width - line.cell_length - len(words))
        yield line + Content(" " * gap) + Content.styled(words, "$foreground 60%")
