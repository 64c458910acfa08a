"""Containers that draw nothing themselves.

Textual renders every container under a changed line anew, all of its rows; of those
that are marked as blank it does not.
"""

from textual.containers import Horizontal, Vertical
from textual.widgets import ContentSwitcher


class Row(Horizontal):
    """Widgets beside each other."""

    BLANK = True


class Column(Vertical):
    """Widgets below each other."""

    BLANK = True


class Switcher(ContentSwitcher):
    """Widgets of which one is shown."""

    BLANK = True
