"""The strength of a lift as what a line chart shows."""

from befit_tui.logbook.strength import Strength
from befit_tui.ui.widgets.charts.series import Point, Series


def series_of(found: Strength) -> Series:
    """The strength of a lift as a line."""
    points = tuple(
        Point(one.day, one.value, record=one.is_record, band=one.band)
        for one in found.points
    )
    return Series(points, found.unit)
