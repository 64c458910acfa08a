"""The range of time of a view, 4 weeks to all, and what is said of an empty one."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from befit_tui.analysis.volume import week_of
from befit_tui.domain.history import History
from befit_tui.domain.vocabulary import Phase
from befit_tui.domain.wording import DATES, counted, day_words, days_ago_words

DELOAD_GAP_DAYS = 10
"""Deload workouts closer than this belong to one deload (product constant)."""

Days = tuple[date, date]
"""The first and the last day, both included."""


class Range(NamedTuple):
    """How far back a view looks; ``days`` is None for everything."""

    words: str
    days: int | None

    def until(self, today: date) -> "Window":
        """The time that ends ``today``; its weeks begin as the setting says."""
        return Window(self, today, DATES.get().week_start)


class Window(NamedTuple):
    """The time that a view looks at; ``today`` is its last day.

    Weeks begin with the weekday ``week_start``, Monday 0.
    """

    span: Range
    today: date
    week_start: int

    @property
    def first(self) -> date:
        """The day that it begins with, the first of a week; ``date.min`` for all.

        No week is cut, since what is left of it would look like an easy week.
        """
        if self.span.days is None:
            return date.min
        return week_of(self.today - timedelta(self.span.days - 1), self.week_start)

    @property
    def words(self) -> str:
        """``4 weeks``."""
        return self.span.words

    @property
    def over(self) -> str:
        """``in 4 weeks``, or ``so far`` for everything."""
        return "so far" if self.span.days is None else f"in {self.words}"


RANGES = (
    Range("4 weeks", 28),
    Range("12 weeks", 84),
    Range("1 year", 365),
    Range("all", None),
)
YEAR, ALL = RANGES[2:]
USUAL = 1
"""The place of the range that is shown first if it holds a workout."""


def first_range(history: History, today: date) -> int:
    """The place in ``RANGES`` to begin with: 12 weeks, or further back to see some.

    A log that was imported and ended a year ago opens on what it has.
    """
    last = _last_day(history, today) or today
    return next(
        place
        for place in range(USUAL, len(RANGES))
        if last >= RANGES[place].until(today).first
    )


def deloads(history: History) -> tuple[Days, ...]:
    """The first and the last day of every deload."""
    spans: list[Days] = []
    for workout in history:
        if workout.phase is not Phase.DELOAD:
            continue
        day = workout.day
        if spans and (day - spans[-1][1]).days <= DELOAD_GAP_DAYS:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return tuple(spans)


def nothing_done(history: History, window: Window) -> str:
    """When the last workout was; for a window that holds none."""
    last = _last_day(history, window.today)
    if last is None:
        return (
            "No workouts yet: in befit, W starts one and I brings in a log of another "
            "app."
        )
    ago = days_ago_words(last, window.today)
    return f"No workout in {window.words}; the last one was {ago}."


def ahead(history: History, today: date) -> str:
    """What is dated after today and so is in no view; empty if nothing is."""
    days: list[date] = []
    for day in _days(history):
        if day <= today:
            break
        days.append(day)
    if not days:
        return ""
    are = "is" if len(days) == 1 else "are"
    return (
        f"{counted(len(days), 'workout')} {are} dated after today, up to "
        f"{day_words(days[0])}, and not shown here; in befit, H leads to them."
    )


def _days(history: History) -> Iterator[date]:
    """The days of the workouts, the newest first."""
    return (found.day for found in history.newest_first())


def _last_day(history: History, today: date) -> date | None:
    return next((day for day in _days(history) if day <= today), None)


def longest_break(days: Iterable[date]) -> Days | None:
    """The last day before the longest time without training, and the first after."""
    return max(
        pairwise(sorted(set(days))), key=lambda pair: pair[1] - pair[0], default=None
    )
