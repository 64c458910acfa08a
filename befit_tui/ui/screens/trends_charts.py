"""What the analysis found, in the shapes that the charts draw."""

from datetime import date

from befit_tui.domain.load import Unit, from_kg
from befit_tui.logbook.past_trends import Effort, Strength
from befit_tui.ui.widgets.charts.series import Point, Series, Span
from befit_tui.ui.widgets.charts.weeks import Week, Weeks


def series_of(found: Strength, unit: Unit, first: date | None, last: date) -> Series:
    """The strength of a lift in ``unit``; without ``first`` it starts where it did."""
    points = tuple(
        Point(
            point.at,
            from_kg(point.kg, unit),
            record=point.is_record,
            band=band and (from_kg(band[0], unit), from_kg(band[1], unit)),
        )
        for point, band in zip(found.points, found.bands, strict=True)
    )
    spans = tuple(Span(*days) for days in found.deloads)
    return Series(points, str(unit), spans, first=first, last=last)


def weeks_of(found: Effort) -> Weeks:
    """Weeks by reps left, the hardest sets first."""
    return Weeks(
        tuple(
            Week(
                week.monday,
                (
                    week.failure,
                    week.one,
                    week.two,
                    week.three,
                    week.four_plus,
                    week.not_rated,
                ),
            )
            for week in found.weeks
        )
    )
