"""Calendar chart: days as a year, lying or, where there is no room, standing."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from msgspec import field
from rich.cells import cell_len
from textual.reactive import reactive

from befit_tui.domain import signs
from befit_tui.domain.value import Value
from befit_tui.domain.wording import (
    SHORT_MONTHS,
    counted,
    day_words,
    place_in_week,
    short_day_words,
    week_began,
    week_days,
)
from befit_tui.ui.widgets.charts.chart import Chart, Look, Plot
from befit_tui.ui.widgets.charts.grid import HERE, Key, Mark, fitting, put_legend
from befit_tui.ui.widgets.charts.scale import page

LEVELS = 4
_SHADES = "░▒▓█"
_DIGITS = "1234"
LEAST_HEIGHT = 9
"""Rows of a calendar with a row a weekday; with fewer, a row is a week."""
_LEFT, _TOP = 4, 2
_STANDING_LEFT = 8


class Days(Value, frozen=True):
    """The sets of every day with some, ``first`` to ``last``; no day by default."""

    first: date = date.max
    last: date = date.min
    counts: Mapping[date, int] = field(default_factory=dict)

    @property
    def stops(self) -> list[date]:
        """Every day."""
        every = range(self.first.toordinal(), self.last.toordinal() + 1)
        return [date.fromordinal(day) for day in every]

    @property
    def start(self) -> int:
        """The place of the last day."""
        return self.length - 1

    @property
    def length(self) -> int:
        """The number of days, both ends included."""
        return max((self.last - self.first).days + 1, 0)

    @property
    def most(self) -> int:
        """The largest count."""
        return max(self.counts.values(), default=0)


class DaysPlot(Plot):
    """Days in at least 20 x 5 cells; the weeks around ``cursor`` if not all fit.

    From 9 rows on a column is a week and a row a weekday: from the top the reading and
    the legend, the months, the weekdays. Below that a row is a week, named by its
    first day.
    """

    data: Days

    def _fill(self, cursor: int) -> None:
        data = self.data
        width, height = self.grid.width, self.grid.height
        self._week_start = week_began(data.first)
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
        most = data.most
        for index in range(data.length):
            if self.holds(index):
                level = level_of(data.counts.get(self._day(index), 0), most)
                self.grid.put(*self._place(index), *_level_look(level, self.look))

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
        row, last = _TOP - 1, self.data.length - 1
        if self._page.start:
            self.grid.put(_LEFT - 1, row, "‹", "cursor")
        if not self.holds(last):
            self.grid.put(self.grid.width - 1, row, "›", "cursor")
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
        most = self.data.most
        keys = [Key(*_level_look(0, self.look), "none")]
        for level in range(1, LEVELS + 1):
            word = f"{most} sets" if level == LEVELS else ""
            keys.append(Key(*_level_look(level, self.look), word))
        widest = cell_len(self._readings(0)[0]) + len(str(most)) + 2
        put_legend(self.grid, widest, keys)

    def holds(self, index: int) -> bool:
        """Whether a day is in sight."""
        return self._week(index) in self._page

    def _readings(self, index: int) -> list[str]:
        """The date and the count of a day, the fullest wording first."""
        day = self._day(index)
        found = self.data.counts.get(day, 0)
        count = counted(found, "working set")
        return [
            f"{day_words(day)}  {count}",
            f"{short_day_words(day)}  {count}",
            f"{short_day_words(day)}  {counted(found, 'set')}",
        ]

    def marks(self, index: int) -> list[Mark]:
        """The day under the cursor, and what it reads."""
        trained = self.data.counts.get(self._day(index), 0)
        sign = HERE if trained else "◇"
        reading = fitting(self._readings(index), self.grid.width)
        return [
            Mark(*self._place(index), sign, "cursor"),
            Mark(0, 0, reading, "cursor"),
        ]


class YearHeatmap(Chart):
    """Days coloured by their counts."""

    PLOT = DaysPlot
    ROLES: ClassVar[Mapping[str, str]] = {
        **Chart.ROLES,
        "level-1": "$success 40%",
        "level-2": "$success 60%",
        "level-3": "$success 80%",
        "level-4": "$success",
    }

    data: reactive[Days] = reactive(Days(), repaint=False)


def level_of(count: int, most: int) -> int:
    """0 without a count, else 1 to 4: the quarter of the largest count."""
    return -(-count * LEVELS // most) if most else 0


def _level_look(level: int, look: Look) -> tuple[str, str]:
    """The glyph and the role of a level, 0 to 4."""
    if not level:
        return signs.NOTHING, "axis"
    if look.is_tinted:
        return signs.DONE, f"level-{level}"
    shades = _DIGITS if look.is_ascii else _SHADES
    return shades[level - 1], f"level-{level}" if look.coloured else "strong"
