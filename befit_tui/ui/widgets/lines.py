"""The list of every dialog."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from befit_tui.ui.widgets.line_list import LineList, RowT


class Lines(LineList[RowT], inherit_bindings=False):
    """A list without the letters that a dialog has keys for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j,tab", "move(1)", "down", show=False),
        Binding("home", "first", "first", show=False),
        Binding("end", "last", "last", show=False),
        Binding("pageup", "page(-1.0)", "page up", show=False),
        Binding("pagedown", "page(1.0)", "page down", show=False),
    ]
