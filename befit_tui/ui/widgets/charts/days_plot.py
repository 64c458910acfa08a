"""The drawing of days as a calendar: a column a week, a row a weekday."""

from datetime import date, timedelta

from rich.cells import cell_len

from befit_tui.domain.wording import SHORT_MONTHS, WEEKDAYS
from befit_tui.ui.widgets.charts.days import (
    LEVELS,
    Days,
    day_look,
    day_readings,
    level_look,
)
from befit_tui.ui.widgets.charts.grid import Grid, Key, Mark, fitting, put_legend
from befit_tui.ui.widgets.charts.raster import GlyphSet
from befit_tui.ui.widgets.charts.scale import page
from befit_tui.ui.widgets.charts.signs import SIGNS

_LEFT, _TOP = 4, 2


class DaysPlot:
    """A calendar in at least 20 x 9 cells; the weeks around ``cursor`` if not all fit.

    From the top: the reading and the legend, the months, the weekdays. ``look`` is the
    glyph_set and whether there is colour.
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
        self._pitch = 2 if _LEFT + 2 * weeks - 1 <= width else 1
        room = (width - _LEFT + self._pitch - 1) // self._pitch
        self._page = page(weeks, self._week(cursor), room)
        self._draw_names()
        for index in range(data.length):
            if self.holds(index):
                self._draw_day(index)
        self._draw_legend()

    def _week(self, index: int) -> int:
        return (self._day(index) - self._monday).days // 7

    def _day(self, index: int) -> date:
        return self.data.first + timedelta(days=index)

    def _place(self, index: int) -> tuple[int, int]:
        column = (self._week(index) - self._page.start) * self._pitch
        return _LEFT + column, _TOP + self._day(index).weekday()

    def _draw_names(self) -> None:
        for weekday in range(0, 7, 2):
            self.grid.put(0, _TOP + weekday, WEEKDAYS[weekday], "label")
        free = 0
        for index in range(self.data.length):
            day = self._day(index)
            if day.day == 1 and self.holds(index):
                x, _ = self._place(index)
                name = SHORT_MONTHS[day.month - 1]
                if free <= x <= self.grid.width - len(name):
                    self.grid.put(x, _TOP - 1, name, "label")
                    free = x + len(name) + 1

    def _draw_day(self, index: int) -> None:
        look = day_look(self.data, self._day(index), self._look)
        self.grid.put(*self._place(index), *look)

    def _draw_legend(self) -> None:
        most = max(self.data.counts.values(), default=0)
        keys = [Key(*level_look(0, self._look), "none")]
        for level in range(1, LEVELS + 1):
            word = f"{most} sets" if level == LEVELS else ""
            keys.append(Key(*level_look(level, self._look), word))
        widest = cell_len(self.readings(0)[0]) + len(str(most)) + 2
        put_legend(self.grid, widest, 0, self.grid.width, keys)

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
