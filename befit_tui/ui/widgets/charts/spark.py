"""A line over time in a few rows, without axes: for a place beside words."""

from itertools import pairwise

from befit_tui.ui.widgets.charts.raster import DOT_GRIDS, GlyphSet, Raster
from befit_tui.ui.widgets.charts.scale import Scale, moment
from befit_tui.ui.widgets.charts.series import Series, stretches

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
    end = max(moment(last), moment(series.points[-1].when))
    across = Scale(moment(first), end, 0, raster.width - 1)
    down = Scale(min(values), max(values), raster.height - 1, 0)
    for stretch in stretches(series.points):
        places = [(across(moment(one.when)), down(one.value)) for one in stretch]
        for start, stop in pairwise((places[0], *places)):
            raster.stroke(start, stop, weight)
    rows = (
        "".join(raster.glyph(x, y) or " " for x in range(width)) for y in range(height)
    )
    return list(rows)
