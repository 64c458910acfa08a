"""What a line chart shows."""

from collections.abc import Iterable
from datetime import date

from befit_tui.domain.value import Value
from befit_tui.ui.widgets.charts.scale import moment

LAY_OFF_DAYS = 21
"""A longer gap breaks the line: no training is not a trend (product constant)."""


class Point(Value, frozen=True):
    """A value at a date or time; ``band`` is the range that noise alone explains.

    ``measured`` is what was read then, where the value is the trend behind it.
    """

    when: date
    value: float
    record: bool = False
    band: tuple[float, float] | None = None
    measured: float | None = None


class Span(Value, frozen=True):
    """The days of a deload, both ends included."""

    first: date
    last: date


class Series(Value, frozen=True):
    """Points and what is known about their time.

    ``points`` are finite, oldest first. The axis runs from ``first`` to ``last``, by
    default from the first point to the last; points outside stand at its ends. There
    may be ``earlier`` ones that it does not show.
    """

    points: tuple[Point, ...] = ()
    unit: str = ""
    spans: tuple[Span, ...] = ()
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
        return [point.when for point in self.points]

    @property
    def start(self) -> int:
        """The place of the latest point."""
        return len(self.points) - 1

    @property
    def ends(self) -> tuple[date, date]:
        """The first and the last day of the axis; there is at least one point."""
        first = self.first or self.points[0].when
        last = self.last or self.points[-1].when
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
        return low - air, high + air

    @property
    def shown_spans(self) -> list[Span]:
        """The spans that touch the axis."""
        first, last = self.ends
        return [s for s in self.spans if s.first <= last and s.last >= first]


def stretches(points: Iterable[Point]) -> list[list[Point]]:
    """The points in groups without a lay-off between neighbours."""
    groups: list[list[Point]] = []
    for point in points:
        if groups and moment(point.when) - moment(groups[-1][-1].when) <= LAY_OFF_DAYS:
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups
