"""The screen of the modes, and the sizes from which it is laid out in another way."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-wide"), (150, "-broad")]
HEIGHTS = [(0, "-flat"), (12, "-low"), (18, "-short"), (30, "-tall"), (38, "-full")]


class MainScreen(Screen[None]):
    """The screen under all dialogs, painted no oftener than it has to be."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keys; Textual would paint the whole screen whenever they move."""

    def __init__(self, size: Size) -> None:
        super().__init__(id="_default", classes=size_classes(size))


def size_classes(size: Size) -> str:
    """The classes of a terminal of that size.

    Textual gives a screen its classes after the first layout, and lays it out again.
    """
    wide = [name for least, name in WIDTHS if size.width >= least]
    tall = [name for least, name in HEIGHTS if size.height >= least]
    return f"{wide[-1]} {tall[-1]}"
