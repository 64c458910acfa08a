"""The style of each role of a text (dim, warn, bad ...), for what draws by line."""

from collections.abc import Mapping

from rich.style import Style
from textual.style import Style as Look
from textual.widget import Widget

ROLE_STYLES = {
    "cursor": "on $primary 30%",
    "pointer": "$text-accent",
    "dim": "$foreground 60%",
    "strong": "bold",
    "good": "$text-success",
    "warn": "$text-warning",
    "bad": "$text-error",
    "match": "bold $text-primary",
}
"""What every line can be written in."""


class RoleStyles:
    """The styles of a widget by role, made once, as Content has them.

    With ``as_ink`` a ground is in the colour that its role writes in.
    """

    def __init__(
        self, widget: Widget, roles: Mapping[str, str], *, as_ink: bool = False
    ) -> None:
        self._widget = widget
        self._roles = roles
        self._as_ink = as_ink
        self._known: dict[tuple[str, str], Style] = {}

    def __call__(self, role: str, ground: str = "") -> Style:
        """The style of a role, on the background of another; none is the widget's."""
        if (role, ground) not in self._known:
            style = self._style(role) if role else self._widget.rich_style
            if ground:
                under = self._style(ground)
                style += Style(bgcolor=under.color if self._as_ink else under.bgcolor)
            self._known[role, ground] = style
        return self._known[role, ground]

    def forget(self) -> None:
        """Ask for every style anew: the theme has changed."""
        self._known.clear()

    def _style(self, role: str) -> Style:
        """How the widget writes in a look such as ``bold $text-error``.

        Only while the app runs: its theme has the colours. Component classes would be
        nodes of Textual's that are styled whenever the widget is: half of a change of
        mode.
        """
        return (self._widget.visual_style + Look.parse(self._roles[role])).rich_style
