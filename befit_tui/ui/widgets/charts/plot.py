"""What every drawing has: cells, a cursor over them, and how it may look."""

from abc import ABC, abstractmethod
from typing import NamedTuple

from befit_tui.ui.widgets.charts.grid import Grid, Mark
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.signs import SIGNS, Signs


class Look(NamedTuple):
    """What a drawing is made of, and whether colour may tell its parts apart."""

    glyph_set: GlyphSet
    coloured: bool = True

    @property
    def signs(self) -> Signs:
        """The glyphs around the data."""
        return SIGNS[self.glyph_set]

    @property
    def is_ascii(self) -> bool:
        """Whether letters are all there is; such terminals may not know tints."""
        return self.glyph_set is GlyphSet.ASCII

    @property
    def is_tinted(self) -> bool:
        """Whether areas may be told apart by tints."""
        return self.coloured and not self.is_ascii


class Plot(ABC):
    """A finished drawing whose cursor can be moved without drawing it again."""

    def __init__(self, width: int, height: int, look: Look) -> None:
        self.grid = Grid(width, height)
        self.look = look
        self.signs = look.signs

    def holds(self, index: int) -> bool:
        """Whether a stop is in sight; if not, the plot must be drawn again."""
        return True

    def marks(self, index: int) -> list[Mark]:
        """What the cursor lays over the cells at one of the stops."""
        return []

    @abstractmethod
    def readings(self, index: int) -> list[str]:
        """What the cursor says there, the fullest wording first."""
