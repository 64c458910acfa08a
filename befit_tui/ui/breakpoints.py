"""The sizes from which the screen is laid out in another way: classes of the CSS."""

from textual.geometry import Size

WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-wide")]
HEIGHTS = [(0, "-flat"), (12, "-low"), (18, "-short"), (30, "-tall")]


def size_classes(size: Size) -> str:
    """The classes of a terminal of that size.

    Textual gives a screen its classes after the first layout, and lays it out again.
    """
    wide = [name for least, name in WIDTHS if size.width >= least]
    tall = [name for least, name in HEIGHTS if size.height >= least]
    return f"{wide[-1]} {tall[-1]}"
