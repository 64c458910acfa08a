"""Sentences that change with a key and cost no new layout while they are as long."""

import re
from collections.abc import Iterable
from functools import lru_cache

from textual.content import Content
from textual.geometry import Size

from befit_tui.ui.widgets.line_panel import LinePanel, wrapped
from befit_tui.ui.widgets.text import clean


class Sentences(LinePanel):
    """Plain sentences, one below the other, as high as they are."""

    DEFAULT_CSS = "Sentences { height: auto; }"

    _said: tuple[Content, ...] = ()
    _plain: tuple[str, ...] = ()
    _said_for = Size(0, 0)
    _keeps_from: int | None = None
    _tallest = (0, 0)
    """For words that keep their room: a width, and the most lines taken at it."""

    def keep_room(self, least: int) -> None:
        """Never get lower again, on a screen of at least so many rows.

        A layout costs more than the line that it frees.
        """
        self._keeps_from = least

    def say(self, *sentences: str | Content) -> None:
        """Show other sentences; empty ones take no line."""
        plain = tuple(one for one in sentences if isinstance(one, str))
        # Out of sight there is no size; what comes back in another is drawn anew.
        same = self._plain == plain and self.size in (self._said_for, Size(0, 0))
        if same and len(plain) == len(sentences):
            return
        self._plain, self._said_for = plain, self.size
        before = self._height(self.size.width)
        self._said = tuple(
            one if isinstance(one, Content) else Content(clean(one))
            for one in sentences
            if one
        )
        if self._height(self.size.width) != before:
            self.refresh(layout=True)
        self.redraw()

    def draw(self) -> Iterable[Content]:
        """The sentences, up to the one that has no room for its end."""
        width, room = self.size
        for place, one in enumerate(self._said):
            ends = [end.end() for end in re.finditer(r"\.(?= |$)", one.plain)]
            parts = (one, *(one[:end] for end in reversed(ends)))
            fitting = (part for part in parts if _rows(part.plain, width) <= room)
            found = next(fitting, None if place else one)
            if found is not None:
                yield found
                room -= _rows(found.plain, width)
            if found is not one:  # what follows would stand in its place
                return

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that they take."""
        return self._height(width)

    def _height(self, width: int) -> int:
        lines = sum(_rows(one.plain, width) for one in self._said)
        if self._keeps_from is None or self.app.size.height < self._keeps_from:
            return lines
        before, most = self._tallest
        self._tallest = width, max(lines, most if width == before else 0)
        return self._tallest[1]


@lru_cache(maxsize=512)
def _rows(text: str, width: int) -> int:
    """The rows that a text takes, which layout, room and painting each ask."""
    return len(wrapped(Content(text), width))
