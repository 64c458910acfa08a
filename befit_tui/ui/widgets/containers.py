"""Containers that draw nothing themselves, and the line between two of them.

Textual renders every container under a changed line anew, and divides each of its rows
at the edges of all widgets: with five containers a twentieth of a key of the history.
"""

from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import ContentSwitcher


class Blank(Widget):
    """Has no row of its own: where no child is, what lies below is seen.

    It stands behind the container among the bases, whose style Textual takes.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """No row."""
        return []


class Row(Horizontal, Blank):
    """Widgets beside each other."""


class Column(Vertical, Blank):
    """Widgets below each other."""


class Switcher(ContentSwitcher, Blank):
    """Widgets of which one is shown."""


class Rule(Widget):
    """A line between what stands side by side.

    Textual's has itself styled twice before anything else of it is known: 2 ms.
    """

    DEFAULT_CSS = "Rule { width: 1; height: 1fr; color: $border-blurred; }"

    def render_line(self, _: int) -> Strip:
        """One cell of it."""
        return Strip([Segment("│", self.visual_style.rich_style)])
