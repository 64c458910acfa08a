"""The drawing of days where a calendar has no room: a row a week, a cell a day."""

from datetime import date, timedelta

from befit_tui.domain.wording import short_day_words
from befit_tui.ui.widgets.charts.days import Days, day_look, day_readings
from befit_tui.ui.widgets.charts.grid import Grid, Mark, fitting
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.scale import page
from befit_tui.ui.widgets.charts.signs import SIGNS

_LEFT = 8


class WeeksPlot:
    """Weeks below each other in at least 20 x 5 cells, the ones around ``cursor``.

    ``look`` is the glyph set and whether there is colour.
    """

    def __init__(
        self,
        data: Days,
        width: int,
        height: int,
        cursor: int,
        look: tuple[GlyphSet, bool],
    ) -> None:
        self.data = data
        self.grid = Grid(width, height)
        self._look = look
        self._signs = SIGNS[look[0]]
        self._monday = data.first - timedelta(days=data.first.weekday())
        weeks = self._week(data.length - 1) + 1
        self._page = page(weeks, self._week(cursor), height - 1)
        for week in self._page:
            monday = self._monday + timedelta(weeks=week)
            y = 1 + week - self._page.start
            self.grid.put(0, y, f"{short_day_words(monday):>6}", "label")
        for index in range(data.length):
            if self.holds(index):
                day = self._day(index)
                self.grid.put(*self._place(index), *day_look(data, day, look))

    def _day(self, index: int) -> date:
        return self.data.first + timedelta(days=index)

    def _week(self, index: int) -> int:
        return (self._day(index) - self._monday).days // 7

    def _place(self, index: int) -> tuple[int, int]:
        row = 1 + self._week(index) - self._page.start
        return _LEFT + self._day(index).weekday(), row

    def holds(self, index: int) -> bool:
        """Whether a day is in sight."""
        return self._week(index) in self._page

    def readings(self, index: int) -> list[str]:
        """The date and the count of a day."""
        return day_readings(self.data, self._day(index))

    def marks(self, index: int) -> list[Mark]:
        """The day under the cursor, and what it reads."""
        trained = self.data.level(self._day(index))
        sign = self._signs.training_here if trained else self._signs.rest_here
        reading = fitting(self.readings(index), self.grid.width)
        return [
            Mark(*self._place(index), sign, "cursor"),
            Mark(0, 0, reading, "cursor"),
        ]
