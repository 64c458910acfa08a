"""A frame with words in its edges."""

from typing import Self

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region


class Frame(Vertical):
    """A border whose words can change without painting what it holds."""

    _said = ("", "")
    _saying = False

    def say(self, title: str, subtitle: str) -> None:
        """Write the words into the upper and the lower edge, verbatim."""
        if (title, subtitle) != self._said:
            self._said, self._saying = (title, subtitle), True
            self.border_title = Content(title)
            self.border_subtitle = Content(subtitle)
            self._saying = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint again; only the edges when their words have changed."""
        if self._saying and not layout and self.outer_size.height > 1:
            left, top = self.content_offset
            width, height = self.outer_size
            rows = (0, height - 1)
            regions = tuple(Region(-left, row - top, width, 1) for row in rows)
        return super().refresh(
            *regions, repaint=repaint, layout=layout, recompose=recompose
        )
