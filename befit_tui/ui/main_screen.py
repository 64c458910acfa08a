"""The screen of the modes, and the sizes from which it is laid out in another way."""

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-wide"), (150, "-broad")]
HEIGHTS = [(0, "-flat"), (12, "-low"), (18, "-short"), (30, "-tall"), (38, "-full")]


class MainScreen(Screen[None]):
    """The screen under all dialogs, painted no oftener than it has to be."""

    BLANK = True
    """Textual would look through all of its rows for each that a key changes."""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keys; Textual would paint the whole screen whenever they move."""

    def __init__(self, size: Size) -> None:
        super().__init__(id="_default", classes=size_classes(size))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blanks; Textual leaves them their colour where there shall be none."""
        strips = super().render_lines(crop)
        for grey in self.get_line_filters():
            strips = [
                one.apply_filter(grey, self.background_colors[1]) for one in strips
            ]
        return strips


def size_classes(size: Size) -> str:
    """The classes of a terminal of that size.

    Textual gives a screen its classes after the first layout, and lays it out again.
    """
    wide = [name for least, name in WIDTHS if size.width >= least]
    tall = [name for least, name in HEIGHTS if size.height >= least]
    return f"{wide[-1]} {tall[-1]}"
