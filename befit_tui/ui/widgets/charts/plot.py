"""What every drawing has: cells, a cursor over them, and the glyphs it is made of."""

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import Any, NamedTuple

from befit_tui.domain import signs
from befit_tui.domain.load import number
from befit_tui.ui.widgets.charts.grid import Grid, Mark
from befit_tui.ui.widgets.charts.raster import GlyphSet


class Standing(StrEnum):
    """Below a range, inside or above it, as the word that is shown; or without one."""

    BELOW = "below"
    INSIDE = "in range"
    ABOVE = "above"
    FREE = ""

    @property
    def role(self) -> str:
        """What colours it."""
        return self.name.lower()

    @property
    def filling(self) -> str:
        """What an area is filled with where there is no colour."""
        fillings = {Standing.BELOW: "░", Standing.INSIDE: "▒", Standing.ABOVE: "█"}
        return fillings.get(self, "·")

    @property
    def sign(self) -> str:
        """The same as a glyph."""
        found = {
            Standing.BELOW: signs.ROOM,
            Standing.INSIDE: signs.AS_MEANT,
            Standing.ABOVE: signs.CARE,
        }
        return found.get(self, " ")


def standing(value: float, band: tuple[float, float] | None) -> Standing:
    """How a value stands to a range, ends included."""
    if band is None:
        return Standing.FREE
    if value < band[0]:
        return Standing.BELOW
    return Standing.ABOVE if value > band[1] else Standing.INSIDE


class Look(NamedTuple):
    """What a drawing is made of, and whether colour may tell its parts apart."""

    glyph_set: GlyphSet
    coloured: bool = True

    @property
    def is_ascii(self) -> bool:
        """Whether letters are all there is; such terminals may not know tints."""
        return self.glyph_set is GlyphSet.ASCII

    @property
    def is_tinted(self) -> bool:
        """Whether areas may be told apart by tints."""
        return self.coloured and not self.is_ascii


class Plot(ABC):
    """A finished drawing whose cursor can be moved without drawing it again.

    It has a kind of ``data`` of its own, and the place of the ``cursor`` where not all
    of them have room.
    """

    def __init__(
        self, data: Any, width: int, height: int, cursor: int, look: Look
    ) -> None:
        self.data = data
        self.grid = Grid(width, height, plain=look.is_ascii)
        self.look = look
        self._fill(cursor)

    @abstractmethod
    def _fill(self, cursor: int) -> None:
        """Draw everything but the cursor."""

    def holds(self, index: int) -> bool:
        """Whether a stop is in sight; if not, the plot must be drawn again."""
        return True

    def marks(self, index: int) -> list[Mark]:
        """What the cursor lays over the cells at one of the stops."""
        return []

    @abstractmethod
    def readings(self, index: int) -> list[str]:
        """What the cursor says there, the fullest wording first."""


def value_words(value: float) -> str:
    """A value to a tenth, or in the thousands with a comma."""
    return number(round(value, 1)) if abs(value) < 1000 else f"{value:,.0f}"
