"""The heading of a part of the screen: its name, and how it stands."""

from collections.abc import Iterable

from textual.content import Content

from befit_tui.ui.widgets.line_panel import LinePanel
from befit_tui.ui.widgets.text import clean, fit_parts


class Heading(LinePanel):
    """A name, and words flush right."""

    DEFAULT_CSS = """
    Heading { height: 1; padding: 0 1; color: $primary; text-style: bold; }
    """

    _said: tuple[str, tuple[str, ...]] = ("", ())

    def say(self, name: str, *words: str) -> None:
        """Show other words, verbatim, from the fullest wording to the shortest."""
        said = (clean(name), words)
        if said != self._said:
            self._said = said
            self.redraw()

    def draw(self) -> Iterable[Content]:
        """Where the line is short the words go first, then parts of the name."""
        (name, wordings), width = self._said, self.size.width
        line = Content(fit_parts(name, width))
        room = width - line.cell_length
        words = next((one for one in wordings if len(one) + 2 <= room), "")
        yield line + Content.styled(words.rjust(room), "not bold $foreground 60%")
