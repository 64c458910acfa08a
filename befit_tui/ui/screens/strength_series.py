"""The strength of a lift as the points of a line chart."""

from befit_tui.logbook.strength import Strength
from befit_tui.ui.widgets.charts.series import Point


def strength_points(found: Strength) -> tuple[Point, ...]:
    """The sessions of a lift, each with its band."""
    return tuple(
        Point(one.day, one.value, record=one.is_record, band=one.band)
        for one in found.points
    )
