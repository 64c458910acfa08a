"""The styles of the roles that a text can have, for widgets that draw by line."""

from rich.style import Style
from textual.widget import Widget

INK_CLASSES = {
    "ink--cursor",
    "ink--pointer",
    "ink--dim",
    "ink--strong",
    "ink--good",
    "ink--warn",
    "ink--bad",
    "ink--match",
}
"""For the ``COMPONENT_CLASSES`` of a widget."""
INK_CSS = """
    .ink--cursor { background: $primary 30%; }
    .ink--pointer { color: $text-accent; }
    .ink--dim { color: $foreground 60%; }
    .ink--strong { text-style: bold; }
    .ink--good { color: $text-success; }
    .ink--warn { color: $text-warning; }
    .ink--bad { color: $text-error; }
    .ink--match { color: $text-primary; text-style: bold; }
"""
"""For its ``DEFAULT_CSS``."""


class Inks:
    """The styles of a widget by role; Textual forgets them with every painted line."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, bool], Style] = {}

    def __call__(self, role: str, under_cursor: bool = False) -> Style:
        """The style of a role; without one, that of the widget."""
        if (role, under_cursor) not in self._known:
            style = self._style(role) if role else self._widget.rich_style
            if under_cursor:
                style += Style(bgcolor=self._style("cursor").bgcolor)
            self._known[role, under_cursor] = style
        return self._known[role, under_cursor]

    def forget(self) -> None:
        """Ask for every style anew: the theme or the focus has changed."""
        self._known.clear()

    def _style(self, role: str) -> Style:
        return self._widget.get_component_rich_style(f"ink--{role}")
