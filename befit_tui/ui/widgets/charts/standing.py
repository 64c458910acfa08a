"""How a value stands to the range that it should lie in."""

from enum import StrEnum

from befit_tui.ui.widgets.charts.signs import Signs


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

    def sign(self, signs: Signs) -> str:
        """The same as a glyph."""
        return {
            Standing.BELOW: signs.below_band,
            Standing.INSIDE: signs.in_band,
            Standing.ABOVE: signs.over_band,
            Standing.FREE: " ",
        }[self]


def standing(value: float, band: tuple[float, float] | None) -> Standing:
    """How a value stands to a range, ends included."""
    if band is None:
        return Standing.FREE
    if value < band[0]:
        return Standing.BELOW
    return Standing.ABOVE if value > band[1] else Standing.INSIDE
