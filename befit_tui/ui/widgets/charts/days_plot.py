"""The drawing of days as a calendar, lying or, where there is no room, standing."""

from datetime import date, timedelta

from rich.cells import cell_len

from befit_tui.domain.wording import (
    SHORT_MONTHS,
    place_in_week,
    short_day_words,
    week_days,
)
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

LEAST_HEIGHT = 9
"""Rows of a calendar with a row a weekday; with fewer, a row is a week."""
_LEFT, _TOP = 4, 2
_STANDING_LEFT = 8


class DaysPlot:
    """Days in at least 20 x 5 cells; the weeks around ``cursor`` if not all fit.

    From 9 rows on a column is a week and a row a weekday: from the top the reading and
    the legend, the months, the weekdays. Below that a row is a week, named by its
    first day. ``look`` is the glyph set and whether there is colour.
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
        self._week_start = data.first - timedelta(days=place_in_week(data.first))
        self._lying = height >= LEAST_HEIGHT
        weeks = self._week(data.length - 1) + 1
        self._pitch = 2 if _LEFT + 2 * weeks - 1 <= width else 1
        room = (width - _LEFT + self._pitch - 1) // self._pitch
        self._page = page(
            weeks, self._week(cursor), room if self._lying else height - 1
        )
        if self._lying:
            self._draw_weekdays()
            self._draw_months()
            self._draw_legend()
        else:
            self._draw_weeks()
        for index in range(data.length):
            if self.holds(index):
                day = day_look(data, self._day(index), look)
                self.grid.put(*self._place(index), *day)

    def _week(self, index: int) -> int:
        return (self._day(index) - self._week_start).days // 7

    def _day(self, index: int) -> date:
        return self.data.first + timedelta(days=index)

    def _place(self, index: int) -> tuple[int, int]:
        week = self._week(index) - self._page.start
        weekday = place_in_week(self._day(index))
        if self._lying:
            return _LEFT + week * self._pitch, _TOP + weekday
        return _STANDING_LEFT + weekday, 1 + week

    def _draw_weekdays(self) -> None:
        for weekday in range(0, 7, 2):
            self.grid.put(0, _TOP + weekday, week_days()[weekday], "label")

    def _draw_months(self) -> None:
        free = 0
        for index in range(self.data.length):
            day = self._day(index)
            if day.day == 1 and self.holds(index):
                x, _ = self._place(index)
                name = SHORT_MONTHS[day.month - 1]
                if free <= x <= self.grid.width - len(name):
                    self.grid.put(x, _TOP - 1, name, "label")
                    free = x + len(name) + 1

    def _draw_weeks(self) -> None:
        for row, week in enumerate(self._page, 1):
            start = self._week_start + timedelta(weeks=week)
            self.grid.put(0, row, f"{short_day_words(start):>6}", "label")

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
