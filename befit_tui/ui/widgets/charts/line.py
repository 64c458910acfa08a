"""Line chart: a value over time with its band."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from rich.cells import cell_len
from textual.reactive import reactive

from befit_tui.domain import signs
from befit_tui.domain.wording import day_words, measured_words, short_day_words
from befit_tui.logbook.curve import Point
from befit_tui.ui.widgets.charts.axes import (
    DATE_ROOM,
    Days,
    put_date_axis,
    put_folds,
    put_value_axis,
)
from befit_tui.ui.widgets.charts.chart import Chart, Plot, value_words
from befit_tui.ui.widgets.charts.grid import (
    BAND_DOT_GRIDS,
    BAND_GLYPHS,
    DOT_GRIDS,
    HERE,
    GlyphSet,
    Key,
    Mark,
    Raster,
    fitting,
    put_legend_aside,
)
from befit_tui.ui.widgets.charts.scale import (
    Scale,
    date_ticks,
    even_axis,
    moment,
    tick_labels,
)
from befit_tui.ui.widgets.charts.series import Series, stretches


class LinePlot(Plot):
    """A line chart of at least 20 x 5 cells.

    From the top: the legend and the reading in one row, the plot, the date axis, its
    labels. All points are in sight, wherever the cursor is.
    """

    data: Series

    def _fill(self, _cursor: int) -> None:
        series = self.data
        self._nib = DOT_GRIDS[self.look.glyph_set]
        self._rows = range(1, self.grid.height - 2)
        values, ticks = even_axis(*series.values, len(self._rows))
        if series.stems:
            values, ticks = (0.0, values[1]), [tick for tick in ticks if tick >= 0]
        labels = tick_labels(ticks)
        self._left = max(map(cell_len, [*labels, series.unit])) + 2
        moments = [moment(point.day) for point in series.points]
        cells = self.grid.width - self._left
        self._days = Days(series.ends, moments, cells, self._nib.across)
        self._values = Scale(*values, len(self._rows) * self._nib.down - 1, 0)
        self._draw_axes(list(zip(map(self._row, ticks), labels, strict=True)))
        self._draw_spans()
        put_folds(self.grid, self._left, self._days.folds, self._rows, self._rows)
        self._draw_line()
        self._draw_legend()

    def _column(self, when: date) -> int:
        return self._left + self._days(moment(when)) // self._nib.across

    def _row(self, value: float) -> int:
        return self._rows.start + self._values(value) // self._nib.down

    def _draw_axes(self, value_ticks: list[tuple[int, str]]) -> None:
        axis = self._left - 1
        put_value_axis(self.grid, axis, self._rows, value_ticks)
        ticks = [
            (self._column(day), label)
            for one in self._days.stretches
            for day, label in date_ticks(
                date.fromordinal(int(one.first)),
                date.fromordinal(int(one.last)),
                max((one.stop - one.start) // DATE_ROOM, 1),
            )
        ]
        put_date_axis(self.grid, axis, self._rows.stop, ticks)
        if self.data.earlier:
            self.grid.put(axis, self._rows.stop, "‹", "cursor")
        unit = self.data.unit
        self.grid.put(axis - 1 - cell_len(unit), 0, unit, "label")

    def _draw_spans(self) -> None:
        for first, last in self.data.shown_spans:
            start, stop = self._column(first), self._column(last) + 1
            self.grid.tint(range(start, stop), self._rows, "span")
            edge = "━" * (stop - start)
            self.grid.put(start, self._rows.stop, edge, "span-edge")

    def _draw_line(self) -> None:
        line = Raster(self.grid.width - self._left, len(self._rows), self._nib)
        # One row of braille dots looks faint wherever there is room for two.
        weight = (
            2 if self.look.glyph_set is GlyphSet.BRAILLE and len(self._rows) >= 8 else 1
        )
        if self.data.stems:
            for point in self.data.points:
                x, y = self._dot(point)
                line.stroke((x, y), (x, self._values(0)))
        else:
            self._draw_band()
            for stretch in stretches(self.data.points):
                for start, end in pairwise((stretch[0], *stretch)):
                    line.stroke(self._dot(start), self._dot(end), weight)
        self._put_raster(line, "line")
        for point in self.data.points:
            if point.measured is not None:
                x, y = self._column(point.day), self._row(point.measured)
                self.grid.put(x, y, "∙", "label")
            if point.record:
                x, y = self._column(point.day), self._row(point.value)
                self.grid.put(x, y, signs.RECORD, "record")

    def _dot(self, point: Point) -> tuple[int, int]:
        return self._days(moment(point.day)), self._values(point.value)

    def _draw_band(self) -> None:
        """Tint the cells of the band; where there are no tints, dot every other one.

        A tinted cell costs a byte, a dotted one three, and a band has many.
        """
        if not self.look.is_tinted:
            cell = BAND_DOT_GRIDS[self.look.glyph_set]
            raster = Raster(self.grid.width - self._left, len(self._rows), cell)
            for x, high, low in self._band():
                for y in range(high, low + 1):
                    if (x + y) % 2 == 0 or self._nib.across == 1:
                        raster.dot(x, y)
            self._put_raster(raster, "band", "haze")
            return
        columns: dict[int, tuple[int, int]] = {}
        for x, high, low in self._band():
            column = self._left + x // self._nib.across
            top, bottom = columns.get(column, (high, low))
            columns[column] = min(high, top), max(low, bottom)
        for column, (high, low) in columns.items():
            first, last = (self._rows.start + y // self._nib.down for y in (high, low))
            self.grid.tint(range(column, column + 1), range(first, last + 1), "haze")

    def _band(self) -> Iterator[tuple[int, int, int]]:
        """Every column of dots with the highest and the lowest dot of the band."""
        for stretch in stretches(self.data.points):
            for start, end in pairwise((stretch[0], *stretch)):
                if not start.band or not end.band:
                    continue
                x0, x1 = (self._days(moment(one.day)) for one in (start, end))
                # Where many points share a column, the first stands for it.
                for x in range(x0 + (start is not end), x1 + 1):
                    share = (x - x0) / max(x1 - x0, 1)
                    low, high = (
                        a + (b - a) * share
                        for a, b in zip(start.band, end.band, strict=True)
                    )
                    yield x, self._values(high), self._values(low)

    def _put_raster(self, raster: Raster, ink: str, ground: str = "") -> None:
        for column, row, glyph in raster.glyphs():
            self.grid.put(
                self._left + column, self._rows.start + row, glyph, ink, ground
            )

    def _draw_legend(self) -> None:
        series, points = self.data, self.data.points
        keys = []
        if any(point.record for point in points):
            keys.append(Key(signs.RECORD, "record", "record"))
        if any(point.band for point in points):
            band = (BAND_GLYPHS[self.look.glyph_set], "band")
            glyph, ink = ("█", "haze") if self.look.is_tinted else band
            keys.append(Key(glyph * 2, ink, "likely level"))
        if any(point.measured is not None for point in points):
            keys.append(Key("∙", "label", "weighed"))
        if series.shown_spans:
            keys.append(Key("━" * 2, "span-edge", "deload"))
        reading = max(cell_len(self._readings(i)[0]) for i in range(len(points)))
        start = self._left + reading + 2
        put_legend_aside(self.grid, start, keys)

    def _readings(self, index: int) -> list[str]:
        """What the cursor says at a point, the fullest wording first."""
        point = self.data.points[index]
        value = measured_words(value_words(point.value), self.data.unit)
        return [
            f"{day_words(point.day)}  {value}",
            f"{short_day_words(point.day)}  {value}",
            value,
        ]

    def marks(self, index: int) -> list[Mark]:
        """The cursor at a point: the point, its day on the axis, what it reads.

        A line from the one to the other would be written anew in every row.
        """
        point = self.data.points[index]
        column, row = self._column(point.day), self._row(point.value)
        reading = fitting(self._readings(index), self.grid.width - self._left)
        return [
            Mark(self._left, 0, reading, "cursor"),
            Mark(column, row, signs.RECORD if point.record else HERE, "here"),
            Mark(column, self._rows.stop, signs.UNDER, "cursor"),
        ]


class LineChart(Chart):
    """Dated values as a line, with records, a noise band and shaded days."""

    PLOT = LinePlot
    data: reactive[Series] = reactive(Series(), repaint=False)
