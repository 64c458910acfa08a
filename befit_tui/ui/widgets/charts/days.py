"""What a calendar shows, and how one day of it looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from befit_tui.domain.wording import counted, day_words, short_day_words
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.signs import SIGNS

LEVELS = 4
_SHADES = "░▒▓█"
_DIGITS = "1234"


@dataclass(frozen=True, slots=True)
class Days:
    """What a calendar shows: the sets of every day with some, ``first`` to ``last``."""

    first: date
    last: date
    counts: Mapping[date, int] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """The number of days, both ends included."""
        return (self.last - self.first).days + 1

    def level(self, day: date) -> int:
        """0 without a count, else 1 to 4: the quarter of the largest count."""
        most = max(self.counts.values(), default=0)
        return -(-self.counts.get(day, 0) * LEVELS // most) if most else 0


def day_look(data: Days, day: date, look: tuple[GlyphSet, bool]) -> tuple[str, str]:
    """The glyph and the role of a day; ``look`` is the glyph set and if it colours."""
    return level_look(data.level(day), look)


def level_look(level: int, look: tuple[GlyphSet, bool]) -> tuple[str, str]:
    """The glyph and the role of a level, 0 to 4."""
    glyph_set, coloured = look
    if not level:
        return SIGNS[glyph_set].rest_day, "axis"
    if coloured and glyph_set is not GlyphSet.ASCII:
        return SIGNS[glyph_set].training_day, f"level-{level}"
    shades = _DIGITS if glyph_set is GlyphSet.ASCII else _SHADES
    return shades[level - 1], f"level-{level}" if coloured else "strong"


def day_readings(data: Days, day: date) -> list[str]:
    """The date and the count of a day, the fullest wording first."""
    count = counted(data.counts.get(day, 0), "set")
    return [f"{day_words(day)}  {count}", f"{short_day_words(day)}  {count}"]
