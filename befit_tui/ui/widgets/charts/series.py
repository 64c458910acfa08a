"""What a line chart shows; and a line in a few rows, for a place beside words."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from statistics import median

from befit_tui.domain.value import Value
from befit_tui.logbook.curve import Point
from befit_tui.logbook.trends.time_range import Days
from befit_tui.ui.widgets.charts.grid import DOT_GRIDS, GlyphSet, Raster
from befit_tui.ui.widgets.charts.scale import Scale, moment

LAY_OFF_DAYS = 21
"""A longer gap breaks the line: no training is not a trend (product constant)."""
LAY_OFF_GAPS = 2.5
"""Nor is it one where a lift is done every other week and one session tells nothing:
a break is so many times as long as the gaps that are usual (product constant)."""


class Series(Value, frozen=True):
    """Points and what is known about their time.

    ``points`` are finite, oldest first. The axis runs from ``first`` to ``last``, by
    default from the first point to the last; points outside stand at its ends. There
    may be ``earlier`` ones that it does not show. ``spans`` are those of deloads.
    """

    points: tuple[Point, ...] = ()
    unit: str = ""
    spans: tuple[Days, ...] = ()
    first: date | None = None
    last: date | None = None
    earlier: bool = False
    stems: bool = False
    """Whether every value stands for itself, on a stem from zero, not in a line."""
    least: float = 0
    """What the axis spans at least, so that noise does not look like a change."""

    @property
    def stops(self) -> list[date]:
        """The day or time of every point."""
        return [point.day for point in self.points]

    @property
    def start(self) -> int:
        """The place of the latest point."""
        return len(self.points) - 1

    @property
    def ends(self) -> tuple[date, date]:
        """The first and the last day of the axis; there is at least one point."""
        first = self.first or self.points[0].day
        last = self.last or self.points[-1].day
        return (
            date(first.year, first.month, first.day),
            date(last.year, last.month, last.day),
        )

    @property
    def values(self) -> tuple[float, float]:
        """The least and the largest of values and bands."""
        edges = [v for p in self.points for v in (p.value, *(p.band or ()))]
        edges += [p.measured for p in self.points if p.measured is not None]
        low, high = 0 if self.stems else min(edges), max(edges)
        air = max(self.least - (high - low), 0) / 2
        return (max(low - air, 0.0) if low >= 0 else low - air), high + air

    @property
    def shown_spans(self) -> list[Days]:
        """The spans that touch the axis."""
        first, last = self.ends
        return [days for days in self.spans if days[0] <= last and days[1] >= first]


def stretches(points: Iterable[Point]) -> list[list[Point]]:
    """The points in groups that a line may join: no lay-off, no other machine."""
    found = list(points)
    gaps = [moment(b.day) - moment(a.day) for a, b in pairwise(found)]
    longest = max(LAY_OFF_DAYS, LAY_OFF_GAPS * median(gaps)) if gaps else 0
    groups = [found[:1]] if found else []
    for point, gap in zip(found[1:], gaps, strict=True):
        if gap <= longest and not point.anew:
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups


BOLD = (8, 40)
"""Rows and columns from which one row of braille dots looks faint, as in charts."""


def spark(series: Series, width: int, height: int, glyphs: GlyphSet) -> list[str]:
    """The points of a series as rows of one width; blank where there is none."""
    if not series.points or width < 1 or height < 1:
        return [" " * max(width, 0)] * max(height, 0)
    dots = DOT_GRIDS[glyphs]
    raster = Raster(width, height, dots)
    first, last = series.ends
    is_large = height >= BOLD[0] and width >= BOLD[1]
    weight = 2 if glyphs is GlyphSet.BRAILLE and is_large else 1
    values = [point.value for point in series.points]
    end = max(moment(last), moment(series.points[-1].day))
    across = Scale(moment(first), end, 0, raster.width - 1)
    down = Scale(min(values), max(values), raster.height - 1, 0)
    for stretch in stretches(series.points):
        places = [(across(moment(one.day)), down(one.value)) for one in stretch]
        for start, stop in pairwise((places[0], *places)):
            raster.stroke(start, stop, weight)
    rows = (
        "".join(raster.glyph(x, y) or " " for x in range(width)) for y in range(height)
    )
    return list(rows)
